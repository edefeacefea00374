"""Incoming turns: whether the tweet that ego replied to was itself addressed to ego, certain by direct proof or inferred from its time.

The rule of this module (relationships §3, measured on liked texts): a tweet by X that came at most 6 hours after an own tweet addressed
to X, where X follows ego, is *likely* an answer (80 of 85 ordinary cases, 94 %); at most 48 hours, *possible*. Both fail for owners who
comment on strangers all day, so the likely tier is only used where moving every target by ±10 days flags at most 12 % as many.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from analyzer.archive.snowflake import time_of
from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.calendar import DAY_MS, HOUR_MS
from analyzer.evidence.likes import LikeLog
from analyzer.people.handles import Key
from analyzer.people.tally import Tallies, Tally

LIKELY_GAP = 6 * HOUR_MS
POSSIBLE_GAP = 48 * HOUR_MS
PLACEBO_SHIFT = 10 * DAY_MS
PLACEBO_SHARE = 0.12
LIKELY_P = 0.94
POSSIBLE_P = 0.6
UNKNOWN_P = 0.3


@dataclass(frozen=True, slots=True)
class TurnRule:
    """Whether this archive's timing may be called likely, and the figures that decide it: flagged targets, and flagged after moving them."""

    flagged: int
    placebo: float
    likely_allowed: bool


def add_turns(tallies: Tallies, addressed: Mapping[Key, list[int]], likes: LikeLog, status_author: Mapping[int, Key]) -> TurnRule:
    """Add one incoming `Act` per own reply, and one per liked tweet written to ego whose author is known by id and was not replied to."""
    rule = _measure(tallies, addressed)
    answered: set[int] = set()
    for key, tally in tallies.items():
        times = addressed.get(key, [])
        turns = []
        for act in tally.acts:
            if act.kind is Kind.REPLY:
                turns.append(_turn(act, times, tally.follows_ego, rule, likes))
                if act.their_id:
                    answered.add(act.their_id)
        tally.acts.extend(turns)
    for liked in sorted(likes.to_ego - answered):
        author = status_author.get(liked)
        if author is not None:
            tallies[author].acts.append(Act(Kind.TURN, Direction.IN, time_of(liked), liked, liked, 1.0, Tier.CERTAIN, 1.0))
    return rule


def _turn(reply: Act, times: list[int], follows: bool, rule: TurnRule, likes: LikeLog) -> Act:
    target = reply.their_id
    at = time_of(target) if target else None
    inferred: float | None = None
    tier, p = Tier.UNKNOWN, None
    if at is not None:
        gap = _gap(times, at)
        if gap is not None and gap <= LIKELY_GAP and follows and rule.likely_allowed:
            tier, inferred = Tier.LIKELY, LIKELY_P
        elif gap is not None and gap <= POSSIBLE_GAP:
            tier, inferred = Tier.POSSIBLE, POSSIBLE_P
        else:
            inferred = UNKNOWN_P
        p = inferred
    if target in likes.to_ego:
        tier, p = Tier.CERTAIN, 1.0
    elif target in likes.not_to_ego:
        tier, p = Tier.CERTAIN_NO, 0.0
    return Act(Kind.TURN, Direction.IN, at, reply.id, target, 1.0, tier, p, inferred)


def _gap(times: list[int], at: int) -> int | None:
    """Milliseconds from the latest own tweet addressed to them before ``at``; None if there was none."""
    place = bisect_left(times, at)
    return at - times[place - 1] if place else None


def _measure(tallies: Tallies, addressed: Mapping[Key, list[int]]) -> TurnRule:
    flagged = moved = 0
    for key, tally in tallies.items():
        if not tally.follows_ego:
            continue
        times = addressed.get(key, [])
        for at in _targets(tally):
            flagged += _within(times, at)
            moved += _within(times, at - PLACEBO_SHIFT) + _within(times, at + PLACEBO_SHIFT)
    placebo = moved / 2
    return TurnRule(flagged, placebo, flagged > 0 and placebo <= PLACEBO_SHARE * flagged)


def _targets(tally: Tally) -> list[int]:
    times = (time_of(act.their_id) for act in tally.acts if act.kind is Kind.REPLY and act.their_id)
    return [at for at in times if at is not None]


def _within(times: list[int], at: int) -> bool:
    gap = _gap(times, at)
    return gap is not None and gap <= LIKELY_GAP

"""The probability that a tweet ego replied to was itself addressed to ego, from times alone.

Eleven points on the log-odds, measured on 14 archives with known answers (leave one archive out: 96 % of what is called likely is true); the
coefficients are data (`POINTS`) and stay as given there. Source: the project's turn-estimator notes, sections 1–3 and 6.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp, log

import msgspec

from analyzer.archive.snowflake import FIRST_SNOWFLAKE, time_of
from analyzer.evidence.acts import by_time
from analyzer.evidence.calendar import HOUR_MS
from analyzer.evidence.chance import RARE, Gaps, average, guarded, share_by_chance
from analyzer.evidence.placebo import rank, slots_of
from analyzer.people.handles import Key

POINTS: Mapping[str, float] = {
    "intercept": -1.7,
    "owner": 0.8,
    "qd0": 2.8,
    "qd2": 1.3,
    "lasttalk": 1.4,
    "same": 1.3,
    "party": 1.7,
    "lead3": 0.8,
    "qu2": 2.2,
    "qu11": 1.6,
    "thanks": 1.4,
    "answer": 0.9,
}
LIKELY_FROM, POSSIBLE_FROM, SAME_ROUND = 0.90, 0.50, 0.96
SAME_ROUND_UNANSWERED, CONVERSATIONAL = 0.85, 0.10
"""A round that goes on says less of an owner whom hardly anybody answers: 8 of 9 on the two such archives of the notes, 187 of 213 on simulated ones.
Chance alone gives owner rates up to 0.04, the least conversational owners measured have 0.28."""
NEAR = 48 * HOUR_MS
SHORT = 6 * HOUR_MS
PARTY = HOUR_MS
LOOK_THROUGH = 400
PRIOR, PRIOR_WEIGHT = 0.35, 20
LOWEST_RATE, HIGHEST_RATE = 0.02, 0.90
LABELS_NEEDED = 20


class Spoken(msgspec.Struct, frozen=True):
    """One own tweet that addresses somebody: whom (after repair), the leading handles of its text, and what it answers.

    ``opening`` is ``thanks``, ``answer`` or "" by the first word of the body.
    """

    at: int
    id: int
    who: frozenset[Key]
    lead: tuple[str, ...]
    target: Key | None
    status: int
    opening: str


class Features(msgspec.Struct):
    """What the estimator looks at for one reply; ``gaps`` are those of all replies to the same person.

    ``rare_talk``: so short a gap to the last own tweet to them is rare for this pair.
    """

    gaps: Gaps
    near: bool = False
    short: bool = False
    lasttalk: bool = False
    same: bool = False
    party: bool = False
    lead3: bool = False
    rare_talk: bool = False
    qd: float = 1.0
    qu: float = 1.0
    opening: str = ""

class _Said(msgspec.Struct):
    """What ego said to one account, oldest first: places in `Estimator.spoken` and the times."""

    rows: list[int] = []
    times: list[int] = []


class Estimator:
    """Features of all own replies of one archive, its owner rate, and the probability for each reply."""

    def __init__(self, spoken: Sequence[Spoken], undirected: Sequence[int], holders: Mapping[str, Key]) -> None:
        self.spoken = by_time(spoken)
        self.undirected = sorted(undirected)
        self._slots = slots_of(self.undirected)
        self._holders = holders
        self._said_to: dict[Key, _Said] = defaultdict(_Said)
        for number, row in enumerate(self.spoken):
            for key in row.who:
                said = self._said_to[key]
                said.rows.append(number)
                said.times.append(row.at)
        ends = [*(row.at for row in (*self.spoken[:1], *self.spoken[-1:])), *self.undirected[:1], *self.undirected[-1:]]
        self._first, self._last = (min(ends), max(ends)) if ends else (0, 0)
        self.features: dict[int, Features] = {}
        self._gaps: dict[Key, Gaps] = defaultdict(Gaps)
        self._early: dict[int, float] = {}
        self._lowest_from: dict[Key, list[int]] = {}
        for row in self.spoken:
            if row.target is None or not row.status:
                continue
            at = time_of(row.status)
            if row.status < FIRST_SNOWFLAKE:
                self._look_by_order(row)
            elif at is not None and at <= row.at:
                self.features[row.id] = self._look(row, row.target, at)
        self._usual = average(self._gaps.values())
        self.rate = self._owner_rate()

    def _look(self, reply: Spoken, target: Key, at: int) -> Features:
        found = Features(self._gaps[target], opening=reply.opening, lead3=len(reply.lead) >= 3)
        said = self._said_to[target]
        times = said.times
        place = bisect_left(times, at)
        if place and at - times[place - 1] <= NEAR:
            gap = at - times[place - 1]
            number = said.rows[place - 1]
            before = self.spoken[number]
            found.near, found.short = True, gap <= SHORT
            found.qd = rank(at, gap, times, self._first, self._last, RARE)
            found.rare_talk = found.qd < RARE
            found.lasttalk = self._last_talk(number, before, at)
            found.same = _same_round(reply, before)
        if len(reply.lead) > 1 and not found.same:
            found.party = any(self._addressed_just_before(handle, target, at) for handle in reply.lead[1:])
        if not found.rare_talk:
            place = bisect_left(self.undirected, at)
            if place:
                found.qu = rank(at, at - self.undirected[place - 1], self.undirected, self._first, self._last, 0.20, self._slots)
        found.gaps.add(found.near, found.qd)
        return found

    def _look_by_order(self, reply: Spoken) -> None:
        """Before November 2010 ids tell the order but no time (section 6): only the same round is likely, the last talk possible."""
        target = reply.target or 0
        rows = self._said_to[target].rows
        if target not in self._lowest_from:
            # Tweets come in order of time, which need not be that of their ids: the lowest id from each place on rises, so it can be halved.
            self._lowest_from[target] = [*accumulate((self.spoken[number].id for number in reversed(rows)), min)][::-1]
        place = bisect_left(self._lowest_from[target], reply.status)
        if not place:
            return
        last = rows[place - 1]
        before = self.spoken[last]
        if _same_round(reply, before):
            self._early[reply.id] = SAME_ROUND
            return
        between = self.spoken[last + 1 : last + 1 + LOOK_THROUGH]
        if all(row.who <= before.who for row in between if row.id < reply.status):
            self._early[reply.id] = POSSIBLE_FROM

    def _last_talk(self, number: int, before: Spoken, at: int) -> bool:
        for row in self.spoken[number + 1 : number + 1 + LOOK_THROUGH]:
            if row.at >= at:
                return True
            if not row.who <= before.who:
                return False
        return True

    def _addressed_just_before(self, handle: str, target: Key, at: int) -> bool:
        holder = self._holders.get(handle)
        if holder is None or holder == target:
            return False
        said = self._said_to.get(holder)
        place = bisect_left(said.times, at) if said else 0
        return said is not None and place > 0 and said.times[place - 1] >= at - PARTY

    def _owner_rate(self) -> float:
        """How conversational the owner is at all, without labels (section 3)."""
        every = list(self.features.values())
        if not every:
            return PRIOR
        short = sum(found.short and found.lasttalk for found in every) / len(every)
        rest = [found for found in every if not found.rare_talk]
        after_own = sum(found.qu < 0.05 for found in rest) / len(rest) if rest else 0.0
        raw = max(0.0, 1.6 * (short - 0.02) + 1.4 * max(0.0, after_own - 0.06))
        return _clip((raw * len(every) + PRIOR_WEIGHT * PRIOR) / (len(every) + PRIOR_WEIGHT))

    def calibrate(self, yes: int, checked: int) -> None:
        """Draw the owner rate to the share of replies that own likes show to be answers, where there are enough of them."""
        if checked >= LABELS_NEEDED:
            self.rate = _clip((PRIOR_WEIGHT * self.rate + yes) / (PRIOR_WEIGHT + checked))

    def probability(self, reply: int) -> float | None:
        """Probability that the tweet answered by own tweet ``reply`` addressed ego; None where nothing can be said."""
        return self.estimates(reply)[1]

    def estimates(self, reply: int) -> tuple[float | None, float | None]:
        """That probability by the reply's times alone (turn-estimator section 2), and after two cautions before a turn is called likely.

        They are what chance explains of this person's rare gaps, and a round that goes on with an owner whom hardly anybody answers.
        """
        found = self.features.get(reply)
        if found is None:
            early = self._early.get(reply)
            return early, early if early is None else min(early, self._same_round())
        points = POINTS["intercept"] + POINTS["owner"] * log(self.rate / (1 - self.rate)) + _points_of(found)
        p = cautious = 1 / (1 + exp(-points))
        if found.rare_talk:
            cautious = guarded(p, share_by_chance(found.gaps, self._usual, found.qd))
        if not found.same:
            return p, cautious
        timing = max(p, SAME_ROUND)
        return timing, timing if self.rate >= CONVERSATIONAL else max(cautious, SAME_ROUND_UNANSWERED)

    def _same_round(self) -> float:
        return SAME_ROUND if self.rate >= CONVERSATIONAL else SAME_ROUND_UNANSWERED


def _same_round(reply: Spoken, before: Spoken) -> bool:
    return len(reply.lead) >= 2 and set(reply.lead) == set(before.lead)


def _points_of(found: Features) -> float:
    points = POINTS[found.opening] if found.opening else 0.0
    if found.lasttalk:
        points += POINTS["lasttalk"]
    if found.same:
        points += POINTS["same"]
    if found.party:
        points += POINTS["party"]
    if found.lead3:
        points += POINTS["lead3"]
    if found.near and found.qd < 0.02:
        points += POINTS["qd0"]
    elif found.rare_talk:
        points += POINTS["qd2"]
    elif found.qu < 0.05:
        points += POINTS["qu2"]
    elif found.qu < 0.20:
        points += POINTS["qu11"]
    return points


def _clip(rate: float) -> float:
    return min(HIGHEST_RATE, max(LOWEST_RATE, rate))

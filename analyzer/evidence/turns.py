"""Incoming turns: whether the tweet that ego replied to was itself addressed to ego, certain by direct proof or inferred from its time."""

from collections.abc import Iterator, Mapping

from analyzer.archive.snowflake import time_of
from analyzer.evidence.acts import CERTAIN, CERTAIN_NO, IN, LIKELY, POSSIBLE, REPLY, TURN, UNKNOWN, Act, Tier
from analyzer.evidence.estimator import LIKELY_FROM, POSSIBLE_FROM, Estimator
from analyzer.evidence.likes import LikeLog
from analyzer.facts import Calibration
from analyzer.people.handles import Key
from analyzer.people.tally import Tallies, Tally


def add_turns(tallies: Tallies, estimator: Estimator, likes: LikeLog, status_author: Mapping[int, Key]) -> Calibration:
    """Add one incoming `Act` per own reply, and one per liked tweet written to ego whose author is known by id and was not replied to.

    The tier is certain (yes or no) where ego liked the tweet and its text shows whether it holds ego's handle; else likely at
    p ≥ 0.90, possible at p ≥ 0.50, unknown below. ``inferred_p`` is the timing estimate alone, before the estimator's cautions.
    """
    calibration = _calibrate(tallies, estimator, likes)
    answered: set[int] = set()
    for tally in _answered(tallies):
        replies = [act for act in tally.acts if act.kind is REPLY]
        answered.update([act.their_id for act in replies if act.their_id])
        tally.acts.extend([_turn(act, estimator, likes) for act in replies])
    for liked in sorted(likes.to_ego - answered):
        author = status_author.get(liked)
        if author is not None:
            tallies[author].acts.append(Act(TURN, IN, time_of(liked), liked, liked, 1.0, CERTAIN, 1.0))
    return calibration


def _answered(tallies: Tallies) -> Iterator[Tally]:
    """Those to whom ego replied."""
    return (tally for tally in tallies.values() if tally.replies)


def _calibrate(tallies: Tallies, estimator: Estimator, likes: LikeLog) -> Calibration:
    labels: dict[int, bool] = {}
    labelled = likes.to_ego | likes.not_to_ego
    for tally in _answered(tallies):
        for act in tally.acts:
            if act.their_id in labelled and act.kind is REPLY and act.id in estimator.features:
                labels[act.their_id] = act.their_id in likes.to_ego
    estimator.calibrate(sum(labels.values()), len(labels))
    return Calibration(estimator.rate, len(labels), sum(labels.values()))


def _turn(reply: Act, estimator: Estimator, likes: LikeLog) -> Act:
    target = reply.their_id
    at = time_of(target) if target else None
    timing, p = estimator.estimates(reply.id)
    if target in likes.to_ego:
        tier, p = CERTAIN, 1.0
    elif target in likes.not_to_ego:
        tier, p = CERTAIN_NO, 0.0
    else:
        tier = tier_of(p)
    return Act(TURN, IN, at, reply.id, target, 1.0, tier, p, timing)


def tier_of(p: float | None) -> Tier:
    """Likely from 0.90 (the same round has 0.96), possible from 0.50, else unknown, which never means no (turn-estimator §2)."""
    if p is None or p < POSSIBLE_FROM:
        return UNKNOWN
    return LIKELY if p >= LIKELY_FROM else POSSIBLE

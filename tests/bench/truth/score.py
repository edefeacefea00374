"""One world judged: what the program says of its archive, counted against the truth. All figures are sums, so that worlds can be added up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from analyzer.analysis import analyze, open_archives
from analyzer.evidence.acts import Act, Kind, Tier
from analyzer.evidence.estimator import Estimator
from analyzer.evidence.turns import add_turns, tier_of
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.progress import ignore
from analyzer.reading import read_archives
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from tests.bench.truth.known import CONTACT, TIES, Credits, Known, know
from tests.simulator import World

Figures = dict[str, Any]
"""Nested dictionaries whose leaves are lists of numbers."""

FOUND = frozenset({Verdict.GENUINE, Verdict.LAPSED})
HEARD_BINS = ((10, ">=10"), (5, "5-9"), (2, "2-4"), (0, "0-1"))
P_BINS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
BEYOND = frozenset({"pruned_friend"})
"""Personas whose contact is no longer in the archive; like quiet content they are told apart."""
_PUBLIC = (Kind.REPLY, Kind.MENTION, Kind.CARRIED, Kind.QUOTE, Kind.RETWEET)


def score_archive(world: World, path: Path) -> Figures:
    """Analyses the archive that ``world`` was written to and counts."""
    analysis = analyze([path])
    judged = judge_all(analysis, default_policy(), {})
    credits = Credits(world)
    known = know(world, credits)
    sayings = {person.key: (person, judgement) for person, judgement in zip(analysis.people, judged, strict=True)}
    return {
        "worlds": [1, len(world.own), len(analysis.people)],
        **count_verdicts(known, sayings),
        **count_turns(analysis.acts, {turn.id: str(turn.who.id) for turn in world.turns}, before_proof(world, path)),
        "strangers": count_strangers(analysis, {tweet.id: credits.of(tweet) for tweet in world.own}),
        "named": count_names(known, analysis),
    }


class _Verdicts:
    """The counters behind `count_verdicts`."""

    def __init__(self) -> None:
        self.confusion: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0]))
        self.genuine, self.by_log, self.numbers = [0, 0, 0], [0, 0, 0], [0, 0, 0, 0]
        self.unfollow, self.contacts, self.services = [0, 0, 0], [0, 0], [0, 0]
        self.heard: Figures = {label: [0, 0] for _, label in HEARD_BINS}
        self.state: Figures = {"friend": [0, 0], "lapsed": [0, 0]}

    def see(self, one: Known, person: Person | None, judgement: Judgement | None) -> None:
        """Counts one account; without a person it has left no trace in the archive."""
        verdict = judgement.verdict if judgement is not None else None
        if verdict is not None or one.relation in CONTACT:
            self.confusion[one.persona][verdict.value if verdict is not None else "absent"][0] += 1
        self._see_tie(one, verdict)
        if verdict is Verdict.NUMBERS_ONLY:
            kind = 3 if one.persona in BEYOND else 0 if one.relation == "numbers" else 1 if one.relation == "content" else 2
            self.numbers[kind] += 1
        if person is not None and judgement is not None:
            listed = judgement.listing is Listing.UNFOLLOW
            if one.relation in CONTACT and person.followed_by_ego:
                _count(self.contacts, 1, listed)
            if listed:
                _count(self.unfollow, 1, one.relation in CONTACT, one.relation == "content")
            if one.relation == "service":
                _count(self.services, 1, verdict in FOUND)

    def _see_tie(self, one: Known, verdict: Verdict | None) -> None:
        found = verdict in FOUND
        if one.relation in TIES:
            _count(self.genuine, found, 0, not found)
            _count(self.heard[next(label for least, label in HEARD_BINS if one.heard >= least)], found, 1)
            if found:
                _count(self.state[one.relation], (verdict is Verdict.LAPSED) == (one.relation == "lapsed"), 1)
        elif one.relation != "own":
            _count(self.genuine, 0, found, 0)
        if one.relation != "own":
            real = one.relation in TIES or (one.grown and one.relation != "service")
            _count(self.by_log, found and real, found and not real, real and not found)


def count_verdicts(known: Mapping[str, Known], sayings: Mapping[str, tuple[Person, Judgement]]) -> Figures:
    """Confusion per persona, and what the issue asks about genuine, numbers only, the unfollow list and services.

    ``genuine``: [right, wrong, missed] by persona, a friend of once may be found by either verdict; ``by_log`` takes as friends also those
    others with whom both sides really spoke on three days or more (no services). ``heard``: [found, all] of the personas' friends, by real
    incoming turns. ``numbers``: [right, content, wrong, beyond]. ``unfollow``: [all, contact, content].
    """
    counted = _Verdicts()
    for key, one in known.items():
        counted.see(one, *sayings.get(key, (None, None)))
    plain = {persona: dict(row) for persona, row in counted.confusion.items()}
    return {
        "confusion": plain,
        "genuine": counted.genuine,
        "by_log": counted.by_log,
        "heard": counted.heard,
        "state": counted.state,
        "numbers": counted.numbers,
        "unfollow": counted.unfollow,
        "contacts": counted.contacts,
        "services": counted.services,
    }


def before_proof(world: World, path: Path) -> dict[int, float | None]:
    """Ego's replies → p as it would be shown if no like proved anything: for every reply, also for those that a like does tell about."""
    with open_archives([path], ignore) as archives:
        reading = read_archives(archives, messages=True, report=ignore)
    estimator = Estimator(reading.interactions.spoken, reading.log.undirected, reading.book.meant_by_handle())
    add_turns(reading.tallies, estimator, reading.likes, reading.interactions.status_author)
    return {tweet.id: estimator.probability(tweet.id) for tweet in world.own if tweet.to is not None}


def count_turns(acts: Mapping[str, Iterable[Act]], turns: Mapping[int, str], replies: Mapping[int, float | None]) -> Figures:
    """Tiers as shown and before proof ([lines, true]), and reliability by bins of three probabilities ([lines, sum of p, true]).

    These are the timing estimate, p after the cautions and before proof (as the tiers before proof are), and p as shown. ``turns`` maps the id of a
    tweet that addressed ego → its author, ``replies`` ego's replies → p before proof: one line each. ``proofs`` are the further turns that a like or
    a retweet tells, where the tweet is known by id.
    """
    shown: Figures = {tier.value: [0, 0] for tier in Tier}
    timing: Figures = {tier.value: [0, 0] for tier in (Tier.LIKELY, Tier.POSSIBLE, Tier.UNKNOWN)}
    bins: Figures = {"inferred": {}, "cautious": {}, "p": {}}
    proofs = [0, 0]
    for key, theirs in acts.items():
        for act in theirs:
            if act.kind is not Kind.TURN or act.tier is None:
                continue
            true = act.their_id is not None and turns.get(act.their_id) == key
            if act.id not in replies:
                if act.their_id is not None:
                    _count(proofs, 1, true)
                continue
            _count(shown[act.tier.value], 1, true)
            cautious = replies[act.id]
            _count(timing[tier_of(cautious).value], 1, true)
            for kind, p in (("inferred", act.inferred_p), ("cautious", cautious), ("p", act.p)):
                if p is not None:
                    _count(bins[kind].setdefault(p_bin(p), [0, 0.0, 0]), 1, p, true)
    return {"shown": shown, "timing": timing, "reliability": bins, "proofs": proofs}


def p_bin(p: float) -> str:
    """The bin of a probability, named by its bounds: ``.65-.80``."""
    bounds = (0.0, *P_BINS, 1.0)
    place = sum(p >= bound for bound in P_BINS)
    return f"{bounds[place]:.2f}-{bounds[place + 1]:.2f}"


def _count(row: list[float], *more: float) -> None:
    for place, number in enumerate(more):
        row[place] += number


def count_strangers(analysis: Analysis, credited: Mapping[int, frozenset[int]]) -> list[int]:
    """[accounts, acts] that were credited with an own public act that really went to somebody else."""
    accounts = acts = 0
    for key, theirs in analysis.acts.items():
        if key.startswith("@"):
            continue
        wrong = sum(act.kind in _PUBLIC and act.id in credited and int(key) not in credited[act.id] for act in theirs)
        accounts += wrong > 0
        acts += wrong
    return [accounts, acts]


def count_names(known: Mapping[str, Known], analysis: Analysis) -> Figures:
    """Per group: [people, with a handle, with the present one, with one they never held]."""
    groups: Figures = {"followers": [0, 0, 0, 0], "following": [0, 0, 0, 0], "touched": [0, 0, 0, 0]}
    for person in analysis.people:
        one = known.get(person.key)
        if one is None:
            continue
        handle = person.handle.lower() if person.handle else None
        held = {name.lower() for _, name in one.account.handles}
        row = (1, handle is not None, handle == one.account.handle.lower(), handle is not None and handle not in held)
        for group, belongs in (("followers", person.follows_ego), ("following", person.followed_by_ego), ("touched", person.key in analysis.acts)):
            if belongs:
                _count(groups[group], *row)
    return groups


def add_up(figures: Iterable[Figures]) -> Figures:
    """The sum of several worlds' figures; a key that one of them lacks counts as zeros."""
    total: Figures = {}
    for one in figures:
        _add(total, one)
    return total


def _add(total: Figures, more: Figures) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _add(total.setdefault(key, {}), value)
        else:
            known = total.setdefault(key, [0] * len(value))
            total[key] = [a + b for a, b in zip(known, value, strict=True)]

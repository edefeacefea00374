"""Sums of figures as tables: per owner, per persona, per tier, per bin of p, with the spread over seeds and what the issue asks for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan
from statistics import mean, pstdev

from tests.bench.truth.score import HEARD_BINS, Figures, add_up
from tests.bench.truth.worlds import ORDINARY
from tests.simulator.owners import OWNERS

VERDICTS = ("genuine", "lapsed", "acquaintance", "numbers_only", "insufficient", "absent")
FEW = 200
"""Bins of p with fewer cases say nothing about calibration."""


def share(part: float, whole: float) -> float:
    """``part`` of ``whole``; nan of nothing."""
    return part / whole if whole else nan


def turn_precision(figures: Figures, tier: str, how: str = "timing") -> float:
    """How many of the replies in this tier really answered a turn."""
    count, true = figures[how][tier]
    return share(true, count)


def turn_recall(figures: Figures, *tiers: str, how: str = "timing") -> float:
    """How many of the true turns that ego replied to are in these tiers."""
    return share(sum(figures[how][tier][1] for tier in tiers), sum(true for _, true in figures[how].values()))


def genuine_precision(figures: Figures, truth: str = "genuine") -> float:
    """Of those called genuine or lapsed, how many are friends (now or once) with whom both sides spoke.

    ``truth`` is ``genuine`` (by persona) or ``by_log`` (also others with whom both sides spoke on three days or more).
    """
    right, wrong, _ = figures[truth]
    return share(right, right + wrong)


def genuine_recall(figures: Figures, heard: str | None = None) -> float:
    """Of such friends, how many are called genuine or lapsed; ``heard`` picks those with so many real incoming turns."""
    if heard is not None:
        return share(*figures["heard"][heard])
    right, _, missed = figures["genuine"]
    return share(right, right + missed)


def genuine_f1(figures: Figures, truth: str = "genuine") -> float:
    """Harmonic mean of precision and recall."""
    right, wrong, missed = figures[truth]
    return share(2 * right, 2 * right + wrong + missed)


def numbers_precision(figures: Figures) -> float:
    """Of those called numbers only, quiet content and deleted conversations apart, how many never had contact."""
    right, _, wrong, _ = figures["numbers"]
    return share(right, right + wrong)


def on_unfollow(figures: Figures) -> float:
    """Of the unfollow list, how many are friends, acquaintances or lapsed."""
    total, contact, _ = figures["unfollow"]
    return share(contact, total)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the issue asks for: what, the bound, the value, whether it holds (nan never does)."""

    what: str
    bound: str
    value: float
    holds: bool


def claims(by_owner: Mapping[str, Figures]) -> Iterator[Claim]:
    """Everything under "It must show" that a simulated world can show."""
    total = add_up(by_owner.values())
    for owner, figures in by_owner.items():
        count = figures["timing"]["likely"][0]
        precise = _least(f"likely turns: precision, {owner} (n={count})", turn_precision(figures, "likely"), 0.95)
        # Where nothing is called likely nothing is called so wrongly: with an owner whom nobody answers that is as it should be.
        yield precise if count else replace(precise, holds=True)
    ordinary = {owner: figures for owner, figures in by_owner.items() if owner in ORDINARY}
    if ordinary:
        common, names = add_up(ordinary.values()), ", ".join(ordinary)
        yield _least(f"likely turns: recall, ordinary owners ({names})", turn_recall(common, "likely"), 0.40)
        yield _least(f"likely + possible: recall, ordinary owners ({names})", turn_recall(common, "likely", "possible"), 0.80)
    for kind, name in (("inferred", "timing alone"), ("cautious", "after the cautions")):
        for place, (count, expected, true) in sorted(total["reliability"][kind].items()):
            if count >= FEW and float(place[:4]) >= 0.5:
                yield _most(f"calibration of p {place}, {name} (n={count})", abs(true - expected) / count, 0.05)
    yield _least("genuine: precision by persona", genuine_precision(total), 0.95)
    yield _least("genuine: precision by log (both sides spoke on >= 3 days)", genuine_precision(total, "by_log"), 0.95)
    for _, label in HEARD_BINS[1:3]:
        yield Claim(f"genuine: recall at {label} real incoming turns (n={total['heard'][label][1]})", "told", genuine_recall(total, label), True)
    yield _least(f"genuine: recall at >=10 real incoming turns (n={total['heard']['>=10'][1]})", genuine_recall(total, ">=10"), 0.95)
    yield _most("friends, acquaintances or lapsed on the unfollow list", on_unfollow(total), 0.01)
    kept = [figures for owner, figures in by_owner.items() if not OWNERS[owner].forgets]
    if kept:
        yield _most("the same without owners who deleted their older tweets", on_unfollow(add_up(kept)), 0.01)
    yield _most("services called genuine or lapsed", total["services"][1], 0)
    yield _most("strangers let in", total["strangers"][0], 0)


def _least(what: str, value: float, bound: float) -> Claim:
    return Claim(what, f">= {bound:g}", value, value >= bound)


def _most(what: str, value: float, bound: float) -> Claim:
    return Claim(what, f"<= {bound:g}", value, value <= bound)


Measure = Callable[[Figures], float]
HEADLINES: Mapping[str, Measure] = {
    "genuine precision": genuine_precision,
    "genuine recall": genuine_recall,
    "genuine F1": genuine_f1,
    "genuine precision by log": lambda figures: genuine_precision(figures, "by_log"),
    "genuine F1 by log": lambda figures: genuine_f1(figures, "by_log"),
    "numbers-only precision": numbers_precision,
    "contact on unfollow list": on_unfollow,
    "likely precision": lambda figures: turn_precision(figures, "likely"),
    "likely recall": lambda figures: turn_recall(figures, "likely"),
    "likely+possible recall": lambda figures: turn_recall(figures, "likely", "possible"),
}


def spread(by_seed: Sequence[Figures]) -> Iterator[str]:
    """Each headline figure as mean, standard deviation and range over seeds (all owners of a seed together)."""
    yield f"{'over seeds':26}{'mean':>7}{'sd':>7}{'min':>7}{'max':>7}"
    for name, measure in HEADLINES.items():
        values = [value for value in map(measure, by_seed) if value == value]
        if values:
            yield f"{name:26}{mean(values):7.3f}{pstdev(values):7.3f}{min(values):7.3f}{max(values):7.3f}"


def owners_table(by_owner: Mapping[str, Figures]) -> Iterator[str]:
    """One line per kind of owner."""
    heard = [label for _, label in HEARD_BINS[:3]]
    yield (
        f"{'owner':12}{'likely':>12}{'':>8}{'+possible':>15}{'genuine':>10}"
        + f"{'recall by turns heard':>24}{'numbers':>10}{'unfollow':>10}{'strangers':>10}"
    )
    yield (f"{'':12}{'prec':>6}{'n':>6}{'recall':>8}{'prec':>7}{'recall':>8}{'prec':>10}" + "".join(f"{one:>8}" for one in heard)
           + f"{'prec':>10}{'contact':>10}{'acts':>10}")  # fmt: skip
    for owner, one in [*by_owner.items(), ("ALL", add_up(by_owner.values()))]:
        yield (
            f"{owner:12}{turn_precision(one, 'likely'):6.3f}{one['timing']['likely'][0]:6d}{turn_recall(one, 'likely'):8.3f}"
            f"{turn_precision(one, 'possible'):7.3f}{turn_recall(one, 'likely', 'possible'):8.3f}{genuine_precision(one):10.3f}"
            + "".join(f"{genuine_recall(one, label):8.3f}" for label in heard)
            + f"{numbers_precision(one):10.3f}{one['unfollow'][1]:>5d}/{one['unfollow'][0]:<5d}{one['strangers'][0]:>4d}/{one['strangers'][1]}"
        )


def confusion_table(total: Figures) -> Iterator[str]:
    """Personas against verdicts."""
    yield f"{'persona':18}" + "".join(f"{verdict:>14}" for verdict in VERDICTS)
    for persona, row in sorted(total["confusion"].items()):
        yield f"{persona:18}" + "".join(f"{row.get(verdict, [0])[0] or '.':>14}" for verdict in VERDICTS)


def tiers_table(total: Figures) -> Iterator[str]:
    """Tiers as shown to the user, and before any proof by likes."""
    for how in ("shown", "timing"):
        for tier, (count, true) in total[how].items():
            recall = share(true, sum(one for _, one in total[how].values()))
            yield f"{how:8}{tier:14}n={count:<8d}true={share(true, count):6.3f}   of all true turns {recall:6.3f}"
    count, true = total["proofs"]
    yield f"proofs beside replies (likes, retweets): n={count} true={share(true, count):.3f}"


def reliability_table(total: Figures) -> Iterator[str]:
    """Bins of p: how many, mean p, how often it was true."""
    for kind, label in (("inferred", "p by timing"), ("cautious", "after cautions"), ("p", "p after proof")):
        yield f"{label:16}{'n':>8}{'mean p':>9}{'true':>8}"
        for place, (count, expected, true) in sorted(total["reliability"][kind].items()):
            yield f"{place:16}{count:8d}{expected / count:9.3f}{true / count:8.3f}"


def other_lines(total: Figures) -> Iterator[str]:
    """Everything that fits on a line."""
    right, content, wrong, beyond = total["numbers"]
    yield f"numbers only: {right} right, {wrong} wrong, {content} quiet content follows, {beyond} with deleted conversations only"
    listed, contact, quiet = total["unfollow"]
    yield f"unfollow list: {listed}, of them {contact} friends, acquaintances or lapsed, {quiet} quiet content follows ({share(quiet, listed):.3f})"
    followed, lost = total["contacts"]
    yield f"followed people in contact: {followed}, of them on the unfollow list {lost} ({share(lost, followed):.4f})"
    yield f"support desks and promoters: {total['services'][0]}, of them genuine or lapsed {total['services'][1]}"
    yield f"strangers let in: {total['strangers'][0]} accounts, {total['strangers'][1]} acts"
    for relation, (right, found) in total["state"].items():
        yield f"{relation} found: {found}, told from {'friend' if relation == 'lapsed' else 'lapsed'} in {share(right, found):.3f}"
    for group, (people, named, present, false) in total["named"].items():
        yield f"named {group}: {named}/{people} = {share(named, people):.3f}, present handle {share(present, named):.3f}, never theirs {false}"

"""What can be counted in any archive without knowing the truth: rhythm, partners, gaps and the owner rate, of real and of simulated ones alike.

The definitions are those of turn-estimator §1 and §3, written anew so that nothing here leans on the analyzer.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median, pstdev
from typing import Any, NamedTuple

HOUR, DAY = 3_600_000, 86_400_000
_FIRST_SNOWFLAKE = 29_700_859_247
_LEAD = re.compile(r"^\s*\.?\s*((?:@\w{1,20}[\s,:]*)+)")
Marginals = dict[str, float]


class _Row(NamedTuple):
    """An own tweet: when, whom it replies to (0 = nobody), the tweet it replies to, handles in front, accounts it is directed to."""

    at: int
    to: int
    parent: int
    lead: int
    who: frozenset[int]
    undirected: bool


def marginals(tweets: Iterable[Mapping[str, Any]], owner: int) -> Marginals:
    """Shares and medians of one archive's tweets (unwrapped records); days are UTC days, gaps in days."""
    rows = sorted(_rows(tweets, owner))
    replies = [row for row in rows if row.to and row.to != owner]
    days: dict[int, set[int]] = defaultdict(set)
    for row in replies:
        days[row.to].add(row.at // DAY)
    return {**_partners(replies, days), **_gaps(days), **_timing(rows, replies), **_rhythm(rows)}


def _rows(tweets: Iterable[Mapping[str, Any]], owner: int) -> Iterable[_Row]:
    for number, tweet in {int(tweet["id_str"]): tweet for tweet in tweets}.items():
        text = tweet["full_text"]
        if text.startswith("RT @") or number < _FIRST_SNOWFLAKE:
            continue
        lead = _LEAD.match(text)
        to = int(tweet.get("in_reply_to_user_id_str") or 0)
        who = {int(one["id"]) for one in tweet["entities"].get("user_mentions", [])} | {to}
        parent = int(tweet.get("in_reply_to_status_id_str") or 0)
        leading = lead[1].count("@") if lead else 0
        yield _Row(_time(number), to, parent, leading, frozenset(who - {owner, 0, -1}), to == owner or not (to or lead))


def _time(number: int) -> int:
    return (number >> 22) + 1_288_834_974_657


def _partners(replies: Sequence[_Row], days: Mapping[int, set[int]]) -> Marginals:
    counts = Counter(row.to for row in replies)
    found = {"partners answered once": sum(many == 1 for many in counts.values()) / len(counts)}
    for least in (2, 3, 5, 10, 20):
        found[f"partners on >= {least} days"] = sum(len(one) >= least for one in days.values()) / len(counts)
    found["partners per reply"] = len(counts) / len(replies)
    found["replies to the top ten"] = sum(many for _, many in counts.most_common(10)) / len(replies)
    found["replies with >= 2 handles"] = sum(row.lead >= 2 for row in replies) / len(replies)
    return found


def _gaps(days: Mapping[int, set[int]]) -> Marginals:
    steps = {one: [after - before for before, after in pairwise(sorted(spent))] for one, spent in days.items()}
    every = [gap for gaps in steps.values() for gap in gaps]
    found = {f"contact gaps <= {most} d": sum(gap <= most for gap in every) / len(every) for most in (1, 7, 30)}
    found["median gap of a pair, d"] = median(median(gaps) for gaps in steps.values() if len(gaps) >= 2)
    return found


def _timing(rows: Sequence[_Row], replies: Sequence[_Row]) -> Marginals:
    """Gaps from ego's last tweet to them to the tweet that ego replied to, and the owner rate without labels (turn-estimator §3)."""
    directed: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, row in enumerate(rows):
        for one in row.who:
            directed[one].append((row.at, place))
    times = {one: [at for at, _ in acts] for one, acts in directed.items()}
    undirected = [row.at for row in rows if row.undirected]
    span = rows[0].at, rows[-1].at + DAY
    decodable = [row for row in replies if row.parent >= _FIRST_SNOWFLAKE]
    gaps: list[float] = []
    short = after_open = others = 0
    for row in decodable:
        at = _time(row.parent)
        place = bisect_left(times[row.to], at)
        gap = at - times[row.to][place - 1] if place else float("inf")
        gaps.append(gap)
        short += gap <= 6 * HOUR and _last_talk(rows, directed[row.to][place - 1][1], at)
        if not (gap <= 48 * HOUR and _placebo(times[row.to], at, int(gap), span) < 0.05):
            others += 1
            before = bisect_left(undirected, at)
            after_open += before > 0 and _placebo(undirected, at, at - undirected[before - 1], span) < 0.05
    found = {f"their tweet <= {hours} h after ego's": sum(gap <= hours * HOUR for gap in gaps) / len(gaps) for hours in (1, 6, 48)}
    b, u = short / len(decodable), after_open / max(1, others)
    raw = max(0.0, 1.6 * (b - 0.02) + 1.4 * max(0.0, u - 0.06))
    rate = min(0.9, max(0.02, (raw * len(decodable) + 7) / (len(decodable) + 20)))
    waits = [row.at - _time(row.parent) for row in decodable]
    found |= {"never written to before": gaps.count(float("inf")) / len(gaps), "owner rate b": b, "owner rate u": u, "owner rate": rate}
    return found | {
        "ego answers <= 1 h": sum(wait <= HOUR for wait in waits) / len(waits),
        "ego answers <= 1 d": sum(wait <= DAY for wait in waits) / len(waits),
    }


def _last_talk(rows: Sequence[_Row], place: int, until: int) -> bool:
    who = rows[place].who
    for row in rows[place + 1 : place + 401]:
        if row.at >= until:
            return True
        if row.who - who:
            return False
    return True


def _placebo(times: Sequence[int], at: int, gap: int, span: tuple[int, int]) -> float:
    """How rare so short a gap is at the same hour of the sixty days around."""
    shifts = hits = 0
    for day in range(-30, 31):
        moved = at + day * DAY
        if day and span[0] <= moved <= span[1]:
            shifts += 1
            place = bisect_left(times, moved - gap)
            hits += place < len(times) and times[place] < moved
    return (hits + 0.5) / (shifts + 1)


def _rhythm(rows: Sequence[_Row]) -> Marginals:
    at = [row.at for row in rows]
    weeks = Counter(one // (7 * DAY) for one in at)
    every = [weeks[week] for week in range(min(weeks), max(weeks) + 1)]
    hours = Counter(one // HOUR % 24 for one in at)
    quiet = min(sum(hours[(first + step) % 24] for step in range(6)) for first in range(24))
    bursts = sum(after - before <= 600_000 for before, after in pairwise(at)) / len(at)
    return {
        "within 10 min of the last": bursts,
        "quietest 6 h of the day": quiet / len(at),
        "spread of the weeks": pstdev(every) / (sum(every) / len(every)),
    }

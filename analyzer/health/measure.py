"""Makes the health report of an analysis: parts by date, months with own tweets, coverage of names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from analyzer.facts import Analysis, ArchiveFacts
from analyzer.health.parts import archive_health
from analyzer.health.shapes import Health, Month, Months, Named, SilentSpan
from analyzer.people.everybody import People
from analyzer.people.person import Person


def health_of(analysis: Analysis) -> Health:
    """What was read of the archive, or of several; verdicts and policy play no part in it (`effects_of` weighs them)."""
    archives = analysis.archives or (analysis.archive,)
    dates = [tuple(same) for _date, same in groupby(archives, key=_download_of)]
    followers, following, partners = _named(analysis.people)
    return Health(
        dates=tuple(archive_health(same, None if place else analysis.coverage) for place, same in enumerate(dates)),
        months=months_of(analysis.coverage.tweets_by_month, analysis.coverage.as_of),
        followers=followers,
        following=following,
        partners=partners,
    )


def _download_of(archive: ArchiveFacts) -> tuple[int, str | None]:
    return archive.download, archive.generated_at


def months_of(tweets_by_month: Mapping[Month, int], as_of: date | None) -> Months:
    """Months from the first own tweet to the archive's date and the silent spans between; tweets after that date stretch it."""
    active = sorted(month for month, tweets in tweets_by_month.items() if tweets)
    if not active:
        return Months({}, None, None, 0, ())
    first, last = active[0], max(active[-1], (as_of.year, as_of.month) if as_of is not None else active[-1])
    silent = []
    before = first
    for month in [*active[1:], _next(last)]:
        gap = _number(month) - _number(before) - 1
        if gap > 0:
            silent.append(SilentSpan(_month(_number(before) + 1), _month(_number(month) - 1), gap))
        before = month
    return Months(tweets_by_month, first, last, _number(last) - _number(first) + 1, tuple(silent))


def _named(people: Sequence[Person]) -> Iterator[Named]:
    """Followers, followings and partners in one pass: there may be a million."""
    counts = [[0, 0], [0, 0], [0, 0]]
    met: Iterable[Person] = people
    if isinstance(people, People):
        named = sum(people[place].handle is not None for place in people.named_only_followers())
        counts[0] = [named, people.only_followers]
        met = people.met.values()
    for person in met:
        named = person.handle is not None
        belongs = (person.follows_ego, person.followed_by_ego, person.directed_acts or person.dm_received)
        for count, holds in zip(counts, belongs, strict=True):
            if holds:
                count[0] += named
                count[1] += 1
    return (Named(named, total) for named, total in counts)


def _number(month: Month) -> int:
    return month[0] * 12 + month[1] - 1


def _month(number: int) -> Month:
    return number // 12, number % 12 + 1


def _next(month: Month) -> Month:
    return _month(_number(month) + 1)

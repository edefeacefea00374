"""Days in contact with one person, month by month; hatched where ego did not tweet at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QColor

from desktop.widgets.bars import Bars
from desktop.wording.basics import month_in_words, tr
from desktop.wording.verdicts import days_phrase

MOST_BARS = 120
LEAST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """One bar: its first month (year * 12 + month - 1), how many months it holds, contact days, and whether ego tweeted then."""

    month: int
    months: int
    days: int
    silent: bool


def spans_of(contact_days: tuple[int, ...], as_of: date | None, tweets_by_month: Mapping[tuple[int, int], int]) -> list[Span]:
    """Bars from the first contact to the archive's date, at least a year; several months share a bar when there are very many."""
    if not contact_days:
        return []
    months = [_month(date.fromordinal(day)) for day in contact_days]
    last = max(months[-1], _month(as_of) if as_of else months[-1])
    first = min(months[0], last - LEAST_MONTHS + 1)
    width = -(-(last - first + 1) // MOST_BARS)
    counts: dict[int, int] = {}
    for month in months:
        counts[(month - first) // width] = counts.get((month - first) // width, 0) + 1
    spans = []
    for place in range(-(-(last - first + 1) // width)):
        start = first + place * width
        silent = bool(tweets_by_month) and not any(tweets_by_month.get((m // 12, m % 12 + 1)) for m in range(start, min(start + width, last + 1)))
        spans.append(Span(start, width, counts.get(place, 0), silent))
    return spans


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def show_spans(bars: Bars, spans: list[Span], colour: QColor) -> None:
    """Put these bars into a histogram in a verdict's colour; a bar with contact can be clicked."""
    labels = [(0, _month_words(spans[0].month)), (len(spans) - 1, _month_words(spans[-1].month + spans[-1].months - 1))] if spans else []
    tips = [f"{span_words(span)}: {_tip(span)}" for span in spans]
    total = days_phrase(sum(span.days for span in spans))
    most = max(spans, key=_days, default=None)
    description = tr("{total} in all, most in {month}").format(total=total, month=span_words(most)) if most else ""
    gaps = frozenset(place for place, span in enumerate(spans) if span.silent)
    bars.set_colour(colour)
    bars.set_values([span.days for span in spans], labels, gaps, tips, description, clickable=True)


def _tip(span: Span) -> str:
    if span.silent and not span.days:
        return tr("no tweet of yours; silence proves nothing")
    return days_phrase(span.days) if span.days else tr("no day in contact")


def _days(span: Span) -> int:
    return span.days


def _month_words(month: int) -> str:
    return month_in_words(month // 12, month % 12 + 1, short=True)


def span_words(span: Span) -> str:
    """February 2022, or Feb 2022 – Mar 2022 for a bar of several months."""
    if span.months == 1:
        return month_in_words(span.month // 12, span.month % 12 + 1)
    return f"{_month_words(span.month)} – {_month_words(span.month + span.months - 1)}"

"""Words of the timeline: which month, who was in touch then, and what the picture shows of it."""

from analyzer.network.months import WINDOW, ContactMonths, Moment, year_and_month
from desktop.wording.basics import month_in_words, number, plural, tr


def month_words(month: int, short: bool = False) -> str:
    """May 2019, or with ``short`` as short as the language has it."""
    return month_in_words(*year_and_month(month), short=short)


def month_line(moment: Moment) -> str:
    """May 2019: 12 people, 3 new, 2 returned after more than a year; a month without anybody says so."""
    parts = [plural(len(moment.in_touch), "%Ln person", "%Ln people") if moment.in_touch else tr("nobody in touch")]
    if moment.new:
        parts.append(tr("{count} new").format(count=number(len(moment.new))))
    if moment.returned:
        parts.append(plural(len(moment.returned), "%Ln returned after more than a year", "%Ln returned after more than a year"))
    return tr("{month}: {parts}").format(month=month_words(moment.month), parts=tr(", ").join(parts))


def all_years(months: ContactMonths) -> str:
    """All years, 2018–2025."""
    first, last = months.first // 12, months.last // 12
    return tr("All years, {first}–{last}").format(first=first, last=last) if first != last else tr("All of {year}").format(year=first)


def month_explained(moment: Moment) -> str:
    """What full, faint and absent mean at a month: the tooltip of the line."""
    window = tr("{first} to {last}").format(first=month_words(moment.month - WINDOW + 1), last=month_words(moment.month))
    return tr(
        "In full colour: in contact from {window}. Faint: in contact before, not then. Not yet met: left out. "
        "Places stay as they are; ties have no date, so they are shown between people in full colour."
    ).format(window=window)


def month_marks() -> str:
    """The same in a few words, for the foot of a saved picture."""
    return tr("faint: in contact before, not then")


def faint_words() -> str:
    """The same as a sentence, beside the picture."""
    return tr("Faint: in contact before, not then.")


def days_in_month(month: int, days: int, silent: bool = False) -> str:
    """The tooltip of a bar: May 2019: 14 contact days of the people shown; of a ``silent`` month that it proves nothing."""
    nothing = tr("no tweet of yours; silence proves nothing") if silent else tr("no contact")
    said = plural(days, "%Ln contact day of the people shown", "%Ln contact days of the people shown") if days else nothing
    return tr("{month}: {days}").format(month=month_words(month), days=said)

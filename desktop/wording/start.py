"""The words about archives opened lately."""

from datetime import date, datetime

from desktop.wording.basics import date_in_words, number, plural, tr


def day_of(moment: str) -> date | None:
    """The day of an ISO-8601 UTC time in this computer's zone; None where it is empty or damaged."""
    try:
        return datetime.fromisoformat(moment).astimezone().date()
    except ValueError:
        return None


def archive_day_of(moment: str) -> date | None:
    """The day of an archive's own UTC time, as everywhere else in the window; None where it is unknown."""
    try:
        return datetime.fromisoformat(moment).date()
    except ValueError:
        return None


def recent_words(generated_at: str, opened_at: str, today: date, found: bool) -> str:
    """Archive of 22 January 2025 · opened yesterday."""
    made = archive_day_of(generated_at)
    parts = [tr("Archive of {date}").format(date=date_in_words(made)) if made else tr("Archive of an unknown date")]
    if not found:
        parts.append(tr("File not found at its old place"))
    elif (opened := day_of(opened_at)) is not None:
        parts.append(opened_words((today - opened).days, opened))
    return " · ".join(parts)


def opened_words(days: int, day: date) -> str:
    """When an archive was opened last."""
    if days <= 0:
        return tr("Opened today")
    if days == 1:
        return tr("Opened yesterday")
    if days < 7:
        return plural(days, "Opened {n} day ago", "Opened {n} days ago").format(n=number(days))
    return tr("Opened on {date}").format(date=date_in_words(day))

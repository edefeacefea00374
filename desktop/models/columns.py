"""The columns of the people table as one table of (title, value, sort key)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.wording.basics import date_short, number, tr
from desktop.wording.names import follow_words, has_name, name_of, signs_words, verdict_word

MONTHS_SHOWN = 24
_VERDICT_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's row: ``place`` in ``analysis.people``, the person, the judgement, the archive's day."""

    place: int
    person: Person
    judgement: Judgement
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names the group below it; ``keys`` are its people, ``offer`` what its key does with all of them (or nothing)."""

    text: str
    keys: tuple[str, ...] = ()
    offer: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """``value`` is the text shown and read aloud, ``key`` what sorting compares; ``high_first`` is the direction of a first click.

    Rows for which ``empty`` holds come last in both directions.
    """

    name: str
    title: Callable[[], str]
    value: Callable[[Entry], str]
    key: Callable[[Entry], Any]
    right: bool = False
    high_first: bool = True
    empty: Callable[[Entry], bool] = lambda entry: False


def months_back(contact_days: tuple[int, ...], as_of: date | None, months: int = MONTHS_SHOWN) -> list[int]:
    """Contact days in each of the last ``months`` months, the month of ``as_of`` last; zeros without a date."""
    counts = [0] * months
    if as_of is None:
        return counts
    end = as_of.year * 12 + as_of.month
    for ordinal in reversed(contact_days):
        day = date.fromordinal(ordinal)
        ago = end - (day.year * 12 + day.month)
        if ago >= months:
            break
        if ago >= 0:
            counts[months - 1 - ago] += 1
    return counts


def recent_days(entry: Entry) -> int:
    """Contact days in the months that the bars show."""
    return sum(months_back(entry.person.contact_days, entry.as_of))


def _name_key(entry: Entry) -> tuple[bool, str, int]:
    """The nameless come after all names, by id: the longest on Twitter first."""
    nameless = _nameless(entry)
    return (nameless, "" if nameless else name_of(entry.person).casefold(), entry.person.account_id or 0)


def _nameless(entry: Entry) -> bool:
    return not has_name(entry.person)


def _no_contact(entry: Entry) -> bool:
    return not entry.person.contact_days


def _follow_key(entry: Entry) -> int:
    return 2 * entry.person.followed_by_ego + entry.person.follows_ego


def _signs_key(entry: Entry) -> tuple[int, int]:
    signs = entry.person.signs
    return (signs.kinds_seen(), sum(getattr(signs, name) or 0 for name in SIGN_NAMES))


def _days_key(entry: Entry) -> tuple[int, float]:
    return (len(entry.person.contact_days), entry.judgement.strength)


def _first_key(entry: Entry) -> int:
    return entry.person.contact_days[0]


def _last_key(entry: Entry) -> int:
    return entry.person.contact_days[-1]


def _verdict_key(entry: Entry) -> int:
    return _VERDICT_ORDER[entry.judgement.verdict]


def _name_words(entry: Entry) -> str:
    return name_of(entry.person)


def _verdict_words(entry: Entry) -> str:
    return verdict_word(entry.judgement.verdict)


def _signs_words(entry: Entry) -> str:
    return signs_words(entry.person)


def _days_words(entry: Entry) -> str:
    days = len(entry.person.contact_days)
    return number(days) if days else "–"


def _recent_words(entry: Entry) -> str:
    return number(recent_days(entry))


def _last_words(entry: Entry) -> str:
    last = entry.person.last_contact
    return date_short(last) if last else tr("never")


def _first_words(entry: Entry) -> str:
    first = entry.person.first_contact
    return date_short(first) if first else ""


def _follow_words(entry: Entry) -> str:
    return follow_words(entry.person)


COLUMNS = (
    Column("person", lambda: tr("Person"), _name_words, _name_key, high_first=False, empty=_nameless),
    Column("verdict", lambda: tr("Verdict"), _verdict_words, _verdict_key, high_first=False),
    Column("signs", lambda: tr("Signs"), _signs_words, _signs_key),
    Column("days", lambda: tr("Days"), _days_words, _days_key, right=True),
    Column("recent", lambda: tr("Last 2 years"), _recent_words, recent_days),
    Column("first", lambda: tr("First"), _first_words, _first_key, right=True, high_first=False, empty=_no_contact),
    Column("last", lambda: tr("Last"), _last_words, _last_key, right=True, empty=_no_contact),
    Column("follow", lambda: tr("Follow"), _follow_words, _follow_key, right=True),
)

COLUMN_INDEX = {column.name: index for index, column in enumerate(COLUMNS)}

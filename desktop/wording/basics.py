"""The bricks of every sentence: translation, plurals, numbers, dates, ids, and archive text made safe to show."""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

THIN_SPACE = "\u2009"
_KEPT_FORMAT_CHARACTERS = frozenset("\u200c\u200d")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def tr(text: str, n: int = -1) -> str:
    """The sentence in the user's language; ``%Ln`` becomes ``n`` with the locale's separators (lupdate alias: tr)."""
    return QCoreApplication.translate("wording", text, None, n)


def plural(n: int, one: str, many: str) -> str:
    """`tr` with the English singular or plural; languages with more forms translate ``many`` with numerus forms."""
    return tr(one if n == 1 else many, n)


def number(n: int) -> str:
    """A whole number with the locale's separators."""
    return QLocale().toString(n)


@lru_cache(maxsize=8)
def _date_pattern(locale: str, month: str) -> str:
    """The locale's long date format without the day of the week; ``month`` is MMMM or MMM."""
    pattern = QLocale(locale).dateFormat(QLocale.FormatType.LongFormat)
    pattern = re.sub(r"[\s,،、.]*dddd[\s,،、]*(?:'[^']*'\s*)?", " ", pattern).strip(" ,")
    return re.sub(r"M{3,4}", month, pattern)


def date_in_words(day: date) -> str:
    """8 January 2025, in the order of the locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _date_pattern(QLocale().name(), "MMMM"))


def date_short(day: date) -> str:
    """8 Jan 2025, for columns."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _date_pattern(QLocale().name(), "MMM"))


def month_in_words(year: int, month: int, short: bool = False) -> str:
    """February 2022 (or Feb 2022)."""
    locale = QLocale()
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return f"{locale.standaloneMonthName(month, form)} {year}"


def day_of(at: int, zone: str) -> date:
    """The calendar day of ``at`` (UTC ms) in ``zone``."""
    return datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).date()


def moment_in_words(at: int, zone: str) -> str:
    """Date and time of ``at`` (UTC ms) in ego's ``zone``: 12 March 2024, 07:42."""
    when = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    return tr("{date}, {time}").format(date=date_in_words(when.date()), time=f"{when:%H:%M}")


def id_in_groups(digits: str) -> str:
    """An account id in groups of three, parted by thin spaces (copied without them)."""
    head = len(digits) % 3
    groups = ([digits[:head]] if head else []) + [digits[i : i + 3] for i in range(head, len(digits), 3)]
    return THIN_SPACE.join(groups)


def safe(untrusted_text: str, lines: bool = False) -> str:
    """Text from the archive without control and direction-override characters; they become nothing, tabs and breaks a space.

    With ``lines`` line breaks stay. Joiners inside words and emoji stay, because scripts and emoji need them.
    """
    # Printable means: no control, format, surrogate or separator but the plain space.
    if untrusted_text.isprintable():
        return " ".join(untrusted_text.split())
    kept = []
    for character in untrusted_text.replace("\r\n", "\n"):
        category = unicodedata.category(character)
        if character in "\n\r\t\u2028\u2029":
            kept.append("\n" if lines and character != "\t" else " ")
        elif category in ("Cc", "Cs") or (category == "Cf" and character not in _KEPT_FORMAT_CHARACTERS):
            continue
        else:
            kept.append(character)
    text = "".join(kept)
    return text.strip() if lines else " ".join(text.split())


def set_apart(text: str) -> str:
    """``text`` inside direction isolates where it holds right-to-left letters, so that it cannot reorder the sentence around it."""
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"\u2068{text}\u2069"
    return text

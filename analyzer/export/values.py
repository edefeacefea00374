"""How values look in the files: floats with four decimals, times and days in ISO-8601, ids as strings."""

import math
from datetime import UTC, date, datetime, timedelta

import msgspec

from analyzer.export.text import no_surrogates

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Value = int | float | str | bool | None


def four(value: float | None) -> msgspec.Raw | None:
    """A float as JSON with exactly four decimals; None stays null, and so does what JSON cannot say (nan, infinity)."""
    if value is None or not math.isfinite(value):
        return None
    text = f"{value:.4f}"
    # A tiny negative value must not become "-0.0000": equal values would then differ in bytes.
    return msgspec.Raw(b"0.0000" if text == "-0.0000" else text.encode())


def plain(value: Value) -> Value | msgspec.Raw:
    """A fact's value for JSON."""
    if isinstance(value, float):
        return four(value)
    return no_surrogates(value) if isinstance(value, str) else value


def moment(milliseconds: int | None) -> str | None:
    """UTC milliseconds as ``2024-03-06T09:10:11.120Z``; milliseconds always stand there, so that text sorts like time."""
    if milliseconds is None:
        return None
    stamp = _EPOCH + timedelta(milliseconds=milliseconds)
    return stamp.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def iso_day(day: date | None) -> str | None:
    """``2024-03-06``; None stays None."""
    return day.isoformat() if day is not None else None


def created_day(milliseconds: int | None) -> str | None:
    """The UTC day of a moment given in milliseconds."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).date().isoformat() if milliseconds is not None else None


def encode(value: object) -> bytes:
    """One line of compact JSON in UTF-8, keys in the order given."""
    return msgspec.json.encode(value)

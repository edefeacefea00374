"""The health report as JSON (``kithmap-health/1``): the same facts as in the window and the terminal, no prose."""

from collections.abc import Iterator, Sequence

from analyzer.export.text import no_surrogates
from analyzer.export.values import encode
from analyzer.facts import Analysis, ArchiveFacts, PartFacts
from analyzer.health.shapes import ArchiveHealth, Effect, Health, Month, Months, Named, PartHealth
from analyzer.verdict.policy import Policy
from analyzer.version import VERSION

FORMAT = "kithmap-health/1"


def render(analysis: Analysis, health: Health, effects: Sequence[Effect], policy: Policy) -> Iterator[bytes]:
    """The file in pieces, one key a line. ``archives`` has one entry per date, the newest first; ``tweets`` only months that have some."""
    archive = analysis.archive
    content: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "policy": policy.name,
        "account_id": archive.account_id,
        "handle": no_surrogates(archive.handle) if archive.handle is not None else None,
        "timezone": archive.timezone,
        "timezone_source": archive.timezone_source,
        "archives": [_archive(date) for date in health.dates],
        "months": _months(health.months),
        "names": {"followers": _named(health.followers), "following": _named(health.following), "partners": _named(health.partners)},
        "effects": [_effect(effect) for effect in effects],
    }
    separator = b"{\n"
    for key, value in content.items():
        yield separator + encode(key) + b": " + encode(value)
        separator = b",\n"
    yield b"\n}\n"


def _archive(date: ArchiveHealth) -> dict[str, object]:
    return {
        "generated_at": date.archives[0].generated_at,
        "files": [_source(archive) for archive in date.archives],
        "manifest": date.has_manifest,
        "parts": [_part(part) for part in date.parts],
        "not_used": [_unused(file) for file in date.unused],
    }


def _source(archive: ArchiveFacts) -> dict[str, object]:
    return {"name": no_surrogates(archive.path.name), "era": archive.era, "one_of_several": archive.is_partial}


def _part(part: PartHealth) -> dict[str, object]:
    return {
        "part": part.part,
        "state": part.state.value,
        "found": part.found,
        "expected": part.expected,
        "unreadable": part.unreadable,
        "lost": part.lost,
        "missing_files": [no_surrogates(file) for file in part.missing_files],
        "unreadable_files": [no_surrogates(file) for file in part.unreadable_files],
        "positions": [{"file": no_surrogates(one.file), "position": one.position, "why": one.why} for one in part.troubles],
    }


def _unused(file: PartFacts) -> dict[str, object]:
    return {"part": no_surrogates(file.part), "file": no_surrogates(file.file), "expected": file.expected, "state": file.state}


def _months(months: Months) -> dict[str, object]:
    return {
        "first": _month(months.first),
        "last": _month(months.last),
        "total": months.total,
        "tweets": {_month(month): tweets for month, tweets in months.tweets.items()},
        "silent": [{"first": _month(span.first), "last": _month(span.last), "months": span.months} for span in months.silent],
    }


def _month(month: Month | None) -> str | None:
    return f"{month[0]:04d}-{month[1]:02d}" if month is not None else None


def _named(named: Named) -> dict[str, int]:
    return {"named": named.named, "total": named.total}


def _effect(effect: Effect) -> dict[str, object]:
    return {
        "gap": effect.gap.value,
        "bearing": effect.bearing.value,
        "parts": list(effect.parts),
        "count": effect.count,
        "of": effect.of,
        "people": effect.people,
        "before": effect.before.isoformat() if effect.before is not None else None,
    }

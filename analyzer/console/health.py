"""The health report in the terminal: the finding, the parts, where something is broken, the months, the names, what each gap does."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from analyzer.console.errors import shown
from analyzer.console.health_words import bearing_words, effect_sentence, finding, month, part_words, span_words, trouble_words
from analyzer.console.summary import SAMPLE_NOTE, owner_line
from analyzer.export.text import one_line
from analyzer.export.words import count, number
from analyzer.facts import Analysis
from analyzer.health.shapes import ArchiveHealth, Effect, Health, Months, PartHealth

_POSITIONS = 10
_SPANS = 12


def report(analysis: Analysis, health: Health, effects: Sequence[Effect], written: Sequence[Path] = (), *, sample: bool = False) -> str:
    """The whole text; ``written`` are the files that were saved."""
    blocks = [
        [SAMPLE_NOTE] if sample else [],
        [owner_line(analysis), finding(health)],
        *(_archive(date, several=len(health.dates) > 1) for date in health.dates),
        list(_months(health.months)),
        [_names(health)],
        ["What this means for verdicts:", *_effects(effects)],
        ["Saved:", *(f"  {shown(path)}" for path in written)] if written else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _archive(date: ArchiveHealth, *, several: bool) -> list[str]:
    lines = []
    if several:
        made = (date.archives[0].generated_at or "an unknown date")[:10]
        lines += [f"Archive of {made}: {', '.join(shown(Path(archive.path.name)) for archive in date.archives)}", ""]
    lines += _table(date.parts)
    if all(part.expected is None for part in date.parts):
        lines += ["", "Without a manifest nobody knows how many records there should be."]
    for part in date.parts:
        lines += _troubles(part)
    if date.unused:
        names = ", ".join(dict.fromkeys(one_line(file.part) for file in date.unused))
        files = count(len(date.unused), "other file was", "other files were")
        lines += ["", f"{files} not used, and stayed closed where there: {names}."]
    return lines


def _table(parts: Sequence[PartHealth]) -> Iterator[str]:
    rows = [("part", "found", "expected", "unreadable", "state")]
    for part in parts:
        expected = number(part.expected) if part.expected is not None else "?"
        rows.append((part.part, number(part.found), expected, number(part.unreadable), part.state.value.replace("_", " ")))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for name, *figures, state in rows:
        numbers = "  ".join(figure.rjust(width) for figure, width in zip(figures, widths[1:4], strict=True))
        yield f"{name.ljust(widths[0])}  {numbers}  {state}"


def _troubles(part: PartHealth) -> Iterator[str]:
    """Where it is broken; files that are not there are named only where others of the part are."""
    missing = part.missing_files if part.found else ()
    if not (part.troubles or missing or part.unreadable_files):
        return
    yield ""
    yield f"In {part_words(part.part)}:"
    for file in missing[:_POSITIONS]:
        yield f"  {one_line(file)} is not there"
    for file in part.unreadable_files[:_POSITIONS]:
        yield f"  {one_line(file)} cannot be read at all"
    for one in part.troubles[:_POSITIONS]:
        yield f"  {trouble_words(one)}"
    more = max(part.unreadable, len(part.troubles)) - _POSITIONS
    if more > 0:
        yield f"  and {number(more)} more; --json names the first thousand"


def _months(months: Months) -> Iterator[str]:
    if months.first is None or months.last is None:
        yield "No tweet of yours was read, so no month shows when you were there."
        return
    active = months.total - months.silent_months
    span = month(months.first) if months.total == 1 else f"{month(months.first)} to {month(months.last)}"
    yield f"Own tweets in {number(active)} of {count(months.total, 'month', 'months')}, {span}."
    if months.silent:
        longest = sorted(sorted(months.silent, key=lambda span: -span.months)[:_SPANS], key=lambda span: span.first)
        more = len(months.silent) - len(longest)
        rest = f"; and {count(more, 'shorter gap', 'shorter gaps')}" if more else ""
        yield f"None in {'; '.join(map(span_words, longest))}{rest}. Silence there proves nothing."


def _names(health: Health) -> str:
    followers, following, partners = health.followers, health.following, health.partners
    return (
        f"Names: {number(followers.named)} of {count(followers.total, 'follower', 'followers')}, "
        f"{number(following.named)} of {number(following.total)} you follow, "
        f"{number(partners.named)} of {number(partners.total)} you wrote to or who wrote a message. That many stay nameless is usual."
    )


def _effects(effects: Sequence[Effect]) -> Iterator[str]:
    for effect in effects:
        yield f"  - {effect_sentence(effect)} {bearing_words(effect)}".rstrip()

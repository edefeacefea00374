"""How a verdict comes about, for the terminal: the text of `analyzer.method` with the figures of a policy and the last measured ones."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from analyzer.export.text import one_line
from analyzer.method import Block, Figures, Piece, Row, last_figures, method_text, said, values_of
from analyzer.verdict.policy import Policy

WIDTH = 100


def method(policy: Policy) -> str:
    """The whole text; the part about measured figures is left out where there are none."""
    figures = last_figures()
    return "\n".join(_lines(policy, figures)) + "\n"


def _lines(policy: Policy, figures: Figures | None) -> Iterator[str]:
    values = values_of(policy)
    for place, section in enumerate(method_text()):
        if figures is None and any(piece.block is Block.FIGURES for piece in section.pieces):
            continue
        if place:
            yield ""
        yield section.title
        yield ("-" if place else "=") * len(section.title)
        if not place:
            yield from ("", f"The figures are those of the policy “{one_line(policy.title)}”.")
        before: Block | None = None
        for piece in section.pieces:
            if not (piece.block is before is Block.BULLET):
                yield ""
            yield from _piece(piece, values, figures)
            before = piece.block


def _piece(piece: Piece, values: Mapping[str, str], figures: Figures | None) -> Iterator[str]:
    match piece.block:
        case Block.TABLE:
            head, *rows = [[_plain(cell, values) for cell in row] for row in piece.rows]
            for row in rows:
                first, *others = row
                # Each cell says what it is, as a wide table does not fit.
                cells = ". ".join(f"{name}: {cell}" for name, cell in zip(head[1:], others, strict=True))
                yield _wrapped(f"{first}. {cells}.", "- ")
        case Block.FIGURES if figures is not None:
            yield _wrapped(f"{len(figures.seeds)} seeds, {len(figures.owners)} kinds of owner ({', '.join(figures.owners)}), {figures.date}.")
            yield from (_wrapped(_row(row), "- ") for row in figures.rows)
        case Block.BULLET:
            yield _wrapped(_plain(piece.text, values), "- ")
        case Block.HEADING:
            yield _plain(piece.text, values)
        case _:
            yield _wrapped(_plain(piece.text, values))


def _row(row: Row) -> str:
    """Strangers let in: 0; Genuine and a friend: 96.5 % (95.0 % to 98.1 %)."""
    value = _figure(row.value, row.unit)
    return f"{row.name}: {value}" + (f" ({_figure(row.spread[0], row.unit)} to {_figure(row.spread[1], row.unit)})" if row.spread else "")


def _figure(value: float, unit: str) -> str:
    return f"{value * 100:.1f}\u00a0%" if unit == "share" else f"{value:,.4g}"


def _plain(text: str, values: Mapping[str, str]) -> str:
    return "".join(part for part, _strong in said(text, values))


def _wrapped(text: str, mark: str = "") -> str:
    return fill(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False, break_on_hyphens=False)

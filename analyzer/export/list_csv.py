"""A list as CSV for spreadsheets: UTF-8 with BOM, RFC 4180, cells that a spreadsheet would run as formulas are disarmed."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from analyzer.export.document import Entry, ListDocument
from analyzer.export.text import no_surrogates
from analyzer.verdict.verdicts import Listing

COLUMNS = (
    "handle",
    "name",
    "link",
    "link2",
    "account_id",
    "verdict",
    "list",
    "contact_days",
    "last_contact",
    "as_of",
    "position",
    "account_created",
    "why",
)
BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(document: ListDocument) -> Iterator[str]:
    """The header row, then one row a person. The head of an unfollow list stands in every ``why``, as rows get sorted and cut apart."""
    head = document.head if document.listing is Listing.UNFOLLOW else ""
    return render_rows(row(entry, head) for entry in document.entries)


def render_rows(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """BOM, header and rows as text with CRLF."""
    yield BOM + _line(COLUMNS)
    for cells in rows:
        yield _line([guarded("" if cell is None else str(cell)) for cell in cells])


def row(entry: Entry, head: str = "") -> tuple[object, ...]:
    """The cells of one person in the order of `COLUMNS`."""
    return (
        entry.handle,
        entry.name,
        entry.link,
        entry.link2,
        # Written with letters, as a spreadsheet would round eighteen digits.
        f"id:{entry.account_id}" if entry.account_id is not None else "",
        entry.verdict.value,
        entry.listing.value,
        entry.contact_days,
        entry.last_contact,
        entry.as_of,
        entry.position,
        entry.account_created,
        f"{entry.why} {head}".strip(),
    )


def guarded(cell: str) -> str:
    """The cell with a leading ``'`` where a spreadsheet would take it for a formula."""
    cell = no_surrogates(cell).replace("\0", "")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()

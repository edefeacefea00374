"""A list as plain text: one link a line; lines that begin with ``#`` are its head and headings."""

from collections.abc import Iterator

from analyzer.export.document import ListDocument
from analyzer.export.text import one_line


def render(document: ListDocument) -> Iterator[str]:
    """The head as comments, then the links; a person without any link is a comment too."""
    for remark in (document.head, document.empty_because, document.rules):
        if remark:
            yield f"# {remark}\n"
    for section in document.sections:
        if section.heading:
            yield f"# {section.heading}\n"
        for entry in section.entries:
            yield f"{entry.link}\n" if entry.link else f"# {one_line(entry.label)}\n"

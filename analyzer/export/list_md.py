"""A list as Markdown: a head, headings, and one box to tick for each person."""

import re
from collections.abc import Iterator

from analyzer.export.document import Entry, ListDocument
from analyzer.export.text import one_line

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:@])")


def render(document: ListDocument) -> Iterator[str]:
    """The file in pieces; names cannot become markup, links or HTML."""
    yield f"# {document.title} ({document.count})\n\n"
    for remark in (document.head, document.empty_because, document.rules):
        if remark:
            yield f"{remark}\n\n"
    for section in document.sections:
        if section.heading:
            yield f"## {section.heading}\n\n"
        for entry in section.entries:
            yield _item(entry)
        yield "\n"


def escaped(untrusted: str) -> str:
    """Text of others with every character that Markdown could read as markup escaped."""
    return _MARKS.sub(r"\\\1", one_line(untrusted))


def _item(entry: Entry) -> str:
    label = escaped(entry.label)
    linked = f"[{label}]({entry.link})" if entry.link else label
    name = f" {escaped(entry.name)}" if entry.name else ""
    return f"- [ ] {linked}{name}: {escaped_reason(entry.why)}\n"


def escaped_reason(text: str) -> str:
    """Our own sentences need only the few marks escaped that could stand in them."""
    return one_line(text).replace("<", "\\<").replace("*", "\\*").replace("_", "\\_")

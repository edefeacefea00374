"""A list as JSON (``kithmap-list/1``): the columns of the CSV by name, with the reasons as facts too."""

from collections.abc import Iterator

from analyzer.export.analysis_json import fact_object
from analyzer.export.document import Entry, ListDocument
from analyzer.export.text import no_surrogates
from analyzer.export.values import encode, iso_day
from analyzer.version import VERSION

FORMAT = "kithmap-list/1"


def render(document: ListDocument) -> Iterator[str]:
    """The file in pieces, one person a line; ``section`` is the heading a person stands under."""
    head: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "policy": document.policy,
        "list": document.listing.value,
        "title": document.title,
        "head": document.head,
        "empty_because": document.empty_because,
        "rules": document.rules,
        "archive": {
            "account_id": document.account_id,
            "handle": document.handle,
            "generated_at": document.generated_at,
        },
        "as_of": iso_day(document.as_of),
        "count": document.count,
    }
    yield "{\n"
    for key, value in head.items():
        yield f'"{key}": {encode(value).decode()},\n'
    yield '"people": ['
    separator = "\n"
    for section in document.sections:
        for entry in section.entries:
            yield separator + encode(_entry(entry, section.heading)).decode()
            separator = ",\n"
    yield "\n]\n}\n"


def _entry(entry: Entry, heading: str | None) -> dict[str, object]:
    return {
        "handle": no_surrogates(entry.handle) or None,
        "name": no_surrogates(entry.name) or None,
        "link": entry.link or None,
        "link2": entry.link2 or None,
        "account_id": str(entry.account_id) if entry.account_id is not None else None,
        "verdict": entry.verdict.value,
        "list": entry.listing.value,
        "contact_days": entry.contact_days,
        "last_contact": entry.last_contact,
        "as_of": entry.as_of,
        "position": entry.position,
        "account_created": entry.account_created,
        "follows_ego": entry.follows_ego,
        "section": heading,
        "ground": entry.ground,
        "why": [fact_object(fact) for fact in entry.facts],
        "words": entry.why,
    }

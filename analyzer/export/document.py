"""The shape of a list before it becomes a file: `ListDocument`, its sections and entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from analyzer.verdict.verdicts import Fact, Listing, Verdict


@dataclass(frozen=True, slots=True)
class Entry:
    """One person on a list; ``handle`` and ``name`` are the archive's own text, ``label`` is safe to print (``@handle`` or ``id …``).

    ``position`` counts from 1 = newest in the archive's following list; days are ISO-8601; ``why`` is a short text for people,
    ``facts`` the same for programs.
    """

    handle: str
    name: str
    link: str
    link2: str
    account_id: int | None
    verdict: Verdict
    listing: Listing
    contact_days: int
    last_contact: str | None
    as_of: str | None
    position: int | None
    account_created: str | None
    why: str
    facts: tuple[Fact, ...]
    ground: str | None
    follows_ego: bool
    label: str


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading; None where the list needs none."""

    heading: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ListDocument:
    """A whole list with the words that must stand on it; ``empty_because`` is set where it holds nobody."""

    listing: Listing
    title: str
    head: str
    empty_because: str | None
    rules: str | None
    account_id: str
    handle: str | None
    as_of: date | None
    generated_at: str | None
    policy: str
    sections: tuple[Section, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries in the order of the list."""
        return (entry for section in self.sections for entry in section.entries)

    @property
    def count(self) -> int:
        """How many people are on the list."""
        return sum(len(section.entries) for section in self.sections)

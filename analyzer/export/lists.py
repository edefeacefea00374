"""One list (follow, unfollow, say hello, ask, keep) as a document: its head, its sections and its entries; each form renders it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from analyzer.errors import ExportError
from analyzer.export import atomic, list_csv, list_html, list_json, list_md, list_txt
from analyzer.export.document import Entry, ListDocument, Section
from analyzer.export.reasons import reason
from analyzer.export.text import intent_link, link_handle, one_line, profile_link
from analyzer.export.values import created_day, iso_day
from analyzer.export.words import RULES_OF_X, TITLES, group_heading, head, mutuals_heading, others_heading, why_empty
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.contradictions import PRIVATE
from analyzer.verdict.explain import why
from analyzer.verdict.lists import listed
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Fact, Judgement, Listing

FORMS: dict[str, Callable[[ListDocument], Iterator[str]]] = {
    ".csv": list_csv.render,
    ".txt": list_txt.render,
    ".json": list_json.render,
    ".html": list_html.render,
    ".md": list_md.render,
}


def build_list(
    analysis: Analysis, judgements: Sequence[Judgement], listing: Listing, policy: Policy, *, with_messages: bool = False, with_blocks: bool = False
) -> ListDocument:
    """The list in the order of relationships §5; message facts and blocks stand in its reasons only where asked for."""
    places = listed(analysis, judgements, listing)
    sections = []
    for heading, group in _groups(analysis, judgements, listing, places, with_messages):
        entries = tuple(entry(analysis, judgements, place, policy, with_messages=with_messages, with_blocks=with_blocks) for place in group)
        sections.append(Section(heading, entries))
    archive = analysis.archive
    return ListDocument(
        listing=listing,
        title=TITLES[listing],
        head=head(listing, analysis.coverage),
        empty_because=None if places else why_empty(listing, analysis.coverage, judgements),
        rules=RULES_OF_X if listing in (Listing.FOLLOW, Listing.UNFOLLOW) else None,
        account_id=archive.account_id,
        handle=one_line(archive.handle) if archive.handle else None,
        as_of=analysis.coverage.as_of,
        generated_at=archive.generated_at,
        policy=policy.name,
        sections=tuple(sections),
    )


def entry(
    analysis: Analysis, judgements: Sequence[Judgement], place: int, policy: Policy, *, with_messages: bool = False, with_blocks: bool = False
) -> Entry:
    """One person as a row of a list."""
    person, judgement = analysis.people[place], judgements[place]
    facts = why(person, judgement, analysis.coverage, policy)
    return Entry(
        handle=person.handle or "",
        name=person.name or "",
        link=profile_link(person.handle, person.account_id),
        link2=intent_link(person.account_id),
        account_id=person.account_id,
        verdict=judgement.verdict,
        listing=judgement.listing,
        contact_days=len(person.contact_days),
        last_contact=iso_day(person.last_contact),
        as_of=iso_day(analysis.coverage.as_of),
        position=person.following_position,
        account_created=created_day(person.account_created),
        why=reason(person, judgement, analysis.coverage, with_messages=with_messages, with_blocks=with_blocks),
        facts=tuple(fact for fact in facts if _may_stand(fact, with_messages, with_blocks)),
        ground=judgement.ground if with_messages or judgement.ground != "group_only" else None,
        follows_ego=person.follows_ego,
        label=_label(person),
    )


def render(document: ListDocument, suffix: str) -> Iterator[str]:
    """The file's text in pieces for a suffix of `FORMS`; KeyError for another one."""
    return FORMS[suffix.lower()](document)


def write_list(document: ListDocument, path: Path) -> None:
    """Write the list in the form of the path's suffix, whole or not at all; `ExportError` also for an unknown suffix."""
    if path.suffix.lower() not in FORMS:
        raise ExportError(path, "suffix")
    atomic.write_bytes(path, encoded(render(document, path.suffix)))


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """UTF-8 whatever the archive's text holds."""
    return (piece.encode("utf-8", "replace") for piece in pieces)


def _groups(
    analysis: Analysis, judgements: Sequence[Judgement], listing: Listing, places: Sequence[int], with_messages: bool
) -> Iterator[tuple[str | None, list[int]]]:
    """Headings with their people: unfollow puts mutuals last, ask has one group for each fact, other lists stay whole."""
    if listing is Listing.UNFOLLOW:
        yield from _by_follow_back(analysis, places)
    elif listing is Listing.ASK:
        groups: dict[str | None, list[int]] = {}
        for place in places:
            groups.setdefault(judgements[place].ground, []).append(place)
        for ground, group in groups.items():
            yield group_heading(ground, len(group), with_messages=with_messages), group
    elif places:
        yield None, list(places)


def _by_follow_back(analysis: Analysis, places: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    others = [place for place in places if not analysis.people[place].follows_ego]
    mutuals = [place for place in places if analysis.people[place].follows_ego]
    if others:
        yield others_heading(len(others)), others
    if mutuals:
        yield mutuals_heading(len(mutuals)), mutuals


def _may_stand(fact: Fact, with_messages: bool, with_blocks: bool) -> bool:
    if fact.fact in ("blocked", "muted") or fact.fact in PRIVATE:
        return with_blocks
    return with_messages or fact.fact == "messages_not_read" or not fact.fact.startswith(("dm_", "group_", "message"))


def _label(person: Person) -> str:
    handle = link_handle(person.handle)
    return f"@{handle}" if handle else (f"id {person.account_id}" if person.account_id is not None else one_line(person.key))

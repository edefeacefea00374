"""The analysis as JSON (``kithmap-analysis/1``, interfaces.md): one person a line, the same bytes for the same input."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from analyzer.export.text import no_surrogates
from analyzer.export.values import Value, encode, four, plain
from analyzer.facts import Analysis, ArchiveFacts, Coverage
from analyzer.people.person import Person
from analyzer.verdict.explain import why, would_change
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Change, Fact, Judgement
from analyzer.version import VERSION

FORMAT = "kithmap-analysis/1"


def render(analysis: Analysis, judgements: Sequence[Judgement], policy: Policy) -> Iterator[bytes]:
    """The file in pieces; ``judgements`` stand in the order of ``analysis.people``."""
    head: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "policy": policy.name,
        "archive": _archive(analysis.archive),
        "archives": [_archive(archive) for archive in analysis.archives],
        "counts": asdict(analysis.counts),
        "names": {
            "followers_named": sum(1 for person in analysis.people if person.follows_ego and person.handle is not None),
            "following_named": sum(1 for person in analysis.people if person.followed_by_ego and person.handle is not None),
        },
        "network": {
            "nodes": analysis.graph.number_of_nodes(),
            "edges": analysis.graph.number_of_edges(),
            "communities": analysis.communities,
        },
    }
    yield b"{\n"
    for key, value in head.items():
        yield encode(key) + b": " + encode(value) + b",\n"
    yield b'"people": ['
    separator = b"\n"
    for person, judgement in zip(analysis.people, judgements, strict=True):
        facts = why(person, judgement, analysis.coverage, policy)
        changes = would_change(person, judgement, analysis.coverage, policy)
        yield separator + encode(_person(person, judgement, facts, changes))
        separator = b",\n"
    yield b"\n]\n}\n"


def person_object(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> dict[str, object]:
    """One person as they stand in the file."""
    return _person(person, judgement, why(person, judgement, coverage, policy), would_change(person, judgement, coverage, policy))


def fact_object(fact: Fact) -> dict[str, object]:
    """A fact as it stands in the files; ``needed`` is null where no rule asks for something."""
    return {"fact": fact.fact, "value": plain(fact.value), "needed": plain(fact.needed)}


def _is_plain(value: Value) -> bool:
    """True if the encoder writes the value as `plain` would."""
    return value is None or isinstance(value, int) or (isinstance(value, str) and value.isascii())


def _archive(archive: ArchiveFacts) -> dict[str, object]:
    return {
        "account_id": archive.account_id,
        "handle": _clean(archive.handle),
        "name": _clean(archive.name),
        "era": archive.era,
        "generated_at": archive.generated_at,
        "timezone": archive.timezone,
        "timezone_source": archive.timezone_source,
        "parts": [
            {
                "part": part.part,
                "file": no_surrogates(part.file),
                "records": part.records,
                "expected": part.expected,
                "unreadable": part.unreadable,
                "state": part.state,
            }
            for part in archive.parts
        ],
    }


def _person(person: Person, judgement: Judgement, facts: Sequence[Fact], changes: Sequence[Change]) -> dict[str, object]:
    return {
        "id": no_surrogates(person.key),
        "handle": _clean(person.handle),
        "name": _clean(person.name),
        "former_handles": [no_surrogates(handle) for handle in person.former_handles],
        "follows_ego": person.follows_ego,
        "followed_by_ego": person.followed_by_ego,
        "blocked": person.blocked,
        "muted": person.muted,
        "replies": person.replies,
        "mentions": person.mentions,
        "mentions_body": person.mentions_body,
        "carried": person.carried,
        "quotes": person.quotes,
        "retweets": person.retweets,
        "likes": person.likes,
        "dm_sent": person.dm_sent,
        "dm_received": person.dm_received,
        "group_messages": person.group_messages,
        "incoming": {"certain": person.incoming.certain, "likely": person.incoming.likely, "possible": person.incoming.possible},
        "contact_days": len(person.contact_days),
        "first_contact": person.first_contact,
        "last_contact": person.last_contact,
        "signs": person.signs,
        "strength": four(judgement.strength),
        "circle": judgement.circle,
        "community": person.community,
        "verdict": judgement.verdict,
        "list": judgement.listing,
        "decision": judgement.decision,
        "why": [fact if _is_plain(fact.value) and _is_plain(fact.needed) else fact_object(fact) for fact in facts],
        "would_change": [
            change if _is_plain(change.needs) else {"fact": change.fact, "needs": plain(change.needs), "to": change.to} for change in changes
        ],
    }


def _clean(text: str | None) -> str | None:
    return no_surrogates(text) if text is not None else None

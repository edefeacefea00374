"""The evidence as JSON lines, one interaction each, sorted by time, record and kind (interfaces.md "The evidence")."""

from collections.abc import Iterator

from analyzer.evidence.acts import Act
from analyzer.export.text import no_surrogates
from analyzer.export.values import encode, four, moment
from analyzer.facts import Analysis

# Interactions without a time come first, as an empty text would.
_NO_TIME = -(2**63)


def render(analysis: Analysis) -> Iterator[bytes]:
    """One line per interaction; equal (time, record, kind) are kept apart by person, so that the order never depends on the run."""
    lines = [(place, act) for person, acts in analysis.acts.items() for place in (analysis.index[person],) for act in acts]
    lines.sort(key=_order)
    for place, act in lines:
        yield encode(_line(analysis.people[place].key, act)) + b"\n"


def _order(line: tuple[int, Act]) -> tuple[int, int, str, int, int, int]:
    place, act = line
    return (_NO_TIME if act.at is None else act.at, act.id, act.kind.word, place, int(act.direction), act.their_id or 0)


def _line(key: str, act: Act) -> dict[str, object]:
    return {
        "person": no_surrogates(key),
        "kind": act.kind.word,
        "direction": act.direction.name.lower(),
        "at": moment(act.at),
        "id": str(act.id),
        "their_id": str(act.their_id) if act.their_id is not None else None,
        "p": four(act.p),
        "inferred_p": four(act.inferred_p),
        "tier": act.tier.value if act.tier is not None else None,
        "weight": four(act.weight),
        "signs": list(act.signs),
    }

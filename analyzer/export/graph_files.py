"""The network as files: GEXF 1.3 (Gephi), GraphML, and node-link JSON (networkx, D3), all with evidence on nodes and edges."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from analyzer.errors import ExportError
from analyzer.export import atomic
from analyzer.export.text import one_line
from analyzer.export.values import encode, four, iso_day, moment
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement
from analyzer.version import VERSION

Attribute = str | int | float | bool

NOTE = "Made from one Twitter/X archive. Ties between two others mean that they were seen together, not that they know each other."

_MESSAGE_KINDS = frozenset({"dm", "group_dm", "reaction"})
_TYPES = {
    "handle": "string",
    "name": "string",
    "ego": "boolean",
    "verdict": "string",
    "list": "string",
    "strength": "double",
    "circle": "integer",
    "community": "integer",
    "contact_days": "integer",
    "first_contact": "string",
    "last_contact": "string",
    "follows_ego": "boolean",
    "followed_by_ego": "boolean",
    "replies": "integer",
    "mentions_body": "integer",
    "carried": "integer",
    "quotes": "integer",
    "retweets": "integer",
    "likes": "integer",
    "incoming_certain": "integer",
    "incoming_likely": "integer",
    "incoming_possible": "integer",
    "dm_sent": "integer",
    "dm_received": "integer",
    "group_messages": "integer",
    "blocked": "boolean",
    "muted": "boolean",
    "kind": "string",
    "count": "integer",
    "evidence": "double",
    "first": "string",
    "last": "string",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the file: the person's key, what to show, and the attributes that are known."""

    key: str
    label: str
    attributes: dict[str, Attribute]


@dataclass(frozen=True, slots=True)
class Edge:
    """One (source, target, kind); ``evidence`` among the attributes is the sum of weights."""

    source: str
    target: str
    attributes: dict[str, Attribute]


@dataclass(frozen=True, slots=True)
class Network:
    """What goes into a graph file; ``as_of`` is the archive's day."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    as_of: str | None


def network_of(analysis: Analysis, judgements: Sequence[Judgement], *, with_messages: bool = False, with_blocks: bool = False) -> Network:
    """The analysis' graph for a file. Message ties, and blocks and mutes, stay out unless they are asked for (relationships §5)."""
    ego = analysis.archive.account_id
    nodes = [Node(ego, _printable(analysis.archive.handle) or ego, _known({"handle": analysis.archive.handle, "ego": True}))]
    for person, judgement in zip(analysis.people, judgements, strict=True):
        nodes.append(_node(person, judgement, with_messages, with_blocks))
    edges = []
    for source, target, kind, tie in analysis.graph.networkx.edges(keys=True, data=True):
        if with_messages or kind not in _MESSAGE_KINDS:
            attributes = _known(
                {"kind": kind, "count": tie["count"], "evidence": tie["weight"], "first": moment(tie["first"]), "last": moment(tie["last"])}
            )
            edges.append(Edge(_key(source), _key(target), attributes))
    return Network(tuple(nodes), tuple(edges), iso_day(analysis.coverage.as_of))


def gexf(network: Network) -> Iterator[str]:
    """GEXF 1.3. ``weight`` is left out where the evidence weighs nothing (a mere follow), as Gephi refuses 0."""
    nodes, edges = _names(node.attributes for node in network.nodes), _names(edge.attributes for edge in network.edges)
    modified = f" lastmodifieddate={_quoted(network.as_of)}" if network.as_of else ""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        f"<meta{modified}><creator>Kithmap {VERSION}</creator><description>{NOTE}</description></meta>\n"
        '<graph mode="static" defaultedgetype="directed" idtype="string">\n'
    )
    for owner, names in (("node", nodes), ("edge", edges)):
        yield f'<attributes class="{owner}" mode="static">\n'
        for name in names:
            yield f'<attribute id="{name}" title="{name}" type="{_TYPES[name]}"/>\n'
        yield "</attributes>\n"
    yield f'<nodes count="{len(network.nodes)}">\n'
    for node in network.nodes:
        yield f"<node id={_quoted(node.key)} label={_quoted(node.label)}><attvalues>{_attvalues(node.attributes)}</attvalues></node>\n"
    yield f'</nodes>\n<edges count="{len(network.edges)}">\n'
    for place, edge in enumerate(network.edges):
        evidence = edge.attributes["evidence"]
        weight = f' weight="{_text(evidence)}"' if evidence else ""
        yield (
            f'<edge id="e{place}" source={_quoted(edge.source)} target={_quoted(edge.target)} kind={_quoted(str(edge.attributes["kind"]))}'
            f"{weight}><attvalues>{_attvalues(edge.attributes)}</attvalues></edge>\n"
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def graphml(network: Network) -> Iterator[str]:
    """GraphML with typed keys; edge ids are unique, the kind is an attribute."""
    nodes, edges = _names(node.attributes for node in network.nodes), _names(edge.attributes for edge in network.edges)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="n_label" for="node" attr.name="label" attr.type="string"/>\n'
    for letter, owner, names in (("n", "node", nodes), ("e", "edge", edges)):
        for name in names:
            kind = "int" if _TYPES[name] == "integer" else _TYPES[name]
            yield f'<key id="{letter}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield f'<graph edgedefault="directed">\n<desc>{NOTE}</desc>\n'
    for node in network.nodes:
        label = f'<data key="n_label">{escape(node.label, quote=False)}</data>'
        yield f"<node id={_quoted(node.key)}>{label}{_data('n', node.attributes)}</node>\n"
    for place, edge in enumerate(network.edges):
        yield f'<edge id="e{place}" source={_quoted(edge.source)} target={_quoted(edge.target)}>{_data("e", edge.attributes)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def node_link(network: Network) -> Iterator[str]:
    """Node-link JSON as `networkx.node_link_graph` reads it; edge keys are kinds."""
    yield '{"directed": true, "multigraph": true, "graph": '
    yield encode({"generator": f"Kithmap {VERSION}", "as_of": network.as_of, "note": NOTE}).decode()
    yield ',\n"nodes": ['
    for place, node in enumerate(network.nodes):
        yield (",\n" if place else "\n") + encode({"id": node.key, "label": node.label, **_json(node.attributes)}).decode()
    yield '\n],\n"edges": ['
    for place, edge in enumerate(network.edges):
        ends = {"source": edge.source, "target": edge.target, "key": edge.attributes["kind"]}
        yield (",\n" if place else "\n") + encode({**ends, **_json(edge.attributes)}).decode()
    yield "\n]}\n"


FORMS: dict[str, Callable[[Network], Iterator[str]]] = {".gexf": gexf, ".graphml": graphml, ".json": node_link}


def render(network: Network, suffix: str) -> Iterator[bytes]:
    """The file in pieces for a suffix of `FORMS`; KeyError for another one."""
    return (piece.encode() for piece in FORMS[suffix.lower()](network))


def write_graph(network: Network, path: Path) -> None:
    """Write the file in the form of the path's suffix, whole or not at all; `ExportError` also for an unknown suffix."""
    if path.suffix.lower() not in FORMS:
        raise ExportError(path, "suffix")
    atomic.write_bytes(path, render(network, path.suffix))


def _node(person: Person, judgement: Judgement, with_messages: bool, with_blocks: bool) -> Node:
    values: dict[str, Attribute | None] = {
        "handle": person.handle,
        "name": person.name,
        "verdict": judgement.verdict.value,
        "list": judgement.listing.value,
        "strength": round(judgement.strength, 4),
        "circle": judgement.circle,
        "community": person.community,
        "contact_days": len(person.contact_days),
        "first_contact": iso_day(person.first_contact),
        "last_contact": iso_day(person.last_contact),
        "follows_ego": person.follows_ego,
        "followed_by_ego": person.followed_by_ego,
        "replies": person.replies,
        "mentions_body": person.mentions_body,
        "carried": person.carried,
        "quotes": person.quotes,
        "retweets": person.retweets,
        "likes": person.likes,
        "incoming_certain": person.incoming.certain,
        "incoming_likely": person.incoming.likely,
        "incoming_possible": person.incoming.possible,
    }
    if with_messages:
        values |= {"dm_sent": person.dm_sent, "dm_received": person.dm_received, "group_messages": person.group_messages}
    if with_blocks:
        values |= {"blocked": person.blocked, "muted": person.muted}
    key = _key(person.key)
    return Node(key, _printable(person.handle) or _printable(person.name) or key, _known(values))


def _known(values: Mapping[str, Attribute | None]) -> dict[str, Attribute]:
    return {name: one_line(value) if isinstance(value, str) else value for name, value in values.items() if value is not None}


def _key(key: str) -> str:
    """A key as it can stand in XML; nodes and edges must agree on it."""
    return key if key.isascii() and key.isdigit() else one_line(key)


def _printable(text: str | None) -> str:
    return one_line(text) if text else ""


def _names(rows: Iterable[Mapping[str, Attribute]]) -> list[str]:
    """The attributes that occur, in the order of `_TYPES`."""
    used: set[str] = set()
    for row in rows:
        used |= row.keys()
    return [name for name in _TYPES if name in used]


def _text(value: Attribute) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _attvalues(attributes: dict[str, Attribute]) -> str:
    return "".join(f'<attvalue for="{name}" value={_quoted(_text(value))}/>' for name, value in attributes.items())


def _data(letter: str, attributes: dict[str, Attribute]) -> str:
    return "".join(f'<data key="{letter}_{name}">{escape(_text(value), quote=False)}</data>' for name, value in attributes.items())


def _json(attributes: dict[str, Attribute]) -> dict[str, object]:
    return {name: four(value) if isinstance(value, float) else value for name, value in attributes.items()}

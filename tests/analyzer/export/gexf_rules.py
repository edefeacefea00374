"""The rules of the published GEXF 1.3 schema (RELAX NG grammar and XSD of gexf.net), written anew as a checker for tests.

The schema itself is not part of this project. What is checked: elements and their order, attributes required and allowed, the listed values,
dates and numbers, unique ids, and that references lead somewhere (which a schema cannot say, but every reader needs).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

NS = "{http://gexf.net/1.3}"
EDGE_TYPES = {"directed", "undirected", "mutual"}
TYPES = {
    "integer", "long", "double", "float", "boolean", "bigdecimal", "biginteger", "byte", "char", "short", "string", "anyURI",
    *(f"list{kind}" for kind in ("string", "boolean", "integer", "long", "float", "double", "byte", "short", "bigdecimal", "biginteger", "char")),
}  # fmt: skip
TIMES = {"start", "end", "timestamp"}
SPANS = TIMES | {"intervals", "timestamps"}
# element → (required attributes, further ones, children allowed)
RULES: dict[str, tuple[set[str], set[str], set[str]]] = {
    "gexf": ({"version"}, {"variant"}, {"meta", "graph"}),
    "meta": (set(), {"lastmodifieddate"}, {"creator", "keywords", "description"}),
    "creator": (set(), set(), set()),
    "keywords": (set(), set(), set()),
    "description": (set(), set(), set()),
    "graph": (set(), {"defaultedgetype", "idtype", "mode", "timeformat", "timerepresentation", "timezone"} | TIMES, {"attributes", "nodes", "edges"}),
    "attributes": ({"class"}, {"mode"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, set(), {"default", "options"}),
    "default": (set(), set(), set()),
    "options": (set(), set(), set()),
    "nodes": (set(), {"count"}, {"node"}),
    "edges": (set(), {"count"}, {"edge"}),
    "node": ({"id"}, {"label", "pid"} | SPANS, {"attvalues", "spells", "parents", "nodes", "edges"}),
    "edge": ({"id", "source", "target"}, {"type", "label", "weight", "kind"} | SPANS, {"attvalues", "spells"}),
    "attvalues": (set(), set(), {"attvalue"}),
    "attvalue": ({"for", "value"}, TIMES, set()),
}
VALUES = {
    ("graph", "defaultedgetype"): EDGE_TYPES,
    ("graph", "idtype"): {"integer", "string"},
    ("graph", "mode"): {"static", "dynamic", "slice"},
    ("attributes", "class"): {"node", "edge"},
    ("attributes", "mode"): {"static", "dynamic"},
    ("attribute", "type"): TYPES,
    ("edge", "type"): EDGE_TYPES,
    ("gexf", "version"): {"1.3"},
}


def problems_of(content: bytes) -> list[str]:
    """What in a file breaks the rules; empty for a valid one. A file that is no XML raises `ET.ParseError`."""
    root = ET.fromstring(content)
    if root.tag != f"{NS}gexf":
        return [f"the root is {root.tag}"]
    return [*_walk(root), *_order(root), *_ids(root), *_typed(root)]


def _walk(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(NS)
    if name not in RULES:
        yield f"unknown element {element.tag}"
        return
    required, more, children = RULES[name]
    given = set(element.attrib)
    yield from (f"{name} lacks {missing}" for missing in sorted(required - given))
    yield from (f"{name} has {extra}" for extra in sorted(given - required - more))
    for attribute, value in element.attrib.items():
        allowed = VALUES.get((name, attribute))
        if allowed is not None and value not in allowed:
            yield f"{name} {attribute} is {value}"
    if children and (element.text or "").strip():
        yield f"{name} holds text"
    for child in element:
        if child.tag.removeprefix(NS) not in children:
            yield f"{child.tag} inside {name}"
        yield from _walk(child)


def _order(root: ET.Element) -> Iterator[str]:
    top = [child.tag.removeprefix(NS) for child in root]
    if top not in (["meta", "graph"], ["graph"]):
        yield f"gexf holds {top}"
    graph = root.find(f"{NS}graph")
    parts = [child.tag.removeprefix(NS) for child in graph] if graph is not None else []
    if [part for part in parts if part != "attributes"] != ["nodes", "edges"]:
        yield f"graph holds {parts}"
    meta = root.find(f"{NS}meta")
    if meta is not None and (day := meta.get("lastmodifieddate")) is not None:
        try:
            date.fromisoformat(day)
        except ValueError:
            yield f"lastmodifieddate is {day}"


def _ids(root: ET.Element) -> Iterator[str]:
    for kind in ("node", "edge"):
        ids = [element.get("id") for element in root.iter(f"{NS}{kind}")]
        if len(ids) != len(set(ids)):
            yield f"{kind} ids repeat"
        holder = root.find(f"{NS}graph/{NS}{kind}s")
        if holder is not None and holder.get("count", str(len(ids))) != str(len(ids)):
            yield f"{kind}s count is {holder.get('count')}"
    nodes = {element.get("id") for element in root.iter(f"{NS}node")}
    for edge in root.iter(f"{NS}edge"):
        yield from (f"edge {edge.get('id')}: no node {edge.get(end)}" for end in ("source", "target") if edge.get(end) not in nodes)
        try:
            float(edge.get("weight", "1"))
        except ValueError:
            yield f"edge weight is {edge.get('weight')}"


def _typed(root: ET.Element) -> Iterator[str]:
    """Values as their attributes' types say."""
    for kind in ("node", "edge"):
        declared = {
            attribute.get("id"): attribute.get("type") for group in root.iter(f"{NS}attributes") if group.get("class") == kind for attribute in group
        }
        for element in root.iter(f"{NS}{kind}"):
            for value in element.iterfind(f"{NS}attvalues/{NS}attvalue"):
                wanted = declared.get(value.get("for"))
                if wanted is None:
                    yield f"{kind} attribute {value.get('for')} is not declared"
                elif not _fits(value.get("value", ""), wanted):
                    yield f"{kind} {value.get('for')}: {value.get('value')} is no {wanted}"


def _fits(text: str, wanted: str) -> bool:
    if wanted == "boolean":
        return text in ("true", "false", "1", "0")
    try:
        {"integer": int, "long": int, "double": float, "float": float}.get(wanted, str)(text)
    except ValueError:
        return False
    return True

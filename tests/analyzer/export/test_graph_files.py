"""Graph files: their structure, what stays out of them, and that networkx reads the same graph back."""

import json
import re
import xml.etree.ElementTree as ET
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from analyzer.errors import ExportError
from analyzer.export import graph_files
from analyzer.export.graph_files import Network
from analyzer.export.pseudonyms import analysis_under_pseudonyms, network_under_pseudonyms, pseudonyms_of
from tests.analyzer.export.gexf_rules import problems_of
from tests.analyzer.export.invented_analysis import AS_OF, BEA, DORA, EGO, ELI, HAL, analysis, judged

NS = "{http://gexf.net/1.3}"


def network(**more: bool) -> Network:
    found = analysis()
    return graph_files.network_of(found, judged(found), **more)


def written(suffix: str, **more: bool) -> bytes:
    return b"".join(graph_files.render(network(**more), suffix))


def triples(graph: "nx.MultiDiGraph[str]") -> dict[tuple[str, str, str], tuple[int, float, str | None]]:
    """(source, target, kind) → count, evidence, first; as the file says."""
    return {(u, v, data["kind"]): (data["count"], data["evidence"], data.get("first")) for u, v, data in graph.edges(data=True)}


def expected() -> dict[tuple[str, str, str], tuple[int, float, str | None]]:
    return {
        (edge.source, edge.target, str(edge.attributes["kind"])): (
            int(edge.attributes["count"]),
            float(edge.attributes["evidence"]),
            str(edge.attributes["first"]) if "first" in edge.attributes else None,
        )
        for edge in network().edges
    }


@pytest.mark.parametrize("suffix", [".gexf", ".graphml", ".json"])
def test_networkx_reads_the_same_graph_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    graph_files.write_graph(network(), path)
    if suffix == ".gexf":
        graph = nx.read_gexf(path, version="1.3")
    elif suffix == ".graphml":
        graph = nx.read_graphml(path)
    else:
        graph = nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")
    assert isinstance(graph, nx.MultiDiGraph)
    assert triples(graph) == expected()
    assert set(graph.nodes) == {EGO, *(person.key for person in analysis().people)}
    bea = graph.nodes[str(BEA)]
    assert (bea["verdict"], bea["contact_days"], bea["followed_by_ego"], bea["incoming_likely"]) == ("genuine", 21, True, 4)
    assert bea["name"] == '=HYPERLINK("https://evil.example","Bea")'
    assert graph.nodes[str(ELI)]["name"] == "+Eli\ufffd"
    assert graph.nodes[EGO]["ego"] is True


def read_back(suffix: str, content: bytes) -> "nx.MultiDiGraph[str]":
    if suffix == ".gexf":
        return nx.read_gexf(BytesIO(content), version="1.3")
    if suffix == ".graphml":
        return nx.read_graphml(BytesIO(content))
    return nx.node_link_graph(json.loads(content), edges="edges")


@pytest.mark.parametrize("more", [{}, {"with_messages": True, "with_blocks": True}], ids=["public", "all"])
def test_networkx_reads_all_three_forms_back_equal(more: dict[str, bool]) -> None:
    given = network(**more)
    nodes = {node.key: {"label": node.label, **node.attributes} for node in given.nodes}
    edges = sorted((edge.source, edge.target, sorted(edge.attributes.items())) for edge in given.edges)
    for suffix in graph_files.FORMS:
        graph = read_back(suffix, written(suffix, **more))
        assert {key: dict(data) for key, data in graph.nodes(data=True)} == nodes, suffix
        # GEXF has its own id and weight beside ours.
        own = ("id", "weight") if suffix == ".gexf" else ()
        found = sorted((u, v, sorted((name, value) for name, value in data.items() if name not in own)) for u, v, data in graph.edges(data=True))
        assert found == edges, suffix


@pytest.mark.parametrize("more", [{}, {"with_messages": True, "with_blocks": True}], ids=["public", "all"])
def test_gexf_keeps_the_rules_of_gephis_schema(more: dict[str, bool]) -> None:
    assert problems_of(written(".gexf", **more)) == []
    disguised = network_under_pseudonyms(network(**more))
    assert problems_of(b"".join(graph_files.render(disguised, ".gexf"))) == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('version="1.3"', 'version="1.2"', "gexf version is 1.2"),
        ('class="node" mode="static"', 'class="nodes" mode="static"', "attributes class is nodes"),
        ('type="integer"', 'type="int"', "attribute type is int"),
        ('id="e1"', 'id="e0"', "edge ids repeat"),
        ("<nodes count", "<node count", "node"),
        ('<attvalue for="verdict"', '<attvalue for="judged"', "node attribute judged is not declared"),
        ('for="contact_days" value="21"', 'for="contact_days" value="many"', "node contact_days: many is no integer"),
        (' defaultedgetype="directed"', ' edgetype="directed"', "graph has edgetype"),
        (f' target="{BEA}"', ' target="1"', "no node 1"),
        ("lastmodifieddate=", 'lastmodifieddate="soon" x=', "lastmodifieddate is soon"),
    ],
)
def test_the_checker_finds_what_breaks_the_rules(before: str, after: str, problem: str) -> None:
    good = written(".gexf").decode()
    assert before in good
    bad = good.replace(before, after, 1)
    if after.startswith("<node count"):
        bad = bad.replace("</nodes>", "</node>", 1)
    assert any(problem in found for found in problems_of(bad.encode()))


def test_pseudonyms_leave_no_id_no_name_and_no_day() -> None:
    found = analysis()
    disguised = network_under_pseudonyms(network(with_messages=True, with_blocks=True))
    for suffix in graph_files.FORMS:
        text = b"".join(graph_files.render(disguised, suffix)).decode().lower()
        for person in found.people:
            for word in (str(person.account_id or person.handle), person.handle, person.name, *person.former_handles):
                assert word is None or word.lower() not in text, word
        assert EGO not in text and str(found.archive.handle).lower() not in text
        days = re.findall(r"\d{4}-\d{2}-\d{2}", text)
        assert set(days) <= {AS_OF.isoformat()}


def test_pseudonyms_change_names_and_nothing_else() -> None:
    plain, disguised = network(), network_under_pseudonyms(network())
    names = {EGO: "ego"} | pseudonyms_of(person.key for person in analysis().people)
    assert {node.key for node in disguised.nodes} == set(names.values())
    kept = ("kind", "count", "evidence")
    assert sorted((names[e.source], names[e.target], *(e.attributes[k] for k in kept)) for e in plain.edges) == sorted(
        (e.source, e.target, *(e.attributes[k] for k in kept)) for e in disguised.edges
    )
    by_key = {node.key: node.attributes for node in disguised.nodes}
    for node in plain.nodes:
        same = {name: value for name, value in node.attributes.items() if name not in ("handle", "name", "first_contact", "last_contact")}
        assert same.items() <= by_key[names[node.key]].items()


def test_pseudonyms_are_the_same_every_time_and_follow_no_order_of_ids() -> None:
    keys = [str(9_100_000_000 + number) for number in range(200)]
    names = pseudonyms_of(keys)
    assert names == pseudonyms_of(reversed(keys))
    assert sorted(names.values()) == [f"P{place:03}" for place in range(1, 201)]
    assert [names[key] for key in keys] != sorted(names.values())
    rising = sum(names[a] < names[b] for a, b in pairwise(keys))
    assert 70 < rising < 130


def test_a_picture_under_pseudonyms_has_the_graph_files_names() -> None:
    found = analysis()
    disguised = analysis_under_pseudonyms(found)
    names = pseudonyms_of(person.key for person in found.people)
    assert [person.name for person in disguised.people] == [names[person.key] for person in found.people]
    assert all(person.handle is None and not person.former_handles for person in disguised.people)
    assert disguised.archive.handle is None and disguised.archive.name is None and not disguised.community_names


def test_the_file_holds_every_edge_of_the_analysis_but_those_of_messages() -> None:
    shown = {(edge.source, edge.target, edge.kind) for edge in analysis().graph.edges() if edge.kind not in ("dm", "group_dm", "reaction")}
    assert set(expected()) == shown
    assert (str(BEA), str(DORA), "co_mention") in shown
    assert (EGO, str(BEA), "follows") in shown


def test_messages_and_blocks_come_only_when_asked_for() -> None:
    plain = b"".join(written(suffix) for suffix in graph_files.FORMS).decode()
    assert [word for word in ("dm_sent", "dm_received", "group_messages", "group_dm", '"dm"', "blocked", "muted") if word in plain] == []
    full = network(with_messages=True, with_blocks=True)
    kinds = {edge.attributes["kind"] for edge in full.edges}
    assert {"dm", "group_dm"} <= kinds
    assert (str(BEA), str(HAL), "group_dm") in {(edge.source, edge.target, edge.attributes["kind"]) for edge in full.edges}
    assert any(node.attributes.get("blocked") for node in full.nodes)


def test_gexf_is_1_3_with_declared_attributes_unique_edges_and_the_archives_date() -> None:
    root = ET.fromstring(written(".gexf"))
    assert (root.tag, root.get("version")) == (f"{NS}gexf", "1.3")
    meta = root.find(f"{NS}meta")
    assert meta is not None
    assert meta.get("lastmodifieddate") == AS_OF.isoformat()
    graph = root.find(f"{NS}graph")
    assert graph is not None
    for owner, items in (("node", f"{NS}nodes/{NS}node"), ("edge", f"{NS}edges/{NS}edge")):
        declared = {found.get("id") for found in graph.findall(f"{NS}attributes[@class='{owner}']/{NS}attribute")}
        elements = graph.findall(items)
        used = {value.get("for") for element in elements for value in element.iter(f"{NS}attvalue")}
        assert used == declared
        ids = [element.get("id") for element in elements]
        assert len(ids) == len(set(ids)) > 0
    nodes = {node.get("id") for node in graph.iter(f"{NS}node")}
    edges = list(graph.iter(f"{NS}edge"))
    assert all(edge.get("source") in nodes and edge.get("target") in nodes and edge.get("kind") for edge in edges)
    assert all(float(edge.get("weight", "1")) > 0 for edge in edges)


def test_markup_in_names_stays_text() -> None:
    root = ET.fromstring(written(".gexf"))
    dora = root.find(f".//{NS}node[@id='{DORA}']//{NS}attvalue[@for='name']")
    assert dora is not None
    assert dora.get("value") == "<script>alert(1)</script> & Dora"


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        graph_files.write_graph(network(), tmp_path / "graph.dot")
    assert list(tmp_path.iterdir()) == []

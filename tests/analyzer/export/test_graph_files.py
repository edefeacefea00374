"""Graph files: their structure, what stays out of them, and that networkx reads the same graph back."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from analyzer.errors import ExportError
from analyzer.export import graph_files
from analyzer.export.graph_files import Network
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

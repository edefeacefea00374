"""Graph files and pictures without names: everybody is a number such as P017, days become months, and the order tells nothing."""

import dataclasses
from collections.abc import Iterable, Mapping
from hashlib import sha256

import msgspec

from analyzer.export.graph_files import Attribute, Edge, Network, Node
from analyzer.facts import Analysis

EGO = "ego"
_NAMES = ("handle", "name")
_DATES = ("first_contact", "last_contact", "first", "last")


def pseudonyms_of(keys: Iterable[str]) -> dict[str, str]:
    """A pseudonym for each key: P001, P002, … in an order that only who has all the keys can find again.

    The same keys get the same pseudonyms, so that files and pictures of one archive agree. Ids grow with the age of an account, so their own
    order would tell something.
    """
    known = sorted(set(keys))
    salt = sha256("\n".join(known).encode()).digest()
    ranked = sorted(known, key=lambda key: sha256(salt + key.encode()).digest())
    width = max(3, len(str(len(ranked))))
    return {key: f"P{place:0{width}}" for place, key in enumerate(ranked, start=1)}


def network_under_pseudonyms(network: Network) -> Network:
    """The network without ids, handles and names, with months instead of days; verdicts, counts and ties stay.

    Counts can still tell somebody who knows the archive's owner well: a pseudonym is no anonymity.
    """
    others = (node.key for node in network.nodes if not node.attributes.get("ego"))
    names = {node.key: EGO for node in network.nodes if node.attributes.get("ego")} | pseudonyms_of(others)
    nodes = sorted((Node(names[node.key], names[node.key], _coarse(node.attributes)) for node in network.nodes), key=_node_order)
    edges = sorted((Edge(names[edge.source], names[edge.target], _coarse(edge.attributes)) for edge in network.edges), key=_edge_order)
    return Network(tuple(nodes), tuple(edges), network.as_of)


def analysis_under_pseudonyms(analysis: Analysis) -> Analysis:
    """The analysis for a picture: people are called by the pseudonyms of the graph files, the owner and the hashtags stay out."""
    names = pseudonyms_of(person.key for person in analysis.people)
    people = tuple(msgspec.structs.replace(person, name=names[person.key], handle=None, former_handles=()) for person in analysis.people)
    owner = dataclasses.replace(analysis.archive, handle=None, name=None, former_handles=())
    return dataclasses.replace(analysis, people=people, archive=owner, community_names={})


def _coarse(attributes: Mapping[str, Attribute]) -> dict[str, Attribute]:
    # ISO dates and times begin with year and month.
    return {name: str(value)[:7] if name in _DATES else value for name, value in attributes.items() if name not in _NAMES}


def _node_order(node: Node) -> tuple[bool, str]:
    return node.key != EGO, node.key


def _edge_order(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.target, str(edge.attributes["kind"])

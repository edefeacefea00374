"""The table of edges is the NetworkX graph that `add_edge` would have made of the same acts and ties, edge by edge and in its order."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.facts import Tie
from analyzer.network.graph import EgoNetwork
from analyzer.people.person import Person

EGO = "9000000001"
KEYS = ["9000000002", "9000000003", "9000000004", "@nobody_now"]

times = st.none() | st.integers(1_300_000_000_000, 1_700_000_000_000)
acts_of_one = st.lists(
    st.builds(
        Act,
        kind=st.sampled_from(Kind),
        direction=st.sampled_from(Direction),
        at=times,
        id=st.integers(1, 9),
        weight=st.sampled_from([1.0, 0.5, 0.125]),
        tier=st.none() | st.sampled_from(Tier),
    ),
    max_size=6,
)
follows = st.dictionaries(st.sampled_from(KEYS), st.tuples(st.booleans(), st.booleans()))
ties_between = st.lists(
    st.builds(
        Tie,
        a=st.sampled_from(KEYS),
        b=st.sampled_from([*KEYS, "@stranger"]),
        kind=st.sampled_from(["co_mention", "reply_prefix", "group_dm"]),
        count=st.integers(1, 5),
        weight=st.sampled_from([0.5, 1.0, 1.25]),
    ),
    max_size=6,
)


def by_add_edge(people: list[Person], acts: dict[str, list[Act]], ties: list[Tie]) -> "nx.MultiDiGraph[str]":
    """The same network, one act after the other."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(ego=EGO)
    graph.add_node(EGO)
    graph.add_nodes_from(person.key for person in people)
    for person in people:
        if person.followed_by_ego:
            graph.add_edge(EGO, person.key, "follows", count=1, weight=0.0, first=None, last=None)
        if person.follows_ego:
            graph.add_edge(person.key, EGO, "follows", count=1, weight=0.0, first=None, last=None)
        for act in acts.get(person.key, []):
            if act.kind is Kind.TURN and act.tier not in (Tier.CERTAIN, Tier.LIKELY):
                continue
            ends = (EGO, person.key) if act.direction is Direction.OUT else (person.key, EGO)
            known = graph.get_edge_data(*ends, act.kind.word) or {"count": 0, "weight": 0.0, "first": None, "last": None}
            seen = [at for at in (known["first"], known["last"], act.at) if at is not None]
            graph.add_edge(
                *ends, act.kind.word, count=known["count"] + 1, weight=known["weight"] + act.weight, first=min(seen, default=None),
                last=max(seen, default=None),
            )  # fmt: skip
    for tie in ties:
        graph.add_edge(tie.a, tie.b, tie.kind, count=tie.count, weight=tie.weight, first=None, last=None)
    return graph


@given(st.dictionaries(st.sampled_from(KEYS), acts_of_one), follows, ties_between)
def test_the_table_is_the_graph_that_networkx_would_have_made(
    acts: dict[str, list[Act]], following: dict[str, tuple[bool, bool]], ties: list[Tie]
) -> None:
    people = [
        Person(key, None, follows_ego=following.get(key, (False, False))[0], followed_by_ego=following.get(key, (False, False))[1]) for key in KEYS
    ]
    network = EgoNetwork(EGO, people, acts, ties)
    expected = by_add_edge(people, acts, ties)
    assert list(network.networkx.nodes) == list(expected.nodes)
    assert list(network.networkx.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
    assert (network.number_of_nodes(), network.number_of_edges()) == (expected.number_of_nodes(), expected.number_of_edges())
    assert [(edge.source, edge.target, edge.kind) for edge in network.edges()] == list(expected.edges(keys=True))


def test_the_graph_is_made_once() -> None:
    network = EgoNetwork(EGO, [Person(KEYS[0], 9000000002, follows_ego=True)], {}, ())
    assert network.networkx is network.networkx
    assert network.kinds == {"follows": 1}

"""The relationship network as a NetworkX multigraph: ego, everybody, and one edge per pair and kind (relationships §5 "Network")."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.people.person import Person

if TYPE_CHECKING:
    import networkx as nx

    from analyzer.facts import Tie


def build_graph(ego: str, people: Sequence[Person], acts: Mapping[str, Sequence[Act]], ties: "Sequence[Tie]") -> "nx.MultiDiGraph[str]":
    """Nodes are keys (ego's account id included); edge keys are kinds.

    From ego: reply, mention, carried, quote, retweet, like, dm, group_dm and follows; towards ego: dm, group_dm, reaction, turn (certain or
    likely only) and follows. Edge attributes: ``count``, ``weight`` (sum), ``first`` and ``last`` (UTC ms or None). Ties between two others
    (``co_mention``, ``reply_prefix``, ``group_dm``) stand once, from the lower to the higher key: *seen together*, no more.
    """
    import networkx as nx  # 0.2 s to import: only when a graph is wanted

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(ego=ego)
    graph.add_node(ego)
    graph.add_nodes_from(person.key for person in people)
    for person in people:
        if person.followed_by_ego:
            graph.add_edge(ego, person.key, "follows", count=1, weight=0.0, first=None, last=None)
        if person.follows_ego:
            graph.add_edge(person.key, ego, "follows", count=1, weight=0.0, first=None, last=None)
        theirs = acts.get(person.key)
        if not theirs:
            continue
        for (kind, direction), (count, weight, first, last) in _sums(theirs).items():
            source, target = (ego, person.key) if direction is Direction.OUT else (person.key, ego)
            graph.add_edge(source, target, kind.word, count=count, weight=round(weight, 4), first=first, last=last)
    for tie in ties:
        graph.add_edge(tie.a, tie.b, tie.kind, count=tie.count, weight=round(tie.weight, 4), first=None, last=None)
    return graph


def _sums(acts: Sequence[Act]) -> dict[tuple[Kind, Direction], tuple[int, float, int | None, int | None]]:
    """Count, weight, first and last time of one person's acts by kind and direction."""
    sums: dict[tuple[Kind, Direction], tuple[int, float, int | None, int | None]] = {}
    for act in acts:
        if act.kind is Kind.TURN and act.tier not in (Tier.CERTAIN, Tier.LIKELY):
            continue
        place = (act.kind, act.direction)
        count, weight, first, last = sums.get(place, (0, 0.0, None, None))
        at = act.at
        if at is not None:
            if first is None or at < first:
                first = at
            if last is None or at > last:
                last = at
        sums[place] = (count + 1, weight + act.weight, first, last)
    return sums

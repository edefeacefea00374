"""Communities of people whom ego names together: Leiden by igraph, seeded, and as a child process that speaks JSON over pipes.

igraph holds the interpreter lock while it works, so a window runs this module as a child (``python -m analyzer.network.communities``).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

SEED = 20100
"""Fixed, so that the same archive gives the same communities."""

Partition = Callable[[int, Sequence[tuple[int, int, float]]], list[int]]
"""(number of nodes, weighted undirected edges) → a community per node, in any numbering."""


def leiden(nodes: int, edges: Sequence[tuple[int, int, float]]) -> list[int]:
    """Membership by the Leiden algorithm with modularity (Traag, Waltman and van Eck 2019); the same every time."""
    import random

    import igraph  # 17 MB of library: only when communities are wanted

    igraph.set_random_number_generator(random.Random(SEED))
    graph = igraph.Graph(n=nodes, edges=[(a, b) for a, b, _ in edges])
    weights = [weight for _, _, weight in edges]
    return list(graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=10).membership)


def number_communities(order: Sequence[str], pairs: Iterable[tuple[str, str, float]], partition: Partition = leiden) -> dict[str, int]:
    """Community of each key of ``order`` that is tied to another: numbered from 1 by size, then by the place of its first member in ``order``.

    Pairs may repeat (several kinds of tie); their weights add up. Communities of one are left out (0).
    """
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for a, b, weight in pairs:
        weights[a, b] += weight
    if not weights:
        return {}
    tied = {key for pair in weights for key in pair}
    keys = [key for key in order if key in tied]
    place = {key: number for number, key in enumerate(keys)}
    edges = sorted((place[a], place[b], weight) for (a, b), weight in weights.items())
    members: dict[int, list[int]] = defaultdict(list)
    for node, community in enumerate(partition(len(keys), edges)):
        members[community].append(node)
    ranked = sorted((group for group in members.values() if len(group) > 1), key=lambda group: (-len(group), group[0]))
    return {keys[node]: number for number, group in enumerate(ranked, start=1) for node in group}


def ask(nodes: int, edges: Sequence[tuple[int, int, float]]) -> bytes:
    """What the child process reads; written in a fifth of the standard library's time, for which every other thread would have to wait."""
    return msgspec.json.encode({"nodes": nodes, "edges": edges})


def understand(answer: bytes) -> list[int]:
    """The membership that the child process wrote."""
    return msgspec.json.decode(answer, type=list[int])


def main() -> int:
    """Child process: reads ``{"nodes": n, "edges": [[a, b, w], …]}`` from stdin, writes the membership list to stdout."""
    question = json.load(sys.stdin.buffer)
    edges = [(int(a), int(b), float(weight)) for a, b, weight in question["edges"]]
    sys.stdout.write(json.dumps(leiden(int(question["nodes"]), edges)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Places of the Map: each community laid out by igraph on its own, then packed; also as a child process that speaks JSON over pipes.

igraph holds the interpreter lock while it works, so a window runs this module as a child (``python -m analyzer.network.map_layout``).
"""

import json
import math
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analyzer.network.alignment import Point, align
from analyzer.network.outlines import convex_hull
from analyzer.network.packing import ASPECT, pack_shapes

if TYPE_CHECKING:
    import igraph

SEED = 20100
# Neighbours of a community stand about so far apart, and never nearer than the second.
SPACING = 34.0
LEAST_APART = 22.0
# Between the outermost people of two communities: the rounded edges of their hulls, a name, and air.
GAP = 66.0
# Up to so many communities are packed in several ways.
MOST_TRIED = 30
ASPECTS = (ASPECT, 1.35, 1.0, 2.2)
# Up to so many people stress majorisation is quick, and shows chains and stars as what they are.
MOST_BY_DISTANCES = 60
ROUNDS = 24
FORCE_ROUNDS = 150

Edge = tuple[int, int, float]


def lay_out_map(groups: Sequence[Sequence[int]], edges: Sequence[Edge], before: Mapping[int, Point] | None = None) -> dict[int, Point]:
    """A place for everybody in ``groups`` (any numbers, each in one group), in px around (0, 0) (to 1/1000, as they are kept); the same every time.

    ``edges`` (a, b, weight) within a group shape it, those between groups pull groups together. ``before`` has places of an earlier
    picture: groups stay near where their people were, turned and mirrored so that they lie as they lay (`align`).
    """
    before = before or {}
    group_of = {person: number for number, group in enumerate(groups) for person in group}
    inside: list[list[Edge]] = [[] for _ in groups]
    pulls: dict[tuple[int, int], float] = {}
    for a, b, weight in edges:
        first, second = group_of[a], group_of[b]
        if first == second:
            inside[first].append((a, b, weight))
        else:
            pair = (min(first, second), max(first, second))
            pulls[pair] = pulls.get(pair, 0.0) + weight
    shapes = [_shape(group, own, before) for group, own in zip(groups, inside, strict=True)]
    known = {number: middle for number, group in enumerate(groups) if (middle := _old_middle(group, shapes[number], before)) is not None}
    if not groups:
        return {}
    centres = _packed([convex_hull(shape) for shape in shapes], pulls, known)
    return {
        person: (round(x + to_x, 3), round(y + to_y, 3))
        for group, shape, (to_x, to_y) in zip(groups, shapes, centres, strict=True)
        for person, (x, y) in zip(group, shape, strict=True)
    }


def _packed(outlines: Sequence[Sequence[Point]], pulls: Mapping[tuple[int, int], float], known: Mapping[int, Point]) -> list[Point]:
    """Centres of the groups: few of them are packed flatter and steeper, and the packing is taken that can be drawn largest."""
    aspects = ASPECTS if len(outlines) <= MOST_TRIED and not known else (ASPECT,)
    found = [pack_shapes(outlines, GAP, pulls, known, aspect) for aspect in aspects]
    return min(found, key=lambda centres: _size(outlines, centres))


def _size(outlines: Sequence[Sequence[Point]], centres: Sequence[Point]) -> float:
    """Height of the smallest canvas of the usual shape that holds everything."""
    xs = [x + to_x for outline, (to_x, _) in zip(outlines, centres, strict=True) for x, _ in outline]
    ys = [y + to_y for outline, (_, to_y) in zip(outlines, centres, strict=True) for _, y in outline]
    return max((max(xs) - min(xs) + GAP) / ASPECT, max(ys) - min(ys) + GAP)


def _old_middle(group: Sequence[int], shape: Sequence[Point], before: Mapping[int, Point]) -> Point | None:
    """Where the middle of a group has to lie for its people to be where they were; None where most of them are new."""
    known = [(before[person], place) for person, place in zip(group, shape, strict=True) if person in before]
    if 2 * len(known) < len(group):
        return None
    return (
        sum(x - own_x for (x, _), (own_x, _) in known) / len(known),
        sum(y - own_y for (_, y), (_, own_y) in known) / len(known),
    )


def _shape(group: Sequence[int], edges: Sequence[Edge], before: Mapping[int, Point]) -> list[Point]:
    """The people of one group around (0, 0): each connected part on its own, the parts side by side."""
    parts = _parts(group, edges)
    part_of = {person: number for number, part in enumerate(parts) for person in part}
    inside: list[list[Edge]] = [[] for _ in parts]
    for edge in edges:
        inside[part_of[edge[0]]].append(edge)
    shapes = [_part_shape(part, own, before) for part, own in zip(parts, inside, strict=True)]
    centres = pack_shapes([convex_hull(shape) for shape in shapes], SPACING, aspect=1.0) if len(parts) > 1 else [(0.0, 0.0)]
    place = {
        person: (x + to_x, y + to_y)
        for part, shape, (to_x, to_y) in zip(parts, shapes, centres, strict=True)
        for person, (x, y) in zip(part, shape, strict=True)
    }
    known = [person for person in group if person in before]
    if len(known) > 1:
        motion = align([place[person] for person in known], [before[person] for person in known])
        place = {person: motion.apply(point) for person, point in place.items()}
    return _centred([place[person] for person in group])


def _parts(group: Sequence[int], edges: Sequence[Edge]) -> list[list[int]]:
    """The connected parts of a group, the largest first, each in the order of the group."""
    near: dict[int, list[int]] = {person: [] for person in group}
    for a, b, _ in edges:
        near[a].append(b)
        near[b].append(a)
    place = {person: number for number, person in enumerate(group)}
    seen: set[int] = set()
    parts: list[list[int]] = []
    for person in group:
        waiting, found = [person], []
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                found.append(one)
                waiting += near[one]
        if found:
            parts.append(sorted(found, key=place.__getitem__))
    return sorted(parts, key=lambda part: -len(part))


def _part_shape(part: Sequence[int], edges: Sequence[Edge], before: Mapping[int, Point]) -> list[Point]:
    """The people of one connected part around (0, 0)."""
    if len(part) == 1:
        return [(0.0, 0.0)]
    place = {person: number for number, person in enumerate(part)}
    own = [(place[a], place[b], weight) for a, b, weight in edges]
    old = {place[person]: before[person] for person in part if person in before}
    return _centred(_push_apart(_spread(_forces(len(part), own, old))))


def _centred(points: Sequence[Point]) -> list[Point]:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, low = min(y for _, y in points), max(y for _, y in points)
    return [(x - (left + right) / 2, y - (top + low) / 2) for x, y in points]


def _forces(count: int, edges: Sequence[Edge], old: Mapping[int, Point]) -> list[Point]:
    """igraph's own places in its own measure. People who had a place begin there, so that a grown community keeps its shape."""
    import random

    import igraph  # 17 MB of library: only when a Map is wanted

    igraph.set_random_number_generator(random.Random(SEED))
    graph = igraph.Graph(n=count, edges=[(a, b) for a, b, _ in edges])
    layout = _seed(graph, old)
    if count > MOST_BY_DISTANCES or len(old) < 2:
        weights = [weight for _, _, weight in edges]
        layout = graph.layout_fruchterman_reingold(weights=weights, seed=layout, niter=FORCE_ROUNDS, grid=count > 1000).coords
    if count <= MOST_BY_DISTANCES:
        # From a circle alone it stops where a hub lies beside its people instead of among them.
        layout = graph.layout_kamada_kawai(seed=layout).coords
    return [(float(x), float(y)) for x, y in layout]


def _seed(graph: "igraph.Graph", old: Mapping[int, Point]) -> list[list[float]]:
    """Where the forces begin: on a circle, or where people were, new ones beside those they are tied to."""
    count = graph.vcount()
    turns = [2 * math.pi * number / count for number in range(count)]
    if len(old) < 2:
        size = math.sqrt(count)
        return [[size * math.cos(turn), size * math.sin(turn)] for turn in turns]
    middle_x, middle_y = (sum(point[axis] for point in old.values()) / len(old) for axis in (0, 1))
    found: list[list[float]] = []
    for number in range(count):
        near = [old[number]] if number in old else [old[other] for other in graph.neighbors(number) if other in old]
        x, y = (sum(point[axis] for point in near) / len(near) for axis in (0, 1)) if near else (middle_x, middle_y)
        off = 0.0 if number in old else 0.4
        found.append([(x - middle_x) / SPACING + off * math.cos(turns[number]), (y - middle_y) / SPACING + off * math.sin(turns[number])])
    return found


def _spread(points: Sequence[Point]) -> list[Point]:
    """Enlarged so that half of all people have nobody nearer than the wanted spacing."""
    nearest = sorted(min(math.dist(point, other) for place, other in enumerate(points) if place != own) for own, point in _sample(points))
    scale = SPACING / max(nearest[len(nearest) // 2], 1e-3)
    return [(x * scale, y * scale) for x, y in points]


def _sample(points: Sequence[Point]) -> list[tuple[int, Point]]:
    step = max(1, len(points) // 60)
    return [(place, points[place]) for place in range(0, len(points), step)]


def _push_apart(points: Sequence[Point]) -> list[Point]:
    """The same with nobody nearer than 22 px to another, where a few rounds of pushing reach that."""
    moved = [list(point) for point in points]
    # Two on one point have no direction to part in: a hair apart they have.
    for number, point in enumerate(moved):
        point[0] += 1e-3 * math.cos(number)
        point[1] += 1e-3 * math.sin(number)
    for _ in range(ROUNDS):
        if not _push_once(moved):
            break
    return [(x, y) for x, y in moved]


def _push_once(points: list[list[float]]) -> bool:
    """Part every pair that is too near by half of what is lacking each; False if there was none."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(points):
        cells.setdefault((math.floor(x / LEAST_APART), math.floor(y / LEAST_APART)), []).append(number)
    pushed = False
    for (column, row), own in cells.items():
        around = [other for right in (-1, 0, 1) for down in (-1, 0, 1) for other in cells.get((column + right, row + down), ())]
        for first in own:
            for second in around:
                if second <= first:
                    continue
                across, down = points[second][0] - points[first][0], points[second][1] - points[first][1]
                away = math.hypot(across, down)
                if away < LEAST_APART - 0.1:
                    share = (LEAST_APART - away) / 2 / max(away, 1e-6)
                    points[first][0] -= across * share
                    points[first][1] -= down * share
                    points[second][0] += across * share
                    points[second][1] += down * share
                    pushed = True
    return pushed


def question(groups: Sequence[Sequence[int]], edges: Sequence[Edge], before: Mapping[int, Point]) -> bytes:
    """What a child process is asked: the arguments of `lay_out_map`."""
    return json.dumps({"groups": groups, "edges": edges, "before": [[person, x, y] for person, (x, y) in before.items()]}).encode()


def answer(text: bytes) -> dict[int, Point]:
    """What a child process said."""
    return {int(person): (float(x), float(y)) for person, x, y in json.loads(text)}


def main() -> int:
    """Child process: reads a `question` from stdin, writes ``[[person, x, y], …]`` to stdout."""
    asked: dict[str, Any] = json.load(sys.stdin.buffer)
    edges = [(int(a), int(b), float(weight)) for a, b, weight in asked["edges"]]
    before = {int(person): (float(x), float(y)) for person, x, y in asked["before"]}
    places = lay_out_map(asked["groups"], edges, before)
    sys.stdout.write(json.dumps([[person, x, y] for person, (x, y) in places.items()]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Places of the Map: the same every time, nobody on another, no community on another, and as they were before."""

import json
import math
import random
import subprocess
import sys
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.network import map_layout
from analyzer.network.alignment import Motion, Point
from analyzer.network.map_layout import GAP, LEAST_APART, Edge, lay_out_map
from analyzer.network.outlines import convex_hull
from analyzer.network.packing import pack_shapes
from tests.analyzer.network.outlines import apart, moved

ROOT = Path(__file__).parents[3]


def invented(sizes: list[int], seed: int = 3) -> tuple[list[list[int]], list[Edge]]:
    """Groups of these sizes as trees with some more ties, and some ties between them."""
    chance = random.Random(seed)
    groups: list[list[int]] = []
    edges: list[Edge] = []
    start = 0
    for size in sizes:
        group = list(range(start, start + size))
        for place in range(1, size):
            edges.append((group[chance.randrange(place)], group[place], 1.0))
            if chance.random() < 0.3:
                edges.append((group[chance.randrange(place)], group[place], 0.5))
        groups.append(group)
        start += size
    for first, second in combinations(groups, 2):
        if chance.random() < 0.4:
            edges.append((chance.choice(first), chance.choice(second), 1.0))
    return groups, edges


def test_the_same_question_has_the_same_answer_also_from_the_child() -> None:
    groups, edges = invented([26, 21, 12, 7, 4, 2, 2, 1])
    places = lay_out_map(groups, edges)
    assert places == lay_out_map(groups, edges)
    command = [sys.executable, "-m", map_layout.__name__]
    asked = map_layout.question(groups, edges, {0: (3.0, 4.0)})
    done = subprocess.run(command, input=asked, capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert map_layout.answer(done.stdout) == lay_out_map(groups, edges, {0: (3.0, 4.0)})
    assert len(json.loads(done.stdout)) == sum(map(len, groups))


def test_nobody_stands_on_another_and_communities_keep_apart() -> None:
    groups, edges = invented([40, 70, 12, 7, 4, 3, 2, 2, 1, 1])
    places = lay_out_map(groups, edges)
    for a, b in combinations(places, 2):
        assert math.dist(places[a], places[b]) > LEAST_APART * 0.8
    for first, second in combinations(groups, 2):
        assert apart(convex_hull([places[a] for a in first]), convex_hull([places[b] for b in second])) >= GAP - 1, "places are rounded"


def test_parts_of_a_community_without_ties_between_them_stay_together() -> None:
    places = lay_out_map([[0, 1, 2, 3, 4, 5]], [(0, 1, 1.0)])
    assert max(math.dist(places[a], places[b]) for a, b in combinations(places, 2)) < 6 * map_layout.SPACING


def test_a_hub_stands_among_its_people() -> None:
    places = lay_out_map([list(range(12))], [(0, other, 1.0) for other in range(1, 12)])
    x, y = places[0]
    turns = sorted(math.atan2(places[other][1] - y, places[other][0] - x) for other in range(1, 12))
    gaps = [after - before for before, after in zip(turns, [*turns[1:], turns[0] + 2 * math.pi], strict=True)]
    assert max(gaps) < math.pi


def test_a_turned_and_mirrored_earlier_picture_gives_its_places_back() -> None:
    groups, edges = invented([26, 21, 12, 7, 4, 3])
    motion = Motion(math.cos(1.2), math.sin(1.2), True, 40.0, -25.0)
    before = {person: motion.apply(point) for person, point in lay_out_map(groups, edges).items()}
    again = lay_out_map(groups, edges, before)
    away = sorted(math.dist(again[person], before[person]) for person in before)
    assert away[len(away) // 2] < 12, "half of all people stand where they stood"
    assert away[-1] < 90


def test_a_few_new_people_leave_the_others_where_they_were() -> None:
    groups, edges = invented([26, 21, 12, 7, 4, 3])
    before = lay_out_map(groups, edges)
    fresh = sum(map(len, groups))
    grown = [[*groups[0], fresh], groups[1], [*groups[2], fresh + 1], *groups[3:], [fresh + 2, fresh + 3]]
    more = [*edges, (groups[0][3], fresh, 1.0), (groups[2][1], fresh + 1, 1.0), (fresh + 2, fresh + 3, 1.0)]
    after = lay_out_map(grown, more, before)
    away = sorted(math.dist(after[person], before[person]) for person in before)
    assert away[len(away) // 2] < 8
    reach = max(math.hypot(*point) for point in before.values())
    assert away[-1] < reach / 3
    alone = lay_out_map(grown, more)
    assert sum(math.dist(alone[person], before[person]) for person in before) > 2 * sum(away)


corner = st.tuples(st.integers(-80, 80), st.integers(-80, 80)).map(lambda point: (float(point[0]), float(point[1])))
shapes = st.lists(st.lists(corner, min_size=1, max_size=9).map(convex_hull), max_size=9)


@settings(max_examples=40, deadline=None)
@given(shapes, st.integers(0, 99))
def test_shapes_never_overlap(found: list[list[Point]], seed: int) -> None:
    chance = random.Random(seed)
    pulls = {(a, b): chance.random() for a, b in combinations(range(len(found)), 2) if chance.random() < 0.3}
    before: dict[int, Point] = {one: (chance.uniform(-300, 300), chance.uniform(-300, 300)) for one in range(len(found)) if chance.random() < 0.4}
    for earlier in ({}, before):
        places = pack_shapes(found, 20.0, pulls, earlier)
        outlines = [moved(shape, place) for shape, place in zip(found, places, strict=True)]
        for one, other in combinations(outlines, 2):
            assert min(math.dist(a, b) for a in one for b in other) >= 20 - 1e-6
            assert apart(one, other) >= 20 - 1e-6


def test_what_is_tied_lies_nearer() -> None:
    square = [(-30.0, -30.0), (30.0, -30.0), (30.0, 30.0), (-30.0, 30.0)]
    tied, other = pack_shapes([square] * 12, 14.0, {(3, 11): 5.0}), pack_shapes([square] * 12, 14.0)
    assert math.dist(tied[3], tied[11]) < math.dist(other[3], other[11])
    assert math.dist(tied[3], tied[11]) < 2 * 60 * math.sqrt(2)


@given(st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), max_size=30))
def test_the_outline_holds_everybody_and_turns_one_way(points: list[tuple[int, int]]) -> None:
    outline = convex_hull(points)
    assert set(outline) <= set(points)
    if len(outline) > 2:
        for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
            assert all((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0 for x, y in points)

"""Where people crowd: ties leave everybody in sight, inner rings part their people, radii shrink only where nodes touch."""

import math
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.network.circles import Frame, Layout, gather_circles, lay_out_circles
from analyzer.network.drawn_ties import Line, choose_lines
from analyzer.network.nodes import Node, shrink_to_fit
from analyzer.verdict.verdicts import Verdict
from tests.analyzer.network.invented import World, busy_world, three_people, usual_world


def laid_out(world: World, radius: float = 295.0) -> Layout:
    analysis = world.analysis()
    circles = gather_circles(analysis, world.judgements)
    return lay_out_circles(circles, analysis.people, world.judgements, Frame(radius, 1.0, (58.0, 66.0, 96.0, 108.0)))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=400), st.integers(0, 300))
def test_the_ties_drawn_are_the_strongest_that_leave_everybody_in_sight(ends: list[tuple[int, int]], nodes: int) -> None:
    lines = [Line(min(pair), max(pair), 3.0 - place / 200) for place, pair in enumerate(dict.fromkeys(ends)) if pair[0] != pair[1]]
    chosen = choose_lines(lines, nodes)
    assert len(chosen) <= max(24, min(130, nodes))
    assert [line.weight for line in chosen] == sorted((line.weight for line in chosen), reverse=True)
    at_person = Counter(end for line in chosen for end in (line.a, line.b))
    assert all(count <= 6 for count in at_person.values())
    if len(chosen) < min(24, len(lines)):
        left = set(lines) - set(chosen)
        assert all(max(at_person[line.a], at_person[line.b]) == 6 for line in left), "a tie was hidden without need"


@pytest.mark.parametrize("count", [1, 2, 6, 14, 30, 80])
@pytest.mark.parametrize("sectors", [1, 2, 9])
def test_inner_rings_keep_people_apart_and_out_of_the_words_at_twelve(count: int, sectors: int) -> None:
    world = World(count)
    for number in range(count):
        world.add(Verdict.GENUINE, 1 + number % 2, 60 - number % 50, community=number % sectors, follows=True)
    for _ in range(60):  # a heavy community leaves the others narrow sectors
        world.add(Verdict.ACQUAINTANCE, 3, 1, community=1, follows=True)
    layout = laid_out(world)
    inner = [node for node in layout.nodes if node.ring < 2]
    for place, node in enumerate(inner):
        assert math.hypot(node.x, node.y) >= layout.ego_radius + node.radius, "on ego"
        for other in inner[:place]:
            assert math.hypot(node.x - other.x, node.y - other.y) >= node.radius + other.radius, "on each other"
    if count <= 6:
        assert all(node.radius > 10 for node in inner), "few people are drawn large"
        assert all(
            math.hypot(node.x - other.x, node.y - other.y) > node.radius + other.radius + 12
            for place, node in enumerate(inner) for other in inner[:place] if node.ring == other.ring
        )  # fmt: skip


def test_radii_shrink_only_where_nodes_touch() -> None:
    world = random.Random(4)
    nodes = [Node(n, 0, world.uniform(-200, 200), world.uniform(-200, 200), world.choice((1.6, 3.0, 6.0, 19.0))) for n in range(600)]
    fitted = shrink_to_fit(nodes)
    for place, node in enumerate(nodes):
        touching = [
            other for other in nodes if other is not node and math.dist((node.x, node.y), (other.x, other.y)) < node.radius + other.radius + 1
        ]
        assert (fitted[place].radius < node.radius) == (bool(touching) and node.radius > 1.6)
    for place, node in enumerate(fitted):
        for other in fitted[:place]:
            if min(node.radius, other.radius) > 1.6:
                assert math.dist((node.x, node.y), (other.x, other.y)) >= node.radius + other.radius


@pytest.mark.parametrize("radius", [60.0, 61.0, 75.0, 110.0])
def test_a_canvas_of_a_few_pixels_is_laid_out_too(radius: float) -> None:
    for world in (usual_world(15_000), busy_world(), three_people()):
        layout = laid_out(world, radius)
        assert layout.nodes
        assert all(math.hypot(node.x, node.y) <= radius for node in layout.nodes)

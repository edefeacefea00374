"""Who is under the pointer, and where the arrow keys lead."""

import math

import pytest
from PySide6.QtWidgets import QApplication

from desktop.graph.hits import Hits
from desktop.graph.view import View
from desktop.graph.walk import by_strength, by_tie, towards
from tests.analyzer.network.invented import World, busy_world, three_people, usual_world
from tests.desktop.graph.scenes import scene_of

VIEWS = {"whole": View.fitting(798, 660), "near": View.fitting(798, 660).zoomed(5, 500, 400)}


@pytest.mark.parametrize("view", VIEWS)
def test_everybody_on_a_ring_is_found_at_their_place(qapp: QApplication, view: str) -> None:
    scene = scene_of(busy_world())
    hits = Hits(scene)
    for node in scene.nodes:
        hit = hits.at(VIEWS[view], *VIEWS[view].at(node.x, node.y))
        assert hit is not None and hit.person == node.person and hit.arc is None


def test_every_dot_of_the_crowd_is_found(qapp: QApplication) -> None:
    scene = scene_of(usual_world(15_000))
    hits, view = Hits(scene), View.fitting(798, 660).zoomed(6, 399, 330)
    for words in scene.arcs:
        for dot in range(0, len(words.arc.xs), 7):
            hit = hits.at(view, *view.at(words.arc.xs[dot], words.arc.ys[dot]))
            assert hit is not None and hit.person == words.arc.people[dot] and hit.arc is words.arc and hit.accounts == 1


def test_a_dot_for_many_says_so(qapp: QApplication) -> None:
    scene = scene_of(usual_world(60_000))
    hits, view = Hits(scene), View.fitting(798, 660)
    arc = max((words.arc for words in scene.arcs), key=lambda arc: len(arc.people))
    hit = hits.at(view, *view.at(arc.xs[5], arc.ys[5]))
    assert arc.per_dot == 10
    assert hit is not None and hit.accounts == 10


def test_small_nodes_reach_twelve_px_and_nothing_is_far_away(qapp: QApplication) -> None:
    scene = scene_of(three_people())
    hits, view = Hits(scene), View.fitting(798, 660)
    node = scene.nodes[0]
    x, y = view.at(node.x, node.y)
    assert hits.at(view, x + 11, y) is not None
    assert hits.at(view, x + 40, y) is None
    assert hits.at(view, 2, 2) is None


def test_filtered_people_cannot_be_hit_or_walked_to(qapp: QApplication) -> None:
    world = usual_world()
    everybody, scene = scene_of(world), scene_of(world, shown=range(6))
    hits, view = Hits(scene), View.fitting(798, 660)
    gone = next(node for node in everybody.nodes if node.person == 20)
    hit = hits.at(view, *view.at(gone.x, gone.y))
    assert hit is None or hit.person != 20
    assert set(scene.reading_order) == set(range(6))


def test_arrows_go_the_way_they_point(qapp: QApplication) -> None:
    scene = scene_of(usual_world())
    for person in (0, 3, 30, 100):
        x, y, _ = scene.spots[person]
        for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            to = towards(scene, person, right, down)
            if to is not None:
                to_x, to_y, _ = scene.spots[to]
                assert (to_x - x) * right + (to_y - y) * down > 0
                assert (to_x - x) * right + (to_y - y) * down >= math.hypot(to_x - x, to_y - y) / 2 - 1e-9
    assert towards(scene, None, 1, 0) is not None
    assert towards(scene_of(World()), None, 1, 0) is None


def test_arrows_prefer_people_seen_together(qapp: QApplication) -> None:
    world = usual_world()
    plain = scene_of(world)
    start = 0
    nearest = towards(plain, start, 0, 1)
    assert nearest is not None
    x, y, _ = plain.spots[start]

    def cost(person: int) -> float:
        to_x, to_y, _ = plain.spots[person]
        away = math.hypot(to_x - x, to_y - y)
        return away + 1.5 * (away - (to_y - y))

    others = [p for p in plain.node_of if p != start and plain.spots[p][1] - y > 0 and p not in plain.neighbours[start] and p != nearest]
    second = min((p for p in others if cost(p) < cost(nearest) / 0.65), key=cost, default=None)
    assert second is not None
    world.tie(start, second, 5.0)
    assert towards(scene_of(world), start, 0, 1) == second


def test_tab_walks_from_the_closest_outward_and_ends(qapp: QApplication) -> None:
    scene = scene_of(three_people())
    assert [by_strength(scene, person, 1) for person in (None, 0, 1, 2)] == [0, 1, 2, None]
    assert [by_strength(scene, person, -1) for person in (None, 2, 0)] == [2, 1, None]
    assert by_strength(scene_of(World()), None, 1) is None


def test_ctrl_arrows_walk_the_ties_of_one_person_heaviest_first(qapp: QApplication) -> None:
    world = usual_world()
    for other, weight in ((40, 9.0), (41, 30.0), (42, 20.0)):
        world.tie(0, other, weight)
    scene = scene_of(world)
    assert [by_tie(scene, 0, at, 1) for at in (0, 41, 42)] == [41, 42, 40]
    assert [by_tie(scene, 0, at, -1) for at in (40, 42, 41, 0)] == [42, 41, 0, None]
    order = [0]
    while (following := by_tie(scene, 0, order[-1], 1)) is not None:
        order.append(following)
    assert sorted(order[1:]) == sorted(scene.neighbours[0])
    alone = next(person for person in scene.reading_order if person not in scene.neighbours)
    assert by_tie(scene, alone, alone, 1) is None


def test_a_heavy_tie_reaches_further_than_a_light_one(qapp: QApplication) -> None:
    plain = scene_of(usual_world())
    x, y, _ = plain.spots[0]
    way = {person: to_y - y for person, (to_x, to_y, _) in plain.spots.items() if abs(to_x - x) < (to_y - y) / 3 and person in plain.node_of}
    near, far = min(way, key=lambda person: way[person]), max(way, key=lambda person: way[person])
    for weights, expected in (((30.0, 0.1), near), ((0.1, 30.0), far)):
        world = usual_world()
        for person, weight in zip((near, far), weights, strict=True):
            world.tie(0, person, weight)
        assert towards(scene_of(world), 0, 0, 1) == expected

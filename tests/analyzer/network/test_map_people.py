"""Who stands where on the Map and around one person: everybody once, and never by what was not public."""

from itertools import pairwise

import pytest

from analyzer.network.circles import gather_circles
from analyzer.network.map_frame import ALONE, MapFrame, lay_out_map_in
from analyzer.network.map_layout import lay_out_map
from analyzer.network.map_people import KeptPlaces, MapPeople, gather_map, kept_again, places_before, places_to_keep
from analyzer.network.person_frame import FAR, MIDDLE, NEAR, PersonFrame, lay_out_person
from analyzer.network.person_people import TieKind, gather_person
from analyzer.verdict.verdicts import Verdict
from tests.analyzer.network.invented import World, busy_world, three_people, usual_world


def map_of(world: World) -> MapPeople:
    analysis = world.analysis()
    return gather_map(gather_circles(analysis, world.judgements), analysis.people, world.judgements, analysis.community_names)


def places_of(found: MapPeople) -> dict[int, tuple[float, float]]:
    return lay_out_map([group.people for group in found.groups], [(line.a, line.b, line.weight) for line in found.lines])


@pytest.mark.parametrize("make", [usual_world, busy_world, three_people])
def test_everybody_on_a_ring_stands_in_a_community_or_alone_once(make: type[World]) -> None:
    world = make()
    found = map_of(world)
    circles = gather_circles(world.analysis(), world.judgements)
    listed = [person for group in found.groups for person in group.people] + list(found.alone)
    assert sorted(listed) == sorted(person for ring in circles.rings for person in ring.people)
    tied = {end for line in found.lines for end in (line.a, line.b)}
    assert tied == {person for group in found.groups for person in group.people}
    assert [len(group.people) for group in found.groups] == sorted((len(group.people) for group in found.groups), reverse=True)
    ranks = [list(Verdict).index(world.judgements[person].verdict) for person in found.alone]
    assert ranks == sorted(ranks)


def test_message_groups_make_no_map() -> None:
    world = World()
    for _ in range(4):
        world.add(Verdict.ACQUAINTANCE, 3, 2, community=1, follows=True)
    world.tie(0, 1)
    world.tie(2, 3, kind="group_dm")
    found = map_of(world)
    assert [group.people for group in found.groups] == [(0, 1)]
    assert found.alone == (2, 3)
    assert found.is_sparse


def test_tied_people_without_a_community_are_kept_apart() -> None:
    world = World()
    for _ in range(3):
        world.add(Verdict.ACQUAINTANCE, 3, 2, follows=True)
    world.tie(0, 1)
    world.tie(1, 2)
    assert sorted(group.people for group in map_of(world).groups) == [(0,), (1,), (2,)]


def test_kept_places_are_given_back_only_to_the_same_communities() -> None:
    world = busy_world()
    people, found = world.analysis().people, map_of(world)
    places = places_of(found)
    kept = places_to_keep(found, people, places)
    assert kept_again(found, people, kept) == places
    assert places_before(found, people, kept) == places
    fewer = KeptPlaces(kept.groups[1:])
    assert kept_again(found, people, fewer) is None
    assert places_before(found, people, fewer).keys() == places.keys() - set(found.groups[0].people)


@pytest.mark.parametrize("size", [(800.0, 600.0), (1400.0, 900.0), (420.0, 380.0)])
@pytest.mark.parametrize("make", [usual_world, busy_world, three_people])
def test_everybody_is_on_the_canvas_and_nobody_on_another(make: type[World], size: tuple[float, float]) -> None:
    world = make()
    found = map_of(world)
    layout = lay_out_map_in(found, places_of(found), world.people, world.judgements, MapFrame(*size))
    width, height = size
    for node in layout.nodes:
        assert abs(node.x) + node.radius <= width / 2 and abs(node.y) + node.radius <= height / 2
        if layout.line_y is not None:
            assert (node.y - node.radius > layout.line_y) == (node.ring == ALONE)
    for field in layout.fields:
        assert all(abs(x) < width / 2 for x in field.xs) and all(abs(y) < height / 2 for y in field.ys)
    nodes = sorted(layout.nodes, key=lambda node: node.x)
    for place, node in enumerate(nodes):
        for other in nodes[place + 1 :]:
            if other.x - node.x > 40:
                break
            apart = ((node.x - other.x) ** 2 + (node.y - other.y) ** 2) ** 0.5
            assert apart >= min(node.radius + other.radius, 3.2) - 0.01


def test_a_canvas_of_another_size_scales_the_picture_and_moves_nobody_against_another() -> None:
    world = busy_world()
    found = map_of(world)
    places = places_of(found)
    spots = []
    for size in ((800.0, 600.0), (1400.0, 950.0)):
        layout = lay_out_map_in(found, places, world.people, world.judgements, MapFrame(*size))
        spots.append({node.person: (node.x, node.y) for node in layout.nodes if node.ring != ALONE})
    small, large = spots
    people = sorted(small)
    scales = {
        round((large[b][axis] - large[a][axis]) / (small[b][axis] - small[a][axis]), 3)
        for a, b in pairwise(people)
        for axis in (0, 1)
        if abs(small[b][axis] - small[a][axis]) > 5
    }
    assert max(scales) - min(scales) < 0.01 and min(scales) > 1.2


def test_a_crowd_too_fine_for_single_dots_is_counted_in_tens() -> None:
    world = usual_world(30_000)
    found = map_of(world)
    layout = lay_out_map_in(found, places_of(found), world.people, world.judgements, MapFrame(800, 600))
    assert {field.per_dot for field in layout.fields} == {10}
    assert sum(len(field.people) for field in layout.fields) == sum(len(part.people) for part in found.crowd)
    assert all(len(field.xs) == -(-len(field.people) // 10) for field in layout.fields)


def chain() -> World:
    """0 - 1 - 2 - 3, 0 - 4 by a reply, 0 - 5 by a message group; 6 stands alone."""
    world = World()
    for number in range(7):
        world.add(Verdict.ACQUAINTANCE, 3, 2 + number, community=1 + number % 2, follows=True)
    world.tie(0, 1, 2.0)
    world.tie(1, 2)
    world.tie(2, 3)
    world.tie(0, 4, 1.0, "reply_prefix")
    world.tie(0, 4, 0.5)
    world.tie(0, 5, 1.0, "group_dm")
    return world


def test_one_person_at_one_and_two_ties() -> None:
    world = chain()
    analysis = world.analysis()
    circles = gather_circles(analysis, world.judgements)
    near = gather_person(analysis, circles, 0)
    assert (set(near.near), near.far) == ({1, 4}, ())
    assert {(line.a, line.b, line.kind) for line in near.kinds} == {
        (0, 1, TieKind.CO_MENTION),
        (0, 4, TieKind.REPLY_PREFIX),
        (0, 4, TieKind.CO_MENTION),
    }
    assert {(line.a, line.b): line.weight for line in near.lines} == {(0, 1): 2.0, (0, 4): 1.5}
    far = gather_person(analysis, circles, 0, 2)
    assert (set(far.near), far.far, far.anchor) == ({1, 4}, (2,), {2: 1})
    assert set(gather_person(analysis, circles, 0, 1, with_groups=True).near) == {1, 4, 5}
    nobody = gather_person(analysis, circles, 6, 2)
    assert (nobody.near, nobody.far, nobody.lines) == ((), (), ())


@pytest.mark.parametrize("ties_away", [1, 2])
def test_people_around_one_stand_on_their_ring_and_on_nobody(ties_away: int) -> None:
    world = busy_world()
    analysis = world.analysis()
    circles = gather_circles(analysis, world.judgements)
    middle = max(range(len(analysis.people)), key=lambda person: sum(person in (line.a, line.b) for line in circles.lines))
    found = gather_person(analysis, circles, middle, ties_away)
    assert bool(found.far) == (ties_away == 2)
    layout = lay_out_person(found, analysis.people, world.judgements, PersonFrame(260.0))
    assert {node.person for node in layout.nodes} == {middle, *found.near, *found.far}
    away = {node.person: (node.x**2 + node.y**2) ** 0.5 for node in layout.nodes}
    assert away[middle] == 0 and {node.ring for node in layout.nodes if node.person == middle} == {MIDDLE}
    assert all(node.ring == (NEAR if node.person in found.near else FAR) for node in layout.nodes if node.person != middle)
    assert max(away.values()) <= 260
    if found.far:
        assert max(away[person] for person in found.near) < min(away[person] for person in found.far)
    for place, node in enumerate(layout.nodes):
        for other in layout.nodes[place + 1 :]:
            apart = ((node.x - other.x) ** 2 + (node.y - other.y) ** 2) ** 0.5
            assert apart >= min(node.radius + other.radius, 3.2) - 0.01

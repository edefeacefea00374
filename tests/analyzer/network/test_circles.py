"""The Circles picture as geometry: everybody stands once, nobody overlaps, the same input gives the same picture."""

import math

import pytest
from msgspec import structs

from analyzer.network.circles import Frame, Layout, gather_circles, lay_out_circles, share_bands
from analyzer.network.crowd import CrowdKind, crowd_depth, gather_crowd
from analyzer.network.drawn_ties import join_ties
from analyzer.network.rings import RingKind, own_levels
from analyzer.network.rows import place_in_rows
from analyzer.network.sectors import angle_at, make_sectors, wedge
from analyzer.verdict.verdicts import Choice, Judgement, Listing, Verdict
from tests.analyzer.network.invented import World, busy_world, quiet_world, three_people, usual_world
from tests.replacing import replace

NAMES = (58.0, 66.0, 96.0, 108.0)
WORLDS = {"usual": usual_world, "busy": busy_world, "quiet": quiet_world, "three": three_people, "nobody": World}


def laid_out(world: World, radius: float = 295.0, with_passing: bool = False) -> Layout:
    analysis = world.analysis()
    circles = gather_circles(analysis, world.judgements, with_passing)
    return lay_out_circles(circles, analysis.people, world.judgements, Frame(radius, 1.0, NAMES))


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("with_passing", [False, True])
def test_everybody_stands_exactly_once_or_is_counted_as_hidden(name: str, with_passing: bool) -> None:
    world = WORLDS[name]()
    analysis = world.analysis()
    circles = gather_circles(analysis, world.judgements, with_passing)
    layout = lay_out_circles(circles, analysis.people, world.judgements, Frame(295.0, 1.0, NAMES))
    placed = [node.person for node in layout.nodes] + [person for arc in layout.arcs for person in arc.people]
    assert len(placed) == len(set(placed))
    assert len(placed) + circles.passing == len(world.people)
    assert (circles.passing == 0) is (with_passing or name != "usual")
    assert all(len(arc.xs) == len(arc.ys) == math.ceil(len(arc.people) / arc.per_dot) for arc in layout.arcs)


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("radius", [150.0, 240.0, 295.0, 520.0])
def test_nodes_stand_in_their_band_and_never_overlap(name: str, radius: float) -> None:
    layout = laid_out(WORLDS[name](), radius)
    for node in layout.nodes:
        band = layout.bands[node.ring]
        assert band.inner < math.hypot(node.x, node.y) < band.outer
    for number, one in enumerate(layout.nodes):
        for other in layout.nodes[:number]:
            assert math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    assert all(band.outer <= later.inner + 1e-6 for band, later in zip(layout.bands, layout.bands[1:], strict=False))
    assert layout.bands[0].inner >= layout.ego_radius


def test_thousands_on_one_ring_still_do_not_overlap() -> None:
    world = World()
    for number in range(2500):
        world.add(Verdict.ACQUAINTANCE, 3, 1 + number % 9, followed=True)
    layout = laid_out(world)
    cells: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    for node in layout.nodes:
        cells.setdefault((math.floor(node.x / 20), math.floor(node.y / 20)), []).append((node.x, node.y, node.radius))
    for cell in cells.values():
        for number, (x, y, r) in enumerate(cell):
            assert all(math.hypot(x - a, y - b) >= r + c for a, b, c in cell[:number])


def test_the_wedge_at_twelve_stays_free_for_the_words() -> None:
    layout = laid_out(busy_world())
    for node in layout.nodes:
        if node.y < 0:
            half = NAMES[node.ring] / 2 if math.hypot(node.x, node.y) > NAMES[node.ring] else 0
            assert abs(node.x) >= half


def test_the_same_input_gives_the_same_picture() -> None:
    assert laid_out(busy_world()) == laid_out(busy_world())


def test_closer_people_stand_nearer_and_are_larger() -> None:
    world = usual_world()
    layout = laid_out(world)
    by_ring = {ring: [node for node in layout.nodes if node.ring == ring] for ring in range(4)}
    means = [sum(math.hypot(node.x, node.y) for node in nodes) / len(nodes) for nodes in by_ring.values()]
    assert means == sorted(means)
    assert min(node.radius for node in by_ring[0]) > max(node.radius for node in by_ring[2])
    genuine = [node.radius for node in by_ring[2] if world.judgements[node.person].verdict is Verdict.GENUINE]
    others = [node.radius for node in by_ring[2] if world.judgements[node.person].verdict is not Verdict.GENUINE]
    assert min(genuine) > min(others)
    assert sum(genuine) / len(genuine) > sum(others) / len(others)


def test_fixed_rings_when_anybody_is_on_an_inner_circle() -> None:
    circles = gather_circles(usual_world().analysis(), usual_world().judgements)
    assert [ring.kind for ring in circles.rings] == [RingKind.WEEKLY, RingKind.MONTHLY, RingKind.YEARLY, RingKind.SILENT]
    assert [len(ring.people) for ring in circles.rings] == [2, 4, 34, 50]
    assert (circles.rings[0].least, circles.rings[0].most) == (90, 213)


def test_empty_inner_rings_give_way_to_the_persons_own_quantiles() -> None:
    world = quiet_world()
    circles = gather_circles(world.analysis(), world.judgements)
    assert [ring.kind for ring in circles.rings] == [RingKind.OWN, RingKind.OWN, RingKind.OWN, RingKind.SILENT]
    bounds = [(ring.least, ring.most) for ring in circles.rings]
    assert bounds == [(5, 9), (2, 4), (1, 1), (0, 0)]
    assert [len(ring.people) for ring in circles.rings] == [5, 13, 10, 12]
    for ring in circles.rings[:3]:
        assert all(ring.least <= world.people[place].contact_days_last_year <= ring.most for place in ring.people)


def test_rare_contact_alone_is_not_painted_as_warm_as_weekly() -> None:
    world = World()
    for _ in range(5):
        world.add(Verdict.ACQUAINTANCE, 3, 1)
    rings = gather_circles(world.analysis(), world.judgements, with_passing=True).rings
    assert [(ring.kind, ring.place, len(ring.people)) for ring in rings] == [(RingKind.OWN, 2, 5), (RingKind.SILENT, 3, 0)]


def test_nobody_at_all_keeps_four_empty_rings() -> None:
    layout = laid_out(World())
    assert len(layout.bands) == 4
    assert layout.nodes == () and layout.arcs == ()
    assert layout.edge == layout.radius == layout.bands[-1].outer


@pytest.mark.parametrize(
    ("days", "levels"),
    [
        ([], []),
        ([4], [(4, 4)]),
        ([5, 1], [(5, 5), (1, 1)]),
        ([3] * 40, [(3, 3)]),
        ([9] + [1] * 30, [(9, 9), (1, 1)]),
        ([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], [(10, 11), (7, 9), (1, 6)]),
    ],
)
def test_own_levels_never_part_equals(days: list[int], levels: list[tuple[int, int]]) -> None:
    assert own_levels(days) == levels


def test_who_is_in_the_crowd_and_under_which_words() -> None:
    world = World()
    world.add(Verdict.NUMBERS_ONLY, followed=True)
    world.add(Verdict.NUMBERS_ONLY, follows=True)
    world.add(Verdict.INSUFFICIENT, followed=True)
    world.add(Verdict.INSUFFICIENT, follows=True)
    world.add(Verdict.INSUFFICIENT, follows=True, likes=1)
    world.add(Verdict.NUMBERS_ONLY, followed=True, follows=True)
    parts = gather_crowd(world.people, world.judgements, range(len(world.people)))
    assert {part.kind: part.people for part in parts} == {
        CrowdKind.YOU_FOLLOW: (0, 5), CrowdKind.FOLLOW_YOU: (1,), CrowdKind.YOU_FOLLOW_UNKNOWN: (2,),
        CrowdKind.FOLLOW_YOU_UNKNOWN: (3,), CrowdKind.CLICKED: (4,),
    }  # fmt: skip
    assert [part.kind for part in parts if part.kind.is_unknown] == [CrowdKind.YOU_FOLLOW_UNKNOWN, CrowdKind.FOLLOW_YOU_UNKNOWN]


def test_an_account_called_own_is_counted_and_not_drawn() -> None:
    world = three_people()
    world.judgements[1] = structs.replace(world.judgements[1], decision=Choice.ME)
    circles = gather_circles(world.analysis(), world.judgements)
    assert circles.own == 1
    assert all(1 not in ring.people for ring in circles.rings)


def test_the_crowd_takes_at_most_a_fifth_until_dots_stand_for_more() -> None:
    assert crowd_depth(0, 295)[0] == 0
    for total in (1, 40, 256, 15_042, 19_000, 80_000, 3_000_000):
        depth, pitch, per_dot = crowd_depth(total, 295)
        assert 0 < depth <= 295 * (0.21 if pitch >= 2.6 else 0.26)
        assert pitch >= 2.3
        assert per_dot == {80_000: 10, 3_000_000: 1000}.get(total, 1)


def test_fifteen_thousand_followers_leave_the_people_their_room() -> None:
    few, many = laid_out(usual_world()), laid_out(usual_world(15_000))
    assert many.edge > 0.75 * few.edge
    assert [node.person for node in few.nodes] == [node.person for node in many.nodes]
    arcs = {arc.kind: arc for arc in many.arcs}
    assert arcs[CrowdKind.YOU_FOLLOW].dot == 3.0
    assert arcs[CrowdKind.YOU_FOLLOW].pitch > 2 * arcs[CrowdKind.FOLLOW_YOU].pitch
    for arc in many.arcs:
        assert all(many.edge < math.hypot(x, y) < many.radius for x, y in zip(arc.xs, arc.ys, strict=True))


def test_arcs_follow_each_other_and_close_the_circle() -> None:
    layout = laid_out(usual_world())
    for arc, later in zip(layout.arcs, layout.arcs[1:], strict=False):
        assert arc.end < later.start
    assert layout.arcs[-1].end - layout.arcs[0].start <= 2 * math.pi


def test_a_few_dots_stay_together_beside_their_words() -> None:
    layout = laid_out(three_people())
    (arc,) = layout.arcs
    assert arc.end - arc.start < 0.2
    assert len(arc.xs) == 1


def test_sectors_share_the_turn_largest_first() -> None:
    communities = [(1, False)] * 5 + [(2, True)] * 4 + [(3, False)] * 3 + [(0, False)] * 6
    sectors = make_sectors(communities, {1: "#a", 2: "#b"})
    assert [sector.community for sector in sectors] == [2, 1, 0]
    assert [sector.name for sector in sectors] == ["#b", "#a", None]
    assert [sector.weight for sector in sectors] == [12, 5, 9]
    assert sectors[0].start == 0 and sectors[-1].end == pytest.approx(1)
    assert len(make_sectors([(number % 30 + 1, True) for number in range(300)], {})) == 10
    assert make_sectors([], {}) == ()


def test_turns_leave_the_wedge_out() -> None:
    half = wedge(100, 200)
    assert half == pytest.approx(math.asin(59 / 200))
    assert angle_at(0, half) == pytest.approx(-math.pi / 2 + half)
    assert angle_at(1, half) == pytest.approx(-math.pi / 2 + 2 * math.pi - half)
    assert wedge(500, 100) == pytest.approx(math.asin(0.8))


def test_ties_are_joined_per_pair_strongest_first_without_private_kinds() -> None:
    world = World()
    for _ in range(4):
        world.add(Verdict.GENUINE, 3, 3)
    world.tie(0, 1, 1.0)
    world.tie(1, 0, 1.5, "reply_prefix")
    world.tie(2, 3, 9.0, "group_dm")
    world.tie(0, 2, 1.0)
    analysis = world.analysis()
    lines = join_ties(analysis.ties, analysis.index, range(4))
    assert [(line.a, line.b, line.weight, line.strong) for line in lines] == [(0, 1, 2.5, True), (0, 2, 1.0, False)]
    assert join_ties(analysis.ties, analysis.index, (0, 2))[0].b == 2


def test_rows_are_added_only_when_neighbours_would_be_too_close() -> None:
    few = place_in_rows(5, (100, 160), (0, 1), 6.0)
    assert len({round(math.hypot(x, y)) for x, y, _ in few}) == 1
    many = place_in_rows(80, (100, 160), (0, 1), 6.0)
    assert len({round(math.hypot(x, y)) for x, y, _ in many}) == 2
    assert place_in_rows(0, (100, 160), (0, 1), 6.0) == []


def test_bands_share_what_ego_leaves() -> None:
    circles = gather_circles(usual_world().analysis(), usual_world().judgements)
    bands = share_bands(circles.rings, 270, 20)
    assert bands[0].inner >= 20
    assert bands[-1].outer == pytest.approx(270)
    assert bands[2].outer - bands[2].inner > 20


def test_a_judgement_without_circle_and_tie_is_not_lost() -> None:
    world = World()
    world.add(Verdict.INSUFFICIENT)
    world.people[0] = replace(world.people[0], group_shared=True, group_messages=3)
    world.judgements[0] = Judgement(Verdict.INSUFFICIENT, Listing.NONE, "group_only", 0.0, 0)
    circles = gather_circles(world.analysis(), world.judgements)
    assert [part.kind for part in circles.crowd] == [CrowdKind.NO_TIE_UNKNOWN]

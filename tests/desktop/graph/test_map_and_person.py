"""The Map and the picture of one person as scenes: hulls, bundles, words, what filters leave, and that everything is painted where it says."""

import math

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from analyzer.network.map_people import KeptPlaces
from analyzer.network.person_people import TieKind, gather_person
from analyzer.verdict.verdicts import Verdict
from desktop.graph.detail import ALL, Detail
from desktop.graph.drawings import place_all, place_lit
from desktop.graph.hits import Hits
from desktop.graph.look import Fonts, Look
from desktop.graph.map_scene import MapScene
from desktop.graph.map_source import MapSource, find_places
from desktop.graph.paint import fading_steps, paint_lit, paint_picture
from desktop.graph.person_scene import PersonScene
from desktop.graph.person_source import PersonSource
from desktop.graph.scene import Scene
from desktop.graph.sources import source_of
from desktop.graph.view import View
from desktop.graph.walk import by_strength, towards
from desktop.theme import DARK, LIGHT, Theme
from desktop.wording.graph_map import group_size
from tests.analyzer.network.invented import World, busy_world, three_people, usual_world
from tests.analyzer.network.outlines import apart

SIZE = (798.0, 640.0)
pytestmark = pytest.mark.usefixtures("qapp")


def scene_of(view: str, world: World, size: tuple[float, float] = SIZE) -> Scene:
    return source_of(view, world.analysis(), world.judgements).scene(size, Fonts())


def map_of(world: World) -> MapScene:
    scene = scene_of("map", world)
    assert isinstance(scene, MapScene)
    return scene


def person_of(world: World, person: int = 0) -> PersonScene:
    scene = scene_of(f"person:{world.people[person].key}", world)
    assert isinstance(scene, PersonScene)
    return scene


def painted(scene: Scene, theme: Theme = LIGHT, view: View | None = None) -> QImage:
    view = view or View.fitting(*SIZE)
    image = QImage(round(view.width), round(view.height), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        paint_picture(scene, painter, view, Look(theme))
    return image


def colour_at(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(round(x), round(y))


def test_hulls_never_cover_each_other_and_hold_their_people() -> None:
    scene = map_of(busy_world())
    pen = scene.layout.hull_pen
    for number, hull in enumerate(scene.hulls):
        assert hull.count == sum(node.ring == hull.group for node in scene.nodes)
        for other in scene.hulls[number + 1 :]:
            assert apart(hull.outline, other.outline) > pen


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_hulls_lie_over_bundles_and_people_over_hulls(theme: Theme) -> None:
    world = busy_world()
    scene = map_of(world)
    image, view = painted(scene, theme), View.fitting(*SIZE)
    assert scene.bundles
    genuine = [node for node in scene.nodes if node.ring >= 0 and world.judgements[node.person].verdict is Verdict.GENUINE and node.radius < 12]
    for node in genuine:
        assert colour_at(image, *view.at(node.x, node.y)) == theme.verdicts[Verdict.GENUINE]
    grounds = 0
    for hull in scene.hulls:
        x, y = min(hull.outline)
        # A little within the left rim there are neither people nor ties.
        grounds += colour_at(image, *view.at(x - scene.layout.hull_pen * 0.4, y)) == theme.hull
    assert grounds > len(scene.hulls) * 0.8


def test_ties_between_communities_are_bundled_and_those_within_are_lines() -> None:
    scene = map_of(busy_world())
    group = {node.person: node.ring for node in scene.nodes}
    assert all(group[line.a] == group[line.b] for line in scene.lines)
    across = [line for line in scene.all_lines if group[line.a] != group[line.b]]
    assert sum(bundle.ties for bundle in scene.bundles) == len(across)
    assert len(scene.bundles) == len({tuple(sorted((group[line.a], group[line.b]))) for line in across})
    assert sum(bundle.weight for bundle in scene.bundles) == pytest.approx(sum(line.weight for line in across))
    assert len(scene.lines) + scene.weaker + len(across) == len(scene.all_lines)


def test_of_very_many_bundles_only_the_heaviest_are_drawn_and_the_rest_is_counted() -> None:
    world = World()
    for number in range(80):
        world.add(Verdict.ACQUAINTANCE, 3, 2, community=1 + number // 2, follows=True)
    for one in range(0, 80, 2):
        world.tie(one, one + 1, 2.0)
        for other in range(one + 2, 80, 2):
            world.tie(one, other, 0.5 + other / 100)
    scene = map_of(world)
    assert len(scene.hulls) == 40 and len(scene.bundles) == 60
    assert scene.weaker == 40 * 39 // 2 - 60
    drawn = min(bundle.weight for bundle in scene.bundles)
    assert sum(line.weight > drawn + 1e-9 for line in scene.all_lines if line.weight < 2) <= 60


def test_filters_take_people_away_and_move_nobody() -> None:
    world = busy_world()
    analysis = world.analysis()
    whole = source_of("map", analysis, world.judgements)
    assert isinstance(whole, MapSource)
    genuine = frozenset(place for place, judgement in enumerate(world.judgements) if judgement.verdict is Verdict.GENUINE)
    some = MapSource(analysis, world.judgements, whole.circles, genuine, found=whole.found, places=whole.places)
    before, after = whole.scene(SIZE, Fonts()), some.scene(SIZE, Fonts())
    assert set(after.node_of) == genuine & set(before.node_of)
    assert all(after.spots[person] == before.spots[person] for person in after.node_of)
    assert isinstance(after, MapScene) and len(after.hulls) == len({node.ring for node in after.nodes if node.ring >= 0})


def test_no_word_of_the_map_touches_another_or_leaves_the_canvas() -> None:
    scene, view, fonts = map_of(usual_world()), View.fitting(*SIZE), Fonts()
    placed = place_all(scene, view, fonts)
    boxes = []
    for name in placed.names:
        style = fonts.strong if name.strong else fonts.label
        boxes.append((name.x, name.y - style.cap, style.width(name.text), style.cap))
    for hull in placed.words.hulls:
        boxes.append((hull.x, hull.y - fonts.strong.cap, fonts.strong.width(hull.name) + fonts.label.width(hull.count), fonts.strong.cap))
    for count, words, x, y in placed.words.below:
        boxes.append((x, y - fonts.label.cap, fonts.strong.width(count) + fonts.label.width(words), fonts.label.cap))
    assert len(boxes) > 10
    for number, (x, y, width, height) in enumerate(boxes):
        assert x >= 0 and x + width <= view.width and y >= 0 and y + height <= view.height
        assert all(x + width <= a or a + c <= x or y + height <= b or b + d <= y for a, b, c, d in boxes[number + 1 :])


def test_named_communities_from_five_people_on() -> None:
    scene = map_of(usual_world())
    words = place_all(scene, View.fitting(*SIZE), Fonts()).words
    assert {hull.name for hull in words.hulls} <= {hull.name for hull in scene.hulls if hull.count >= 5}
    assert any(hull.name.startswith("#") for hull in words.hulls)
    assert all(hull.count.isdigit() is bool(hull.name) for hull in words.hulls), "a number alone over a community says nothing"


def test_a_community_without_a_hashtag_says_what_its_number_counts() -> None:
    assert (group_size(6, True), group_size(6, False), group_size(1, False)) == ("6", "6 people", "1 person")


def test_below_the_hairline_stand_the_rest_with_their_counts() -> None:
    scene = map_of(usual_world())
    (alone, _, _), (crowd, _, _) = scene.below
    assert int(alone) == len(scene.found.alone)
    assert int(crowd) == sum(words.count for words in scene.arcs) == 256
    assert scene.foot > 60
    assert set(scene.reading_order) == {*scene.node_of, *(person for field in scene.all_dots for person in field.people)}


def test_no_head_stands_over_nobody() -> None:
    world = usual_world()
    genuine = frozenset(place for place, judgement in enumerate(world.judgements) if judgement.verdict is Verdict.GENUINE)
    whole = source_of("map", world.analysis(), world.judgements)
    assert isinstance(whole, MapSource)
    some = MapSource(world.analysis(), world.judgements, whole.circles, genuine, found=whole.found, places=whole.places)
    scene = some.scene(SIZE, Fonts())
    assert isinstance(scene, MapScene)
    assert [int(count) for count, _, _ in scene.below] == [count for count in (len(genuine & set(scene.found.alone)),) if count]


def test_words_for_where_somebody_stands() -> None:
    world = usual_world()
    scene = map_of(world)
    named = next(group for group in scene.found.groups if group.name)
    assert scene.where(named.people[0]) == named.name
    assert scene.where(scene.found.alone[0]) == "never seen with others"
    assert scene.where(scene.arcs[0].arc.people[0]) == "you follow, no contact seen"
    assert "people seen together" in scene.description
    around = person_of(world, scene.found.groups[0].people[0])
    assert around.where(around.found.person) == "in the middle"
    assert around.where(around.found.near[0]).startswith("seen together with ")


@pytest.mark.parametrize("view", ["map", "person"])
def test_everybody_is_hit_where_they_stand_and_can_be_walked_to(view: str) -> None:
    world = busy_world()
    scene: Scene = map_of(world) if view == "map" else person_of(world, 3)
    hits, fitting = Hits(scene), View.fitting(*SIZE)
    for person, (x, y, _) in scene.spots.items():
        hit = hits.at(fitting, *fitting.at(x, y))
        assert hit is not None
        if person in scene.node_of:
            assert hit.person == person or math.dist(scene.spots[hit.person][:2], (x, y)) < 12
    first = by_strength(scene, None, 1)
    assert first == scene.reading_order[0]
    assert any(towards(scene, first, *way) is not None for way in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)))


@pytest.mark.parametrize("view", ["map", "person"])
def test_the_lit_picture_shows_own_ties_in_the_accent_over_a_faded_one(view: str) -> None:
    world = busy_world()
    scene: Scene = map_of(world) if view == "map" else person_of(world, 3)
    fitting, look = View.fitting(*SIZE), Look(LIGHT)
    placed = place_all(scene, fitting, look.fonts)
    person = max(scene.node_of, key=lambda one: (len(scene.neighbours.get(one, {})), one))
    image = QImage(798, 640, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for step in fading_steps(scene, fitting, look, placed):
            step(painter)
    faded = {image.pixel(x, y) for x in range(0, 798, 2) for y in range(0, 640, 2)}
    assert LIGHT.verdicts[Verdict.GENUINE].rgb() not in faded
    with QPainter(image) as painter:
        paint_lit(scene, painter, fitting, look, place_lit(scene, fitting, look.fonts, placed, person), person)
    lit = {image.pixel(x, y) for x in range(798) for y in range(640)}
    assert LIGHT.accent.rgb() in lit


def test_each_kind_of_tie_has_a_line_style_and_a_line_in_the_legend() -> None:
    world = World()
    for number in range(4):
        world.add(Verdict.ACQUAINTANCE, 3, 2 + number, follows=True)
    world.tie(0, 1, 4.0)
    world.tie(0, 2, 4.0, "reply_prefix")
    world.tie(0, 3, 4.0, "group_dm")
    analysis = world.analysis()
    public = source_of(f"person:{world.people[0].key}", analysis, world.judgements)
    assert isinstance(public, PersonSource)
    scene = public.scene(SIZE, Fonts())
    assert isinstance(scene, PersonScene) and set(scene.drawn_kinds) == {TieKind.CO_MENTION, TieKind.REPLY_PREFIX}
    found = gather_person(analysis, public.circles, 0, with_groups=True)
    scene = PersonSource(analysis, world.judgements, public.circles, public.shown, found=found).scene(SIZE, Fonts())
    assert isinstance(scene, PersonScene)
    words = place_all(scene, View.fitting(*SIZE), Fonts()).words
    assert [line.words for line in words.legend] == ["named in one tweet", "together in one reply", "in one message group"]
    image, view = painted(scene), View.fitting(*SIZE)
    inked = []
    for other in (1, 2, 3):
        x, y, _ = scene.spots[other]
        steps = [0.25 + 0.3 * step / 200 for step in range(201)]
        inked.append(sum(colour_at(image, *view.at(x * share, y * share)) != LIGHT.window for share in steps) / len(steps))
    whole, dashed, dotted = inked
    assert whole > 0.97
    assert 0.3 < dashed < 0.85
    assert 0.1 < dotted < 0.7


def test_filters_leave_the_person_in_the_middle() -> None:
    world = busy_world()
    analysis = world.analysis()
    whole = source_of(f"person:{world.people[3].key}", analysis, world.judgements)
    assert isinstance(whole, PersonSource)
    scene = PersonSource(analysis, world.judgements, whole.circles, frozenset(), found=whole.found).scene(SIZE, Fonts())
    assert list(scene.node_of) == [3]
    assert scene.reading_order == (3,)


def test_two_ties_away_are_drawn_and_ties_among_the_far_only_when_all_are_asked_for() -> None:
    world = busy_world()
    analysis = world.analysis()
    whole = source_of(f"person:{world.people[3].key}", analysis, world.judgements)
    found = gather_person(analysis, whole.circles, 3, 2)
    assert found.far
    usual = PersonSource(analysis, world.judgements, whole.circles, whole.shown, found=found).scene(SIZE, Fonts())
    everything = PersonSource(analysis, world.judgements, whole.circles, whole.shown, Detail(ties=ALL), found=found).scene(SIZE, Fonts())
    inner = {3, *found.near}
    assert all(line.a in inner or line.b in inner for line in usual.lines)
    assert len(everything.lines) == len(found.lines) == len(usual.lines) + usual.weaker


class Store:
    """Keeps places in memory."""

    def __init__(self) -> None:
        self.kept = KeptPlaces()
        self.saved = 0

    def load(self, account_id: str) -> KeptPlaces:
        return self.kept

    def save(self, account_id: str, kept: KeptPlaces) -> None:
        self.kept = kept
        self.saved += 1


def test_places_are_kept_and_found_again(qapp: QApplication) -> None:
    world = busy_world()
    analysis = world.analysis()
    source = source_of("map", analysis, world.judgements)
    assert isinstance(source, MapSource)
    store = Store()
    places = find_places(analysis, source.found, store, keeps=True)
    assert places == source.places and store.saved == 1
    turned = KeptPlaces(tuple({key: (y, -x) for key, (x, y) in group.items()} for group in store.kept.groups))
    store.kept = turned
    again = find_places(analysis, source.found, store, keeps=True)
    assert again == {person: (y, -x) for person, (x, y) in places.items()}, "what is kept wins over what would be laid out"
    assert store.saved == 1
    child_asked = []

    def child(question: bytes) -> bytes:
        child_asked.append(question)
        return b"[" + b",".join(b"[%d, 1.0, 2.0]" % person for person in places) + b"]"

    store.kept = KeptPlaces(turned.groups[1:])
    assert set(find_places(analysis, source.found, store, keeps=False, child=child).values()) == {(1.0, 2.0)}
    assert len(child_asked) == 1 and store.saved == 1


def test_three_people_make_a_map_without_communities() -> None:
    scene = map_of(three_people())
    assert scene.hulls == () and scene.found.is_sparse
    assert painted(scene) != painted(map_of(usual_world()))

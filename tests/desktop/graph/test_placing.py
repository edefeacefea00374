"""Where words go: none touches another or a node, none is cut off, at every size of window and nearness."""

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from analyzer.network.crowd import CrowdKind
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Verdict
from desktop.graph.arc_text import can_be_parted
from desktop.graph.circles_scene import CirclesScene
from desktop.graph.circles_words import line_tops
from desktop.graph.drawings import place_all
from desktop.graph.look import Fonts
from desktop.graph.placing import Placed
from desktop.graph.view import View
from desktop.wording.circles import longer_name, short_name
from tests.analyzer.network.invented import World, busy_world, quiet_world, three_people, usual_world
from tests.desktop.graph.approval import sample
from tests.desktop.graph.scenes import scene_of

WORLDS = {"usual": usual_world, "busy": busy_world, "quiet": quiet_world, "three": three_people, "crowded": lambda: usual_world(15_000)}
CANVASES = {"900": (840.0, 520.0), "1280": (798.0, 660.0), "1600": (1050.0, 860.0)}

Rect = tuple[str, float, float, float, float]


def boxes_of(scene: CirclesScene, view: View, fonts: Fonts, placed: Placed) -> Iterator[Rect]:
    """What each word really inks, and each node, as (what, left, top, right, bottom)."""
    for name in placed.names:
        style = fonts.strong if name.strong else fonts.label
        yield f"name {name.text}", name.x, name.y - style.cap, name.x + style.width(name.text), name.y
    for ring in placed.words.rings:
        width = fonts.label.width(ring.words) + 5 + fonts.strong.width(ring.count)
        yield f"ring {ring.words}", ring.x, ring.y - fonts.label.cap, ring.x + width, ring.y
    for arc in placed.words.arcs:
        texts = [(text, left, (fonts.figure if text == arc.lines[0] else fonts.label).width(text)) for text, left, _ in arc.parts(fonts)]
        left, right = min(left for _, left, _ in texts), max(left + width for _, left, width in texts)
        low = arc.y - fonts.figure.ascent + line_tops(fonts, arc.lines[:1] if arc.flat else arc.lines)[-1]
        yield f"arc {arc.lines}", left, arc.y - fonts.figure.cap, right, low
    for node in scene.nodes:
        x, y = view.at(node.x, node.y)
        radius = node.radius * view.growth * 0.95
        yield f"node {node.person}", x - radius, y - radius, x + radius, y + radius


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_no_word_touches_a_word_or_a_node(qapp: QApplication, name: str, canvas: str, scale: float) -> None:
    size = CANVASES[canvas]
    scene, fonts = scene_of(WORLDS[name](), size), Fonts()
    view = View.fitting(*size).zoomed(scale, size[0] * 0.6, size[1] * 0.4)
    placed = place_all(scene, view, fonts)
    boxes = list(boxes_of(scene, view, fonts, placed))
    words = [box for box in boxes if not box[0].startswith("node")]
    assert len(words) >= 4
    for what, left, top, right, bottom in words:
        touching = [other for other, x, y, end, low in boxes if other != what and left < end and x < right and top < low and y < bottom]
        assert not touching, f"{what} touches {touching}"


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("canvas", CANVASES)
def test_words_of_the_crowd_are_on_the_canvas_and_off_the_dots(qapp: QApplication, name: str, canvas: str) -> None:
    size = CANVASES[canvas]
    scene, fonts = scene_of(WORLDS[name](), size), Fonts()
    view = View.fitting(*size)
    placed = place_all(scene, view, fonts)
    assert {arc.words.arc.kind for arc in placed.words.arcs} == {words.arc.kind for words in scene.arcs}
    for what, left, top, right, bottom in boxes_of(scene, view, fonts, placed):
        if what.startswith("arc"):
            assert left >= 0 and top >= 0 and right <= size[0] and bottom <= size[1]
            across, down = max(left - view.x, view.x - right, 0), max(top - view.y, view.y - bottom, 0)
            assert math.hypot(across, down) > scene.layout.radius


@pytest.mark.parametrize("canvas", CANVASES)
def test_no_number_of_the_crowd_stands_without_its_words(qapp: QApplication, canvas: str) -> None:
    size, fonts = CANVASES[canvas], Fonts()
    for scene in (*(scene_of(make(), size) for make in WORLDS.values()), sample().scene(size, fonts)):
        for arc in place_all(scene, View.fitting(*size), fonts).words.arcs:
            number, *said = (text for text, _, _ in arc.parts(fonts))
            assert number == arc.words.lines[0] and " ".join(said) == " ".join(arc.words.lines[1:])


def test_all_three_lines_stand_beside_every_arc_of_a_usual_window(qapp: QApplication) -> None:
    placed = place_all(scene_of(usual_world()), View.fitting(798, 660), Fonts())
    assert {arc.lines[0] for arc in placed.words.arcs} == {"42", "192", "22"}
    assert all(len(arc.lines) == 3 for arc in placed.words.arcs)


def test_close_and_genuine_people_get_their_names_first(qapp: QApplication) -> None:
    scene = scene_of(busy_world())
    placed = place_all(scene, View.fitting(798, 660), Fonts())
    named = {name.person for name in placed.names}
    for person in named:
        ring = scene.circles.rings[scene.node_of[person].ring]
        assert ring.place < 2 or scene.judgements[person].verdict is Verdict.GENUINE or len(scene.people[person].contact_days) > 6
    assert len(place_all(scene, View.fitting(798, 660).zoomed(3, 399, 330), Fonts()).names) > 2 * len(named)


def test_a_person_in_first_is_named_however_far_they_are(qapp: QApplication) -> None:
    scene = scene_of(usual_world())
    view = View.fitting(798, 660)
    far = next(node.person for node in scene.by_closeness[::-1] if node.person not in {n.person for n in place_all(scene, view, Fonts()).names})
    assert far in {name.person for name in place_all(scene, view, Fonts(), first=(far,)).names}


def test_words_keep_off_what_covers_the_canvas(qapp: QApplication) -> None:
    scene, view, fonts = scene_of(usual_world()), View.fitting(798, 660), Fonts()
    taken = [(0.0, 0.0, 200.0, 660.0), (600.0, 0.0, 198.0, 660.0)]
    for what, left, _top, right, _bottom in boxes_of(scene, view, fonts, place_all(scene, view, fonts, taken)):
        if what.startswith(("arc", "name")):
            assert left >= 200 and right <= 600


def test_filters_change_counts_and_never_places(qapp: QApplication) -> None:
    world = usual_world()
    genuine = [place for place, judgement in enumerate(world.judgements) if judgement.verdict is Verdict.GENUINE]
    everybody, some = scene_of(world), scene_of(world, shown=genuine)
    assert {node.person: (node.x, node.y) for node in some.nodes}.items() <= {n.person: (n.x, n.y) for n in everybody.nodes}.items()
    assert [count for _, count in everybody.ring_names] == ["2", "4", "34", "50"]
    assert [count for _, count in some.ring_names] == ["2", "4", "9", "0"]
    assert some.arcs == ()
    assert everybody.layout == some.layout


def test_rings_by_quantiles_say_their_true_frequency(qapp: QApplication) -> None:
    names = [words for words, _ in scene_of(quiet_world()).ring_names]
    assert names == ["5–9 days a year", "2–4 days a year", "1 day a year", "silent for a year"]


def test_without_enough_evidence_nobody_is_called_numbers_only(qapp: QApplication) -> None:
    world = World()
    for number in range(40):
        world.add(Verdict.INSUFFICIENT, followed=number % 2 == 0, follows=number % 2 == 1)
    scene = scene_of(world)
    assert [words.arc.kind for words in scene.arcs] == [CrowdKind.YOU_FOLLOW_UNKNOWN, CrowdKind.FOLLOW_YOU_UNKNOWN]
    assert all(words.lines[2] == "not enough evidence" for words in scene.arcs)


@pytest.mark.parametrize(
    ("name", "handle", "short", "longer"),
    [
        ("Sanne Okafor", "sanne", "Sanne", "Sanne O."),
        ("🌸 Ragna (writes)", "rag", "Ragna", "Ragna w."),
        ("The Daily Ledger", "ledger", "The Daily", "The Daily L."),
        ("Mei", "mei_w", "Mei", "@mei_w"),
        ("🌸", "bloom", "@bloom", "@bloom"),
        ("\u202eevil Name", "e", "evil", "evil N."),
        (None, None, "", ""),
    ],
)
def test_labels_are_short_and_told_apart(name: str | None, handle: str | None, short: str, longer: str) -> None:
    person = Person(key="9100000000", account_id=9_100_000_000, name=name, handle=handle)
    assert (short_name(person), longer_name(person)) == (short, longer)


@pytest.mark.parametrize(("text", "parted"), [("#writeclub", True), ("#écriture", True), ("#كتابة", False), ("#हिन्दी", False), ("#👩‍🚀", False)])
def test_scripts_that_join_letters_are_not_parted_along_the_arc(text: str, parted: bool) -> None:
    assert can_be_parted(text) is parted


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", ["usual", "crowded"])
def test_from_right_to_left_the_rings_run_the_other_way_round(qapp: QApplication, right_to_left: None, name: str) -> None:
    world, size, fonts = WORLDS[name](), CANVASES["1280"], Fonts()
    mirrored = scene_of(world, size)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    plain = scene_of(world, size)
    assert {node.person: (-node.x, node.y) for node in mirrored.nodes} == {node.person: (node.x, node.y) for node in plain.nodes}
    assert {person: (-x, y) for person, (x, y, _) in mirrored.spots.items()} == {person: (x, y) for person, (x, y, _) in plain.spots.items()}
    view = View.fitting(*size)
    placed, other = place_all(mirrored, view, fonts).words, place_all(plain, view, fonts).words
    assert [math.cos(name.angle) for name in placed.sectors] == pytest.approx([-math.cos(name.angle) for name in other.sectors])
    sides = {arc.words.arc.kind: arc.x > view.x for arc in other.arcs}
    assert all(sides[arc.words.arc.kind] is (arc.x < view.x) for arc in placed.arcs if abs(arc.x - view.x) > 40)
    boxes = list(boxes_of(mirrored, view, fonts, place_all(mirrored, view, fonts)))
    for what, left, top, right, bottom in (box for box in boxes if not box[0].startswith("node")):
        assert not [other for other, x, y, end, low in boxes if other != what and left < end and x < right and top < low and y < bottom], what

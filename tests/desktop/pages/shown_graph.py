"""A graph page with invented people, and what a hand does with it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from analyzer.verdict.policy import default_policy
from desktop.graph.kinds import SceneKind
from desktop.graph.scene import Scene
from desktop.pages.graph import GraphPage
from desktop.receipts import Texts
from desktop.session import Session
from tests.analyzer.network.invented import World, usual_world


class NoTexts:
    """Reads nothing: these people have no tweets."""

    def run(self, work: Callable[[], Texts], done: Callable[[Texts], None], failed: Callable[[BaseException], None]) -> None:
        done(Texts({}, {}))


def keep_nothing(account: str, decisions: object) -> None:
    """Decisions of a test stay in memory."""


def tied_world() -> World:
    """The usual world with ties inside three communities, so that each of the three pictures has people."""
    world = usual_world()
    for number in range(48):
        world.tie(number % 40, (number * 5 + 3) % 40, 0.5 + number % 4)
    return world


class ShownGraph:
    """A page that shows `tied_world`, and what a hand does with it."""

    def __init__(self, page: GraphPage, session: Session) -> None:
        self.page, self.session = page, session
        self.canvas = page.canvas
        self.tools = page.tools

    @property
    def scene(self) -> Scene:
        """What is shown."""
        scene = self.canvas.scene
        assert scene is not None
        return scene

    @property
    def picked(self) -> set[int]:
        """Who is picked."""
        return set(self.tools.picking.picked.people)

    def open(self, world: World) -> None:
        """Another archive."""
        self.session.open(world.analysis(), world.judgements, {}, default_policy())

    def show(self, kind: SceneKind) -> None:
        """Another picture."""
        self.page.show_mode(kind)
        assert self.scene.kind is kind

    def point_of(self, person: int) -> QPoint:
        """Where somebody stands on the canvas."""
        x, y, _ = self.scene.spots[person]
        return QPointF(*self.canvas.view.at(x, y)).toPoint()

    def click(self, person: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click somebody."""
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, modifiers, self.point_of(person))

    def drag(self, *way: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Drag along these points of the canvas."""
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, modifiers, way[0])
        for point in way[1:]:
            QTest.mouseMove(self.canvas, point)
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, modifiers, way[-1])

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the canvas."""
        QTest.keyClick(self.canvas, key, modifiers)

    def walk(self, person: int) -> None:
        """Walk to somebody by keyboard, however far."""
        self.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        self.canvas._focus(person)

    def apart(self) -> int:
        """Somebody whom no other stands in front of: a click there means them."""
        return next(
            person for person in self.scene.reading_order if (hit := self.canvas.hit(QPointF(self.point_of(person)))) and hit.person == person
        )

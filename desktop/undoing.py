"""Undo and redo of the window: the two actions, the toast that tells of a decision and takes it back, and what is told of steps on the graph."""

from PySide6.QtCore import QObject

from desktop.main_window import MainWindow
from desktop.session import Decided, Session
from desktop.wording.decisions import decided_words, graph_step_words, redo_words, undo_words
from desktop.wording.names import called


class Undoing(QObject):
    """Joins the session's history with the window's actions and its toast."""

    def __init__(self, session: Session, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        self._is_closed = False
        self._connect()

    def _connect(self) -> None:
        actions = self._window.actions_
        actions["undo"].triggered.connect(self.undo)
        actions["redo"].triggered.connect(self.redo)
        self._window.toast.undo.connect(self._session.undo_stack.undo)
        self._session.decision_made.connect(self._on_decided)
        self._session.undo_stack.indexChanged.connect(self._on_index)
        self._session.archive_opened.connect(self.refresh)
        self._session.archive_closed.connect(self.refresh)
        self._window.closing.connect(self._on_closing)

    def undo(self) -> None:
        """Take the last step back."""
        step = self._session.undo_stack.undoText()
        self._session.undo_stack.undo()
        self._tell_of_graph(step, undone=True)

    def redo(self) -> None:
        """Do it again."""
        step = self._session.undo_stack.redoText()
        self._session.undo_stack.redo()
        self._tell_of_graph(step, undone=False)

    def refresh(self) -> None:
        """The actions say what they would do."""
        actions, stack = self._window.actions_, self._session.undo_stack
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())
        actions["undo"].setText(undo_words(stack.undoText()))
        actions["redo"].setText(redo_words(stack.redoText()))

    def _on_closing(self) -> None:
        self._is_closed = True

    def _tell_of_graph(self, step: str, undone: bool) -> None:
        """Decisions tell of themselves; a step on the graph is told where the graph is not to be seen."""
        if step and self._window.current_page != "graph":
            self._window.toast.show_sentence(graph_step_words(step, undone), undoable=False)

    def _on_decided(self, decided: Decided) -> None:
        names = tuple(called(self._session.person(key)) for key in decided.keys)
        words = decided_words(decided.choice, decided.note, names, decided.undone)
        self._window.toast.show_sentence(words, undoable=not decided.undone)

    def _on_index(self) -> None:
        """The toast takes back what it tells of, so it goes once something else is the last step."""
        if self._is_closed:
            # The history empties itself when it is destroyed, and tells of that while parts of the window are gone already.
            return
        if self._session.undo_stack.undoText():
            self._window.toast.withdraw_undo()
        self.refresh()

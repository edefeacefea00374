"""The upper part of a person's panel, always in sight: who, the verdict in words, and the keys that decide."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.lists import is_latest_follow
from analyzer.verdict.verdicts import Choice, Decision, Judgement, Listing
from desktop.metrics import Text, px
from desktop.pages.decision_keys import KEY_NAMES, PersonKey
from desktop.widgets.avatar import Avatar
from desktop.widgets.button import IconButton
from desktop.widgets.segmented import SegmentedControl
from desktop.widgets.text import Runs, TextBlock
from desktop.widgets.verdict_chip import VerdictChip
from desktop.wording.basics import safe, tr
from desktop.wording.names import caption_of, choice_line, choice_word, followed_since, former_words, listing_line, name_of, verdict_word
from desktop.wording.verdicts import days_phrase, verdict_sentence

IN_ROW = (Choice.KEEP, Choice.FOLLOW, Choice.UNFOLLOW, Choice.CONTENT)
IN_MENU = (Choice.PROTECT, Choice.LATER, Choice.ME)


def strong_days(sentence: str, person: Person) -> Runs:
    """The sentence with its number of days in strong."""
    phrase = days_phrase(len(person.contact_days))
    before, found, after = sentence.partition(phrase)
    return [(before, False), (phrase, True), (after, False)] if found else [(sentence, False)]


class NoteField(QLineEdit):
    """The user's own note; Enter, Esc and leaving keep it, as everything can be undone. `left` comes with Enter and Esc."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old = ""
        self.setPlaceholderText(tr("Add a note"))
        self.setAccessibleName(tr("Note"))
        self.setMaxLength(2000)
        self.editingFinished.connect(self._on_finished)

    def show_note(self, note: str) -> None:
        """Show what is kept."""
        self._old = note
        if not self.hasFocus():
            self.setText(safe(note))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_finished()
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()

    def _on_finished(self) -> None:
        note = self.text().strip()
        if note != safe(self._old):
            self._old = note
            self.kept.emit(note)


class PersonHead(QWidget):
    """Shows one person; `decided` carries the choice or None to take it back, `key_meant` a `PersonKey`."""

    decided = Signal(object)
    key_meant = Signal(object)
    note_kept = Signal(str)

    def __init__(self, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact
        self._before_note: QWidget | None = None
        self.avatar = Avatar(44 if compact else 52, "surface", self)
        self.name = TextBlock("", Text.HEADING, parent=self)
        self.caption = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.chip = VerdictChip(self)
        self.sentence = TextBlock("", Text.BODY if compact else Text.LEAD, parent=self)
        self.standing = TextBlock("", Text.CAPTION, "ink2", parent=self)
        words = [(choice, tr("Content") if compact and choice is Choice.CONTENT else choice_word(choice)) for choice in IN_ROW]
        self.choices = SegmentedControl(tr("Decide"), words, optional=True, outlined=True, parent=self)
        self.choices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for choice in IN_ROW:
            self.choices.segment(choice).setToolTip(f"{choice_word(choice)} ({KEY_NAMES[choice]})")
        self._open = IconButton("open", tr("Open profile on X (O)"), 28, self)
        self._locate = IconButton("locate", tr("Show on the graph (G)"), 28, self)
        self._locate.setVisible(not compact)
        self._more = IconButton("more", tr("More choices"), 34, self)
        self._menu = QMenu(self)
        self._in_menu: dict[Choice, QAction] = {}
        for choice in IN_MENU:
            action = self._menu.addAction(f"{choice_word(choice)}\t{KEY_NAMES[choice]}")
            action.setCheckable(True)
            self._in_menu[choice] = action
        self._menu.addSeparator()
        self._note_action = self._menu.addAction(tr("Note") + "\tN")
        self.note = NoteField(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.caption)
        names.addStretch(1)
        self._top = top = QHBoxLayout()
        top.setSpacing(px(4))
        top.addWidget(self.avatar)
        top.addSpacing(px(6))
        top.addLayout(names, 1)
        top.addWidget(self._open)
        top.addWidget(self._locate)
        chip = QHBoxLayout()
        chip.addWidget(self.chip)
        chip.addStretch(1)
        decide = QHBoxLayout()
        decide.setSpacing(px(2))
        decide.addWidget(self.choices, 1)
        # The narrow panel needs the whole width for the four words.
        (top if self._compact else decide).addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addLayout(chip)
        column.addWidget(self.sentence)
        column.addSpacing(px(2))
        column.addLayout(decide)
        column.addWidget(self.standing)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.choices.chosen.connect(self.decided)
        self._open.clicked.connect(self._on_open)
        self._locate.clicked.connect(self._on_locate)
        self._more.clicked.connect(self._on_more)
        self._menu.triggered.connect(self._on_menu)
        self.note.kept.connect(self.note_kept)
        self.note.left.connect(self._on_note_left)

    def show_person(self, person: Person, judgement: Judgement, coverage: Coverage, decision: Decision | None) -> None:
        """Show who it is, the verdict and the decision that stands."""
        self.avatar.show_person(safe(person.name or ""), person.handle, judgement.verdict)
        self.name.set_text(name_of(person))
        caption = " · ".join(part for part in (caption_of(person), former_words(person)) if part)
        self.caption.set_text(caption)
        self.caption.setVisible(bool(caption))
        self.chip.set_verdict(judgement.verdict, verdict_word(judgement.verdict), judgement.decision is not None)
        self.sentence.set_text(strong_days(verdict_sentence(person, judgement, coverage), person))
        self.choices.set_value(judgement.decision)
        for choice, action in self._in_menu.items():
            action.setChecked(choice is judgement.decision)
        self.standing.set_text(_standing(person, judgement))
        self.standing.setVisible(bool(self.standing.text()))
        note = decision.note if decision else ""
        self.note.show_note(note)
        self.note.setVisible(bool(note) or self.note.hasFocus())

    def set_corner(self, width: int) -> None:
        """Keep this many pixels free at the end of the first line."""
        self._top.setContentsMargins(0, 0, width, 0)

    def edit_note(self) -> None:
        """Go to the note; whoever had the focus gets it back."""
        if not self.note.hasFocus():
            self._before_note = self.window().focusWidget()
        self.note.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_note_left(self) -> None:
        before, self._before_note = self._before_note, None
        if before is not None and isValid(before) and before.isVisible():
            # As by a key, so that the ring shows where one is.
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.note.clearFocus()

    def _on_open(self) -> None:
        self.key_meant.emit(PersonKey.PROFILE)

    def _on_locate(self) -> None:
        self.key_meant.emit(PersonKey.LOCATE)

    def _on_more(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))

    def _on_menu(self, action: QAction) -> None:
        if action is self._note_action:
            self.key_meant.emit(PersonKey.NOTE)
            return
        choice = next(known for known, its_action in self._in_menu.items() if its_action is action)
        self.decided.emit(choice if action.isChecked() else None)


def _standing(person: Person, judgement: Judgement) -> str:
    parts = [listing_line(judgement.listing) if judgement.decision is None else choice_line(judgement.decision)]
    if judgement.decision is None and judgement.listing is Listing.UNFOLLOW and is_latest_follow(person):
        parts.append(tr("Among your latest follows."))
    parts.append(followed_since(person))
    return " ".join(part for part in parts if part)

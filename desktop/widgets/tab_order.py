"""The way of the Tab key through widgets that come and go: from top to bottom, as their layouts hold them."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(*roots: QWidget) -> None:
    """Let Tab walk through what stands in ``roots``, in the order of their layouts; what was made late comes in its place."""
    chain = [widget for root in roots for widget in in_order(root) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def in_order(root: QWidget) -> Iterator[QWidget]:
    """``root`` and the widgets in it as they are laid out; in one that places them by hand, as they were made."""
    yield root
    layout = root.layout()
    if isinstance(root, QScrollArea):
        content = root.widget()
        if content is not None:
            yield from in_order(content)
    elif layout is not None:
        yield from _in_layout(layout)
    else:
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from in_order(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = item.widget() if item else None, item.layout() if item else None
        if widget is not None:
            yield from in_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)

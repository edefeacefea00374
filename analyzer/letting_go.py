"""Emptying large collections bit by bit: freed at once, they keep every other thread waiting, the window's first of all."""

import threading
from typing import Any

AT_ONCE = 1000


def let_go(*collections: list[Any] | dict[Any, Any] | set[Any]) -> None:
    """Empty the collections: where another thread may wait, so that no step takes longer than some thousand small objects do."""
    alone = threading.active_count() == 1
    for one in collections:
        if alone:
            one.clear()
        elif isinstance(one, list):
            while one:
                del one[-AT_ONCE:]
        elif isinstance(one, dict):
            while one:
                one.popitem()
        else:
            while one:
                one.pop()

"""The kinds of picture the graph can show."""

from enum import StrEnum


class SceneKind(StrEnum):
    """The three pictures of the same people."""

    CIRCLES = "circles"
    MAP = "map"
    PERSON = "person"

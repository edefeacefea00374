"""The Map on a canvas: communities as large as fits, below them rows of those never seen with others and a field for the crowd."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analyzer.network.alignment import Point
from analyzer.network.crowd import FINEST_PITCH, Dots, dot_size
from analyzer.network.map_people import MapPeople
from analyzer.network.nodes import Node, shrink_to_fit
from analyzer.network.rows import LEAST_RADIUS
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict

ALONE = -1
"""`Node.ring` of those who stand in no community; in one it is the number of the group."""

MARGIN = 24.0
# At the right stand the buttons of a window.
RIGHT_MARGIN = 62.0
HULL_PEN = 40.0
NAME_ROOM = 20.0
LARGEST = 2.2
# Above the hairline a window says what it hides.
NOTICE_ROOM = 38.0
# Below the hairline: words, then rows.
HEAD = 34.0
FOOT = 16.0
MOST_OF_HEIGHT = 0.2
ALONE_PITCH = 13.0
LEAST_ALONE_PITCH = 4.0
FIELD_PITCH = 6.0
# Rows of people take this much of the width where the crowd has its field beside them.
SHARE_OF_ALONE = 0.62
COLUMN_GAP = 36.0


@dataclass(frozen=True, slots=True)
class MapFrame:
    """The room to lay out in: ``width`` × ``height`` px, ``unit`` = font scale."""

    width: float
    height: float
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Everything placed for ``frame``, in px around its middle, y down. ``hull_pen`` is the width of the pen around a community.

    ``line_y`` is the height of the hairline above the rows (None where nobody stands below), ``alone_x`` and ``field_x`` the left ends
    of the two parts.
    """

    frame: MapFrame
    nodes: tuple[Node, ...]
    fields: tuple[Dots, ...]
    hull_pen: float
    line_y: float | None
    alone_x: float
    field_x: float


def lay_out_map_in(
    found: MapPeople, places: Mapping[int, Point], people: Sequence[Person], judgements: Sequence[Judgement], frame: MapFrame
) -> MapLayout:
    """Positions of everybody for a canvas: ``places`` (`lay_out_map`) are enlarged or reduced alike, never moved against each other."""
    unit = frame.unit
    left, right = -frame.width / 2 + MARGIN * unit, frame.width / 2 - RIGHT_MARGIN * unit
    crowd = sum(len(part.people) for part in found.crowd)
    middle = left + (right - left) * SHARE_OF_ALONE if found.alone and crowd else right
    field_x = middle + COLUMN_GAP * unit if found.alone else left
    most = frame.height * MOST_OF_HEIGHT
    columns, pitch, alone_height = _rows(len(found.alone), middle - left, most, ALONE_PITCH * unit, LEAST_ALONE_PITCH)
    per_dot = _per_dot(crowd, right - field_x, most)
    field = _rows(sum(math.ceil(len(part.people) / per_dot) for part in found.crowd), right - field_x, most, FIELD_PITCH * unit, FINEST_PITCH)
    below = max(alone_height, field[2])
    line_y = frame.height / 2 - (HEAD + FOOT) * unit - below if below else None
    top = (line_y if line_y is not None else frame.height / 2) + HEAD * unit
    alone = [
        Node(person, ALONE, left + (number % columns + 0.5) * pitch, top + (number // columns + 0.5) * pitch, pitch * 0.36)
        for number, person in enumerate(found.alone)
    ]
    low = (line_y if line_y is not None else frame.height / 2) - NOTICE_ROOM * unit
    room = (left, -frame.height / 2, right, low)
    nodes, pen = _communities(found, places, people, judgements, room, unit)
    fields = _fields(found, (field_x, top), field, per_dot)
    return MapLayout(frame, (*nodes, *alone), fields, pen, line_y, left, field_x)


def _communities(
    found: MapPeople,
    places: Mapping[int, Point],
    people: Sequence[Person],
    judgements: Sequence[Judgement],
    room: tuple[float, float, float, float],
    unit: float,
) -> tuple[tuple[Node, ...], float]:
    """The nodes of the communities in the middle of ``room`` (left, top, right, low), and the pen of their hulls."""
    if not places:
        return (), HULL_PEN * unit
    left, top, right, low = room
    rim = HULL_PEN / 2 * unit
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    wide, high = max(max(xs) - min(xs), 1.0), max(max(ys) - min(ys), 1.0)
    free_across, free_down = right - left - 2 * rim, low - top - 2 * rim - (NAME_ROOM + 14.0) * unit
    scale = max(0.05, min(free_across / wide, free_down / high, LARGEST * unit))
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    to_x, to_y = (left + right) / 2, (top + low + NAME_ROOM * unit) / 2
    size = unit * max(0.45, min(1.4, scale / unit))
    nodes = [
        Node(person, number, to_x + (x - middle_x) * scale, to_y + (y - middle_y) * scale, radius_of(people[person], judgements[person]) * size)
        for number, group in enumerate(found.groups)
        for person in group.people
        for x, y in (places[person],)
    ]
    # The hulls are as far apart as the places are: a smaller picture has thinner rims.
    return shrink_to_fit(nodes), HULL_PEN * min(unit, scale)


def radius_of(person: Person, judgement: Judgement) -> float:
    """4.4 px where there is not enough evidence, else larger with contact days, up to 13.6."""
    if judgement.verdict is Verdict.INSUFFICIENT:
        return 4.4
    return 4.6 + min(9.0, math.pow(len(person.contact_days), 0.55))


def _rows(count: int, width: float, height: float, pitch: float, least: float) -> tuple[int, float, float]:
    """(columns, pitch, height) for ``count`` places in rows: as wide apart as wished, or as fits ``height``, but never nearer than ``least``."""
    if not count:
        return 1, pitch, 0.0
    while pitch > least and math.ceil(count / max(1, int(width / pitch))) * pitch > height:
        pitch = max(least, pitch - 0.1)
    columns = max(1, int(width / pitch))
    return columns, pitch, math.ceil(count / columns) * pitch


def _per_dot(count: int, width: float, height: float) -> int:
    """How many accounts a dot stands for: more than one only where single dots would be finer than can be seen."""
    per_dot = 1
    while count / per_dot > max(1, int(width / FINEST_PITCH)) * max(1, int(height / FINEST_PITCH)):
        per_dot *= 10
    return per_dot


def _fields(found: MapPeople, at: Point, rows: tuple[int, float, float], per_dot: int) -> tuple[Dots, ...]:
    """The crowd kind by kind, one row running into the next."""
    columns, pitch, _ = rows
    fields = []
    start = 0
    for part in found.crowd:
        count = math.ceil(len(part.people) / per_dot)
        spots = range(start, start + count)
        fields.append(
            Dots(
                kind=part.kind, people=part.people, pitch=pitch, dot=max(LEAST_RADIUS / 2, dot_size(part.kind, pitch)), per_dot=per_dot,
                xs=tuple(at[0] + (spot % columns + 0.5) * pitch for spot in spots),
                ys=tuple(at[1] + (spot // columns + 0.5) * pitch for spot in spots),
            )
        )  # fmt: skip
        start += count
    return tuple(fields)

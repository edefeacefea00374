"""A picture that was turned, mirrored and shifted comes back; nothing is ever scaled."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.network.alignment import Motion, Point, align

coordinate = st.floats(-500, 500).map(lambda value: round(value, 2))
pictures = st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=12)


def moved(points: list[Point], turn: float, mirrored: bool, right: float = 0.0, down: float = 0.0) -> list[Point]:
    motion = Motion(math.cos(turn), math.sin(turn), mirrored, right, down)
    return [motion.apply(point) for point in points]


@given(pictures, st.floats(-math.pi, math.pi), st.booleans(), coordinate, coordinate)
def test_any_turned_mirrored_and_shifted_picture_comes_back(picture: list[Point], turn: float, mirrored: bool, right: float, down: float) -> None:
    other = moved(picture, turn, mirrored, right, down)
    motion = align(other, picture)
    for back, point in zip(map(motion.apply, other), picture, strict=True):
        assert back == pytest.approx(point, abs=1e-3)


@given(pictures, pictures)
def test_distances_stay_and_no_other_turn_is_better(picture: list[Point], other: list[Point]) -> None:
    count = min(len(picture), len(other))
    picture, other = picture[:count], other[:count]
    motion = align(other, picture)
    found = list(map(motion.apply, other))
    for place in range(count):
        assert math.dist(found[0], found[place]) == pytest.approx(math.dist(other[0], other[place]), abs=1e-6)
    middle = [sum(point[axis] for point in found) / count for axis in (0, 1)]
    around = [(x - middle[0], y - middle[1]) for x, y in found]

    def cost(points: list[Point]) -> float:
        return sum(math.dist((x + middle[0], y + middle[1]), to) ** 2 for (x, y), to in zip(points, picture, strict=True))

    for turn in (-0.3, -0.01, 0.01, 0.3, 2.0):
        assert cost(around) <= cost(moved(around, turn, False)) + 1e-3
        assert cost(around) <= cost(moved(around, turn, True)) + 1e-3


def test_nobody_gives_no_motion_and_one_a_shift() -> None:
    assert align([], []) == Motion()
    assert align([(1, 2)], [(5, 1)]).apply((2, 2)) == pytest.approx((6, 1))


def test_equally_good_motions_do_not_mirror() -> None:
    line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]
    assert not align(line, [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0)]).mirrored

"""The crowd of the Circles picture: accounts without any contact day, as arcs of small dots around the rings."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from analyzer.network.rows import share_rows
from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict

PITCH = 8.4
FINE_PITCH = 2.6
FINEST_PITCH = 2.3
MOST_OF_RADIUS = 0.21
MOST_WHEN_FINE = 0.26
FEW = 12
GAP = 0.045
# A small arc keeps dots of this pitch, however fine the others become: those that a decision can change stay visible.
SMALL_ARC_PITCH = 7.0
# The first arc is centred a little above three o'clock, where its label has most room.
FIRST_CENTRE = -math.radians(16)


class CrowdKind(StrEnum):
    """What the dots of an arc have in common; the ``_UNKNOWN`` ones are not numbers-only follows, as the archive cannot show enough."""

    YOU_FOLLOW = "you_follow"
    YOU_FOLLOW_UNKNOWN = "you_follow_unknown"
    FOLLOW_YOU = "follow_you"
    FOLLOW_YOU_UNKNOWN = "follow_you_unknown"
    CLICKED = "clicked"
    NO_TIE_UNKNOWN = "no_tie_unknown"

    @property
    def is_unknown(self) -> bool:
        """True where silence could not be told from a missing file: drawn hollow."""
        return self in (CrowdKind.YOU_FOLLOW_UNKNOWN, CrowdKind.FOLLOW_YOU_UNKNOWN, CrowdKind.NO_TIE_UNKNOWN)


@dataclass(frozen=True, slots=True)
class CrowdPart:
    """The people of one arc, as places in ``Analysis.people``, in the order of the analysis."""

    kind: CrowdKind
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """People of one kind as small dots ``pitch`` px apart and ``dot`` px wide.

    Dot ``n`` is centred at (``xs[n]``, ``ys[n]``) and stands for ``people[n * per_dot : (n + 1) * per_dot]``.
    """

    kind: CrowdKind
    people: tuple[int, ...]
    pitch: float
    dot: float
    per_dot: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc(Dots):
    """Dots on an arc between ``start`` and ``end`` (radians, clockwise from three o'clock, y down)."""

    start: float
    end: float


def crowd_kind(person: Person, judgement: Judgement) -> CrowdKind:
    """The arc of somebody without a contact day: own likes, retweets and mere names count as clicks, else the follow tie speaks."""
    if person.likes or person.retweets or person.mentions or person.mentioned_in_retweets:
        return CrowdKind.CLICKED
    if not person.has_tie:
        return CrowdKind.NO_TIE_UNKNOWN
    known = judgement.verdict is Verdict.NUMBERS_ONLY
    if person.followed_by_ego:
        return CrowdKind.YOU_FOLLOW if known else CrowdKind.YOU_FOLLOW_UNKNOWN
    return CrowdKind.FOLLOW_YOU if known else CrowdKind.FOLLOW_YOU_UNKNOWN


def gather_crowd(people: Sequence[Person], judgements: Sequence[Judgement], places: Sequence[int]) -> tuple[CrowdPart, ...]:
    """Those of ``places`` who are on no circle, by kind in the order of `CrowdKind`; kinds without anybody are left out."""
    parts: dict[CrowdKind, list[int]] = {kind: [] for kind in CrowdKind}
    of_followers = {judged: parts[CrowdKind.FOLLOW_YOU if judged is Verdict.NUMBERS_ONLY else CrowdKind.FOLLOW_YOU_UNKNOWN] for judged in Verdict}
    met = people.met if isinstance(people, People) else None
    for place in sorted(places):
        judgement = judgements[place]
        if met is not None and place not in met:
            # Who only follows, without a look at whom.
            of_followers[judgement.verdict].append(place)
        elif judgement.circle == 0:
            parts[crowd_kind(people[place], judgement)].append(place)
    return tuple(CrowdPart(kind, tuple(members)) for kind, members in parts.items() if members)


def crowd_depth(total: int, radius: float) -> tuple[float, float, int]:
    """(depth in px, pitch in px, accounts per dot) of the crowd's band inside ``radius``.

    The pitch shrinks from 8.4 px until the band takes at most 21 % of the radius; a crowd that needs finer dots than 2.6 px gets 26 %
    first, and where even 2.3 px are not enough, a dot stands for 10, 100, … accounts. (0, 8.4, 1) without a crowd.
    """
    per_dot = 1
    while total:
        for tenths in range(round(PITCH * 10), round(FINEST_PITCH * 10) - 1, -1):
            pitch = tenths / 10
            depth = math.ceil(math.ceil(total / per_dot) * pitch / (2 * math.pi * radius * 0.9)) * pitch
            share = MOST_OF_RADIUS if pitch >= FINE_PITCH else MOST_WHEN_FINE
            if depth <= max(radius * share, pitch):
                return depth, pitch, per_dot
        per_dot *= 10
    return 0.0, PITCH, 1


def lay_out_crowd(parts: Sequence[CrowdPart], radius: float, depth: float, pitch: float, per_dot: int) -> tuple[Arc, ...]:
    """The arcs of a band ``depth`` wide that ends at ``radius``; spans are in proportion to the dots, small arcs as wide as they need."""
    dots = {part.kind: math.ceil(len(part.people) / per_dot) for part in parts}
    if not dots:
        return ()
    middle = radius - depth / 2
    if sum(dots.values()) < FEW:
        needs = {kind: count * 26 / radius for kind, count in dots.items()}
    else:
        small = {kind: count for kind, count in dots.items() if count < sum(dots.values()) * 0.1}
        needs = {kind: min(1.2, count * SMALL_ARC_PITCH**2 / (depth * middle)) for kind, count in small.items()}
    free = 2 * math.pi - GAP * len(parts) - sum(needs.values())
    shared = sum(count for kind, count in dots.items() if kind not in needs)
    spans = {kind: needs[kind] if kind in needs else free * count / shared for kind, count in dots.items()}
    at = FIRST_CENTRE - spans[parts[0].kind] / 2
    arcs: list[Arc] = []
    for part in parts:
        span = spans[part.kind]
        roomy = math.sqrt(depth * middle * span / dots[part.kind])
        own_pitch = max(pitch, min(SMALL_ARC_PITCH, depth, roomy)) if part.kind in needs else pitch
        arcs.append(_fill_arc(part, (at, at + span), (radius - depth, radius), own_pitch, per_dot))
        at += span + GAP
    return tuple(arcs)


def _fill_arc(part: CrowdPart, span: tuple[float, float], band: tuple[float, float], pitch: float, per_dot: int) -> Arc:
    """Dots in rows along the arc, each row as full as its length allows."""
    (start, end), (inner, outer) = span, band
    count = math.ceil(len(part.people) / per_dot)
    rows = max(1, min(count, int((outer - inner) / pitch + 1e-9)))
    radii = [inner + (row + 0.5) * (outer - inner) / rows for row in range(rows)]
    xs: list[float] = []
    ys: list[float] = []
    for radius, in_row in zip(radii, share_rows(count, radii), strict=True):
        for number in range(in_row):
            angle = start + (number + 0.5) / in_row * (end - start)
            xs.append(radius * math.cos(angle))
            ys.append(radius * math.sin(angle))
    return Arc(
        kind=part.kind, people=part.people, start=start, end=end, pitch=pitch, dot=dot_size(part.kind, pitch), per_dot=per_dot,
        xs=tuple(xs), ys=tuple(ys),
    )  # fmt: skip


def dot_size(kind: CrowdKind, pitch: float) -> float:
    """How wide a dot is in a texture of this pitch: those who only follow ego are the lightest."""
    if kind in (CrowdKind.FOLLOW_YOU, CrowdKind.FOLLOW_YOU_UNKNOWN):
        return max(1.3, pitch * (0.36 if pitch > 6 else 0.5))
    return min(3.0, max(1.3, pitch * 0.6))

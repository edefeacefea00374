"""The Circles picture as pure geometry: ego in the middle, rings by contact frequency, sectors by community, the crowd outside.

Two steps: `gather_circles` decides who stands where (once per judgement), `lay_out_circles` gives positions in pixels around (0, 0)
for one size of canvas. Both are deterministic: the same analysis and size give the same picture.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.network.crowd import Arc, CrowdPart, crowd_depth, gather_crowd, lay_out_crowd
from analyzer.network.drawn_ties import Line, join_ties
from analyzer.network.nodes import Node, part_neighbours, shrink_to_fit
from analyzer.network.rings import Ring, RingKind, divide_into_rings
from analyzer.network.rows import LEAST_RADIUS, Spot, place_around, place_in_rows
from analyzer.network.sectors import NO_COMMUNITY, Sector, angle_at, make_sectors, wedge
from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Choice, Judgement, Verdict

if TYPE_CHECKING:
    from analyzer.facts import Analysis

EGO_RADIUS = 20.0
CROWD_MARGIN = 11.0
NODE_RADII = (19.0, 15.0, 6.6, 5.0)
# What the hashtags along the edge of the last ring take from it.
NAME_STRIP = 17.0
# The canvas radius for which node radii are written.
DESIGN_RADIUS = 290.0


@dataclass(frozen=True, slots=True)
class Circles:
    """Who stands where. ``passing`` contacts and accounts the user called ego's own (``own``) are counted, not placed.

    ``lines`` are all public ties between people on rings, strongest first.
    """

    rings: tuple[Ring, ...]
    sectors: tuple[Sector, ...]
    crowd: tuple[CrowdPart, ...]
    lines: tuple[Line, ...]
    sector_of: Mapping[int, int]
    passing: int
    own: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The room to lay out in: outer ``radius`` in px, ``unit`` = font scale, ``name_widths`` = px of each ring's words at twelve.

    ``mirrored`` for those who read from right to left: the rings then run counter-clockwise.
    """

    radius: float
    unit: float = 1.0
    name_widths: tuple[float, ...] = ()
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The px between which the people of one ring stand, and half the angle kept free at twelve o'clock at its outer edge."""

    inner: float
    outer: float
    half_wedge: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed for ``frame``, in px around ego at (0, 0), y down.

    ``edge`` is the radius of the last ring, ``radius`` that of the crowd.
    """

    radius: float
    edge: float
    ego_radius: float
    bands: tuple[Band, ...]
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    per_dot: int
    frame: Frame

    def edge_angle(self, turn: float) -> float:
        """The angle (radians, clockwise from three o'clock) of a turn of the sectors on the outermost ring."""
        angle = angle_at(turn, self.bands[-1].half_wedge)
        return math.pi - angle if self.frame.mirrored else angle


def gather_circles(analysis: "Analysis", judgements: Sequence[Judgement], with_passing: bool = False) -> Circles:
    """Put everybody on a ring or into the crowd; passing contacts (no follow tie, at most one act) only if asked for."""
    people = analysis.people
    own = {place for place, judgement in enumerate(judgements) if judgement.decision is Choice.ME}
    # Of very many followers nobody who only follows is a passing contact.
    met = people.met.items() if isinstance(people, People) else enumerate(people)
    left_out = set() if with_passing else {place for place, person in met if person.is_passing_contact and place not in own}
    placed = [place for place in range(len(people)) if place not in own and place not in left_out]
    rings = divide_into_rings(people, judgements, placed)
    on_rings = [(person, ring.place < 2) for ring in rings for person in ring.people]
    sectors = make_sectors([(people[person].community, inner) for person, inner in on_rings], analysis.community_names)
    numbers = {sector.community: number for number, sector in enumerate(sectors)}
    sector_of = {person: numbers.get(people[person].community, len(sectors) - 1) for person, _ in on_rings}
    lines = join_ties(analysis.ties, analysis.index, sector_of.keys())
    return Circles(rings, sectors, gather_crowd(people, judgements, placed), lines, sector_of, len(left_out), len(own))


def lay_out_circles(circles: Circles, people: Sequence[Person], judgements: Sequence[Judgement], frame: Frame) -> Layout:
    """Positions of everybody for a canvas. The crowd takes what its dots need first, the rings share the rest by weight (`share_bands`).

    Nodes of one layout never overlap each other: where a band is too full for its rows, radii shrink (to 1.6 px at least).
    """
    total = sum(len(part.people) for part in circles.crowd)
    depth, pitch, per_dot = crowd_depth(total, frame.radius)
    edge = frame.radius - depth - (CROWD_MARGIN if total else 0.0)
    size = frame.unit * max(0.72, min(1.25, frame.radius / DESIGN_RADIUS))
    bands = share_bands(circles.rings, edge, EGO_RADIUS * size, frame.name_widths)
    named = any(sector.community != NO_COMMUNITY for sector in circles.sectors)
    nodes: list[Node] = []
    for number, (ring, band) in enumerate(zip(circles.rings, bands, strict=True)):
        width = frame.name_widths[number] if number < len(frame.name_widths) else 0.0
        strip = NAME_STRIP * frame.unit if named and number == len(bands) - 1 else 0.0
        # On a canvas of a few px the strip would take more than the ring has.
        outer = max(band.outer - strip, (band.inner + band.outer) / 2)
        found: list[Node] = []
        base = NODE_RADII[ring.place] * size
        for person, (x, y, room) in _spots(circles, ring, (band.inner, outer), base, width):
            radius = min(_node_radius(people[person], judgements[person], ring, room / size) * size, room)
            found.append(Node(person, number, x, y, max(LEAST_RADIUS, radius)))
        nodes += part_neighbours(found, width) if ring.place < 2 else found
    arcs = lay_out_crowd(circles.crowd, frame.radius, depth, pitch, per_dot)
    layout = Layout(frame.radius, edge, EGO_RADIUS * size, bands, shrink_to_fit(nodes), arcs, per_dot, frame)
    return _mirrored(layout) if frame.mirrored else layout


def _mirrored(layout: Layout) -> Layout:
    """The same with left and right exchanged."""
    nodes = tuple(replace(node, x=-node.x) for node in layout.nodes)
    arcs = tuple(replace(arc, start=math.pi - arc.end, end=math.pi - arc.start, xs=tuple(-x for x in arc.xs)) for arc in layout.arcs)
    return replace(layout, nodes=nodes, arcs=arcs)


def _spots(circles: Circles, ring: Ring, band: tuple[float, float], base: float, width: float) -> Iterator[tuple[int, Spot]]:
    """Each person of a ring with their place: rows of one sector beside the next, on the two inner rings rows all around."""
    in_sector: list[list[int]] = [[] for _ in circles.sectors]
    for person in ring.people:
        in_sector[circles.sector_of[person]].append(person)
    pairs = [(sector, members) for sector, members in zip(circles.sectors, in_sector, strict=True) if members]
    if ring.place < 2:
        turns = [sector.start + (n + 0.5) / len(members) * (sector.end - sector.start) for sector, members in pairs for n in range(len(members))]
        yield from zip((person for _, members in pairs for person in members), place_around(turns, band, base, width), strict=True)
        return
    for sector, members in pairs:
        yield from zip(members, place_in_rows(len(members), band, (sector.start, sector.end), base, width), strict=True)


def share_bands(rings: Sequence[Ring], edge: float, core: float, name_widths: Sequence[float] = ()) -> tuple[Band, ...]:
    """Split the radius between ``core`` (ego's disc) and ``edge`` among the rings by how many people they hold.

    Weights: the innermost 1.3 (0.7 if empty) and the second 1.05 (0.6), more when they are full; the others 0.5 + n / 60 held to
    0.6 … 2.1, the silent ring at least 0.85.
    """
    weights = [_band_weight(ring) for ring in rings]
    core = max(core, edge * 0.3 / (sum(weights) + 0.3))
    bands: list[Band] = []
    inner = core
    for number, weight in enumerate(weights):
        outer = inner + (edge - core) * weight / sum(weights)
        bands.append(Band(inner, outer, wedge(name_widths[number], outer) if number < len(name_widths) else 0.0))
        inner = outer
    return tuple(bands)


def _band_weight(ring: Ring) -> float:
    count = len(ring.people)
    if ring.place == 0:
        return min(2.2, 1.3 + max(0, count - 6) / 12) if count else 0.7
    if ring.place == 1:
        return min(2.0, 1.05 + max(0, count - 12) / 24) if count else 0.6
    least = 0.85 if ring.kind is RingKind.SILENT else 0.6
    return max(least, min(2.1, 0.5 + count / 60))


def _node_radius(person: Person, judgement: Judgement, ring: Ring, room: float) -> float:
    """Radius by ring and verdict, the genuine larger; on the outer two rings also by contact days in all (0.75 to 1.25).

    ``room`` is half the way to the nearest neighbour, in the same unit: where an outer ring is nearly empty its people grow by up to 1.35.
    """
    base, genuine = NODE_RADII[ring.place], judgement.verdict is Verdict.GENUINE
    if ring.place < 2:
        return base if genuine else base * 0.72
    sparse = max(1.0, min(1.35, room / base / 2.2))
    return base * sparse * (1.18 if genuine else 0.86) * (0.75 + min(1.0, len(person.contact_days) / 14) * 0.5)

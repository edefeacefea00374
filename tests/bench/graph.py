"""How quick the pictures are, against one graphics item per element and against igraph, in the same run.

    python -m tests.bench.graph [--people 1000 10000] [--ties 3000 30000] [--runs 5]

Works without a screen. Figures are medians in ms. "naive" is a `QGraphicsScene` with an item for every node and every tie. The Map's
layout is set beside igraph's Fruchterman–Reingold of the whole network (grid, 500 steps), with igraph's Leiden on both sides.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import igraph
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QGraphicsScene

from analyzer.network.circles import gather_circles
from analyzer.network.communities import leiden
from analyzer.network.map_layout import lay_out_map
from analyzer.network.map_people import gather_map
from analyzer.verdict.verdicts import Verdict
from desktop.graph.detail import ALL, USUAL, Detail
from desktop.graph.drawings import place_lit
from desktop.graph.hits import Hits
from desktop.graph.layers import Layers, Painting
from desktop.graph.look import Fonts, Look
from desktop.graph.map_source import MapSource
from desktop.graph.paint import paint_lit
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from desktop.graph.view import View
from desktop.theme import LIGHT
from tests.analyzer.network.invented import World

SIZE = (800, 620)


def world_of(people: int, ties: int) -> World:
    """People on the outer rings in 40 communities, ties mostly within them; nobody in the crowd, where nothing is heavy."""
    world = World(2)
    for number in range(people):
        circle = 3 if number % 3 else 4
        world.add(Verdict.GENUINE if number % 14 == 0 else Verdict.ACQUAINTANCE, circle, 1 + number % 9, 3, community=1 + number % 40, follows=True)
    for _ in range(ties):
        first = world.random.randrange(people)
        second = (first + 40 * world.random.randrange(1, 9)) % people if world.random.random() < 0.8 else world.random.randrange(people)
        if first != second:
            world.tie(first, second, world.random.choice((0.5, 1.0, 2.0)))
    return world


def took(runs: int, work: Callable[[], object]) -> float:
    """Median of several runs, ms."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def naive_frame(scene: Scene, runs: int) -> float:
    """One frame of the same nodes and all ties as items."""
    items = QGraphicsScene()
    pen, brush = QPen(LIGHT.tie), QBrush(LIGHT.verdicts[Verdict.ACQUAINTANCE])
    for line in scene.all_lines:
        a, b = scene.node_of[line.a], scene.node_of[line.b]
        items.addLine(a.x, a.y, b.x, b.y, pen)
    for node in scene.nodes:
        items.addEllipse(node.x - node.radius, node.y - node.radius, 2 * node.radius, 2 * node.radius, QPen(), brush)
    image = blank()

    def frame() -> None:
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            items.render(painter)

    return took(runs, frame)


def blank() -> QImage:
    return QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)


def measure(people: int, ties: int, runs: int) -> None:
    """One size: prints its figures and the ratios of issue 5."""
    world = world_of(people, ties)
    analysis = world.analysis()
    fonts, size = Fonts(), (float(SIZE[0]), float(SIZE[1]))
    everybody = frozenset(range(people))
    gathering = took(runs, lambda: gather_circles(analysis, world.judgements))
    circles = gather_circles(analysis, world.judgements)
    edges = [(line.a, line.b, line.weight) for line in circles.lines]
    print(f"{people:,} people, {len(edges):,} ties between them, canvas {SIZE[0]} x {SIZE[1]}, medians of {runs} runs")
    communities = took(runs, lambda: leiden(people, edges))
    found = gather_map(circles, analysis.people, world.judgements, {})
    groups = [group.people for group in found.groups]
    layout = took(runs, lambda: lay_out_map(groups, edges))
    own = took(runs, lambda: forces(people, edges))
    print(f"  igraph's Leiden {communities:.1f}, igraph's layout {own:.1f}, our Map {layout:.1f}")
    ratio = (layout + communities) / (own + communities)
    print(f"  layout + communities {layout + communities:.1f}   {ratio:.1f} x igraph's own (wanted: 3)")
    places = lay_out_map(groups, edges)
    for detail in (Detail(USUAL), Detail(ALL)):
        measure_picture("Circles", Source(analysis, world.judgements, circles, everybody, detail), fonts, size, runs, gathering)
        source = MapSource(analysis, world.judgements, circles, everybody, detail, found=found, places=places)
        measure_picture("Map", source, fonts, size, runs, gathering)


def forces(people: int, edges: Sequence[tuple[int, int, float]]) -> None:
    """igraph's own layout of the whole network: what ours is measured against."""
    graph = igraph.Graph(n=people, edges=[(a, b) for a, b, _ in edges])
    graph.layout_fruchterman_reingold(niter=500, grid=True)


def measure_picture(name: str, source: Source, fonts: Fonts, size: tuple[float, float], runs: int, gathering: float) -> None:
    """Frames of one picture."""
    look, view = Look(LIGHT), View.fitting(*SIZE)
    placing = took(runs, lambda: source.scene(size, fonts))
    scene = source.scene(size, fonts)
    layers = Layers()
    layers.sharp(scene, view, look)
    image = blank()

    def pan() -> None:
        with QPainter(image) as painter:
            layers.blit(painter, view.panned(7, 5), look)

    def redraw() -> None:
        layers.outdate()
        layers.sharp(scene, view, look)

    pieces = []
    painting = Painting(scene, view, look, (), frozenset())
    whole = False
    while not whole:
        started = time.perf_counter()
        whole = painting.go_on()
        pieces.append((time.perf_counter() - started) * 1000)
    hits = Hits(scene)
    layers.faded(scene, look)
    node = scene.nodes[len(scene.nodes) // 2]

    def hover() -> None:
        hits.at(view, *view.at(node.x, node.y))
        with QPainter(image) as painter:
            painter.drawPixmap(QPointF(0, 0), layers.faded(scene, look))
            assert layers.placed is not None
            names = place_lit(scene, view, look.fonts, layers.placed, node.person)
            paint_lit(scene, painter, view, look, names, node.person)

    naive = naive_frame(scene, max(1, runs // 2))
    panning, drawing, answer = took(runs, pan), took(runs, redraw), took(runs, hover)
    print(f"  {name}, {len(scene.lines):,} ties drawn")
    print(f"    naive frame      {naive:8.1f}")
    print(f"    pan frame        {panning:8.1f}   1/{naive / panning:.0f} of naive (wanted: 1/12)")
    print(f"    sharp redraw     {drawing:8.1f}   1/{naive / drawing:.1f} of naive (wanted: 1/5), longest piece {max(pieces):.1f}")
    print(f"    hover            {answer:8.1f}   (wanted: 16)")
    print(f"    gather + place   {gathering + placing:8.1f}")


def main() -> None:
    """Measure all sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--ties", type=int, nargs="+", default=[3000, 30_000])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    application = QApplication([])
    for people, ties in zip(given.people, given.ties, strict=True):
        measure(people, ties, given.runs)
    application.quit()


if __name__ == "__main__":
    main()

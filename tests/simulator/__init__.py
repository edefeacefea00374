"""A two-sided hidden world and the archive that one of its inhabitants would download; the truth stays beside the archive."""

from tests.simulator.archive import write_archive
from tests.simulator.log import World
from tests.simulator.options import Layout, Options
from tests.simulator.truth import truth_of, write_truth
from tests.simulator.world import build_world

__all__ = ["Layout", "Options", "World", "build_world", "truth_of", "write_archive", "write_truth"]

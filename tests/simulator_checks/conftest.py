"""One small world and its archive, shared by all checks of the simulator."""

import pytest

from tests.simulator import Options, World, build_world, write_archive
from tests.simulator_checks.reading import Read, read_archive


@pytest.fixture(scope="session")
def world() -> World:
    """A world large enough to hold every kind of trap."""
    return build_world(Options(seed=11, tweets=1_500))


@pytest.fixture(scope="session")
def archive(world: World, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Its archive."""
    return read_archive(write_archive(world, tmp_path_factory.mktemp("archive") / "archive.zip"))

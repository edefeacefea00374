"""``python -m tests.simulator``: writes one simulated archive and, if asked, its truth."""

import argparse
from pathlib import Path

from tests.simulator import Layout, Options, build_world, write_archive, write_truth
from tests.simulator.options import PARTS_LIMIT
from tests.simulator.owners import OWNERS


def main() -> None:
    """Reads the arguments, builds the world, writes it and says what it holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulator", description="Write the archive of an invented person.")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tweets", type=int, default=3_000)
    parser.add_argument("--owner", choices=sorted(OWNERS), default="writer")
    parser.add_argument("--generated", default=Options().generated, help="the archive's date, ISO-8601 UTC")
    parser.add_argument("--out", type=Path, required=True, help="a folder, or a file that ends in .zip")
    parser.add_argument("--truth", type=Path, help="where the truth goes (JSON)")
    parser.add_argument("--without-messages", action="store_true", help="leave the message files out")
    parser.add_argument("--hard", action="store_true", help="the world of the benchmark, with what the sample does without")
    parser.add_argument("--parts-limit", type=int, default=PARTS_LIMIT, help="bytes after which a data file is closed")
    asked = parser.parse_args()
    world = build_world(Options(seed=asked.seed, tweets=asked.tweets, owner=asked.owner, generated=asked.generated, hard=asked.hard))
    write_archive(world, asked.out, messages=not asked.without_messages, layout=Layout(parts_limit=asked.parts_limit))
    if asked.truth:
        write_truth(world, asked.truth)
    print(f"{asked.out}: {len(world.own)} tweets, {len(world.people.others)} accounts, {len(world.likes)} likes, {len(world.turns)} incoming turns")


if __name__ == "__main__":
    main()

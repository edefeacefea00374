"""Mutated archives: whole zips of every era, damaged in their JSON and in their bytes; ``python -m tests.analyzer.archive.fuzz SEED CASES``."""

import random
import re
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from analyzer.archive import Part, open_archive
from analyzer.errors import ArchiveError
from tests.analyzer.archive.invented import ERAS, files_of, zip_bytes

SLOWEST_ALLOWED = 5.0
"""Seconds."""
_TOKENS = [
    *(b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\\u0000", b"\\ud83d", b"null", b"true", b"NaN"),
    *(b"1e999", b"-1", b"1.5", b'""', b"{}", b"[]", b'"id_str"', b'},{"tweet":{', b"window.YTD.tweets.part0 = "),
    *(b"9" * 400, b"9" * 5000, b"[" * 400, b'{"a":' * 100),
]
_VALUE = re.compile(rb'"(?:[^"\\]|\\.)*"|true|false|null')


def mutated(data: bytes, rng: random.Random) -> bytes:
    """A damaged copy: tokens, bytes, cuts, copies, a sudden end, or one value replaced by another kind of value."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        if not changed:
            break
        at, kind = rng.randrange(len(changed)), rng.random()
        if kind < 0.3:
            changed[at : at + rng.randint(0, 8)] = rng.choice(_TOKENS)
        elif kind < 0.5:
            changed[at] = rng.randrange(256)
        elif kind < 0.65:
            del changed[at : at + rng.randint(1, 200)]
        elif kind < 0.8:
            source = rng.randrange(len(changed))
            changed[at:at] = changed[source : source + rng.randint(1, 300)]
        elif kind < 0.9:
            del changed[at:]
        elif values := list(_VALUE.finditer(bytes(changed))):
            value = rng.choice(values)
            changed[value.start() : value.end()] = rng.choice(_TOKENS)
    return bytes(changed)


def case(rng: random.Random) -> bytes:
    """One damaged zip."""
    files = dict(files_of(rng.choice(ERAS)))
    for name in rng.sample(sorted(files), min(len(files), rng.randint(0, 4))):
        files[name] = mutated(files[name], rng)
    if rng.random() < 0.2:
        files[rng.choice(sorted(files))] = files[rng.choice(sorted(files))]
    data = zip_bytes(files, rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return mutated(data, rng) if rng.random() < 0.3 else data


def survive(path: Path) -> float:
    """Read everything at ``path``; seconds it took. Raises whatever is not one of the analyzer's own errors."""
    start = time.perf_counter()
    try:
        with open_archive(path) as archive:
            for part in Part:
                if part is not Part.MANIFEST:
                    for _ in archive.read(part):
                        pass
                archive.is_missing(part)
            archive.parts()
    except ArchiveError:
        pass
    return time.perf_counter() - start


def main(seed: int, cases: int) -> None:
    """Run ``cases`` cases; a failing one is kept and named."""
    rng = random.Random(seed)
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case.zip")
        for number in range(cases):
            data = case(rng)
            path.write_bytes(data)
            try:
                worst = max(worst, survive(path))
            except Exception:
                kept = Path(tempfile.gettempdir(), f"kithmap-fuzz-{seed}-{number}.zip")
                kept.write_bytes(data)
                print(f"case {number} of seed {seed} fails; kept as {kept}", file=sys.stderr)
                raise
    print(f"{cases} cases of seed {seed}: no error, slowest {worst:.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

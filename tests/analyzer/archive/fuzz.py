"""Mutated archives: zips and folders of every era, damaged in their JSON and in their bytes, read and analysed.

    python -m tests.analyzer.archive.fuzz SEED CASES

A case that fails is kept where the last line says; put it into ``tests/archives/fuzz-corpus`` (a zip as it is, named after what it broke), which
every test run goes through.
"""

import random
import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from analyzer.analysis import analyze
from analyzer.archive import Part, open_archive
from analyzer.errors import AnalyzerError, ArchiveError
from analyzer.export import analysis_json, evidence_lines, graph_files, health_json
from analyzer.facts import Analysis
from analyzer.health.effects import effects_of
from analyzer.health.measure import health_of
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from tests.analyzer.archive.invented import ERAS, files_of, zip_bytes

SLOWEST_ALLOWED = 5.0
"""Seconds."""
LARGEST_ALLOWED = 500
"""MB that the process may have taken at any time."""
_TOKENS = [
    *(b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\\u0000", b"\\ud83d", b"null", b"true", b"NaN"),
    *(b"1e999", b"-1", b"1.5", b'""', b"{}", b"[]", b'"id_str"', b'},{"tweet":{', b"window.YTD.tweets.part0 = "),
    *(b"9" * 400, b"9" * 5000, b"[" * 400, b'{"a":' * 100),
]
_IDS = (b'"0"', b'"-1"', b'"9223372036854775807"', b'"18446744073709551616"', b'"9000000001"', b'"1e18"', b"-5", b'"99999999999999999999"')
_TIMES = (
    b'"Thu Jan 01 00:00:00 +0000 1970"',
    b'"9999-12-31T23:59:59.999Z"',
    b'"0001-01-01T00:00:00Z"',
    b'"-62135596800001"',
    b'"253402300800000"',
    b'""',
)
_VALUE = re.compile(rb'"(?:[^"\\]|\\.)*"|true|false|null')
_ID = re.compile(rb'"-?\d{5,20}"')
_TIME = re.compile(rb'"[^"]{0,40}(?:\+0000|\dZ)[^"]{0,10}"')


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
        else:
            changed = _other_value(changed, rng)
    return bytes(changed)


def _other_value(data: bytearray, rng: random.Random) -> bytearray:
    """One value another: of any kind, or an id or a time that is well formed and absurd."""
    pattern, others = rng.choice(((_VALUE, _TOKENS), (_ID, _IDS), (_TIME, _TIMES)))
    if found := list(pattern.finditer(bytes(data))):
        value = rng.choice(found)
        data[value.start() : value.end()] = rng.choice(others)
    return data


def _shuffled(files: Mapping[str, bytes], rng: random.Random) -> dict[str, bytes]:
    """Files under others' names, in other folders, doubled, gone; data of one era among those of another."""
    changed = dict(files)
    for _ in range(rng.randint(1, 3)):
        name, kind = rng.choice(sorted(changed)), rng.random()
        if kind < 0.3:
            changed[name] = changed[rng.choice(sorted(changed))]
        elif kind < 0.5 and len(changed) > 1:
            del changed[name]
        elif kind < 0.7:
            changed[rng.choice(("a/", "data/", "../", "/", "data/js/tweets/", "x" * 300 + "/")) + name.rpartition("/")[2]] = changed[name]
        elif kind < 0.85:
            changed[name.replace(".js", f"-part{rng.choice((0, 1, 7, 10**30))}.js")] = changed[name]
        else:
            changed |= files_of(rng.choice(ERAS))
    return changed


def case(rng: random.Random) -> bytes:
    """One damaged zip."""
    files: dict[str, bytes] = dict(files_of(rng.choice(ERAS)))
    for name in rng.sample(sorted(files), min(len(files), rng.randint(0, 4))):
        files[name] = mutated(files[name], rng)
    if rng.random() < 0.3:
        files = _shuffled(files, rng)
    data = zip_bytes(files, rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    if rng.random() < 0.1:
        data = zip_bytes({"archive.zip": data}, rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return mutated(data, rng) if rng.random() < 0.3 else data


def survive(path: Path) -> float:
    """Read and analyse everything at ``path``; seconds it took. Raises whatever is not one of the analyzer's own errors."""
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
        return time.perf_counter() - start
    try:
        analysis = analyze([path])
    except AnalyzerError:
        return time.perf_counter() - start
    _write_everything(analysis)
    return time.perf_counter() - start


def _write_everything(analysis: Analysis) -> None:
    """Verdicts, health and every form of output, to nowhere."""
    policy = default_policy()
    judgements = judge_all(analysis, policy, {})
    health = health_of(analysis)
    network = graph_files.network_of(analysis, judgements, with_messages=True, with_blocks=True)
    for pieces in (
        health_json.render(analysis, health, effects_of(health, analysis, policy, judgements), policy),
        analysis_json.render(analysis, judgements, policy),
        evidence_lines.render(analysis),
        *(graph_files.render(network, suffix) for suffix in (".gexf", ".graphml", ".json")),
    ):
        for piece in pieces:
            piece.decode("utf-8")


def megabytes() -> float:
    """The most memory that this process ever took."""
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
                took = survive(path)
                assert took < SLOWEST_ALLOWED, f"{took:.1f} s"
                assert megabytes() < LARGEST_ALLOWED, f"{megabytes():.0f} MB"
                worst = max(worst, took)
            except BaseException:
                kept = Path(tempfile.gettempdir(), f"kithmap-fuzz-{seed}-{number}.zip")
                kept.write_bytes(data)
                print(f"case {number} of seed {seed} fails; kept as {kept}", file=sys.stderr)
                raise
    print(f"{cases} cases of seed {seed}: no error, slowest {worst:.3f} s, at most {megabytes():.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

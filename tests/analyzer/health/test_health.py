"""The health report over invented archives: whole, pruned, damaged, of several zips, of an age that held less; and its agreement with the judge."""

import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from analyzer.analysis import Options, analyze
from analyzer.cli import main
from analyzer.facts import Analysis
from analyzer.health.effects import effects_of
from analyzer.health.measure import health_of, months_of
from analyzer.health.shapes import Bearing, Effect, Gap, Health, PartHealth, State
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Verdict
from tests.analyzer.archive.invented import FOLDERS, data_file, files_of, unpacked, zipped
from tests.analyzer.console import tiny_archive

D = files_of("era-d")


def report(*paths: Path, messages: bool = True) -> tuple[Analysis, Health]:
    """The analysis and its health."""
    analysis = analyze(paths, Options(messages=messages))
    return analysis, health_of(analysis)


def effects(analysis: Analysis, health: Health, *, without_messages: bool = False) -> dict[Gap, Effect]:
    """The effects by their gap, under the default policy or the one that does without messages."""
    policy = default_policy().without_messages(without_messages)
    return {effect.gap: effect for effect in effects_of(health, analysis, policy, judge_all(analysis, policy, {}))}


def part(health: Health, name: str) -> PartHealth:
    """The row of one part."""
    (found,) = [one for one in health.newest.parts if one.part == name]
    return found


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The tiny archive: whole, 70 replies."""
    return tiny_archive.write(tmp_path / "tiny.zip")


def pruned(path: Path, source: Path, without: set[str], change: Mapping[str, bytes] | None = None) -> Path:
    """A zip of another's members without some, and with others exchanged; its manifest is that of the whole."""
    with zipfile.ZipFile(source) as whole:
        files = {name: whole.read(name) for name in whole.namelist() if name not in without}
    return zipped(path, files | dict(change or {}))


def test_a_whole_archive_lacks_nothing(tiny: Path) -> None:
    analysis, health = report(tiny)
    assert health.newest.has_manifest and health.newest.lacking() == () and health.newest.unreadable == 0
    assert {one.part for one in health.newest.parts if one.state is State.READ} >= {"tweets", "followers", "following", "likes", "message_headers"}
    assert (part(health, "tweets").found, part(health, "tweets").expected) == (70, 70)
    assert not [effect for effect in effects(analysis, health).values() if effect.bearing is Bearing.NO_NUMBERS_ONLY]


def test_what_the_manifest_lists_and_is_not_there_is_missing(tiny: Path, tmp_path: Path) -> None:
    """Followers are needed by the judge: nobody is numbers only, and the report says for how many."""
    analysis, health = report(pruned(tmp_path / "pruned.zip", tiny, {"data/follower.js"}))
    missing = part(health, "followers")
    assert (missing.state, missing.found, missing.expected, missing.lost) == (State.MISSING, 0, 2, 2)
    found = effects(analysis, health)[Gap.FOLLOWS]
    judged = judge_all(analysis, default_policy(), {})
    assert (found.bearing, found.parts) == (Bearing.NO_NUMBERS_ONLY, ("followers",))
    assert found.people == sum(one.ground == "part_missing" for one in judged) > 0
    assert not any(one.verdict is Verdict.NUMBERS_ONLY for one in judged)


def test_missing_messages_stop_numbers_only_unless_the_policy_does_without(tmp_path: Path) -> None:
    """The manifest of this folder tells of 29 conversations and 1,204 likes that were taken out; the full messages are not told twice."""
    analysis, health = report(FOLDERS / "pruned-and-stale")
    assert {one.part: (one.state, one.lost) for one in health.newest.lacking()} == {
        "message_headers": (State.MISSING, 29),
        "likes": (State.MISSING, 1204),
    }
    assert ("tweets", "not_read") in {(file.part, file.state) for file in health.newest.unused}  # the stale file
    strict, gentle = effects(analysis, health), effects(analysis, health, without_messages=True)
    assert strict[Gap.MESSAGES].bearing is Bearing.NO_NUMBERS_ONLY and strict[Gap.MESSAGES].people == 1
    assert gentle[Gap.MESSAGES].bearing is Bearing.LESS_CERTAIN and gentle[Gap.MESSAGES].people == 0
    assert strict[Gap.LIKES].bearing is Bearing.LESS_CERTAIN


def test_messages_left_closed_are_no_lack(tiny: Path) -> None:
    analysis, health = report(tiny, messages=False)
    assert part(health, "message_headers").state is State.CLOSED and health.newest.lacking() == ()
    found = effects(analysis, health)
    assert found[Gap.MESSAGES_CLOSED].bearing is Bearing.NO_NUMBERS_ONLY and Gap.MESSAGES not in found


def test_full_messages_stand_in_for_their_headers(tmp_path: Path) -> None:
    """The manifest misses the headers; the full file tells the same, so that nothing is lacking and nothing is told twice."""
    files = {name: content for name, content in files_of("era-c").items() if "headers" not in name}
    analysis, health = report(unpacked(tmp_path / "a", files))
    assert analysis.coverage.messages_read
    told = [one for one in health.newest.parts if "message" in one.part]
    assert [(one.part, one.state) for one in told] == [("messages", State.READ), ("group_messages", State.READ)]
    assert {file.part for file in health.newest.unused} >= {"message_headers", "group_message_headers"}


def test_a_broken_record_has_its_place_and_weakens_the_part(tiny: Path, tmp_path: Path) -> None:
    """The place counts from the file's start; what was read around it stays."""
    follows = [{"following": {"accountId": "9100000001"}}, {"following": {"accountId": "nobody"}}, {"following": {"accountId": "9100000003"}}]
    content = data_file("following", follows)
    analysis, health = report(pruned(tmp_path / "damaged.zip", tiny, set(), {"data/following.js": content}))
    damaged = part(health, "following")
    assert (damaged.state, damaged.found, damaged.unreadable, damaged.lost) == (State.DAMAGED, 2, 1, 0)
    (trouble,) = damaged.troubles
    assert trouble.file == "data/following.js" and b"nobody" in content[trouble.position : trouble.position + 60]
    found = effects(analysis, health)[Gap.UNREADABLE_RECORDS]
    assert (found.bearing, found.parts, found.count) == (Bearing.NO_NUMBERS_ONLY, ("following",), 1)
    assert found.people == sum(one.ground == "part_missing" for one in judge_all(analysis, default_policy(), {}))


def test_a_part_that_breaks_off_tells_how_much_is_gone(tiny: Path, tmp_path: Path) -> None:
    content = data_file("tweets", tiny_archive.parts()["tweets"])
    analysis, health = report(pruned(tmp_path / "cut.zip", tiny, set(), {"data/tweets.js": content[: len(content) // 2]}))
    cut = part(health, "tweets")
    assert cut.state is State.DAMAGED and 0 < cut.found < 70 and cut.lost == 70 - cut.found - cut.unreadable > 0
    assert effects(analysis, health)[Gap.LOST_RECORDS].count == cut.lost


def test_fewer_records_than_promised_are_told(tiny: Path, tmp_path: Path) -> None:
    """Somebody took tweets out of the file by hand."""
    analysis, health = report(
        pruned(tmp_path / "fewer.zip", tiny, set(), {"data/tweets.js": data_file("tweets", tiny_archive.parts()["tweets"][:65])})
    )
    assert (part(health, "tweets").state, part(health, "tweets").lost) == (State.INCOMPLETE, 5)
    found = effects(analysis, health)[Gap.LOST_RECORDS]
    assert (found.bearing, found.count, found.of) == (Bearing.LESS_CERTAIN, 5, 70)


def test_a_pruned_file_tells_both_numbers_to_people_and_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It reads without any trouble; only the manifest knows that 304 likes were taken out."""
    likes = [{"like": {"tweetId": str(10**15 + number)}} for number in range(900)]
    files = files_of("pruned-and-stale") | {"data/like.js": data_file("like", likes)}
    path = unpacked(tmp_path / "a", files)
    analysis, health = report(path)
    assert (part(health, "likes").found, part(health, "likes").expected, part(health, "likes").state) == (900, 1204, State.INCOMPLETE)
    assert effects(analysis, health)[Gap.LOST_RECORDS].parts == ("likes",)
    assert main(["health", str(path), "--json", str(tmp_path / "health.json")]) == 0
    said = capsys.readouterr().out
    (line,) = [line for line in said.splitlines() if line.split()[:1] == ["likes"]]
    assert "900" in line and "1,204" in line
    assert "304 of 1,204 records that likes should hold are not there" in said
    (told,) = [one for one in json.loads((tmp_path / "health.json").read_bytes())["archives"][0]["parts"] if one["part"] == "likes"]
    assert (told["state"], told["found"], told["expected"], told["lost"], told["unreadable"]) == ("incomplete", 900, 1204, 304, 0)


@pytest.mark.parametrize("empty", ["tweets", "follower", "following", "like", "direct-message-headers", "direct-message-group-headers"])
def test_a_file_of_no_records_may_be_absent(tiny: Path, tmp_path: Path, empty: str) -> None:
    """The manifest counts none of it, so nothing is lost: the same coverage as with the empty file."""
    manifest = json.loads(zipped_manifest(tiny).removeprefix(b"window.__THAR_CONFIG = "))
    for type_ in manifest["dataTypes"].values():
        for file in type_["files"]:
            if file["fileName"] == f"data/{empty}.js":
                file["count"] = "0"
    counted = {"data/manifest.js": b"window.__THAR_CONFIG = " + json.dumps(manifest).encode()}
    there, whole = report(pruned(tmp_path / "there.zip", tiny, set(), counted | {f"data/{empty}.js": data_file(empty, [])}))
    absent, without = report(pruned(tmp_path / "absent.zip", tiny, {f"data/{empty}.js"}, counted))
    assert without.newest.lacking() == whole.newest.lacking() == ()
    assert absent.coverage == there.coverage and absent.coverage.tweets_read and absent.coverage.follows_read and absent.coverage.messages_read
    assert effects(absent, without) == effects(there, whole)


def test_an_empty_file_is_unreadable_not_empty(tiny: Path, tmp_path: Path) -> None:
    analysis, health = report(pruned(tmp_path / "zero.zip", tiny, set(), {"data/follower.js": b""}))
    assert (part(health, "followers").state, part(health, "followers").unreadable_files) == (State.UNREADABLE, ("data/follower.js",))
    assert effects(analysis, health)[Gap.FOLLOWS].parts == ("followers",)


def test_old_month_files_never_held_follow_lists() -> None:
    """Nothing was taken out of them, and still nobody can be called numbers only."""
    analysis, health = report(FOLDERS / "era-a")
    assert {one.part for one in health.newest.lacking(State.NEVER_HELD)} == {
        "followers", "following", "message_headers", "group_message_headers", "likes",
    }  # fmt: skip
    assert len([one for one in health.newest.parts if one.part == "tweets"]) == 1  # all its month files
    assert effects(analysis, health)[Gap.FOLLOWS].bearing is Bearing.NO_NUMBERS_ONLY


def test_without_a_manifest_likes_that_are_not_there_are_missing(tmp_path: Path) -> None:
    files = {name: content for name, content in D.items() if "manifest" not in name and not name.endswith("like.js")}
    analysis, health = report(unpacked(tmp_path / "a", files))
    assert not health.newest.has_manifest and part(health, "likes").state is State.MISSING
    assert Gap.LIKES in effects(analysis, health)


def test_two_zips_of_one_download_fill_each_others_gaps(tiny: Path, tmp_path: Path) -> None:
    """Each alone lacks a part; a single one that says it is one of several is told so."""
    first = pruned(tmp_path / "1.zip", tiny, {"data/follower.js"})
    second = pruned(tmp_path / "2.zip", tiny, {"data/following.js"})
    assert report(first)[1].newest.lacking() and report(second)[1].newest.lacking()
    _analysis, health = report(first, second)
    assert len(health.dates) == 1 and len(health.newest.archives) == 2 and health.newest.lacking() == ()
    manifest = (zipped_manifest(first)).replace(b'"isPartialArchive": false', b'"isPartialArchive": true')
    analysis, alone = report(pruned(tmp_path / "3.zip", first, set(), {"data/manifest.js": manifest}))
    assert Gap.ONE_OF_SEVERAL in effects(analysis, alone)


def zipped_manifest(path: Path) -> bytes:
    """The manifest in a zip."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("data/manifest.js")


def test_an_older_archive_stands_apart(tiny: Path, tmp_path: Path) -> None:
    """What only the older one lacks does not lower confidence in what the newest says."""
    older = json.loads(zipped_manifest(tiny).split(b"=", 1)[1])
    older["archiveInfo"]["generationDate"] = "2023-03-06T09:10:11.000Z"
    manifest = b"window.__THAR_CONFIG = " + json.dumps(older).encode()
    analysis, health = report(tiny, pruned(tmp_path / "old.zip", tiny, {"data/follower.js"}, {"data/manifest.js": manifest}))
    assert [date.archives[0].generated_at for date in health.dates] == ["2024-03-06T09:10:11Z", "2023-03-06T09:10:11Z"]
    assert health.newest.lacking() == () and [one.part for one in health.dates[1].lacking()] == ["followers"]
    assert Gap.FOLLOWS not in effects(analysis, health)


# --- Months and names ---


def test_silent_months_run_from_the_first_tweet_to_the_archives_date() -> None:
    months = months_of({(2018, 9): 3, (2018, 11): 1, (2019, 4): 2}, date(2019, 6, 2))
    assert [(span.first, span.last, span.months) for span in months.silent] == [
        ((2018, 10), (2018, 10), 1),
        ((2018, 12), (2019, 3), 4),
        ((2019, 5), (2019, 6), 2),
    ]
    assert (months.first, months.last, months.total, months.silent_months) == ((2018, 9), (2019, 6), 10, 7)


def test_months_without_any_tweet_or_date() -> None:
    assert months_of({}, date(2019, 6, 2)).total == 0
    assert months_of({(2019, 6): 1}, None).silent == ()
    later = months_of({(2019, 6): 1, (2019, 8): 1}, date(2019, 7, 1))  # a clock that went wrong
    assert (later.last, later.silent_months) == ((2019, 8), 1)


def test_names_are_counted_of_followers_followings_and_partners(tiny: Path) -> None:
    """Only Bea's name stands in a tweet; two of three followings and both followers stay nameless."""
    analysis, health = report(tiny)
    assert [(one.named, one.total) for one in (health.followers, health.following, health.partners)] == [(0, 2), (1, 3), (1, 1)]
    assert effects(analysis, health)[Gap.NAMELESS].bearing is Bearing.NO_VERDICT


def test_deleted_tweets_are_told_and_stop_numbers_only_for_follows_of_that_time(tiny: Path, tmp_path: Path) -> None:
    likes = data_file("like", [{"like": {"tweetId": tiny_archive.snowflake(datetime(2020, 1, 1 + n % 28, n % 24, tzinfo=UTC))}} for n in range(60)])
    analysis, health = report(pruned(tmp_path / "older.zip", tiny, set(), {"data/like.js": likes}))
    judged = judge_all(analysis, default_policy(), {})
    found = effects(analysis, health)[Gap.DELETED_TWEETS]
    assert (found.bearing, found.count, found.before) == (Bearing.ONLY_SINCE, 60, date(2022, 1, 3))
    assert found.people == sum(one.ground == "part_missing" for one in judged) > 0
    assert {person.key for person, one in zip(analysis.people, judged, strict=True) if one.verdict is Verdict.NUMBERS_ONLY} == {
        str(tiny_archive.SILENT)
    }


def test_a_reader_who_rarely_speaks_is_told_the_rule(tmp_path: Path) -> None:
    analysis, health = report(unpacked(tmp_path / "a", D))
    found, rule = effects(analysis, health), default_policy().numbers_only
    assert (found[Gap.FEW_MONTHS].count, found[Gap.FEW_MONTHS].of) == (analysis.coverage.months_with_tweets, rule.months_with_tweets)
    assert (found[Gap.FEW_ACTS].count, found[Gap.FEW_ACTS].of) == (analysis.coverage.directed_acts, rule.directed_acts)


@pytest.mark.parametrize("name", ["c-2021", "d-2022", "d-2025", "a-2019-bot"])
def test_in_real_archives_a_gap_stops_exactly_where_the_judge_does(name: str, shared_archives: Path) -> None:
    analysis, health = report(shared_archives / f"{name}.zip")
    judged = judge_all(analysis, default_policy(), {})
    stopping = [effect for effect in effects(analysis, health).values() if effect.bearing is Bearing.NO_NUMBERS_ONLY]
    assert bool(stopping) is not any(one.verdict is Verdict.NUMBERS_ONLY for one in judged)
    assert [one.state for one in health.newest.lacking()] == {
        "c-2021": [State.MISSING],
        "d-2022": [State.MISSING],
        "d-2025": [],
        "a-2019-bot": [State.NEVER_HELD] * 5,
    }[name]

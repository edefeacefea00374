"""Several archives of one account: merged by ids, the newest date's follow lists, older names as former handles; never two accounts."""

from pathlib import Path

import pytest

from analyzer.analysis import analyze
from analyzer.errors import DifferentAccounts
from tests.analyzer.archive.invented import FOLDERS, data_file, files_of, follows, tweet, unpacked

MANIFEST = """window.__THAR_CONFIG = {{"userInfo": {{"accountId": "{id}", "userName": "example_ann", "displayName": "Ann"}},
 "archiveInfo": {{"generationDate": "{date}T00:00:00.000Z", "isPartialArchive": {partial}}},
 "dataTypes": {{{types}}}}}"""
BEA = 9000000002


def archive(folder: Path, date: str, *, owner: int = 9000000001, partial: bool = False, **files: bytes) -> Path:
    types = ", ".join(f'"{name}": {{"files": [{{"fileName": "data/{name}.js"}}]}}' for name in files)
    manifest = MANIFEST.format(id=owner, date=date, partial=str(partial).lower(), types=types).encode()
    return unpacked(folder, {"data/manifest.js": manifest, **{f"data/{name}.js": content for name, content in files.items()}})


def named(id_: int, handle: str, bea: str) -> dict[str, object]:
    mention = {"id_str": str(BEA), "screen_name": bea, "name": "Bea", "indices": ["3", str(4 + len(handle))]}
    entities = {"hashtags": [], "symbols": [], "user_mentions": [mention], "urls": []}
    return tweet(id_, f"hi @{handle}", entities=entities)


def test_tweets_are_merged_and_follow_lists_are_not(tmp_path: Path) -> None:
    first, second, third = 1_100_000_000_000_000_000, 1_200_000_000_000_000_000, 1_300_000_000_000_000_000
    earlier = data_file("tweets", [tweet(first), named(second, "bea_old", "bea_old")])
    later = data_file("tweets", [named(second, "bea_old", "bea_new"), tweet(third)])
    old = archive(tmp_path / "old", "2020-01-01", tweets=earlier, follower=follows("follower", 9000000005, BEA))
    new = archive(tmp_path / "new", "2022-01-01", tweets=later, follower=follows("follower", BEA))
    for order in ([old, new], [new, old]):
        analysis = analyze(order)
        assert analysis.counts.tweets == 3 and analysis.counts.followers == 1
        assert [facts.generated_at for facts in analysis.archives] == ["2022-01-01T00:00:00Z", "2020-01-01T00:00:00Z"]
        assert analysis.archive.generated_at == "2022-01-01T00:00:00Z"
        bea = analysis.person(str(BEA))
        assert (bea.handle, bea.former_handles, bea.mentions_body) == ("bea_new", ("bea_old",), 1)
        assert str(9000000005) not in analysis.index


def test_the_parts_of_one_download_complete_each_other(tmp_path: Path) -> None:
    one = archive(tmp_path / "1", "2022-01-01", partial=True, tweets=data_file("tweets", [tweet(1_100_000_000_000_000_000)]))
    two = archive(tmp_path / "2", "2022-01-01", partial=True, follower=follows("follower", BEA), following=follows("following", BEA))
    analysis = analyze([one, two])
    assert (analysis.counts.tweets, analysis.counts.followers, analysis.counts.mutuals) == (1, 1, 1)
    assert analysis.coverage.tweets_read and analysis.coverage.follows_read and analysis.coverage.missing_parts == ()


def test_an_older_archive_cannot_stand_in_for_what_the_newest_lacks(tmp_path: Path) -> None:
    old = archive(tmp_path / "old", "2020-01-01", tweets=data_file("tweets", [tweet(1_100_000_000_000_000_000)]), following=follows("following", BEA))
    new = archive(tmp_path / "new", "2022-01-01", follower=follows("follower", BEA), following=follows("following", BEA))
    assert "tweets" in analyze([old, new]).coverage.missing_parts


def test_one_archive_given_twice_is_one(tmp_path: Path) -> None:
    once = archive(tmp_path / "a", "2022-01-01", tweets=data_file("tweets", [tweet(1_100_000_000_000_000_000)]))
    analysis = analyze([once, once])
    assert analysis.archives == () and analysis.counts.tweets == 1


def test_different_accounts_are_refused_with_both_names(tmp_path: Path) -> None:
    ours = archive(tmp_path / "a", "2022-01-01", tweets=data_file("tweets", []))
    theirs = archive(tmp_path / "b", "2020-01-01", owner=9000000099, tweets=data_file("tweets", []))
    with pytest.raises(DifferentAccounts) as caught:
        analyze([ours, theirs])
    assert caught.value.first and caught.value.second and caught.value.path == theirs


def test_the_oldest_format_names_the_authors_of_retweets_for_the_newer_one() -> None:
    alone, both = analyze([FOLDERS / "era-c"]), analyze([FOLDERS / "era-c", FOLDERS / "era-a"])
    assert both.archive.era == "C" and [facts.era for facts in both.archives] == ["C", "A"]
    assert both.counts.followers == alone.counts.followers
    assert both.counts.tweets >= alone.counts.tweets


def test_a_renamed_copy_of_an_era_reads_the_same(tmp_path: Path) -> None:
    copy = unpacked(tmp_path / "Downloads" / "my twitter", files_of("era-d"))
    assert analyze([copy]).counts == analyze([FOLDERS / "era-d"]).counts

"""Several archives of one account: merged by ids, the newest date's follow lists, older names as former handles; never two accounts."""

from pathlib import Path

import pytest

from analyzer.analysis import analyze
from analyzer.errors import DifferentAccounts, MissingPart, NotAnArchive
from analyzer.evidence.acts import Direction, Kind
from analyzer.health.measure import health_of
from tests.analyzer.archive.invented import FOLDERS, data_file, files_of, follows, tweet, unpacked, zipped

MANIFEST = """window.__THAR_CONFIG = {{"userInfo": {{"accountId": "{id}", "userName": "{handle}", "displayName": "Ann"}},
 "archiveInfo": {{"generationDate": "{date}T00:00:00.000Z", "isPartialArchive": {partial}}},
 "dataTypes": {{{types}}}}}"""
BEA = 9000000002


def archive(
    folder: Path,
    date: str,
    *,
    owner: int = 9000000001,
    handle: str = "example_ann",
    partial: bool = False,
    lists: tuple[str, ...] = (),
    **files: bytes,
) -> Path:
    """A folder with these data files; its manifest names them and those of ``lists``, which are not there."""
    types = ", ".join(f'"{name}": {{"files": [{{"fileName": "data/{name}.js"}}]}}' for name in (*files, *lists))
    manifest = MANIFEST.format(id=owner, handle=handle, date=date, partial=str(partial).lower(), types=types).encode()
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
    theirs = archive(tmp_path / "b", "2020-01-01", owner=9000000099, handle="example_zoe", tweets=data_file("tweets", []))
    for order in ([ours, theirs], [theirs, ours]):
        with pytest.raises(DifferentAccounts) as caught:
            analyze(order)
        assert {caught.value.first, caught.value.second} == {"example_ann", "example_zoe"} and caught.value.path == order[1]


def test_the_oldest_format_names_the_authors_of_retweets_for_the_newer_one() -> None:
    alone, both = analyze([FOLDERS / "era-c"]), analyze([FOLDERS / "era-c", FOLDERS / "era-a"])
    assert both.archive.era == "C" and [facts.era for facts in both.archives] == ["C", "A"]
    assert both.counts.followers == alone.counts.followers
    assert both.counts.tweets >= alone.counts.tweets


def test_a_renamed_copy_of_an_era_reads_the_same(tmp_path: Path) -> None:
    copy = unpacked(tmp_path / "Downloads" / "my twitter", files_of("era-d"))
    assert analyze([copy]).counts == analyze([FOLDERS / "era-d"]).counts


TWEETS = data_file("tweets", [tweet(1_100_000_000_000_000_000)])


def test_month_files_beside_the_flat_files_of_the_same_years_do_not_hide_the_follow_lists() -> None:
    """Month files tell their date and the flat ones do not; they hold tweets alone, so that they are never the newest of the two."""
    flat, months = FOLDERS / "era-b1", FOLDERS / "era-a"
    alone = analyze([flat])
    for order in ([flat, months], [months, flat]):
        both = analyze(order)
        assert [facts.era for facts in both.archives] == ["B", "A"]
        assert (both.counts.followers, both.counts.dm_conversations) == (alone.counts.followers, alone.counts.dm_conversations) != (0, 0)
        assert both.counts.tweets == alone.counts.tweets + 3
        assert both.coverage.follows_read and both.coverage.messages_read


def test_two_archives_without_a_date_are_told_apart_by_their_last_tweet(tmp_path: Path) -> None:
    """Those of 2018 and 2019 have no manifest: their follow lists must not be united for want of a date."""
    earlier = {"tweet.js": data_file("tweet", [tweet(1_000_000_000_000_000_000)]), "follower.js": follows("follower", BEA, 9000000005)}
    later = {"tweet.js": data_file("tweet", [tweet(1_100_000_000_000_000_000)]), "follower.js": follows("follower", BEA)}
    account = {"account.js": data_file("account", [{"account": {"accountId": "9000000001", "username": "example_ann"}}])}
    old, new = unpacked(tmp_path / "1", earlier | account), unpacked(tmp_path / "2", later | account)
    for order in ([old, new], [new, old]):
        analysis = analyze(order)
        assert (analysis.counts.tweets, analysis.counts.followers, str(9000000005) in analysis.index) == (2, 1, False)
        assert [facts.download for facts in analysis.archives] == [0, 1] and analysis.archive.path == new
        assert len(health_of(analysis).dates) == 2
    dated = archive(
        tmp_path / "3", "2018-01-01", tweets=data_file("tweets", [tweet(900_000_000_000_000_000)]), follower=follows("follower", 9000000006)
    )
    assert analyze([dated, old]).archive.path == old  # it holds a tweet that is younger than the other one's date


def test_loose_files_are_one_archive(tmp_path: Path) -> None:
    """Neither of them tells whose it is, and one alone is not worth opening."""
    files = {name.rpartition("/")[2]: content for name, content in files_of("era-d").items() if "manifest" not in name and name.endswith(".js")}
    folder = unpacked(tmp_path, files)
    names = ("tweets.js", "follower.js", "following.js", "like.js", "direct-message-headers.js", "direct-message-group-headers.js")
    whole = analyze([FOLDERS / "era-d"])
    loose = analyze([folder / name for name in names])
    assert len(health_of(loose).dates) == 1 and loose.coverage.missing_parts == () and loose.coverage.messages_read
    for name in ("tweets", "followers", "following", "mutuals", "likes", "dm_conversations"):
        assert getattr(loose.counts, name) == getattr(whole.counts, name) > 0
    named = analyze([folder / name for name in (*names, "account.js")])
    assert (named.archive.account_id, named.archive.handle) == (whole.archive.account_id, whole.archive.handle)
    with pytest.raises(MissingPart):
        analyze([folder / "like.js", folder / "account.js"])


def test_a_zip_without_manifest_completes_the_one_that_has_it(tmp_path: Path) -> None:
    """Its manifest names the files that are in the other."""
    one = archive(tmp_path / "1", "2022-01-01", partial=True, lists=("follower", "following"), tweets=TWEETS)
    two = unpacked(tmp_path / "2", {"data/follower.js": follows("follower", BEA), "data/following.js": follows("following", BEA)})
    for order in ([one, two], [two, one]):
        analysis = analyze(order)
        assert (analysis.counts.followers, analysis.counts.mutuals, analysis.coverage.missing_parts) == (1, 1, ())
        (date,) = health_of(analysis).dates
        assert {part.part for part in date.lacking()} == {"message_headers", "group_message_headers"}


def test_a_zip_of_nothing_but_media_belongs_to_its_download(tmp_path: Path) -> None:
    """A download of more than 50 GB is mostly such zips. Alone, or beside holiday photos, it is no archive."""
    files = {"follower": follows("follower", BEA), "following": follows("following", BEA)}
    old = archive(tmp_path / "0", "2020-01-01", tweets=TWEETS, **files)
    one = archive(tmp_path / "1", "2022-01-01", partial=True, tweets=TWEETS, **files)
    media = zipped(tmp_path / "2.zip", {f"data/tweets_media/{number}-a.jpg": b"x" for number in range(3)})
    photos = zipped(tmp_path / "3.zip", {"holiday/1.jpg": b"x"})
    for order in ([one, media, old], [media, old, one]):
        analysis = analyze(order)
        assert [facts.download for facts in analysis.archives] == [0, 0, 1]
        assert (analysis.counts.mutuals, analysis.coverage.missing_parts, len(health_of(analysis).dates)) == (1, (), 2)
    for wrong in ([media], [one, photos]):
        with pytest.raises(NotAnArchive):
            analyze(wrong)
    with pytest.raises(MissingPart):
        analyze([media, zipped(tmp_path / "4.zip", {"data/tweets_media/1-b.jpg": b"x"})])


def test_all_archives_side_by_side_in_one_folder_are_read(tmp_path: Path) -> None:
    """The folder of downloads, with the folders of two years in it; what lies deeper is a copy of a copy."""
    downloads = tmp_path / "Downloads"
    files = {"follower": follows("follower", BEA), "following": follows("following", BEA)}
    archive(downloads / "2020", "2020-01-01", tweets=data_file("tweets", [named(1_000_000_000_000_000_000, "bea_old", "bea_old")]), **files)
    archive(downloads / "2022", "2022-01-01", tweets=data_file("tweets", [named(1_100_000_000_000_000_000, "bea_new", "bea_new")]), **files)
    archive(downloads / "copies" / "2018", "2018-01-01", tweets=TWEETS)
    analysis = analyze([downloads])
    assert [facts.generated_at for facts in analysis.archives] == ["2022-01-01T00:00:00Z", "2020-01-01T00:00:00Z"]
    assert (analysis.counts.tweets, analysis.person(str(BEA)).former_handles) == (2, ("bea_old",))
    given_too = analyze([downloads, downloads / "2020" / "data"])
    assert (len(given_too.archives), given_too.counts) == (2, analysis.counts)
    archive(downloads / "hers", "2021-01-01", owner=9000000099, handle="example_zoe", tweets=TWEETS)
    with pytest.raises(DifferentAccounts):
        analyze([downloads])


def test_a_copy_counts_nothing_twice(tmp_path: Path) -> None:
    """Tweets, notes, deleted tweets, likes, messages and reactions, from a zip and the folder made from it."""
    copy = unpacked(tmp_path / "copy", files_of("era-d"))
    assert analyze([copy, FOLDERS / "era-d"]).counts == analyze([copy]).counts
    old, new = FOLDERS / "era-c", FOLDERS / "era-d"
    assert analyze([old, new]).counts.followers == analyze([new]).counts.followers


def test_each_key_of_a_message_counts_once_over_archives(tmp_path: Path) -> None:
    """A message encrypted by then, one that both hold, and a reaction told as an event in 2020 and inside the message later."""
    pair, at = "9000000001-9000000002", "2020-05-01T10:00:00.000Z"
    sent = {"senderId": "9000000001", "recipientId": str(BEA), "id": "1256169600000000000", "createdAt": at}
    reaction = {"senderId": str(BEA), "reactionKey": "like", "eventId": "1256169700000000000", "createdAt": "2020-05-01T10:05:00.000Z"}

    def messages(*events: dict[str, object]) -> bytes:
        return data_file("direct-messages", [{"dmConversation": {"conversationId": pair, "messages": list(events)}}])

    moved = {"senderId": str(BEA), "recipientId": "9000000001", "id": "1256500000000000000", "createdAt": "2020-05-02T08:00:00.500Z"}
    secret = {
        "sequenceId": "1256500000000000777", "senderId": str(BEA), "conversationId": pair.replace("-", ":"),
        "createdAtMsec": "1588407919298", "detail": {"messageCreateEvent": {}},
    }  # fmt: skip
    types = {"direct-messages": messages({"messageCreate": sent}, {"reactionCreate": reaction}, {"messageCreate": moved})}
    old = archive(tmp_path / "old", "2020-06-01", tweets=TWEETS, **types)
    events = data_file("message-event", [{"messageEvent": secret}])
    later = {"direct-messages": messages({"messageCreate": {**sent, "reactions": [reaction]}}), "message-event": events}
    new = archive(tmp_path / "new", "2026-06-01", tweets=TWEETS, **later)
    for order in ([old, new], [new, old]):
        analysis = analyze(order)
        bea = analysis.person(str(BEA))
        assert (analysis.counts.dm_sent, bea.dm_sent, bea.dm_received) == (1, 1, 1)
        assert [act.direction for act in analysis.acts[str(BEA)] if act.kind is Kind.REACTION] == [Direction.IN]

"""Every generation of the format, as a folder and as a zip: same records, owner, date and gaps."""

from pathlib import Path

import pytest

from analyzer.archive import Archive, Era, Owner, Part, open_archive
from tests.analyzer.archive.invented import ERAS, FOLDERS, OWNER, everything, files_of, zipped

ANN = Owner(OWNER, "example_ann", "Ann Example")
BOB, CYD, DEE = 9000000002, 9000000003, 9000000004


@pytest.mark.parametrize("name", ERAS)
def test_a_zip_and_a_folder_give_the_same(name: str, tmp_path: Path) -> None:
    with open_archive(FOLDERS / name) as folder, open_archive(zipped(tmp_path / "renamed by its owner.zip", files_of(name))) as file:
        assert everything(folder) == everything(file)
        assert (folder.era, folder.owner, folder.generated_at, folder.timezone) == (file.era, file.owner, file.generated_at, file.timezone)
        assert folder.parts() == file.parts()
        assert not folder.unreadable
        assert folder.bytes_total == file.bytes_total > 0


def _counts(archive: Archive) -> dict[str, int]:
    return {part.value: len(records) for part, records in everything(archive).items()}


def test_era_d() -> None:
    with open_archive(FOLDERS / "era-d") as archive:
        assert (archive.era, archive.owner, archive.timezone) == (Era.D, ANN, "America/Los_Angeles")
        assert archive.generated_at == 1709716211123
        counts = _counts(archive)
        reply, retweet, quote = everything(archive)[Part.TWEETS]
    assert counts == {
        "tweets": 3, "community_tweets": 1, "deleted_tweets": 1, "note_tweets": 1, "tweet_headers": 3, "likes": 2, "followers": 3,
        "following": 2, "blocks": 1, "mutes": 0, "handle_changes": 1, "message_headers": 3, "group_message_headers": 1, "messages": 3,
        "group_messages": 1, "account": 1, "account_timezone": 1,
    }  # fmt: skip
    assert (reply.reply_user, reply.reply_status, reply.reply_handle) == (BOB, 1764565316060316549, "example_bob")
    assert [(one.id, one.handle, reply.text[slice(*one.indices)].lower()) for one in reply.entities.mentions] == [
        (BOB, "example_bob", "@example_bob"), (CYD, "example_cyd", "@example_cyd"), (DEE, "example_dee", "@example_dee"),
    ]  # fmt: skip
    assert [(one.id, one.name) for one in retweet.entities.mentions] == [(-1, "")]
    assert [link.expanded for link in quote.entities.urls] == ["https://twitter.com/example_cyd/status/1764565316060316549"]


def test_era_c_has_the_older_name_of_the_tweets_file() -> None:
    with open_archive(FOLDERS / "era-c") as archive:
        assert (archive.era, archive.owner) == (Era.C, ANN)
        assert [fact.file for fact in archive.parts() if fact.part == "tweets"] == ["data/tweet.js"]


def test_era_b1_bare_tweets_epoch_times_and_groups_among_conversations() -> None:
    with open_archive(FOLDERS / "era-b1") as archive:
        assert (archive.era, archive.owner, archive.generated_at) == (Era.B, ANN, None)
        records = everything(archive)
        assert not archive.is_missing(Part.GROUP_MESSAGE_HEADERS)
    assert records[Part.TWEETS][0].id == 1764992992277430273
    (change,) = records[Part.HANDLE_CHANGES]
    assert (change.changed_at, change.old, change.new) == (1467363600000, "AnnExam12345678", "example_ann")
    (direct,), (group,) = records[Part.MESSAGE_HEADERS], records[Part.GROUP_MESSAGE_HEADERS]
    assert (direct.conversation_id, group.conversation_id) == (f"{OWNER}-{BOB}", "900001")
    assert [(event.kind, event.sender) for event in group.events] == [("messageCreate", CYD), ("messageCreate", OWNER)]


def test_era_b2_reads_the_full_messages_for_want_of_headers() -> None:
    with open_archive(FOLDERS / "era-b2") as archive:
        assert archive.era is Era.B
        assert archive.source_of(Part.MESSAGE_HEADERS) is Part.MESSAGES
        assert not archive.is_missing(Part.MESSAGE_HEADERS)
        assert sum(map(len, archive.read(Part.MESSAGE_HEADERS))) == 3


def test_era_a_month_files_with_originals_and_a_lost_month() -> None:
    with open_archive(FOLDERS / "era-a") as archive:
        assert (archive.era, archive.owner) == (Era.A, ANN)
        assert archive.generated_at == 1535796672000
        assert archive.expected(Part.TWEETS) == 15
        assert archive.is_missing(Part.TWEETS)
        tweets = {one.id: one for one in everything(archive)[Part.TWEETS]}
        states = {fact.file: fact.state for fact in archive.parts()}
    assert set(tweets) == {2000000001, 1035450000000000001, 1035430000000000001}
    original = tweets[1035450000000000001].retweeted_status
    assert original is not None
    assert (original.user.id, original.user.handle, original.user.name) == (BOB, "example_bob", "Bob Sämple")
    assert tweets[1035430000000000001].text == "@example_cyd Grüße 🍰"
    assert states == {"data/js/tweets/2009_06.js": "read", "data/js/tweets/2018_08.js": "read", "data/js/tweets/2017_01.js": "missing"}


def test_era_a_table_only() -> None:
    with open_archive(FOLDERS / "era-a-csv") as archive:
        assert (archive.era, archive.owner.account_id) == (Era.A, 0)
        retweet, reply = everything(archive)[Part.TWEETS]
    assert retweet.retweeted_status is not None
    assert (retweet.retweeted_status.id, retweet.retweeted_status.user.id) == (1035440000000000001, BOB)
    assert reply.text == '@example_cyd two\nlines, "quoted"'
    assert reply.reply_user == CYD
    assert [link.expanded for link in reply.entities.urls] == ["https://example.org/a", "https://example.org/b"]


def test_encrypted_events_tell_who_when_and_what_kind() -> None:
    with open_archive(FOLDERS / "era-2026") as archive:
        events = everything(archive)[Part.MESSAGE_EVENTS]
        assert not archive.is_missing(Part.MESSAGE_HEADERS)
    assert [(one.kind, one.sender, one.conversation) for one in events] == [
        ("messageCreateEvent", BOB, f"{OWNER}:{BOB}"), ("markConversationReadEvent", OWNER, f"{OWNER}:{BOB}"),
        ("conversationKeyChangeEvent", OWNER, "g-token"), ("other", OWNER, "g-token"),
    ]  # fmt: skip
    assert events[0].at == 1772758923004
    assert events[2].members == [OWNER, CYD]


def test_what_was_taken_out_is_missing_and_what_was_left_over_stays_closed() -> None:
    with open_archive(FOLDERS / "pruned-and-stale") as archive:
        texts = [one.text for one in everything(archive)[Part.TWEETS]]
        missing = {part for part in Part if archive.is_missing(part)}
        facts = {(fact.part, fact.file): (fact.state, fact.expected) for fact in archive.parts()}
    assert "left over from an older archive" not in texts
    # Listed with a count of zero and not there: nothing is lost.
    assert missing == {Part.ACCOUNT, Part.LIKES, Part.MESSAGES, Part.MESSAGE_HEADERS}
    assert facts["likes", "data/like.js"] == ("missing", 1204)
    assert facts["tweets", "data/tweet.js"] == ("not_read", None)


def test_message_events_of_every_kind() -> None:
    with open_archive(FOLDERS / "era-d") as archive:
        direct = {one.conversation_id: one.events for one in everything(archive)[Part.MESSAGES]}
        (group,) = everything(archive)[Part.GROUP_MESSAGES]
    incoming, outgoing = direct[f"{OWNER}-{BOB}"]
    assert (incoming.sender, incoming.recipient, incoming.at) == (BOB, OWNER, 1709643667000)
    assert outgoing.reactions == [(BOB, 1709643570345)]
    assert [event.kind for event in direct[f"{OWNER}-{DEE}"]] == ["welcomeMessageCreate"]
    assert direct[f"{OWNER}-9000000006"] == []
    assert [(event.kind, event.initiator, event.users) for event in group.events] == [
        ("messageCreate", None, []), ("messageCreate", None, []), ("participantsLeave", None, [DEE]), ("participantsJoin", CYD, [BOB]),
        ("joinConversation", CYD, [OWNER, CYD, DEE]),
    ]  # fmt: skip


def test_note_tweets_and_likes() -> None:
    with open_archive(FOLDERS / "era-d") as archive:
        (note,) = everything(archive)[Part.NOTE_TWEETS]
        likes = everything(archive)[Part.LIKES]
    assert (note.id, note.at, note.mentions) == (1764992995410575360, 1709642096000, ["example_dee"])
    assert [(like.tweet_id, like.text) for like in likes] == [
        (1764565316060316549, "@example_ann Fish &amp; chips? Yes!"), (1764565316060316777, None),
    ]  # fmt: skip

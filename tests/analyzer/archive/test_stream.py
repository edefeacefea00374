"""Records out of bytes: any chunking, any layout, either lane give the same records; damage costs only itself."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.archive.clean import StreamCleaner, clean
from analyzer.archive.parts import Part
from analyzer.archive.readers import SHAPES
from analyzer.archive.records import Tweet
from analyzer.archive.stream import Lane, read_head, read_list
from tests.analyzer.archive.invented import tweet

Troubles = list[tuple[int, str]]


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def _read(data: bytes, part: Part = Part.TWEETS, size: int = 1 << 20, lane: Lane = Lane.FAST) -> tuple[list[Any], Troubles]:
    troubles: Troubles = []
    batches = read_list(_pieces(data, size), SHAPES[part], lambda at, why: troubles.append((at, why)), lane)
    return [record for batch in batches for record in batch], troubles


def _older(records: list[Any]) -> str:
    return "[ " + ", ".join(json.dumps(one, indent=2, ensure_ascii=False, separators=(",", " : ")) for one in records) + " ]"


LAYOUTS = {
    "2022 and later": lambda records: json.dumps(records, indent=2, ensure_ascii=False, separators=(",", " : ")),
    "until 2021": _older,
    "minified": lambda records: json.dumps(records, ensure_ascii=False, separators=(",", ":")),
    "escaped": lambda records: json.dumps(records, indent="\t"),
    "windows": lambda records: json.dumps(records, indent=4, ensure_ascii=False).replace("\n", "\r\n"),
}
PREFIXES = ["window.YTD.tweets.part0 = ", "", "\ufeffwindow.YTD.tweet.part12=", "YTD.tweets.part0 =\n", "Grailbird.data.tweets_2018_08 = \n "]
ENDS = ["", ";", "\n", " ;\r\n", "\n\0"]

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40) | st.sampled_from(
    ['},{"tweet":{', '}, {\n  "tweet" : {', "\u2028\u2029\x85", '\\"}]', "]", "\\\\u0000", "\\", '"', "🍰" * 9, "\x07\x1b"]
)
mentions = st.builds(
    lambda id_, handle, name: {"id_str": str(id_), "id": str(id_), "screen_name": handle, "name": name, "indices": ["0", "3"]},
    st.integers(-1, 2**63 - 1), texts, texts,
)  # fmt: skip
tweets = st.builds(
    lambda id_, text, who, reply: tweet(
        id_, text, entities={"user_mentions": who, "urls": [{"expanded_url": text}]}, **({"in_reply_to_user_id_str": str(reply)} if reply else {})
    ),
    st.integers(1, 2**63 - 1), texts, st.lists(mentions, max_size=3), st.none() | st.integers(-1, 2**62),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.lists(tweets, max_size=6),
    st.sampled_from(sorted(LAYOUTS)),
    st.sampled_from(PREFIXES),
    st.sampled_from(ENDS),
    st.booleans(),
    st.integers(1, 700),
)
def test_any_chunking_any_layout_and_both_lanes_give_the_same_records(
    records: list[Any], layout: str, prefix: str, end: str, bare: bool, size: int
) -> None:
    shown = [one["tweet"] for one in records] if bare else records
    data = (prefix + LAYOUTS[layout](shown) + end).encode()
    whole, troubles = _read(data)
    assert not troubles
    assert [(one.id, one.text, one.reply_user, len(one.entities.mentions)) for one in whole] == [
        (
            int(one["tweet"]["id_str"]),
            one["tweet"]["full_text"],
            int(one["tweet"]["in_reply_to_user_id_str"]) if "in_reply_to_user_id_str" in one["tweet"] else None,
            len(one["tweet"]["entities"]["user_mentions"]),
        )
        for one in records
    ]
    assert _read(data, size=size) == (whole, [])
    assert _read(data, size=size, lane=Lane.TOLERANT) == (whole, [])


@settings(max_examples=60, deadline=None)
@given(st.lists(tweets, min_size=3, max_size=8), st.data(), st.sampled_from(["2022 and later", "until 2021", "minified"]), st.integers(20, 700))
def test_one_damaged_record_costs_only_itself(records: list[Any], data: st.DataObject, layout: str, size: int) -> None:
    for number, one in enumerate(records):
        one["tweet"]["id_str"] = str(10**15 + number)
    victim = data.draw(st.integers(1, len(records) - 1))
    text = LAYOUTS[layout](records)
    mark = f'"{10**15 + victim}"'
    at = text.index(mark)
    broken = (
        "window.YTD.tweets.part0 = " + text[:at] + data.draw(st.sampled_from(["nonsense", '"unended', "[[[", "}}}", ""])) + text[at + len(mark) :]
    )
    found, troubles = _read(broken.encode(), size=size)
    assert [one.id for one in found] == [10**15 + number for number in range(len(records)) if number != victim]
    assert len(troubles) == 1
    position = troubles[0][0]
    # The position leads to the damaged record: it begins there.
    assert broken.encode()[position:].lstrip().startswith(b"{")
    assert broken.encode()[:position].count(b'"retweeted"') == victim


keys = st.sampled_from(["tweet", "id_str", "full_text", "entities", "user_mentions", "x"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(json_values, max_size=4), st.sampled_from(list(SHAPES)), st.sampled_from(list(Lane)), st.integers(1, 300))
def test_any_json_gives_records_or_troubles_but_no_error(values: list[Any], part: Part, lane: Lane, size: int) -> None:
    data = b"window.YTD.anything.part0 = " + json.dumps(values).encode()
    found, troubles = _read(data, part, size, lane)
    assert bool(found or troubles) == bool(values)
    assert all(0 <= position <= len(data) for position, _ in troubles)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(list(Lane)), st.integers(1, 50))
def test_any_bytes_give_no_error(data: bytes, lane: Lane, size: int) -> None:
    _read(data, lane=lane, size=size)
    _read(b'window.YTD.tweets.part0 = [ { "tweet" : ' + data, lane=lane, size=size)


@pytest.mark.parametrize("lane", list(Lane))
def test_nul_and_lone_surrogates_and_bad_utf8_are_replaced(lane: Lane) -> None:
    data = json.dumps([tweet(10**15 + number, "MARK") for number in range(4)], indent=2).encode()
    for spoiled in (rb"a\u0000b", rb"a\ud83d!", rb"a\ude00", b"a\xff\xc3"):
        data = data.replace(b"MARK", spoiled, 1)
    for size in (1, 7, 1 << 20):
        found, troubles = _read(b"window.YTD.tweets.part0 = " + data, lane=lane, size=size)
        assert not troubles
        assert [one.text for one in found] == ["ab", "a\ufffd!", "a\ufffd", "a\ufffd\ufffd"]


def test_raw_control_characters_become_spaces() -> None:
    found, troubles = _read(b'[{"tweet":{"id_str":"1000000000000001","created_at":"","full_text":"a\x01b\nc\x00d"}}]')
    assert ([one.text for one in found], troubles) == (["a b cd"], [])


@pytest.mark.parametrize("lane", list(Lane))
def test_one_bad_field_does_not_cost_the_tweet(lane: Lane) -> None:
    good = {"id_str": "9000000002", "screen_name": "example_bob", "name": "Bob", "indices": ["0", "1"]}
    entities = {"user_mentions": [good, {"screen_name": "no_id"}, {**good, "id_str": "x"}, None, {**good, "name": None}], "urls": None}
    found, troubles = _read(
        json.dumps([tweet(10**15, entities=entities, in_reply_to_user_id_str=None, in_reply_to_screen_name=7)]).encode(), lane=lane
    )
    assert not troubles
    (one,) = found
    assert [mention.id for mention in one.entities.mentions] == [9000000002, 9000000002]
    assert (one.entities.urls, one.reply_user, one.reply_handle) == ([], None, None)


@pytest.mark.parametrize("lane", list(Lane))
def test_missing_id_str_is_taken_from_id_unless_it_lost_digits(lane: Lane) -> None:
    records = [
        tweet(10**15),
        {"tweet": {"id": "1000000000000002", "created_at": "", "text": "old"}},
        {"tweet": {"id": 1.1, "created_at": "", "text": "?"}},
    ]
    found, troubles = _read(json.dumps(records).encode(), lane=lane)
    assert [(one.id, one.text) for one in found] == [(10**15, "words"), (1000000000000002, "old")]
    assert [why for _, why in troubles] == ["unexpected-shape"]


def test_a_truncated_file_gives_its_first_records_and_the_position() -> None:
    data = b"window.YTD.tweets.part0 = " + json.dumps([tweet(10**15 + number) for number in range(5)], indent=2).encode()
    cut = data.rindex(b'"full_text"')
    found, troubles = _read(data[:cut], size=100)
    assert len(found) == 4
    assert [why for _, why in troubles] == ["broken-json"]


def test_a_record_without_end_is_skipped_and_the_next_is_read() -> None:
    endless = tweet(2 * 10**15, "x" * (9 * 1024 * 1024))
    data = LAYOUTS["2022 and later"]([tweet(10**15), endless, tweet(3 * 10**15)]).encode()
    found, troubles = _read(data, size=128 * 1024)
    assert [one.id for one in found] == [10**15, 3 * 10**15]
    assert [why for _, why in troubles] == ["record-too-large"]


@pytest.mark.parametrize("lane", list(Lane))
def test_deep_nesting_is_refused_without_recursion(lane: Lane) -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    data = b'[{"tweet":{"x":' + deep + b"}}," + json.dumps([tweet(10**15)]).encode()[1:]
    found, troubles = _read(data, lane=lane)
    assert troubles
    assert [one.id for one in found] == ([10**15] if lane is Lane.FAST else [])


@pytest.mark.parametrize(
    ("start", "type_"),
    [
        (b"window.YTD.direct_message_headers.part0 = [", "direct-message-headers"),
        (b"\xef\xbb\xbfwindow.YTD.tweets.part3 =[", "tweets"),
        (b"window.__THAR_CONFIG = {", "manifest"),
        (b"Grailbird.data.tweets_2014_03 = \n [ {", "tweets"),
        (b"var user_details =  {", None),
        (b"  [ ]", None),
    ],
)
def test_the_left_side_tells_the_type(start: bytes, type_: str | None) -> None:
    head = read_head(start)
    assert head is not None
    assert head.type_ == type_


@pytest.mark.parametrize(
    "start", [b"", b"version https://git-lfs.github.com/spec/v1\noid sha256:0", b"<!doctype html>", b"PK\x03\x04", b"x = 5", b"= ["]
)
def test_what_is_no_data_file_has_no_head(start: bytes) -> None:
    assert read_head(start) is None


def test_empty_lists_of_every_generation() -> None:
    for empty in (b"window.YTD.tweets.part0 = []", b"window.YTD.tweets.part0 = [ ]", b"window.YTD.tweets.part0 = [\r\n]\n"):
        assert _read(empty) == ([], [])
    assert _read(b"")[1] == [(0, "empty-file")]
    assert _read(b"hello")[1] == [(0, "no-data")]


def test_edited_tweets_know_their_first_version() -> None:
    control = {"editTweetIds": ["1000000000000001", "1000000000000002"]}
    records = [
        tweet(1000000000000001, edit_info={"initial": control}),
        tweet(1000000000000002, edit_info={"edit": {"initialTweetId": "1000000000000001", "editControlInitial": control}}),
        tweet(1000000000000003),
    ]
    found: list[Tweet] = _read(json.dumps(records).encode())[0]
    assert [one.first_version for one in found] == [1000000000000001, 1000000000000001, 1000000000000003]


@pytest.mark.parametrize("first", [b'"tw\neet"', b'"tw\xffeet"', b'""', b"5", b'"other"'])
def test_a_first_record_with_a_damaged_key_costs_only_itself(first: bytes) -> None:
    data = LAYOUTS["2022 and later"]([tweet(10**15 + number) for number in range(4)]).encode().replace(b'"tweet"', first, 1)
    found, troubles = _read(data, size=100)
    assert [one.id for one in found][-3:] == [10**15 + number for number in range(1, 4)]
    assert len(found) + len(troubles) == 4


def test_a_file_whose_records_share_no_first_key_is_read_by_the_other_lane() -> None:
    records: list[Any] = [{f"key{number}": 0, **tweet(10**15 + number, "x" * 4000)["tweet"]} for number in range(3000)]
    found, troubles = _read(json.dumps(records).encode(), size=128 * 1024)
    assert ([one.id for one in found], troubles) == ([10**15 + number for number in range(3000)], [])


@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.parametrize("number", ["1e999", "-1e-9999999999999", "9" * 5000, "1E" + "9" * 400])
def test_absurd_numbers_cost_no_more_than_their_record(lane: Lane, number: str) -> None:
    text = json.dumps([tweet(10**15 + place) for place in range(3)]).replace('"id": "1000000000000001"', f'"id": {number}')
    found, _ = _read(text.replace('"id_str": "1000000000000001"', f'"id_str": {number}').encode(), lane=lane)
    assert found[0].id == 10**15
    assert lane is Lane.TOLERANT or found[-1].id == 10**15 + 2


def test_pieces_never_part_the_halves_of_a_character() -> None:
    text = b'"' + b"x" * 9 + b"\\ud800\\udc00" + b"y" * 9 + b'\\\\ud800 \\ud83d!"'
    whole = clean(text)
    assert b"\\ud800\\udc00" in whole
    for size in range(1, len(text)):
        for start in range(size):
            cleaner = StreamCleaner()
            pieces = [text[:start], *(text[at : at + size] for at in range(start, len(text), size))]
            assert b"".join([*map(cleaner.feed, pieces), cleaner.finish()]) == whole

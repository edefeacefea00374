"""Lists as files: what stands on them, in which order, and that hostile names stay harmless."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from analyzer.errors import ExportError
from analyzer.export import lists, people_csv
from analyzer.export.list_csv import guarded
from analyzer.export.reasons import reason
from analyzer.people.names_csv import read_names
from analyzer.people.person import Person
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from tests.analyzer.export.invented_analysis import BEA, FAY, GUS, HAL, IDA, LONG_ID, MUTUAL, analysis, coverage, judged
from tests.replacing import replace

HEADER = "handle,name,link,link2,account_id,verdict,list,contact_days,last_contact,as_of,position,account_created,why"
HEAD = (
    "No reply, mention, quote, message or retweet in this file as of 22 January 2025. Whose posts you liked is mostly not recorded; "
    "1,234 liked tweets were written to you by people the file does not name; some may be on this list."
)


def rendered(listing: Listing, suffix: str, **more: object) -> str:
    found = analysis(**more)
    return "".join(lists.render(lists.build_list(found, judged(found), listing, default_policy()), suffix))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_has_a_byte_order_mark_one_header_and_crlf() -> None:
    text = rendered(Listing.UNFOLLOW, ".csv")
    assert text.startswith("\ufeff" + HEADER + "\r\n")
    assert text.count("\r\n") == text.count("\n") == 3


def test_csv_cells_read_back() -> None:
    one_way, mutual = rows(rendered(Listing.UNFOLLOW, ".csv"))
    assert one_way["account_id"] == f"id:{LONG_ID}"
    assert one_way["link"] == f"https://x.com/i/user/{LONG_ID}"
    assert one_way["link2"] == f"https://twitter.com/intent/user?user_id={LONG_ID}"
    assert (one_way["handle"], one_way["as_of"], one_way["position"], one_way["account_created"]) == ("", "2025-01-22", "3", "2022-03-06")
    assert (mutual["handle"], mutual["link"], mutual["name"]) == ("rueandrye", "https://x.com/rueandrye", "'@Rue & Rye")
    assert all((row["verdict"], row["list"], row["contact_days"]) == ("numbers_only", "unfollow", "0") for row in (one_way, mutual))
    assert HEAD in one_way["why"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_disarmed(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "1-2", "Bea", "'=1", " =1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


def test_no_cell_of_all_people_begins_like_a_formula() -> None:
    found = analysis()
    text = b"".join(people_csv.render(found, judged(found), default_policy())).decode("utf-8-sig")
    everybody = rows(text)
    assert [row["account_id"] for row in everybody] == [f"id:{p.account_id}" if p.account_id is not None else "" for p in found.people]
    assert not [cell for row in everybody for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert everybody[0]["name"].startswith("'=HYPERLINK")


def test_blocks_stand_in_the_people_file_where_they_are_ticked() -> None:
    found = analysis()
    quiet, open_ = (b"".join(people_csv.render(found, judged(found), default_policy(), with_blocks=ticked)).decode() for ticked in (False, True))
    assert "You blocked them" in open_ and "block" not in quiet


def test_our_own_people_file_is_a_names_file(tmp_path: Path) -> None:
    found = analysis()
    path = tmp_path / "people.csv"
    path.write_bytes(b"".join(people_csv.render(found, judged(found), default_policy())))
    names = read_names(path)
    assert names[BEA] == ("bea_writes", '=HYPERLINK("https://evil.example","Bea")')
    assert set(names) == {p.account_id for p in found.people if p.account_id is not None and p.handle}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json", ".html"])
def test_every_unfollow_list_has_its_head(suffix: str) -> None:
    assert HEAD in rendered(Listing.UNFOLLOW, suffix)


def test_the_head_counts_one_tweet_as_one_and_does_not_speak_of_messages_left_closed() -> None:
    assert "1 liked tweet was written to you" in rendered(Listing.UNFOLLOW, ".txt", liked_to_ego_unnamed=1)
    closed = rendered(Listing.UNFOLLOW, ".txt", messages_read=False, messages_left_closed=True)
    assert "No reply, mention, quote or retweet in this file as of 22 January 2025; direct messages were left closed." in closed
    missing = rendered(Listing.UNFOLLOW, ".txt", messages_read=False)
    assert "No reply, mention, quote or retweet in this file as of 22 January 2025; not all direct messages are in this archive." in missing


def test_a_new_account_that_follows_is_not_said_to_be_followed() -> None:
    newcomer = Person("9000000009", 9000000009, follows_ego=True)
    unsure = Judgement(Verdict.INSUFFICIENT, Listing.NONE, "new_follow", 0.0, 0)
    assert reason(newcomer, unsure, coverage()) == "Their account was new when this archive was made. They follow you; you do not follow them."
    followed = replace(newcomer, follows_ego=False, followed_by_ego=True)
    assert reason(followed, unsure, coverage()).startswith("You began to follow them shortly before this archive was made.")


def test_text_has_one_link_a_line_and_mutuals_last_under_their_heading() -> None:
    lines = rendered(Listing.UNFOLLOW, ".txt").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [f"https://x.com/i/user/{LONG_ID}", "https://x.com/rueandrye"]
    assert lines[-2:] == ["# They follow you (1)", "https://x.com/rueandrye"]


def test_json_keeps_ids_as_text_and_names_the_section() -> None:
    found = json.loads(rendered(Listing.UNFOLLOW, ".json"))
    assert (found["format"], found["list"], found["count"], found["head"], found["empty_because"]) == ("kithmap-list/1", "unfollow", 2, HEAD, None)
    assert [(person["account_id"], person["section"]) for person in found["people"]] == [
        (str(LONG_ID), "They do not follow you (1)"),
        (str(MUTUAL), "They follow you (1)"),
    ]


def test_ask_is_grouped_by_fact() -> None:
    found = json.loads(rendered(Listing.ASK, ".json"))
    groups: dict[str, list[str | None]] = {}
    for person in found["people"]:
        groups.setdefault(person["section"], []).append(person["account_id"])
    assert groups["You share or like their posts (2)"] == [str(FAY), str(IDA)]
    assert groups["You wrote to them once (2)"] == [str(GUS), None]


def test_messages_and_blocks_stay_out_of_reasons_unless_asked_for() -> None:
    found = analysis()
    judgements = judged(found)
    plain = lists.build_list(found, judgements, Listing.ASK, default_policy())
    full = lists.build_list(found, judgements, Listing.ASK, default_policy(), with_messages=True, with_blocks=True)
    quiet, open_ = ({entry.account_id: entry for entry in document.entries} for document in (plain, full))
    assert "group" not in quiet[HAL].why
    assert "group" in open_[HAL].why
    assert (quiet[HAL].ground, open_[HAL].ground) == (None, "group_only")
    assert {fact.fact for fact in open_[IDA].facts} - {fact.fact for fact in quiet[IDA].facts} == {"blocked", "blocked_followed"}
    assert "You blocked them, although you follow them." in open_[IDA].why
    assert "blocked" not in quiet[IDA].why
    assert not [fact for entry in plain.entries for fact in entry.facts if fact.fact.startswith(("dm_", "group_"))]


def test_markdown_and_text_cannot_be_broken_out_of() -> None:
    text = rendered(Listing.FOLLOW, ".md") + rendered(Listing.ASK, ".md")
    assert "<script>" not in text
    assert "\u202e" not in text
    assert re.search(r"(?<!\\)\]\(https://evil", text) is None
    assert r"Fay \[x\]\(https\://evil\.example\) \*bold\*" in text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"messages_read": False}, "not all direct messages are in this archive"),
        ({"messages_read": False, "messages_left_closed": True}, "direct messages were left closed"),
        ({"follows_read": False}, "no follow lists"),
        ({"tweets_read": False}, "no tweets were read"),
        ({"missing_parts": ("tweets",)}, "a part of the archive is missing or damaged"),
        ({"directed_acts": 3}, "you wrote too little"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json"])
def test_an_empty_list_says_why(suffix: str, changed: dict[str, object], words: str) -> None:
    text = rendered(Listing.UNFOLLOW, suffix, **changed)
    assert words in text
    assert str(LONG_ID) not in text


def test_an_empty_csv_has_its_header_only() -> None:
    assert rendered(Listing.UNFOLLOW, ".csv", messages_read=False) == "\ufeff" + HEADER + "\r\n"


def test_without_messages_the_policy_brings_the_list() -> None:
    found = analysis(messages_read=False)
    policy = default_policy().without_messages()
    assert lists.build_list(found, judged(found, policy), Listing.UNFOLLOW, policy).count == 2


def test_nobody_is_on_two_lists() -> None:
    found = analysis()
    everybody = [entry.label for listing in Listing for entry in lists.build_list(found, judged(found), listing, default_policy()).entries]
    assert len(everybody) == len(set(everybody)) == len(found.people)


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    found = analysis()
    with pytest.raises(ExportError) as caught:
        lists.write_list(lists.build_list(found, judged(found), Listing.FOLLOW, default_policy()), tmp_path / "list.pdf")
    assert caught.value.problem == "suffix"
    assert list(tmp_path.iterdir()) == []


def test_words_describe_the_link_and_never_the_person() -> None:
    everything = "".join(rendered(listing, suffix) for listing in Listing for suffix in lists.FORMS).lower()
    assert [word for word in ("fake", "ghosted", "toxic", "loser", "dead weight", "score", "did not answer", "ignored") if word in everything] == []

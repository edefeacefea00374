"""Receipts: acts grouped into rows that agree with the person's counts, and texts read again from the archive."""

from pathlib import Path

import pytest

from analyzer.analysis import analyze
from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.facts import Analysis
from desktop.receipts import CLOSED, ReceiptKind, TextCache, Texts, kind_of, read_receipt_texts, receipts_of, wanted_ids, words_of_sign
from desktop.wording.receipts import matched_line

SAMPLE = Path(__file__).resolve().parent.parent.parent / "resources" / "sample" / "sample.zip"


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return analyze([SAMPLE])


def counts(acts: list[Act]) -> dict[ReceiptKind, int]:
    return {receipt.kind: receipt.count for receipt in receipts_of(acts)}


def test_rows_agree_with_the_counts_of_everybody_in_the_sample(sample: Analysis) -> None:
    kinds = set()
    for person in sample.people:
        rows = {receipt.kind: receipt.count for receipt in receipts_of(sample.acts.get(person.key, ()))}
        kinds |= set(rows)
        assert rows.get(ReceiptKind.REPLIES, 0) == person.replies
        assert rows.get(ReceiptKind.MENTIONS, 0) == person.mentions_body
        assert rows.get(ReceiptKind.LIKES, 0) == person.likes
        assert rows.get(ReceiptKind.ANSWERS_LIKELY, 0) == person.incoming.likely
        assert rows.get(ReceiptKind.ANSWERS_POSSIBLE, 0) == person.incoming.possible
        certain = (ReceiptKind.ANSWERS_CERTAIN, ReceiptKind.MESSAGES_FROM_THEM, ReceiptKind.REACTIONS)
        assert sum(rows.get(kind, 0) for kind in certain) == person.incoming.certain
    assert {ReceiptKind.REPLIES, ReceiptKind.LIKES, ReceiptKind.ANSWERS_POSSIBLE, ReceiptKind.MESSAGES_FROM_THEM} <= kinds


def test_a_tweet_of_theirs_counts_once_with_its_surest_tier() -> None:
    acts = [
        Act(Kind.TURN, Direction.IN, 5, 11, 100, tier=Tier.POSSIBLE, p=0.6),
        Act(Kind.TURN, Direction.IN, 5, 12, 100, tier=Tier.CERTAIN, p=1.0),
        Act(Kind.TURN, Direction.IN, 6, 13, 101, tier=Tier.UNKNOWN, p=0.3),
    ]
    assert counts(acts) == {ReceiptKind.ANSWERS_CERTAIN: 1}


def test_answers_that_cannot_be_seen_have_no_row() -> None:
    for tier in (Tier.UNKNOWN, Tier.CERTAIN_NO, None):
        assert kind_of(Act(Kind.TURN, Direction.IN, 5, 11, 100, tier=tier)) is None


def test_the_newest_come_first_and_the_undated_last() -> None:
    acts = [Act(Kind.REPLY, Direction.OUT, at, number) for number, at in enumerate((10, None, 30, 20))]
    (receipt,) = receipts_of(acts)
    assert [act.at for act in receipt.acts] == [30, 20, 10, None]


def test_messages_never_open_and_their_ids_are_never_wanted() -> None:
    acts = [
        Act(Kind.DM, Direction.IN, 1, 21, tier=Tier.CERTAIN),
        Act(Kind.DM, Direction.OUT, 2, 22),
        Act(Kind.GROUP_DM, Direction.IN, 3, 23),
        Act(Kind.REACTION, Direction.IN, 4, 24, tier=Tier.CERTAIN),
        Act(Kind.REPLY, Direction.OUT, 5, 25),
        Act(Kind.LIKE, Direction.OUT, None, 26, 26),
    ]
    assert {receipt.kind for receipt in receipts_of(acts) if not receipt.opens} == CLOSED
    assert wanted_ids(acts) == (frozenset({25}), frozenset({26}))


def test_texts_of_everything_that_opens_are_found_in_the_archive(sample: Analysis) -> None:
    best = max(sample.people, key=lambda person: len(person.contact_days))
    acts = sample.acts[best.key]
    texts = read_receipt_texts((SAMPLE,), acts)
    replies = next(receipt for receipt in receipts_of(acts) if receipt.kind is ReceiptKind.REPLIES)
    for act in replies.acts:
        read = texts.of(act)
        assert read is not None
        assert read.text
        assert read.at == act.at


def test_texts_of_likes_are_the_liked_tweets(sample: Analysis) -> None:
    liked = max(sample.people, key=lambda person: person.likes)
    acts = [act for act in sample.acts[liked.key] if act.kind is Kind.LIKE]
    texts = read_receipt_texts((SAMPLE,), acts)
    assert len(acts) == liked.likes > 0
    assert not texts.own
    assert all((read := texts.of(act)) is not None and read.text for act in acts)


def test_an_archive_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_receipt_texts((SAMPLE, tmp_path / "gone.zip"), [])


def test_the_cache_forgets_the_oldest() -> None:
    cache, path = TextCache(kept=2), Path("invented.zip")
    empty = Texts({}, {})
    for key in ("a", "b"):
        cache.put(path, key, empty)
    assert cache.get(path, "a") is empty
    cache.put(path, "c", empty)
    assert cache.get(path, "b") is None
    assert cache.get(path, "a") is empty
    assert cache.get(Path("other.zip"), "a") is None


def test_the_words_a_sign_was_found_by_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the user's own list where there is one; a list that cannot be used takes nothing but the words away."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path))
    text = "@bea Good morning! Ahoy <b>"
    assert words_of_sign(text, "morning") == ("Good morning",)
    assert matched_line(words_of_sign(text, "morning")) == "Found by “Good morning”"
    assert matched_line(words_of_sign(text, "welcome_answer")) == ""
    (tmp_path / "lexicons").mkdir()
    lists = tmp_path / "lexicons" / "en.toml"
    lists.write_text('[add]\ngreeting = ["ahoy"]\n', encoding="utf-8")
    assert matched_line(words_of_sign(text, "morning")) == "Found by “Good morning”, “Ahoy”"
    lists.write_text("greeting = 1\n", encoding="utf-8")
    assert words_of_sign(text, "morning") == ()

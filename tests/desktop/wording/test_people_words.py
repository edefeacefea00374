"""What is said about people and lists: certain, most likely, may have; never more than the file shows."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from analyzer.people.person import Incoming, Person
from analyzer.verdict.explain import would_change
from analyzer.verdict.judge import judge_one
from analyzer.verdict.lists import ASK_ORDER
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Change, Choice, Judgement, Listing, Verdict
from desktop.wording import lists, names, verdicts
from desktop.wording.receipts import receipt_words
from tests.desktop.make_analysis import key_of, make_analysis
from tests.replacing import replace

ANALYSIS = make_analysis()
COVERAGE = ANALYSIS.coverage
FORBIDDEN = ("did not answer", "ignored", "one-sided", "score", "fake", "ghost", "dead", "engagement", "interaction", "friend", "today", "!")

pytestmark = pytest.mark.usefixtures("locale")


def judged(person: Person, choice: Choice | None = None) -> Judgement:
    return judge_one(person, COVERAGE, default_policy(), choice)


def said_of(handle: str) -> str:
    person = ANALYSIS.person(key_of(ANALYSIS, handle))
    return verdicts.verdict_sentence(person, judged(person), COVERAGE)


def many_people() -> Iterator[Person]:
    """People of all sorts: every mix of acts, answers, clicks and ties that leads to another sentence."""
    days = (738_000, 738_030, 738_100, 738_500, 739_000, 739_200)
    for contact, likely, possible, certain, messages, clicks, (follows, followed) in product(
        (0, 1, 2, 6), (0, 2), (0, 3), (0, 1), (0, 2), (0, 3), ((False, False), (True, False), (False, True), (True, True))
    ):
        yield Person(
            key="9000000077",
            account_id=9000000077,
            handle="ada_mill",
            name="Ada Mill",
            follows_ego=follows,
            followed_by_ego=followed,
            replies=contact,
            directed_acts=contact,
            directed_days=contact,
            contact_days=days[:contact],
            contact_weeks=contact,
            dm_received=messages if certain else 0,
            incoming=Incoming(certain + (messages if certain else 0), likely, possible, likely, 0.9 if likely else 0.6 if possible else 0.0),
            likes=clicks,
            retweets=clicks,
        )


def test_a_genuine_tie_is_told_in_days_answers_and_follows() -> None:
    assert said_of("bea_iyer") == ("You talked on 21 days, last on 9 September 2024. They most likely answered you 4 times. You follow each other.")


def test_a_lapsed_tie_says_until_when() -> None:
    assert said_of("kwamevisser").startswith("You talked on 31 days until February 2022, and not since.")


def test_numbers_only_is_said_of_the_follow_and_names_what_was_read() -> None:
    assert said_of("dailyledger") == ("You follow The Daily Ledger. In 6 years of your tweets no reply, mention, message, like or retweet is seen.")
    person = ANALYSIS.person(key_of(ANALYSIS, "dailyledger"))
    unread = replace(COVERAGE, messages_read=False)
    sentence = verdicts.verdict_sentence(person, judged(person), unread)
    assert "message, like" not in sentence
    assert "messages were not read" in sentence


def test_a_follower_without_contact_is_not_told_that_they_are_silent() -> None:
    person = next(p for p in ANALYSIS.people if p.follows_ego and not p.followed_by_ego and not p.contact_days and p.account_id)
    assert "What they write to you is not in the file." in verdicts.verdict_sentence(person, judged(person), COVERAGE)


def test_answers_that_cannot_be_seen_are_said_to_be_unseen() -> None:
    assert said_of("freyademir").startswith("You wrote on 12 days, last on 2 November 2024. Whether they answer cannot be seen.")
    assert said_of("odile_lund").startswith("You wrote to Odile Lund once, on 17 October 2023. Whether an answer came cannot be seen.")


def test_no_sentence_says_more_than_the_file_shows() -> None:
    for person in many_people():
        judgement = judged(person)
        sentence = verdicts.verdict_sentence(person, judgement, COVERAGE).lower()
        assert not [word for word in FORBIDDEN if word in sentence], sentence
        if person.incoming.likely and not person.incoming.certain:
            assert "they answered" not in sentence
        together = person.incoming.likely + person.incoming.possible
        if person.incoming.likely and person.incoming.possible:
            assert f"answered you {together} times" not in sentence


def test_everything_that_could_change_a_verdict_has_a_sentence() -> None:
    facts = set()
    for person in many_people():
        judgement = judged(person)
        changes = would_change(person, judgement, COVERAGE, default_policy())
        sentences = verdicts.change_sentences(changes, COVERAGE)
        assert len(sentences) == len({change.to for change in changes})
        for sentence, to in zip(sentences, dict.fromkeys(change.to for change in changes), strict=True):
            assert sentence.startswith(f"Would become “{names.verdict_word(to)}” ") and sentence.endswith(".")
            assert sentence.count(". ") == 0
        facts |= {change.fact for change in changes}
    assert {"contact_days", "directed_acts", "incoming_turn", "silence_days"} <= facts
    with pytest.raises(ValueError, match="no_such_fact"):
        verdicts.change_sentences([Change("no_such_fact", 1, Verdict.GENUINE)], COVERAGE)


def test_what_is_needed_together_is_one_sentence() -> None:
    genuine, numbers = Verdict.GENUINE, Verdict.NUMBERS_ONLY
    needed = [Change("contact_days", 2, genuine), Change("contact_weeks", 1, genuine), Change("incoming_turn", 1, genuine)]
    said = "Would become “Genuine” with contact on 2 more days, contact in 1 more week and 1 answer or message of theirs that can be seen."
    assert verdicts.change_sentences(needed, COVERAGE) == [said]
    unread = replace(COVERAGE, messages_read=False, messages_left_closed=True)
    assert verdicts.change_sentences(needed, unread) == [f"{said} Direct messages were not read; they may hold one."]
    reading = [Change("read_messages", None, numbers), Change("ego_directed_acts", 20, numbers), Change("later_archive", 1, numbers)]
    assert verdicts.change_sentences([*reading, Change("directed_acts", 1, Verdict.ACQUAINTANCE)], unread) == [
        "Would become “Numbers only” if the direct messages are read and hold nothing with them, you write to others 20 more times "
        "and an archive made 1 day later still shows no contact.",
        "Would become “Acquaintance” with 1 more reply, mention, quote or message.",
    ]
    for fact in ("complete_archive", "months_with_tweets"):
        assert verdicts.change_sentences([Change(fact, None, numbers)], COVERAGE)[0].startswith("Would become “Numbers only” if ")
    for fact in ("message_received", "incoming_likely_days", "sign_kinds", "sign_days", "directed_days"):
        assert verdicts.change_sentences([Change(fact, 2, genuine)], COVERAGE)[0].startswith("Would become “Genuine” with ")


def test_a_genuine_tie_tells_the_day_it_would_lapse() -> None:
    sentences = verdicts.change_sentences([Change("silence_days", 230, Verdict.LAPSED)], COVERAGE)
    assert sentences == ["Would become “Lapsed” after 9 September 2025, if a newer archive shows no contact."]


def test_every_ground_of_the_ask_list_has_a_title_of_its_own() -> None:
    titles = [lists.ground_title(ground) for ground in ASK_ORDER]
    assert len(set(titles)) == len(titles)
    assert lists.ground_title(None) not in titles
    assert lists.group_heading("one_click_only", 70) == "You share or like their posts (70)"


def test_the_unfollow_list_has_its_honest_head_with_date_and_number() -> None:
    assert lists.unfollow_head(COVERAGE) == (
        "No reply, mention, quote, message or retweet in this file as of 22 January 2025. Whose posts you liked is mostly not recorded; "
        "17 liked tweets were written to you by people the file does not name; some may be on this list."
    )
    unread = replace(COVERAGE, messages_read=False, liked_to_ego_unnamed=0)
    assert "message or" not in lists.unfollow_head(unread)
    assert "messages were not read" in lists.unfollow_head(unread)


@pytest.mark.parametrize("listing", [listing for listing in Listing if listing is not Listing.NONE])
def test_every_list_carries_the_date_of_the_archive(listing: Listing) -> None:
    assert "22 January 2025" in lists.list_head(listing, COVERAGE)


def test_an_empty_unfollow_list_says_why() -> None:
    closed = replace(COVERAGE, messages_read=False, messages_left_closed=True)
    assert "left closed" in lists.why_empty(Listing.UNFOLLOW, closed, without_messages=False)
    absent = replace(closed, messages_left_closed=False)
    assert "holds no direct messages" in lists.why_empty(Listing.UNFOLLOW, absent, without_messages=False)
    assert "no follow lists" in lists.why_empty(Listing.UNFOLLOW, replace(COVERAGE, follows_read=False), without_messages=False)
    assert "No tweets were read" in lists.why_empty(Listing.UNFOLLOW, replace(COVERAGE, tweets_read=False), without_messages=False)
    assert "missing" in lists.why_empty(Listing.UNFOLLOW, replace(COVERAGE, missing_parts=("following",)), without_messages=False)
    assert "there is contact" in lists.why_empty(Listing.UNFOLLOW, COVERAGE, without_messages=False)


def test_the_nameless_are_an_id_and_not_an_error() -> None:
    person = Person(key="9204118532", account_id=9204118532)
    assert names.name_of(person) == "No name in this archive"
    assert names.caption_of(person) == "id 9\u2009204\u2009118\u2009532"
    assert names.called(person) == "id 9\u2009204\u2009118\u2009532"


def test_a_name_of_control_characters_is_no_name() -> None:
    person = Person(key="9204118532", account_id=9204118532, handle="ada_mill", name="\u202e\u2066\x07")
    assert names.name_of(person) == "@ada_mill"
    assert names.caption_of(person) == "id 9\u2009204\u2009118\u2009532"


def test_a_row_read_aloud_says_what_it_shows() -> None:
    person = ANALYSIS.person(key_of(ANALYSIS, "bea_iyer"))
    said = verdicts.row_text(person, judged(person), names.signs_words(person))
    assert said == "Beatriz Iyer, genuine, 21 contact days, last 9 September 2024, you follow each other, signs: conversation 4"
    assert "your choice" in verdicts.row_text(person, judged(person, Choice.KEEP), "")


def test_signs_that_were_not_computed_are_not_said_to_be_zero() -> None:
    person = ANALYSIS.person(key_of(ANALYSIS, "bea_iyer"))
    assert "0" not in names.signs_words(person)
    assert names.signs_words(replace(person, signs=replace(person.signs, conversation=0))) == ""


def test_the_age_of_an_archive_without_a_date_is_not_invented() -> None:
    assert lists.archive_of(None) == "archive without a date"
    assert lists.archive_of(date(2025, 1, 22)) == "archive of 22 January 2025"


def test_likely_answers_below_certain_ones_are_more_of_them() -> None:
    assert receipt_words("answers_likely", 57) == "times they answered"
    assert receipt_words("answers_likely", 57, follows_answers=True) == "more times they answered"
    assert receipt_words("answers_likely", 1, follows_answers=True) == "more time they answered"
    assert receipt_words("answers_certain", 15, follows_answers=True) == "times they answered"

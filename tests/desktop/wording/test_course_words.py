"""Words about the course of a tie: never more than the days and the answers seen tell."""

from dataclasses import replace
from datetime import date

import pytest

from analyzer.evidence.acts import Tier
from analyzer.verdict.contradictions import CONTRADICTIONS
from analyzer.verdict.course import Course, Return
from analyzer.verdict.verdicts import Fact
from desktop.wording import course as words

HOUR = 3_600_000
NOTHING = Course(0, None, 0, (), None, None, {}, {}, False)
COURSE = Course(31, 3.0, 4, (Return(date(2021, 5, 3), 430),), 3 * HOUR - 1, Tier.LIKELY, {"morning": date(2024, 5, 3)}, {"morning": 12}, True)

pytestmark = pytest.mark.usefixtures("locale")


def test_a_course_in_one_paragraph() -> None:
    assert words.course_sentences(COURSE) == (
        "In touch in 31 months, usually 3 days apart, at most 4 days in a row. Came back in May 2021 after 14 months of silence. "
        "Half of the answers seen came within 3 hours (inferred)."
    )
    assert words.course_sentences(NOTHING) == words.only_ego_sentence(NOTHING) == ""


@pytest.mark.parametrize(("days", "said"), [(60, "60 days"), (61, "2 months"), (730, "23 months"), (731, "2 years"), (1500, "4 years")])
def test_long_spans_are_told_in_months_and_years(days: int, said: str) -> None:
    assert words.long_silence(days) == said
    assert f"usually {said} apart" in words.rhythm_sentence(replace(COURSE, usual_gap=float(days)))


def test_of_several_returns_the_last_is_told() -> None:
    twice = (*COURSE.returns, Return(date(2024, 2, 1), 800))
    assert words.return_sentence(twice) == "Came back 2 times, last in February 2024 after 2 years of silence."


@pytest.mark.parametrize(
    ("wait", "tier", "said"),
    [
        (20_000, Tier.CERTAIN, "within 1 minute (certain)."),
        (90 * 60_000, Tier.LIKELY, "within 90 minutes (inferred)."),
        (90 * 60_000 + 1, Tier.LIKELY, "within 2 hours (inferred)."),
    ],
)
def test_a_wait_is_rounded_up_and_says_how_sure_it_is(wait: int, tier: Tier, said: str) -> None:
    assert words.answer_sentence(replace(COURSE, answer_after=wait, answer_tier=tier)).endswith(said)


def test_what_only_ego_said_claims_no_silence_where_answers_are_seen() -> None:
    assert words.only_ego_sentence(COURSE) == "You wished them a good morning 12 times; alone that is no sign."
    unseen = replace(COURSE, answer_seen=False, only_ego={"morning": 1, "hello": 2, "sprint": 1, "welcome": 1})
    assert words.only_ego_sentence(unseen) == (
        "You wished them a good morning once, greeted or asked after them 2 times, named a shared session once and welcomed them once; "
        "no answer is seen."
    )


def test_a_sign_says_when_it_was_last_seen() -> None:
    assert words.sign_title(COURSE, "morning") == "Good morning, last on 3 May 2024"
    assert words.sign_title(COURSE, "hello") == "Hello again"


def test_every_contradiction_has_a_sentence() -> None:
    said = [words.contradiction_sentence([Fact(name, 12)]) for name in CONTRADICTIONS]
    assert len(set(said)) == len(CONTRADICTIONS) and all(sentence.endswith(".") and "{" not in sentence for sentence in said)
    assert said[-1] == "You were in touch on 12 days, and you do not follow them."

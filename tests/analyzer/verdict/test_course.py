"""The course of a tie: what its days and signs tell beside the verdict."""

from datetime import date

from analyzer.evidence.acts import Tier
from analyzer.people.person import Incoming, OwnWords, Person, Signs
from analyzer.verdict.course import Return, course_of
from analyzer.verdict.policy import LapsedRule, default_policy
from tests.replacing import replace

FIRST = date(2019, 3, 30).toordinal()
DAYS = (FIRST, FIRST + 1, FIRST + 2, FIRST + 10, FIRST + 400, FIRST + 410)
PERSON = Person(
    "9000000002", 9000000002, contact_days=DAYS, median_gap=8.0, answer_after=7_200_000, answer_tier=Tier.LIKELY, sign_last={"hello": FIRST + 410},
    own_words=OwnWords(sprint=0, morning=12, hello=3, welcome=1), signs=Signs(0, 0, 0, 1, 0), incoming=Incoming(likely=1, likely_days=1),
)  # fmt: skip


def test_days_in_months_in_a_row_and_after_a_silence() -> None:
    course = course_of(PERSON, default_policy())
    assert (course.months, course.usual_gap, course.streak) == (3, 8.0, 3)
    assert course.returns == (Return(date.fromordinal(FIRST + 400), 390),)
    assert (course.answer_after, course.answer_tier) == (7_200_000, Tier.LIKELY)
    assert course.sign_last == {"hello": date.fromordinal(FIRST + 410)}


def test_another_policy_calls_another_silence_long() -> None:
    longer = replace(default_policy(), lapsed=LapsedRule(390, 8.0))
    assert course_of(PERSON, longer).returns == ()
    assert len(course_of(PERSON, replace(longer, lapsed=LapsedRule(7, 0.0))).returns) == 3


def test_only_what_no_sign_tells_is_egos_alone() -> None:
    assert course_of(PERSON, default_policy()).only_ego == {"morning": 12, "welcome": 1}
    uncounted = replace(PERSON, signs=Signs())
    assert course_of(uncounted, default_policy()).only_ego == {}


def test_whether_any_answer_is_seen() -> None:
    assert course_of(PERSON, default_policy()).answer_seen
    assert not course_of(replace(PERSON, incoming=Incoming(possible=3, largest_p=0.6)), default_policy()).answer_seen


def test_nobody_in_touch_has_no_course() -> None:
    course = course_of(Person("9000000003", 9000000003), default_policy())
    assert (course.months, course.usual_gap, course.streak, course.returns, course.only_ego) == (0, None, 0, (), {})

"""Each verdict and list: the smallest case that holds and the nearest that does not (relationships §5)."""

from datetime import date

import pytest

from analyzer.evidence.calendar import DAY_MS
from analyzer.facts import Coverage, DeletedTweets
from analyzer.people.person import Incoming, Person, Signs
from analyzer.verdict.explain import why, would_change
from analyzer.verdict.judge import judge_one
from analyzer.verdict.policy import Policy, default_policy
from analyzer.verdict.verdicts import Choice, Listing, Verdict
from tests.analyzer.verdict.readable import COVERAGE, TODAY
from tests.replacing import replace

EPOCH = date(1970, 1, 1).toordinal()
POLICY = default_policy()
FRIEND = Person(
    "9000000002",
    9000000002,
    replies=3,
    directed_acts=3,
    directed_days=2,
    contact_days=(TODAY - 30, TODAY - 20, TODAY - 10),
    contact_weeks=2,
    median_gap=10.0,
    incoming=Incoming(certain=1, largest_p=1.0),
    followed_by_ego=True,
)
STRANGER = Person("9000000003", 9000000003, followed_by_ego=True)


def judged(
    person: Person, coverage: Coverage = COVERAGE, choice: Choice | None = None, policy: Policy = POLICY
) -> tuple[Verdict, Listing, str | None]:
    judgement = judge_one(person, coverage, policy, choice)
    return judgement.verdict, judgement.listing, judgement.ground


def test_three_days_in_two_weeks_with_an_answer_are_genuine() -> None:
    assert judged(FRIEND) == (Verdict.GENUINE, Listing.KEEP, None)


@pytest.mark.parametrize(
    "lacking",
    [
        {"contact_days": (TODAY - 20, TODAY - 10)},
        {"contact_weeks": 1},
        {"directed_days": 1},
        {"incoming": Incoming(likely=5, likely_days=1, largest_p=0.94)},
        {"incoming": Incoming(possible=9, largest_p=0.6)},
    ],
)
def test_one_condition_less_is_an_acquaintance(lacking: dict[str, object]) -> None:
    assert judged(replace(FRIEND, **lacking))[0] is Verdict.ACQUAINTANCE


def test_likely_answers_on_two_days_or_two_kinds_of_sign_are_enough() -> None:
    likely = replace(FRIEND, follows_ego=True, incoming=Incoming(likely=2, likely_days=2, largest_p=0.94))
    assert judged(likely)[0] is Verdict.GENUINE
    signs = replace(STRANGER, signs=Signs(conversation=1, hello=1), sign_days=2, unprompted=1)
    assert judged(signs)[0] is Verdict.GENUINE
    assert judged(replace(signs, sign_days=1))[0] is not Verdict.GENUINE
    assert judged(replace(signs, signs=Signs(conversation=5)))[0] is not Verdict.GENUINE


def test_an_account_that_does_not_follow_needs_more_likely_answers_where_the_lists_are_read() -> None:
    two = replace(FRIEND, incoming=Incoming(likely=2, likely_days=2, largest_p=0.94), unprompted=1)
    assert judged(two)[0] is Verdict.ACQUAINTANCE
    assert judged(replace(two, incoming=Incoming(likely=3, likely_days=3, largest_p=0.94)))[0] is Verdict.GENUINE
    assert judged(two, replace(COVERAGE, follows_read=False))[0] is Verdict.GENUINE


def test_an_account_that_only_answers_when_called_is_no_friend_unless_it_follows_or_that_it_wrote_is_certain() -> None:
    desk = replace(FRIEND, incoming=Incoming(likely=9, likely_days=9, largest_p=0.98), signs=Signs(conversation=4, sprint=2), sign_days=5)
    assert judged(desk)[0] is Verdict.ACQUAINTANCE
    for more in ({"unprompted": 1}, {"follows_ego": True}, {"incoming": Incoming(certain=1, largest_p=1.0)}):
        assert judged(replace(desk, **more))[0] is Verdict.GENUINE
    assert judged(desk, replace(COVERAGE, follows_read=False))[0] is Verdict.GENUINE


def test_silence_is_measured_by_the_pairs_own_rhythm() -> None:
    old = replace(FRIEND, contact_days=(TODAY - 420, TODAY - 400, TODAY - 366))
    assert judged(old) == (Verdict.LAPSED, Listing.SAY_HELLO, None)
    assert judged(replace(old, contact_days=(TODAY - 420, TODAY - 400, TODAY - 365)))[0] is Verdict.GENUINE
    assert judged(replace(old, median_gap=50.0))[0] is Verdict.GENUINE
    assert judged(old, replace(COVERAGE, last_act_day=TODAY - 100))[0] is Verdict.GENUINE


def test_many_days_with_only_possible_answers_say_that_answers_cannot_be_seen() -> None:
    days = tuple(TODAY - 7 * n for n in range(5, 0, -1))
    quiet = replace(FRIEND, contact_days=days, contact_weeks=5, incoming=Incoming(possible=3, largest_p=0.6))
    assert judged(quiet) == (Verdict.ACQUAINTANCE, Listing.ASK, "answers_not_visible")
    assert judged(replace(quiet, contact_days=days[1:]))[2] is None
    assert judged(replace(quiet, incoming=Incoming()))[2] is None


def test_a_follow_without_any_trace_is_numbers_only() -> None:
    assert judged(STRANGER) == (Verdict.NUMBERS_ONLY, Listing.UNFOLLOW, None)
    follower = replace(STRANGER, followed_by_ego=False, follows_ego=True)
    assert judged(follower) == (Verdict.NUMBERS_ONLY, Listing.NONE, None)
    facts = [fact.fact for fact in why(follower, judge_one(follower, COVERAGE, POLICY, None), COVERAGE, POLICY)]
    assert "ego_never_wrote" in facts


@pytest.mark.parametrize(
    ("trace", "ground"),
    [
        ({"replies": 1, "directed_acts": 1}, "one_act"),
        ({"dm_received": 1, "incoming": Incoming(certain=1)}, "one_act"),
        ({"likes": 1}, "one_click_only"),
        ({"retweets": 1}, "one_click_only"),
        ({"group_messages": 1, "group_shared": True}, "group_only"),
        ({"group_shared": True}, "group_only"),
        ({"carried": 1}, "mention_only"),
        ({"mentioned_in_retweets": 1}, "mention_only"),
    ],
)
def test_any_trace_of_contact_keeps_a_follow_from_being_numbers_only(trace: dict[str, object], ground: str) -> None:
    assert judged(replace(STRANGER, **trace)) == (Verdict.INSUFFICIENT, Listing.ASK, ground)


@pytest.mark.parametrize(
    ("gap", "ground"),
    [
        ({"messages_read": False}, "messages_not_read"),
        ({"missing_parts": ("tweets",), "tweets_read": False}, "part_missing"),
        ({"follows_read": False}, "part_missing"),
        ({"tweets_by_month": {(2024, 1): 9}}, "ego_rarely_speaks"),
        ({"directed_acts": 49}, "ego_rarely_speaks"),
    ],
)
def test_what_was_not_read_or_never_said_proves_no_absence(gap: dict[str, object], ground: str) -> None:
    assert judged(STRANGER, replace(COVERAGE, **gap)) == (Verdict.INSUFFICIENT, Listing.ASK, ground)


def test_where_early_tweets_are_deleted_only_follows_that_began_since_prove_anything() -> None:
    gone = replace(COVERAGE, deleted=DeletedTweets(date(2022, 1, 1), 60, 0))
    began = (date(2022, 1, 1).toordinal() - EPOCH) * DAY_MS
    assert judged(STRANGER, gone) == (Verdict.INSUFFICIENT, Listing.ASK, "part_missing")
    assert judged(replace(STRANGER, followed_since_at_least=began - 1), gone)[2] == "part_missing"
    assert judged(replace(STRANGER, followed_since_at_least=began), gone) == (Verdict.NUMBERS_ONLY, Listing.UNFOLLOW, None)
    follower = replace(STRANGER, followed_by_ego=False, follows_ego=True)
    assert judged(follower, gone)[2] == "part_missing" and judged(replace(follower, account_created=began), gone)[0] is Verdict.NUMBERS_ONLY
    told = {fact.fact: fact.value for fact in why(STRANGER, judge_one(STRANGER, gone, POLICY, None), gone, POLICY)}
    assert told["tweets_deleted_before"] == "2022-01-01"


def test_the_policy_can_let_the_list_stand_without_messages() -> None:
    assert judged(STRANGER, replace(COVERAGE, messages_read=False), policy=POLICY.without_messages())[1] is Listing.UNFOLLOW


def test_a_follow_younger_than_ninety_days_is_new() -> None:
    day = 86_400_000
    today = (TODAY - date(1970, 1, 1).toordinal()) * day
    assert judged(replace(STRANGER, followed_since_at_least=today - 89 * day))[2] == "new_follow"
    assert judged(replace(STRANGER, followed_since_at_least=today - 90 * day))[0] is Verdict.NUMBERS_ONLY


@pytest.mark.parametrize(
    ("person", "choice", "listing"),
    [
        (STRANGER, Choice.KEEP, Listing.KEEP),
        (STRANGER, Choice.CONTENT, Listing.KEEP),
        (STRANGER, Choice.PROTECT, Listing.KEEP),
        (STRANGER, Choice.ME, Listing.NONE),
        (STRANGER, Choice.LATER, Listing.ASK),
        (FRIEND, Choice.UNFOLLOW, Listing.UNFOLLOW),
        (replace(FRIEND, followed_by_ego=False), Choice.FOLLOW, Listing.FOLLOW),
        (replace(FRIEND, followed_by_ego=False), None, Listing.FOLLOW),
        (replace(FRIEND, followed_by_ego=False, muted=True), None, Listing.NONE),
        (replace(STRANGER, blocked=True), None, Listing.UNFOLLOW),
        (replace(STRANGER, muted=True, followed_by_ego=False, follows_ego=True), None, Listing.NONE),
    ],
)
def test_the_users_choice_then_blocks_then_the_verdict_make_the_list(person: Person, choice: Choice | None, listing: Listing) -> None:
    assert judged(person, choice=choice)[1] is listing


def test_what_would_change_names_what_is_missing() -> None:
    near = replace(FRIEND, contact_days=FRIEND.contact_days[1:])
    changes = would_change(near, judge_one(near, COVERAGE, POLICY, None), COVERAGE, POLICY)
    assert [(change.fact, change.needs, change.to) for change in changes] == [("contact_days", 1, Verdict.GENUINE)]
    closed = replace(COVERAGE, messages_read=False)
    changes = would_change(STRANGER, judge_one(STRANGER, closed, POLICY, None), closed, POLICY)
    assert changes[0].fact == "read_messages"
    waiting = would_change(FRIEND, judge_one(FRIEND, COVERAGE, POLICY, None), COVERAGE, POLICY)
    later = replace(COVERAGE, last_act_day=TODAY + int(waiting[0].needs or 0))
    assert judged(FRIEND, later)[0] is Verdict.LAPSED
    assert judged(FRIEND, replace(later, last_act_day=(later.last_act_day or 0) - 1))[0] is Verdict.GENUINE

"""Each of the five signs with its smallest positive and its nearest negatives (relationships §4)."""

from itertools import count

import pytest

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.marks import ANSWER, FIRST_TAG, GREETING, MORNING, QUESTION, SPRINT, WELCOME
from analyzer.evidence.signs import Contact, FoundSigns, find_signs, keeps_the_clock, only_ego, sittings_of
from analyzer.people.person import OwnWords, Signs
from tests.analyzer.make import DAY, HOUR, MINUTE, ms

NOON = ms("2022-03-05 12:10")
EIGHT = ms("2022-03-05 08:10")
UTC = Calendar()
TAG, OTHER_TAG = SPRINT | 1 << FIRST_TAG, SPRINT | 2 << FIRST_TAG


class Story:
    """Acts with one person, told one after the other; ids count up."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.marks: dict[int, int] = {}
        self._ids = count(9_000_000_001)

    def says(self, at: int, bits: int = 0, kind: Kind = Kind.REPLY, to: int | None = 1) -> "Story":
        """Ego speaks; a reply answers a tweet of theirs (``to``) unless that is None."""
        act = Act(kind, Direction.OUT, at, next(self._ids), to if kind is Kind.REPLY else None)
        self.acts.append(act)
        if bits:
            self.marks[act.id] = bits
        return self

    def hears(self, at: int, tier: Tier = Tier.LIKELY) -> "Story":
        """They speak: a turn."""
        self.acts.append(Act(Kind.TURN, Direction.IN, at, next(self._ids), at, 1.0, tier))
        return self

    def gets(self, at: int) -> "Story":
        """They send a message."""
        self.acts.append(Act(Kind.DM, Direction.IN, at, next(self._ids)))
        return self

    def found(self, calendar: Calendar = UTC) -> FoundSigns:
        theirs = sittings_of(self.acts, self.marks)
        return find_signs(Contact(self.acts, theirs, calendar, self.marks, keeps_the_clock([theirs], calendar)))

    def seen(self, name: str, calendar: Calendar = UTC) -> int | None:
        count_of: int | None = getattr(self.found(calendar).signs, name)
        return count_of


# --- conversation ---


def test_two_own_turns_and_one_likely_answer_in_one_sitting_are_a_conversation() -> None:
    assert Story().says(NOON).hears(NOON + HOUR).says(NOON + 2 * HOUR).seen("conversation") == 1
    assert Story().says(NOON).hears(NOON + HOUR).seen("conversation") == 0
    assert Story().says(NOON).hears(NOON + HOUR, Tier.POSSIBLE).says(NOON + 2 * HOUR).seen("conversation") == 0
    assert Story().says(NOON).gets(NOON + 12 * HOUR).says(NOON + 24 * HOUR).seen("conversation") == 1
    assert Story().says(NOON).gets(NOON + 12 * HOUR).says(NOON + 24 * HOUR + 1).seen("conversation") == 0


def test_a_tweet_that_answers_and_quotes_is_one_turn() -> None:
    story = Story().says(NOON).hears(NOON + HOUR)
    quote = Act(Kind.QUOTE, Direction.OUT, NOON, story.acts[0].id, 5)
    story.acts.append(quote)
    assert story.seen("conversation") == 0


# --- sprint ---


def sprint(at: int = NOON, bits: int = TAG, tier: Tier = Tier.LIKELY) -> Story:
    return Story().says(at, bits, Kind.MENTION).hears(at + 5 * MINUTE, tier).says(at + 7 * MINUTE).says(at + 40 * MINUTE)


def test_three_own_acts_one_answer_and_a_tag_are_a_sprint() -> None:
    assert sprint().seen("sprint") == 1
    assert sprint(bits=MORNING).seen("sprint") == 0
    assert sprint(tier=Tier.POSSIBLE).seen("sprint") == 0
    assert Story().says(NOON, TAG).hears(NOON + MINUTE).says(NOON + HOUR).seen("sprint") == 0


@pytest.mark.parametrize(
    ("minute", "begins"), [(56, False), (57, True), (0, True), (3, True), (4, False), (26, False), (27, True), (33, True), (34, False)]
)
def test_without_a_tag_it_begins_at_a_full_or_half_hour(minute: int, begins: bool) -> None:
    at = ms("2022-03-05 12:00") + minute * MINUTE
    assert sprint(at, 0).seen("sprint") == int(begins)


def test_the_clock_is_egos() -> None:
    """Kathmandu stands 45 minutes beside the hour: 12:15 UTC is 18:00."""
    at = ms("2022-03-05 12:15")
    assert (sprint(at, 0).seen("sprint"), sprint(at, 0).seen("sprint", Calendar("Asia/Kathmandu"))) == (0, 1)


def test_the_clock_alone_counts_only_where_it_is_no_chance_and_not_for_messages() -> None:
    full, crooked = ms("2022-03-05 12:00"), ms("2022-03-05 12:10")
    story = sprint(full, 0)
    for day, seen in ((1, 1), (2, 0)):
        story.acts += sprint(crooked + day * DAY, 0).acts
        assert story.seen("sprint") == seen
    by_message = Story().says(full, kind=Kind.DM).gets(full + MINUTE).says(full + 2 * MINUTE, kind=Kind.DM).says(full + 3 * MINUTE, kind=Kind.DM)
    assert by_message.seen("sprint") == 0
    assert sprint(ms("2010-11-03 00:00"), 0).seen("sprint") == 0


def test_the_clock_counts_only_for_an_ego_who_keeps_it() -> None:
    """One talk in five begins so by chance: of five talks with others two must."""
    full, crooked = ms("2022-03-05 12:00"), ms("2022-03-05 12:10")
    others = [sittings_of(sprint(at, 0).acts, {}) for at in (full, crooked, crooked, crooked)]
    assert not keeps_the_clock([*others, sittings_of(sprint(crooked, 0).acts, {})], UTC)
    assert keeps_the_clock([*others, sittings_of(sprint(full, 0).acts, {})], UTC)
    assert not keeps_the_clock([], UTC)
    tagged = sprint(full)
    assert not keeps_the_clock([sittings_of(tagged.acts, tagged.marks)], UTC)
    story = sprint(full, 0)
    assert find_signs(Contact(story.acts, sittings_of(story.acts, {}), UTC, {}, False)).signs.sprint == 0


def test_one_tag_on_three_days_is_a_sprint_on_each() -> None:
    story = Story().says(NOON, TAG).hears(NOON + HOUR).says(NOON + DAY, TAG | OTHER_TAG)
    assert story.seen("sprint") == 0
    assert story.says(NOON + 5 * DAY, OTHER_TAG).seen("sprint") == 0
    assert story.says(NOON + 9 * DAY, TAG).seen("sprint") == 3
    assert story.found().receipts["sprint"] == tuple(act.id for act in (story.acts[0], story.acts[2], story.acts[4]))
    alone = Story().says(NOON, TAG).says(NOON + DAY, TAG).says(NOON + 2 * DAY, TAG)
    assert alone.seen("sprint") == 0


# --- morning ---


def test_a_greeting_and_an_answer_in_one_morning() -> None:
    assert Story().hears(EIGHT).says(EIGHT + MINUTE, MORNING).seen("morning") == 1
    assert Story().says(EIGHT, GREETING).gets(EIGHT + HOUR).seen("morning") == 1
    assert Story().hears(EIGHT).says(EIGHT + MINUTE, QUESTION | WELCOME).seen("morning") == 0
    assert Story().hears(EIGHT, Tier.POSSIBLE).says(EIGHT + MINUTE, MORNING).seen("morning") == 0
    assert Story().says(EIGHT, MORNING).seen("morning") == 0


@pytest.mark.parametrize(("clock", "seen"), [("03:59", 0), ("04:00", 1), ("10:58", 1), ("10:59", 0)])
def test_mornings_are_from_four_to_eleven(clock: str, seen: int) -> None:
    """Both the greeting and, a minute later, the answer."""
    at = ms(f"2022-03-05 {clock}")
    assert Story().says(at, MORNING).hears(at + MINUTE).seen("morning") == seen


def test_mornings_are_egos_with_daylight_saving_and_need_a_clock() -> None:
    winter, summer = ms("2022-03-05 03:30"), ms("2022-07-05 02:30")
    stockholm = Calendar("Europe/Stockholm")
    for at in (winter, summer):
        story = Story().says(at, MORNING).hears(at + MINUTE)
        assert (story.seen("morning"), story.seen("morning", stockholm)) == (0, 1)
    early = ms("2010-11-03 08:00")
    assert Story().says(early, MORNING).gets(early + MINUTE).seen("morning") == 0


def test_a_morning_counts_once_and_an_answer_of_the_evening_before_is_none() -> None:
    assert Story().hears(EIGHT).says(EIGHT + MINUTE, MORNING).hears(EIGHT + 2 * MINUTE).says(EIGHT + 3 * MINUTE, GREETING).seen("morning") == 1
    assert Story().hears(EIGHT - 9 * HOUR).says(EIGHT, MORNING).seen("morning") == 0


# --- hello ---


def reunion(silence: int, bits: int = GREETING, kind: Kind = Kind.REPLY, to: int | None = 1, tier: Tier = Tier.LIKELY) -> Story:
    back = NOON + silence
    return Story().says(NOON).says(back, bits, kind, to).hears(back + HOUR, tier)


def test_a_greeting_after_thirty_days_in_reply_to_them_is_their_hello() -> None:
    assert reunion(30 * DAY).seen("hello") == 1
    assert reunion(30 * DAY, QUESTION).seen("hello") == 1
    assert reunion(30 * DAY - 1).seen("hello") == 0
    assert reunion(30 * DAY, ANSWER | MORNING).seen("hello") == 0
    assert reunion(30 * DAY, tier=Tier.POSSIBLE).seen("hello") == 0


def test_where_ego_opened_it_is_not_theirs() -> None:
    assert reunion(30 * DAY, kind=Kind.MENTION).seen("hello") == 0
    assert reunion(30 * DAY, to=None).seen("hello") == 0
    assert reunion(30 * DAY, kind=Kind.DM).seen("hello") == 0


def test_a_tweet_proven_to_be_public_opened_nothing() -> None:
    story = reunion(30 * DAY)
    story.acts.append(Act(Kind.TURN, Direction.IN, NOON + 30 * DAY - HOUR, story.acts[1].id, 1, 1.0, Tier.CERTAIN_NO, 0.0))
    assert story.seen("hello") == 0


def test_a_message_after_a_silence_needs_an_answer_of_egos() -> None:
    assert Story().gets(NOON).gets(NOON + 30 * DAY).says(NOON + 30 * DAY + HOUR, kind=Kind.DM).seen("hello") == 1
    assert Story().gets(NOON).gets(NOON + 30 * DAY).seen("hello") == 0
    assert Story().gets(NOON).says(NOON + HOUR, GREETING).seen("hello") == 0


# --- welcome answered ---


def test_a_welcome_answered_within_a_fortnight() -> None:
    assert Story().says(NOON, WELCOME).hears(NOON + 14 * DAY).seen("welcome_answer") == 1
    assert Story().says(NOON, WELCOME).hears(NOON + 14 * DAY + 1).seen("welcome_answer") == 0
    assert Story().says(NOON, GREETING).hears(NOON + DAY).seen("welcome_answer") == 0
    assert Story().says(NOON, WELCOME).hears(NOON + DAY, Tier.POSSIBLE).seen("welcome_answer") == 0


def test_a_welcome_after_an_earlier_exchange_is_none() -> None:
    assert Story().says(NOON - DAY).says(NOON, WELCOME).hears(NOON + DAY).seen("welcome_answer") == 0
    assert Story().hears(NOON - HOUR).says(NOON, WELCOME).hears(NOON + DAY).seen("welcome_answer") == 1
    assert Story().hears(NOON - HOUR).says(NOON, WELCOME).seen("welcome_answer") == 0


# --- all of them ---


def test_days_last_days_and_receipts_over_all_signs() -> None:
    story = Story().hears(EIGHT).says(EIGHT + MINUTE, MORNING).says(EIGHT + HOUR).hears(EIGHT + DAY).says(EIGHT + DAY + MINUTE, MORNING)
    found = story.found()
    day = UTC.day(EIGHT)
    assert found.signs == Signs(conversation=1, sprint=0, morning=2, hello=0, welcome_answer=0)
    assert found.days == 2
    assert found.last == {"conversation": day, "morning": day + 1}
    first, second, third = (act.id for act in story.acts if act.direction is Direction.OUT)
    assert found.receipts == {"conversation": (first, second), "morning": (first, third)}


def test_who_never_answered_has_no_sign_and_what_ego_said_stands_apart() -> None:
    story = Story().says(EIGHT, MORNING | TAG).says(EIGHT + DAY, WELCOME | GREETING).says(EIGHT + 2 * DAY, TAG)
    assert story.found().signs == Signs(0, 0, 0, 0, 0)
    assert story.found().days == 0
    assert only_ego(story.acts, story.marks) == OwnWords(sprint=2, morning=1, hello=1, welcome=1)
    carried = [replace_kind(act, Kind.CARRIED) for act in story.acts]
    assert only_ego(carried, story.marks) == OwnWords()


def replace_kind(act: Act, kind: Kind) -> Act:
    return Act(kind, act.direction, act.at, act.id)


def test_what_they_say_right_afterwards_takes_no_sign_away() -> None:
    stories = [sprint(), Story().hears(EIGHT).says(EIGHT + MINUTE, MORNING), reunion(30 * DAY), Story().says(NOON, WELCOME).hears(NOON + DAY)]
    for story in stories:
        before = story.found().signs
        story.hears(max(act.at or 0 for act in story.acts) + MINUTE, Tier.CERTAIN)
        after = story.found().signs
        assert all((getattr(after, name) or 0) >= (getattr(before, name) or 0) for name in ("sprint", "morning", "hello", "welcome_answer"))
        assert before.kinds_seen() >= 1

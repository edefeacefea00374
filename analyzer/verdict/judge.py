"""Verdicts: the rules of relationships §5 in their order, applied to one person or to all."""

from bisect import bisect_right
from collections.abc import Mapping

from analyzer.evidence.calendar import utc_day
from analyzer.facts import Analysis, Coverage
from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.policy import Policy
from analyzer.verdict.strength import Terms, circle_of, shares_of, strength_terms, tie_strength
from analyzer.verdict.verdicts import Choice, Decision, Judgement, Listing, Verdict


def judge_all(analysis: Analysis, policy: Policy, decisions: Mapping[str, Decision]) -> tuple[Judgement, ...]:
    """Judgements of everybody, in the order of ``analysis.people``."""
    judge, people = Judge(analysis.coverage, policy), analysis.people
    met = people.met.values() if isinstance(people, People) else people
    if not analysis.closeness:
        analysis.closeness.extend(map(judge.closeness, met))
    chosen = {key: decision.choice for key, decision in decisions.items()}
    one = judge.one
    judged = (one(person, near, chosen.get(person.key)) for person, near in zip(met, analysis.closeness, strict=True))
    if not isinstance(people, People):
        return tuple(judged)
    judgements = judge_only_followers(people, judge)
    for place, judgement in zip(people.met, judged, strict=True):
        judgements[place] = judgement
    for key, choice in chosen.items():
        decided = analysis.index.get(key)
        if decided is not None and people.only_follows(decided):
            judgements[decided] = one(people[decided], judge.closeness(people[decided]), choice)
    return tuple(judgements)


def judge_only_followers(people: People, judge: "Judge") -> list[Judgement]:
    """A judgement for each place, as if all only followed ego; many share one.

    All that is known of such accounts is their sign-up, which grows with their id, and rules only ask whether it lies before or after some day.
    So where the first and the last of a range are judged alike, all between them are.
    """
    judgements: list[Judgement] = []
    last = len(people.ids) - 1

    def judged(place: int) -> Judgement:
        person = people.only_follower(place)
        return judge.one(person, judge.closeness(person), None)

    while len(judgements) <= last:
        start = len(judgements)
        here = judged(start)
        end = bisect_right(range(start, last + 1), False, key=lambda place: judged(place) != here)
        judgements += [here] * end
    return judgements + [judgements[0]] * (len(people) - len(judgements)) if judgements else judgements


def judge_one(person: Person, coverage: Coverage, policy: Policy, choice: Choice | None) -> Judgement:
    """The verdict about one person and the list that follows from it and from the user's choice."""
    judge = Judge(coverage, policy)
    return judge.one(person, judge.closeness(person), choice)


class Judge:
    """One policy applied to one archive's people; what is the same for everybody is worked out once."""

    def __init__(self, coverage: Coverage, policy: Policy) -> None:
        self._coverage = coverage
        self._policy = policy
        self._shares = shares_of(policy.strength)
        self._gap = _what_hides_absence(coverage, policy)
        self._deleted = coverage.deleted is not None

    def closeness(self, person: Person) -> tuple[Terms, int]:
        """Terms of tie strength and circle; they depend on no policy."""
        return strength_terms(person, self._coverage.last_act_day), circle_of(person)

    def one(self, person: Person, near: tuple[Terms, int], choice: Choice | None) -> Judgement:
        """The judgement about one person, given `closeness`."""
        verdict, ground = self._verdict(person)
        listing = _listing(person, verdict, ground, self._policy, choice)
        return Judgement(verdict, listing, ground, tie_strength(near[0], self._shares), near[1], choice)

    def _verdict(self, person: Person) -> tuple[Verdict, str | None]:
        policy = self._policy
        if is_genuine(person, self._coverage, policy):
            return (Verdict.LAPSED if has_lapsed(person, self._coverage, policy) else Verdict.GENUINE), None
        if is_acquaintance(person, policy):
            return Verdict.ACQUAINTANCE, "answers_not_visible" if _answers_not_visible(person, policy) else None
        ground = _trace(person) or self._gap or ("part_missing" if self._deleted and may_be_deleted(person, self._coverage) else None)
        if ground is None and is_new_follow(person, self._coverage, policy.numbers_only.new_follow_days):
            ground = "new_follow"
        return (Verdict.NUMBERS_ONLY, None) if ground is None else (Verdict.INSUFFICIENT, ground)


def is_genuine(person: Person, coverage: Coverage, policy: Policy) -> bool:
    """Contact on several days in several weeks with an answer, or several kinds of sign on several days."""
    if talked_and_answered(person, coverage, policy):
        return True
    rule = policy.genuine
    return person.sign_days >= rule.sign_days and person.signs.kinds_seen() >= rule.sign_kinds and not is_only_called(person, coverage, policy)


def talked_and_answered(person: Person, coverage: Coverage, policy: Policy) -> bool:
    """The first half of the genuine rule: contact on several days in several weeks, and turns of theirs."""
    rule = policy.genuine
    return (
        person.directed_days >= rule.directed_days
        and len(person.contact_days) >= rule.contact_days
        and person.contact_weeks >= rule.contact_weeks
        and has_answered(person, coverage, policy)
    )


def has_answered(person: Person, coverage: Coverage, policy: Policy) -> bool:
    """Turns of theirs as the genuine rule asks for them: certain ones, or likely ones on enough days of somebody who is not only called."""
    if person.incoming.certain >= policy.genuine.certain_turns:
        return True
    return person.incoming.likely_days >= likely_days_needed(person, coverage, policy) and not is_only_called(person, coverage, policy)


def is_only_called(person: Person, coverage: Coverage, policy: Policy) -> bool:
    """True of an account that does not follow ego and whose tweets ego never came to of its own accord: one calls a help desk, and it answers.

    Certain turns outweigh this: ego liked what was answered, or there are messages.
    """
    rule = policy.genuine
    return (
        coverage.follows_read
        and not person.follows_ego
        and person.unprompted < rule.unprompted_not_following
        and person.incoming.certain < rule.certain_turns
    )


def likely_days_needed(person: Person, coverage: Coverage, policy: Policy) -> int:
    """Days with a likely answer that a genuine tie needs; more from an account that does not follow ego, where the lists tell it."""
    rule = policy.genuine
    return rule.likely_days_not_following if coverage.follows_read and not person.follows_ego else rule.likely_days


def silence_allowed(person: Person, policy: Policy) -> float:
    """Days of silence after which the tie counts as lapsed: the larger of the fixed span and a multiple of the pair's median gap."""
    return max(float(policy.lapsed.silence_days), policy.lapsed.gap_factor * (person.median_gap or 0.0))


def silence_of(person: Person, coverage: Coverage) -> int | None:
    """Days from the last contact day to ego's own last act; None without either."""
    if not person.contact_days or coverage.last_act_day is None:
        return None
    return max(0, coverage.last_act_day - person.contact_days[-1])


def has_lapsed(person: Person, coverage: Coverage, policy: Policy) -> bool:
    """True if the silence is longer than allowed."""
    silence = silence_of(person, coverage)
    return silence is not None and silence > silence_allowed(person, policy)


def is_acquaintance(person: Person, policy: Policy) -> bool:
    """Two own directed acts (by default), or one and a message received."""
    return person.directed_acts >= policy.acquaintance.directed_acts or (person.directed_acts >= 1 and person.dm_received >= 1)


def _answers_not_visible(person: Person, policy: Policy) -> bool:
    rule = policy.answers_not_visible
    return (
        len(person.contact_days) >= rule.contact_days
        and person.contact_weeks >= rule.contact_weeks
        and person.incoming.largest_p >= rule.largest_p
        and not person.incoming.certain
    )


def _trace(person: Person) -> str | None:
    """The trace of contact that keeps a person from being called numbers only; None if there is none at all."""
    if person.directed_acts or person.dm_received:
        return "one_act"
    if person.retweets or person.likes or person.incoming.certain:
        return "one_click_only"
    if person.group_messages or person.group_shared:
        return "group_only"
    if person.carried or person.mentioned_in_retweets or not (person.followed_by_ego or person.follows_ego):
        return "mention_only"
    return None


def _what_hides_absence(coverage: Coverage, policy: Policy) -> str | None:
    """What was not read or never said, so that nobody's absence means anything; None if the archive shows enough."""
    rule = policy.numbers_only
    if not coverage.tweets_read or not coverage.follows_read or coverage.missing_parts:
        return "part_missing"
    if not coverage.messages_read and not rule.without_messages:
        return "messages_not_read"
    if coverage.months_with_tweets < rule.months_with_tweets or coverage.directed_acts < rule.directed_acts:
        return "ego_rarely_speaks"
    return None


def may_be_deleted(person: Person, coverage: Coverage) -> bool:
    """True where early tweets of ego's are gone and nothing proves that the follow began since: contact may have stood in them."""
    if coverage.deleted is None:
        return False
    bound = _follow_bound(person)
    return bound is None or utc_day(bound) < coverage.deleted.before.toordinal()


def _follow_bound(person: Person) -> int | None:
    """The earliest time (UTC ms) at which the follow can have begun, as far as the list's order or the account's own sign-up proves one."""
    return person.followed_since_at_least if person.followed_by_ego else person.account_created


def is_new_follow(person: Person, coverage: Coverage, days: int) -> bool:
    """True if the list's order or the account's own sign-up proves that a follow is younger than ``days`` at the archive's date."""
    bound = _follow_bound(person)
    if bound is None or coverage.as_of is None:
        return False
    return coverage.as_of.toordinal() - utc_day(bound) < days


def _listing(person: Person, verdict: Verdict, ground: str | None, policy: Policy, choice: Choice | None) -> Listing:
    """The list by precedence: the user's decision, protection, blocks, then the verdict (relationships §5)."""
    if choice is not None:
        return _chosen_listing(person, choice)
    if (person.blocked or person.muted) and not person.followed_by_ego:
        return Listing.NONE
    if verdict is Verdict.LAPSED:
        return Listing.SAY_HELLO if person.has_tie else Listing.NONE
    if verdict is Verdict.GENUINE:
        return Listing.KEEP if person.followed_by_ego else Listing.FOLLOW
    if verdict is Verdict.ACQUAINTANCE:
        if ground is not None:
            return Listing.ASK if person.has_tie else Listing.NONE
        return Listing.KEEP if person.followed_by_ego else Listing.NONE
    if not person.followed_by_ego:
        return Listing.NONE
    if verdict is Verdict.NUMBERS_ONLY:
        return Listing.NONE if policy.numbers_only.only_one_way and person.follows_ego else Listing.UNFOLLOW
    return Listing.ASK


def _chosen_listing(person: Person, choice: Choice) -> Listing:
    if choice is Choice.ME:
        return Listing.NONE
    if choice in (Choice.PROTECT, Choice.CONTENT):
        return Listing.KEEP
    if choice is Choice.KEEP:
        return Listing.KEEP if person.followed_by_ego else Listing.NONE
    if choice is Choice.FOLLOW:
        return Listing.NONE if person.followed_by_ego else Listing.FOLLOW
    if choice is Choice.UNFOLLOW:
        return Listing.UNFOLLOW if person.followed_by_ego else Listing.NONE
    return Listing.ASK

"""Why a verdict holds: its facts with what the rules ask for; made only when somebody looks (relationships §5)."""

from analyzer.facts import Coverage
from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.changes import would_change
from analyzer.verdict.contradictions import contradictions
from analyzer.verdict.judge import likely_days_needed, silence_allowed, silence_of, talked_and_answered
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Fact, Judgement, Verdict

__all__ = ["SIGN_FACTS", "why", "would_change"]

SIGN_FACTS = dict(zip(SIGN_NAMES, ("conversations", "sprints", "mornings", "hellos", "welcome_answers"), strict=True))
"""The fact that counts each sign."""


def why(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> tuple[Fact, ...]:
    """The facts behind the verdict, each with its value and what the rule needs; those that decide come first, contradictions last."""
    facts: list[Fact] = []
    if judgement.ground is not None:
        facts.append(_ground(judgement.ground, person, coverage, policy))
        if judgement.ground == "part_missing" and coverage.deleted is not None:
            facts.append(Fact("tweets_deleted_before", coverage.deleted.before.isoformat()))
    rule = policy.genuine
    warm = judgement.verdict in (Verdict.GENUINE, Verdict.LAPSED)
    by_signs = warm and not talked_and_answered(person, coverage, policy)
    if by_signs:
        facts += _signs(person, policy)
    if person.contact_days:
        facts.append(Fact("contact_days", len(person.contact_days), rule.contact_days))
        facts.append(Fact("contact_weeks", person.contact_weeks, rule.contact_weeks))
    if person.directed_acts:
        facts.append(Fact("directed_acts", person.directed_acts, policy.acquaintance.directed_acts))
        facts.append(Fact("directed_days", person.directed_days, rule.directed_days))
    incoming = person.incoming
    if incoming.certain:
        facts.append(Fact("incoming_certain", incoming.certain, rule.certain_turns))
    if incoming.likely:
        facts.append(Fact("incoming_likely_days", incoming.likely_days, likely_days_needed(person, coverage, policy)))
        if coverage.follows_read and not person.follows_ego and incoming.certain < rule.certain_turns:
            facts.append(Fact("unprompted", person.unprompted, rule.unprompted_not_following))
    if incoming.possible:
        facts.append(Fact("incoming_possible", incoming.possible))
    if person.sign_days and not by_signs:
        facts += _signs(person, policy)
    silence = silence_of(person, coverage)
    if silence is not None and warm:
        facts.append(Fact("silence_days", silence, round(silence_allowed(person, policy))))
    if judgement.verdict is Verdict.NUMBERS_ONLY:
        facts.append(Fact("ego_never_wrote" if not person.followed_by_ego else "no_contact_seen", True))
        facts.append(Fact("months_with_tweets", coverage.months_with_tweets, policy.numbers_only.months_with_tweets))
        facts.append(Fact("ego_directed_acts", coverage.directed_acts, policy.numbers_only.directed_acts))
    if person.follows_ego or person.followed_by_ego:
        facts.append(Fact("follow", _follow(person)))
    if person.blocked:
        facts.append(Fact("blocked", True))
    if person.muted:
        facts.append(Fact("muted", True))
    return (*facts, *contradictions(person, coverage, policy))


def _signs(person: Person, policy: Policy) -> list[Fact]:
    """What the sign rule looks at, and how often each sign was seen; the records behind one carry its name (`analyzer.evidence.acts.Act.signs`)."""
    rule = policy.genuine
    seen = [Fact(fact, count) for name, fact in SIGN_FACTS.items() if (count := getattr(person.signs, name))]
    return [Fact("sign_kinds", person.signs.kinds_seen(), rule.sign_kinds), Fact("sign_days", person.sign_days, rule.sign_days), *seen]


def _follow(person: Person) -> str:
    if person.follows_ego and person.followed_by_ego:
        return "mutual"
    return "follows_ego" if person.follows_ego else "followed_by_ego"


def _ground(ground: str, person: Person, coverage: Coverage, policy: Policy) -> Fact:
    rule = policy.numbers_only
    match ground:
        case "answers_not_visible":
            return Fact(ground, len(person.contact_days), policy.answers_not_visible.contact_days)
        case "ego_rarely_speaks" if coverage.months_with_tweets < rule.months_with_tweets:
            return Fact(ground, coverage.months_with_tweets, rule.months_with_tweets)
        case "ego_rarely_speaks":
            return Fact(ground, coverage.directed_acts, rule.directed_acts)
        case "one_act":
            return Fact(ground, person.directed_acts + person.dm_received, policy.acquaintance.directed_acts)
        case "one_click_only":
            return Fact(ground, person.retweets + person.likes)
        case "group_only":
            return Fact(ground, person.group_messages)
        case "mention_only":
            return Fact(ground, person.carried + person.mentioned_in_retweets)
        case "new_follow":
            return Fact(ground, None, rule.new_follow_days)
        case _:
            return Fact(ground, True)

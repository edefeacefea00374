"""Why a verdict holds and what would change it; made only when somebody looks (relationships §5)."""

from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.judge import likely_days_needed, silence_allowed, silence_of
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Change, Fact, Judgement, Verdict


def why(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> tuple[Fact, ...]:
    """The facts behind the verdict, each with its value and what the rule needs; the deciding one of an insufficient verdict comes first."""
    facts: list[Fact] = []
    if judgement.ground is not None:
        facts.append(_ground(judgement.ground, person, coverage, policy))
    rule = policy.genuine
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
    if incoming.possible:
        facts.append(Fact("incoming_possible", incoming.possible))
    if person.signs.conversation:
        facts.append(Fact("conversations", person.signs.conversation))
    silence = silence_of(person, coverage)
    if silence is not None and judgement.verdict in (Verdict.GENUINE, Verdict.LAPSED):
        facts.append(Fact("silence_days", silence, round(silence_allowed(person, policy))))
    if judgement.verdict is Verdict.NUMBERS_ONLY:
        facts.append(Fact("ego_never_wrote" if not person.followed_by_ego else "no_contact_seen", True))
        facts.append(Fact("months_with_tweets", coverage.months_with_tweets, policy.numbers_only.months_with_tweets))
    if person.follows_ego or person.followed_by_ego:
        facts.append(Fact("follow", _follow(person)))
    if person.blocked:
        facts.append(Fact("blocked", True))
    if person.muted:
        facts.append(Fact("muted", True))
    return tuple(facts)


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


def would_change(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> tuple[Change, ...]:
    """The smallest evidence, or the reading, that leads to the next verdict; empty where nothing in a file could."""
    verdict = judgement.verdict
    if verdict is Verdict.GENUINE:
        silence = silence_of(person, coverage)
        return () if silence is None else (Change("silence_days", int(silence_allowed(person, policy)) + 1 - silence, Verdict.LAPSED),)
    if verdict is Verdict.LAPSED:
        return (Change("contact_days", 1, Verdict.GENUINE),)
    if verdict is Verdict.ACQUAINTANCE:
        return tuple(_missing_for_genuine(person, coverage, policy))
    if verdict is Verdict.NUMBERS_ONLY:
        return (Change("directed_acts", 1, Verdict.INSUFFICIENT), Change("directed_acts", policy.acquaintance.directed_acts, Verdict.ACQUAINTANCE))
    changes: list[Change] = []
    if judgement.ground == "messages_not_read":
        changes.append(Change("read_messages", None, Verdict.NUMBERS_ONLY))
    elif judgement.ground == "part_missing":
        changes.append(Change("complete_archive", None, Verdict.NUMBERS_ONLY))
    elif judgement.ground == "ego_rarely_speaks":
        fact = _ground("ego_rarely_speaks", person, coverage, policy)
        changes.append(Change("later_archive", int(fact.needed or 0) - int(fact.value or 0), Verdict.NUMBERS_ONLY))
    elif judgement.ground == "new_follow":
        changes.append(Change("later_archive", policy.numbers_only.new_follow_days, Verdict.NUMBERS_ONLY))
    changes.append(Change("directed_acts", policy.acquaintance.directed_acts - person.directed_acts, Verdict.ACQUAINTANCE))
    return tuple(changes)


def _missing_for_genuine(person: Person, coverage: Coverage, policy: Policy) -> list[Change]:
    """Each condition of the genuine rule that does not hold, with how much of it is missing."""
    rule = policy.genuine
    missing: list[Change] = []
    for fact, value, needed in (
        ("directed_days", person.directed_days, rule.directed_days),
        ("contact_days", len(person.contact_days), rule.contact_days),
        ("contact_weeks", person.contact_weeks, rule.contact_weeks),
    ):
        if value < needed:
            missing.append(Change(fact, needed - value, Verdict.GENUINE))
    if person.incoming.certain < rule.certain_turns and person.incoming.likely_days < likely_days_needed(person, coverage, policy):
        missing.append(Change("incoming_turn", rule.certain_turns - person.incoming.certain, Verdict.GENUINE))
    return missing

"""What would change a verdict: the smallest evidence, or the reading of a part, that leads to another one (relationships §5).

Changes with the same ``to`` are needed together, and each is the least of its kind: one day or one turn less leaves the verdict as it is.
Changes that lead to different verdicts are alternatives. `tests/analyzer/verdict/test_changes.py` applies them and judges again.
"""

from analyzer.evidence.calendar import utc_day
from analyzer.facts import Coverage
from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.judge import has_answered, has_lapsed, is_new_follow, is_only_called, likely_days_needed, may_be_deleted, silence_allowed
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Change, Judgement, Verdict


def would_change(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> tuple[Change, ...]:
    """The smallest evidence, or the reading, that leads to the next verdict; empty where nothing in a file could."""
    match judgement.verdict:
        case Verdict.GENUINE:
            return _to_lapsed(person, coverage, policy)
        case Verdict.LAPSED:
            return (Change("contact_days", 1, Verdict.GENUINE),)
        case Verdict.ACQUAINTANCE:
            return _to_genuine(person, coverage, policy)
        case Verdict.NUMBERS_ONLY:
            closer = _to_acquaintance(person, coverage, policy)
            # A first act is a trace, and less than an acquaintance where the policy asks for more of them.
            return closer if len(closer) == 1 and closer[0].needs == 1 else (Change("directed_acts", 1, Verdict.INSUFFICIENT), *closer)
    return (*_to_numbers_only(person, judgement, coverage, policy), *_to_acquaintance(person, coverage, policy))


def _to_lapsed(person: Person, coverage: Coverage, policy: Policy) -> tuple[Change, ...]:
    """Days without contact after ego's own last act; none where no contact day is known."""
    if not person.contact_days or coverage.last_act_day is None:
        return ()
    first_day_too_late = person.contact_days[-1] + int(silence_allowed(person, policy)) + 1
    return (Change("silence_days", first_day_too_late - coverage.last_act_day, Verdict.LAPSED),)


def _to_genuine(person: Person, coverage: Coverage, policy: Policy) -> tuple[Change, ...]:
    """What the contact rule lacks, or the sign rule where that is fewer days and one of the signs was seen already."""
    rule, incoming = policy.genuine, person.incoming
    weeks = rule.contact_weeks - person.contact_weeks
    own = rule.directed_days - person.directed_days
    days = rule.contact_days - len(person.contact_days)
    certain = rule.certain_turns - incoming.certain
    likely = likely_days_needed(person, coverage, policy) - incoming.likely_days
    only_called = is_only_called(person, coverage, policy)
    turns = max(0, certain if only_called else min(certain, likely))
    kinds, sign_days = rule.sign_kinds - person.signs.kinds_seen(), rule.sign_days - person.sign_days
    if only_called and kinds <= 0 and sign_days <= 0:
        # The signs are there; that the other side is more than a desk is not.
        return _named([("incoming_turn", certain)], Verdict.LAPSED if has_lapsed(person, coverage, policy) else Verdict.GENUINE)
    if not only_called and person.sign_days and rule.sign_kinds <= len(SIGN_NAMES) and max(kinds, sign_days) < max(weeks, own, days, turns):
        return _named([("sign_kinds", kinds), ("sign_days", sign_days)], Verdict.GENUINE)
    # Another week, or another day of own words, is a contact day too: days are named only where more of them are needed.
    lacking = [("directed_days", own), ("contact_days", days if days > max(own, weeks) else 0), ("contact_weeks", weeks)]
    lacking.append(("incoming_turn", turns) if only_called or certain <= likely else ("incoming_likely_days", turns))
    # An answer that comes to light says nothing about the time since: without new contact an old tie is a lapsed one.
    is_new = max(own, days, weeks) > 0
    return _named(lacking, Verdict.GENUINE if is_new or not has_lapsed(person, coverage, policy) else Verdict.LAPSED)


def _to_acquaintance(person: Person, coverage: Coverage, policy: Policy) -> tuple[Change, ...]:
    """Acts of ego on one more day; or fewer of them and a message received, where the policy asks for many."""
    acts = policy.acquaintance.directed_acts - person.directed_acts
    one, message = int(not person.directed_acts), int(not person.dm_received)
    if acts <= one + message:
        # Two thirds of all people come through here: no detour by `_named`.
        return (Change("directed_acts", acts, _after_an_act(person, coverage, policy)),)
    return _named([("directed_acts", one), ("message_received", message)], _after_an_act(person, coverage, policy) if one else Verdict.ACQUAINTANCE)


def _after_an_act(person: Person, coverage: Coverage, policy: Policy) -> Verdict:
    """The verdict after words of ego on one new day: who wrote much to ego may need no more than that."""
    rule = policy.genuine
    talked = person.directed_days + 1 >= rule.directed_days and len(person.contact_days) + 1 >= rule.contact_days
    return (
        Verdict.GENUINE
        if talked and has_answered(person, coverage, policy) and person.contact_weeks + 1 >= rule.contact_weeks
        else Verdict.ACQUAINTANCE
    )


def _to_numbers_only(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> tuple[Change, ...]:
    """All that hides whether absence means something; nothing where a trace of contact stands in the file, which no reading takes away.

    Nor where contact may have stood in deleted tweets: nothing brings them back.
    """
    if judgement.ground not in ("part_missing", "messages_not_read", "ego_rarely_speaks", "new_follow") or may_be_deleted(person, coverage):
        return ()
    rule, to = policy.numbers_only, Verdict.NUMBERS_ONLY
    needed: list[Change] = []
    if not coverage.tweets_read or not coverage.follows_read or coverage.missing_parts:
        needed.append(Change("complete_archive", None, to))
    if not coverage.messages_read and not rule.without_messages:
        needed.append(Change("read_messages", None, to))
    if coverage.tweets_read and "tweets" not in coverage.missing_parts:
        months, acts = rule.months_with_tweets - coverage.months_with_tweets, rule.directed_acts - coverage.directed_acts
        needed += _named([("months_with_tweets", months), ("ego_directed_acts", acts)], to)
    if is_new_follow(person, coverage, rule.new_follow_days):
        bound = person.followed_since_at_least if person.followed_by_ego else person.account_created
        assert bound is not None and coverage.as_of is not None
        needed.append(Change("later_archive", rule.new_follow_days - (coverage.as_of.toordinal() - utc_day(bound)), to))
    return tuple(needed)


def _named(lacking: list[tuple[str, int]], to: Verdict) -> tuple[Change, ...]:
    return tuple(Change(fact, needs, to) for fact, needs in lacking if needs > 0)

"""What each gap does to confidence in verdicts, as facts: which verdict it keeps away, how much it concerns, how many people (relationships §5)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from analyzer.archive.parts import Part
from analyzer.facts import Analysis, Coverage
from analyzer.health.parts import FOLLOW_PARTS, MESSAGE_PARTS
from analyzer.health.shapes import Bearing, Effect, Gap, Health, State
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement

_GONE = (State.MISSING, State.UNREADABLE, State.NEVER_HELD)
_HAVE_A_GAP_OF_THEIR_OWN = frozenset({Part.TWEETS, Part.LIKES}) | FOLLOW_PARTS | MESSAGE_PARTS
_STOPS, _SINCE, _WEAKENS = Bearing.NO_NUMBERS_ONLY, Bearing.ONLY_SINCE, Bearing.LESS_CERTAIN


def effects_of(health: Health, analysis: Analysis, policy: Policy, judgements: Sequence[Judgement]) -> tuple[Effect, ...]:
    """The effects of all gaps, those that keep a verdict away first. ``judgements`` are those of this policy.

    They agree with `verdict.judge`: a gap stops *numbers only* exactly where the judge does, and ``people`` counts whom it stopped there.
    """
    held_back: Counter[str | None] = Counter(map(attrgetter("ground"), judgements))
    found = [
        *_essential(health, analysis.coverage, policy, held_back),
        *_records(health, analysis.coverage, held_back),
        *_other_parts(health),
        *_always(health, analysis),
    ]
    order = list(Gap)
    weight = {_STOPS: 0, _SINCE: 1}
    return tuple(sorted(found, key=lambda effect: (weight.get(effect.bearing, 2), order.index(effect.gap))))


def _essential(health: Health, coverage: Coverage, policy: Policy, held_back: Counter[str | None]) -> Iterator[Effect]:
    """The parts and the amount of talk without which silence proves nothing."""
    rule, newest, part_missing = policy.numbers_only, health.newest, held_back["part_missing"]
    if not coverage.tweets_read:
        yield Effect(Gap.TWEETS, _STOPS, (Part.TWEETS.value,), people=part_missing)
    if not coverage.follows_read:
        gone = tuple(part.part for part in newest.lacking(*_GONE) if part.part in FOLLOW_PARTS)
        yield Effect(Gap.FOLLOWS, _STOPS, gone, people=part_missing)
    if not coverage.messages_read:
        gap = Gap.MESSAGES_CLOSED if coverage.messages_left_closed else Gap.MESSAGES
        gone = tuple(part.part for part in newest.lacking(*_GONE) if part.part in MESSAGE_PARTS)
        yield Effect(gap, _WEAKENS if rule.without_messages else _STOPS, gone, people=held_back["messages_not_read"])
    rarely = held_back["ego_rarely_speaks"]
    if not coverage.tweets_read:  # that little was seen then says nothing about how much ego speaks
        return
    if coverage.months_with_tweets < rule.months_with_tweets:
        yield Effect(Gap.FEW_MONTHS, _STOPS, count=coverage.months_with_tweets, of=rule.months_with_tweets, people=rarely)
    if coverage.directed_acts < rule.directed_acts:
        yield Effect(Gap.FEW_ACTS, _STOPS, count=coverage.directed_acts, of=rule.directed_acts, people=rarely)
    deleted = coverage.deleted
    if deleted is not None:
        # Where a whole part is missing that is the reason for everybody, and told there.
        people = 0 if coverage.missing_parts or not coverage.follows_read else part_missing
        yield Effect(Gap.DELETED_TWEETS, _SINCE, count=deleted.likes + deleted.messages, people=people, before=deleted.before)


def _records(health: Health, coverage: Coverage, held_back: Counter[str | None]) -> Iterator[Effect]:
    """Single records, or files of several, that are broken or gone from parts that were read otherwise."""
    damaged = health.newest.lacking(State.DAMAGED)
    if damaged:
        names = tuple(part.part for part in damaged)
        stops = any(name in coverage.missing_parts for name in names)
        records = sum(part.unreadable for part in damaged)
        yield Effect(Gap.UNREADABLE_RECORDS, _STOPS if stops else _WEAKENS, names, records, people=held_back["part_missing"] if stops else 0)
    incomplete = [part for part in health.newest.lacking() if part.lost and part.state in (State.DAMAGED, State.INCOMPLETE)]
    incomplete += [part for part in health.newest.lacking(State.INCOMPLETE) if not part.lost]
    if incomplete:
        names = tuple(part.part for part in incomplete)
        stops = any(name in coverage.missing_parts for name in names)
        lost, expected = sum(part.lost for part in incomplete), sum(part.expected or 0 for part in incomplete)
        people = held_back["part_missing"] if stops else 0
        yield Effect(Gap.LOST_RECORDS, _STOPS if stops else _WEAKENS, names, lost, expected or None, people)


def _other_parts(health: Health) -> Iterator[Effect]:
    """Parts without which less is seen but silence still means something."""
    gone = health.newest.lacking(*_GONE)
    if any(part.part == Part.LIKES for part in gone):
        yield Effect(Gap.LIKES, _WEAKENS, (Part.LIKES.value,))
    others = tuple(part.part for part in gone if part.part not in _HAVE_A_GAP_OF_THEIR_OWN)
    if others:
        yield Effect(Gap.OTHER_PARTS, _WEAKENS, others)
    partial = sum(archive.is_partial for archive in health.newest.archives)
    if partial == 1 and len(health.newest.archives) == 1:
        yield Effect(Gap.ONE_OF_SEVERAL, _WEAKENS, count=partial)


def _always(health: Health, analysis: Analysis) -> Iterator[Effect]:
    """What no archive shows, or what most do not; and what was put right."""
    months, coverage, archive = health.months, analysis.coverage, analysis.archive
    if months.silent:
        yield Effect(Gap.SILENT_MONTHS, _WEAKENS, count=months.silent_months, of=months.total)
    yield Effect(Gap.OWN_SIDE_ONLY, _WEAKENS)
    if coverage.liked_to_ego_unnamed:
        yield Effect(Gap.LIKED_UNNAMED, _WEAKENS, count=coverage.liked_to_ego_unnamed)
    if archive.timezone_source == "default":
        yield Effect(Gap.NO_ZONE, _WEAKENS)
    if archive.generated_at is None:
        yield Effect(Gap.NO_DATE, _WEAKENS)
    nameless = health.followers.total - health.followers.named + health.following.total - health.following.named
    if nameless:
        yield Effect(Gap.NAMELESS, Bearing.NO_VERDICT, count=nameless, of=health.followers.total + health.following.total)
    if coverage.re_used_handles:
        yield Effect(Gap.REUSED_HANDLES, Bearing.PUT_RIGHT, count=coverage.re_used_handles)
    if coverage.former_handles_found:
        yield Effect(Gap.FORMER_HANDLES, Bearing.PUT_RIGHT, count=coverage.former_handles_found)

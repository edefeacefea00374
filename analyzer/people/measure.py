"""From a tally to a frozen `Person`: counts, rhythm, incoming turns and signs put together."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import msgspec

from analyzer.archive.snowflake import account_created
from analyzer.evidence.acts import WORDS, Act, Direction, Kind, Tier
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.rhythm import Sitting, measure_rhythm
from analyzer.evidence.signs import Contact, find_signs, only_ego
from analyzer.evidence.unprompted import count_unprompted
from analyzer.people.handles import HandleBook, Key
from analyzer.people.person import Incoming, Person
from analyzer.people.tally import Tally

_IN, _TURN = Direction.IN, Kind.TURN
_PROVEN = (Kind.DM, Kind.REACTION)
NO_INCOMING = Incoming()
_RANK = {Tier.CERTAIN: 4, Tier.LIKELY: 3, Tier.POSSIBLE: 2, Tier.UNKNOWN: 1, Tier.CERTAIN_NO: 0}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for everybody: names, zone, ego's last day, blocks, mutes, communities by key, the bits of ego's tweets by id.

    ``sittings`` are those with each person (`sittings_of`), ``by_clock`` whether ego keeps the clock (`keeps_the_clock`).
    """

    book: HandleBook
    calendar: Calendar
    last_act_day: int | None
    blocked: Set[int]
    muted: Set[int]
    communities: Mapping[str, int]
    marks: Mapping[int, int]
    sittings: Mapping[Key, Sequence[Sitting]]
    by_clock: bool


def measure(tally: Tally, setting: Setting) -> tuple[Person, list[Act]]:
    """The person behind a tally, and their interactions sorted by (time, id, kind) with the signs they carry."""
    acts = sorted(tally.acts, key=_order) if len(tally.acts) > 1 else tally.acts
    found = find_signs(Contact(acts, setting.sittings.get(tally.key, ()), setting.calendar, setting.marks, setting.by_clock))
    if found.receipts:
        acts = _mark(acts, found.receipts)
    rhythm = measure_rhythm(acts, setting.calendar, setting.last_act_day)
    incoming = count_incoming(acts, setting.calendar)
    key, book = tally.key, setting.book
    account = key if isinstance(key, int) else None
    person = Person(
        key=str(key),
        account_id=account,
        handle=book.handles.get(account) if account is not None else str(key)[1:],
        name=book.names.get(account) if account is not None else None,
        former_handles=book.former_handles(account) if account is not None else (),
        follows_ego=tally.follows_ego,
        followed_by_ego=tally.followed_by_ego,
        blocked=account in setting.blocked,
        muted=account in setting.muted,
        following_position=tally.following_position,
        follower_position=tally.follower_position,
        followed_since_at_least=tally.followed_since_at_least,
        account_created=account_created(account) if account is not None else None,
        replies=tally.replies,
        mentions_body=tally.mentions_body,
        carried=tally.carried,
        quotes=tally.quotes,
        retweets=tally.retweets,
        likes=tally.likes,
        dm_sent=tally.dm_sent,
        dm_received=tally.dm_received,
        group_messages=tally.group_messages,
        group_shared=tally.group_shared,
        mentioned_in_retweets=tally.mentioned_in_retweets,
        directed_acts=rhythm.directed_acts,
        directed_days=rhythm.directed_days,
        incoming=incoming,
        unprompted=count_unprompted(acts) if incoming is not NO_INCOMING and not tally.follows_ego else 0,
        contact_days=rhythm.days,
        contact_weeks=rhythm.weeks,
        contact_days_last_year=rhythm.last_year,
        median_gap=rhythm.median_gap,
        signs=found.signs,
        sign_days=found.days,
        sign_last=found.last,
        own_words=only_ego(acts, setting.marks),
        answer_after=found.answer_time[0] if found.answer_time else None,
        answer_tier=found.answer_time[1] if found.answer_time else None,
        community=setting.communities.get(str(key), 0),
    )
    return person, acts


def count_incoming(acts: list[Act], calendar: Calendar) -> Incoming:
    """Incoming turns by tier; a tweet of theirs counts once however often ego answered it, with its best tier."""
    best: dict[int, Act] = {}
    certain = 0
    for act in acts:
        if act.direction is not _IN:
            continue
        if act.kind is _TURN and act.tier is not None:
            # Ids of tweets are positive; a turn without a tweet of theirs has a place of its own below.
            place = act.their_id or -act.id
            known = best.get(place)
            if known is None or _RANK[act.tier] > _RANK[known.tier or Tier.UNKNOWN]:
                best[place] = act
        elif act.kind in _PROVEN:
            certain += 1
    if not best and not certain:
        return NO_INCOMING
    tiers = [act.tier for act in best.values()]
    likely_days = {calendar.day(act.at) for act in best.values() if act.tier is Tier.LIKELY and act.at is not None}
    largest = max([act.p or 0.0 for act in best.values()] + ([1.0] if certain else []), default=0.0)
    return Incoming(
        certain=certain + tiers.count(Tier.CERTAIN),
        likely=tiers.count(Tier.LIKELY),
        possible=tiers.count(Tier.POSSIBLE),
        likely_days=len(likely_days),
        largest_p=largest,
    )


def _mark(acts: list[Act], receipts: Mapping[str, tuple[int, ...]]) -> list[Act]:
    """Acts with the names of the signs whose records they are."""
    behind = {name: frozenset(ids) for name, ids in receipts.items()}
    marked: list[Act] = []
    for act in acts:
        names = tuple(name for name, ids in behind.items() if act.id in ids) if act.direction is Direction.OUT else ()
        marked.append(msgspec.structs.replace(act, signs=names) if names else act)
    return marked


def _order(act: Act) -> tuple[int, int, str]:
    return (act.at if act.at is not None else -1, act.id, WORDS[act.kind])

"""From a tally to a frozen `Person`: counts, rhythm, incoming turns and signs put together."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

from analyzer.archive.snowflake import account_created
from analyzer.evidence.acts import CERTAIN, CERTAIN_NO, DM, IN, LIKELY, OUT, POSSIBLE, REACTION, TURN, UNKNOWN, Act
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.rhythm import SURE, Sitting, measure_rhythm
from analyzer.evidence.signs import NO_SIGNS, Contact, find_signs, only_ego
from analyzer.evidence.unprompted import count_unprompted
from analyzer.people.handles import HandleBook, Key
from analyzer.people.person import NO_INCOMING, Incoming, Person
from analyzer.people.tally import Tally

_PROVEN = (DM, REACTION)
_AT, _BY_ID, _BY_TIME = attrgetter("at"), attrgetter("id", "kind"), attrgetter("at", "id", "kind")
_RANK = {CERTAIN: 4, LIKELY: 3, POSSIBLE: 2, UNKNOWN: 1, CERTAIN_NO: 0}


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


def measure(tally: Tally, setting: Setting) -> tuple[Person, Sequence[Act]]:
    """The person behind a tally, and their interactions sorted by (time, id, kind) with the signs they carry."""
    acts = _in_order(tally.acts) if len(tally.acts) > 1 else tally.acts
    spoken = setting.sittings.get(tally.key)
    found = find_signs(Contact(acts, spoken, setting.calendar, setting.marks, setting.by_clock)) if spoken else NO_SIGNS
    if found.receipts:
        acts = _mark(acts, found.receipts)
    rhythm = measure_rhythm(acts, setting.calendar, setting.last_act_day)
    incoming = count_incoming(acts, setting.calendar)
    key, book = tally.key, setting.book
    account = key if isinstance(key, int) else None
    written = str(key)
    person = Person(
        key=written,
        account_id=account,
        handle=book.handles.get(account) if account is not None else written[1:],
        name=book.names.get(account) if account is not None else None,
        former_handles=book.former_handles(account) if account is not None and account in book.former else (),
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
        community=setting.communities.get(written, 0),
    )
    return person, acts


def count_incoming(acts: Sequence[Act], calendar: Calendar) -> Incoming:
    """Incoming turns by tier; a tweet of theirs counts once however often ego answered it, with its best tier."""
    theirs = [act for act in acts if act.direction is IN]
    if not theirs:
        return NO_INCOMING
    turns: Sequence[Act] = [act for act in theirs if act.kind is TURN and act.tier is not None]
    certain = sum([act.kind in _PROVEN for act in theirs]) if len(turns) < len(theirs) else 0
    if not turns and not certain:
        return NO_INCOMING
    if len(turns) > 1:
        turns = _best_of_each(turns)
    tiers = [act.tier for act in turns]
    likely = tiers.count(LIKELY)
    # A turn that a like proves to be what it seemed must not cost the day that it stood for.
    return Incoming(
        certain=certain + tiers.count(CERTAIN),
        likely=likely,
        possible=tiers.count(POSSIBLE),
        likely_days=len(calendar.days([act.at for act in turns if act.tier in SURE])),
        largest_p=max([1.0 if certain else 0.0, *[act.p or 0.0 for act in turns]]),
    )


def _best_of_each(turns: Sequence[Act]) -> Sequence[Act]:
    """One turn for each tweet of theirs: the first of its best tier."""
    best: dict[int, Act] = {}
    for act in turns:
        # Ids of tweets are positive; a turn without a tweet of theirs has a place of its own below.
        place = act.their_id or -act.id
        known = best.get(place)
        if known is None or _RANK[act.tier or UNKNOWN] > _RANK[known.tier or UNKNOWN]:
            best[place] = act
    return tuple(best.values())


def _mark(acts: Sequence[Act], receipts: Mapping[str, tuple[int, ...]]) -> list[Act]:
    """Acts with the names of the signs whose records they are."""
    names: dict[int, tuple[str, ...]] = {}
    for name, ids in receipts.items():
        for id_ in ids:
            names[id_] = (*names.get(id_, ()), name)
    return [
        Act(act.kind, OUT, act.at, act.id, act.their_id, act.weight, act.tier, act.p, act.inferred_p, names[act.id])
        if act.direction is OUT and act.id in names
        else act
        for act in acts
    ]


def _in_order(acts: Sequence[Act]) -> list[Act]:
    """By (time, id, kind); those without a time come first."""
    times = {act.at for act in acts}
    timeless: list[Act] = []
    if None in times:
        times.discard(None)
        timeless = sorted([act for act in acts if act.at is None], key=_BY_ID)
        acts = [act for act in acts if act.at is not None]
    # Mostly no two are of one time, and sorting by one number takes half as long.
    return timeless + sorted(acts, key=_AT if len(times) == len(acts) else _BY_TIME)

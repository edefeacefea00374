"""A factory of an invented archive's analysis and session for tests of the window; all names and ids are made up."""

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.facts import Analysis, ArchiveFacts, Counts, Coverage, Tie
from analyzer.network.graph import EgoNetwork
from analyzer.people.person import Incoming, Person, Signs
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Decision
from desktop.session import Session

EGO = "9000000001"
AS_OF = date(2025, 1, 22)

# name, handle, verdict, contact days, last contact, followed by ego, follows ego, conversations, former handle
CAST = (
    ("Sanne Okafor", "sanne_writes", "genuine", 213, date(2025, 1, 8), True, True, 9, None),
    ("Tomasz Aalto", "taalto", "genuine", 82, date(2025, 1, 21), True, True, 7, None),
    ("Kwame Visser", "kwamevisser", "lapsed", 31, date(2022, 2, 3), False, True, 4, None),
    ("Rohan Whitlock", "rohanwhit", "genuine", 25, date(2024, 12, 26), False, False, 5, None),
    ("Leila Ricci", "leilaricci", "genuine", 24, date(2024, 8, 29), True, True, 6, None),
    ("Beatriz Iyer", "bea_iyer", "genuine", 21, date(2024, 9, 9), True, True, 4, "rowsbybea"),
    ("Nadia Holm", "nadiaholm", "genuine", 15, date(2024, 12, 8), True, True, 3, None),
    ("Yuki Mensah", "yukimns", "acquaintance", 9, date(2024, 5, 5), True, True, 1, None),
    ("Petra Dube", "petra_d", "genuine", 6, date(2024, 9, 12), True, True, 2, None),
    (None, None, "one_act", 1, date(2023, 10, 17), True, False, 0, None),
    ("The Daily Ledger", "dailyledger", "numbers_only", 0, None, True, False, 0, None),
    (None, None, "numbers_only", 0, None, False, True, 0, None),
    ("Odile Lund", "odile_lund", "one_act", 1, date(2023, 10, 17), True, False, 0, None),
    ("Viktor Lund", "viklund_x", "numbers_only", 0, None, True, True, 0, None),
    ("Freya Demir", "freyademir", "answers_not_visible", 12, date(2024, 11, 2), True, False, 0, None),
    ("Harbour Jobs", "harbourjobs_se", "one_click_only", 0, None, True, False, 0, None),
    ("Rue & Rye Bakery", "rueandrye", "one_click_only", 0, None, True, False, 0, None),
)
GIVEN = "Ilse Callum Tove Milan Samir Greta Rosa Hugo Zofia Marco Hanna Emil Clara Anselm Jonas Wren"
FAMILY = "Wilk Silva Vega Dahl Mori Conti Lin Strand Reid Khan Haddad Byrne Adeyemi Sato Vance Quill"


def person(place: int, persona: str, rng: random.Random, **known: object) -> Person:
    """One invented person of a persona: a verdict's or a ground's word, or ``passing``."""
    account_id = 9_100_000_000 + place * 1_234_577 % 800_000_000
    days = known.get("days") or 0
    assert isinstance(days, int)
    last = known.get("last")
    contact: tuple[int, ...] = ()
    if days and isinstance(last, date):
        end = last.toordinal()
        span = max(days * 3, 40)
        contact = tuple(sorted({end, *rng.sample(range(end - span, end), days - 1)})) if days > 1 else (end,)
    warm = persona in ("genuine", "lapsed")
    likely = max(2, days // 5) if warm else 0
    clicks = persona in ("one_click_only", "passing")
    return Person(
        key=str(account_id),
        account_id=account_id,
        handle=known.get("handle"),  # type: ignore[arg-type]
        name=known.get("name"),  # type: ignore[arg-type]
        former_handles=(str(known["former"]),) if known.get("former") else (),
        follows_ego=bool(known.get("follows", False)),
        followed_by_ego=bool(known.get("followed", False)),
        following_position=place + 1 if known.get("followed") else None,
        replies=days,
        likes=14 if persona == "one_click_only" else 1 if clicks else 0,
        retweets=2 if persona == "one_click_only" else 0,
        dm_received=3 if days > 80 else 0,
        dm_sent=1 if days > 80 else 0,
        directed_acts=days,
        directed_days=days,
        incoming=Incoming(
            certain=3 if days > 80 else 0,
            likely=likely,
            possible=days // 3,
            likely_days=likely,
            largest_p=0.9 if likely else 0.6 if days else 0.0,
        ),
        unprompted=likely,
        contact_days=contact,
        contact_weeks=len({day // 7 for day in contact}),
        contact_days_last_year=sum(1 for day in contact if day > AS_OF.toordinal() - 365),
        signs=Signs(conversation=known.get("talks") or 0),  # type: ignore[arg-type]
        community=1 + place % 3 if days else 0,
    )


def acts_of(someone: Person) -> list[Act]:
    """Acts that agree with the person's counts: one reply and one turn a contact day, then clicks and messages."""
    acts: list[Act] = []
    incoming = someone.incoming
    tiers = [Tier.LIKELY] * incoming.likely + [Tier.POSSIBLE] * incoming.possible
    assert someone.account_id is not None
    for number, ordinal in enumerate(someone.contact_days):
        noon = date.fromordinal(ordinal)
        at = int(datetime(noon.year, noon.month, noon.day, 7, 42, tzinfo=UTC).timestamp() * 1000)
        record = someone.account_id * 1000 + number
        tier = tiers[number] if number < len(tiers) else Tier.UNKNOWN
        acts.append(Act(Kind.REPLY, Direction.OUT, at, record, record + 1))
        acts.append(Act(Kind.TURN, Direction.IN, at - 60_000, record, record + 1, 1.0, tier, 0.9, 0.9))
    for number in range(someone.dm_received):
        acts.append(Act(Kind.DM, Direction.IN, 1_700_000_000_000 + number, someone.account_id * 1000 + 700 + number, tier=Tier.CERTAIN))
    for number in range(someone.dm_sent):
        acts.append(Act(Kind.DM, Direction.OUT, 1_700_000_100_000 + number, someone.account_id * 1000 + 800 + number))
    for number in range(someone.likes):
        acts.append(
            Act(Kind.LIKE, Direction.OUT, None, someone.account_id * 1000 + 500 + number, someone.account_id * 1000 + 500 + number, 0.1)
        )
    for number in range(someone.retweets):
        acts.append(Act(Kind.RETWEET, Direction.OUT, 1_690_000_000_000 + number, someone.account_id * 1000 + 600 + number, None, 0.1))
    return acts


def make_analysis(strangers: int = 60, seed: int = 7, messages_read: bool = True, path: Path = Path("invented.zip")) -> Analysis:
    """The cast and ``strangers`` more: numbers-only followers, some of them nameless, and passing contacts. Same seed, same people."""
    rng = random.Random(seed)
    people = [
        person(
            place,
            persona,
            rng,
            name=name,
            handle=handle,
            days=days,
            last=last,
            followed=followed,
            follows=follows,
            talks=talks,
            former=former,
        )
        for place, (name, handle, persona, days, last, followed, follows, talks, former) in enumerate(CAST)
    ]
    for number in range(strangers):
        place = len(CAST) + number
        persona = "passing" if number % 4 == 0 else "numbers_only"
        named = number % 3 == 0
        given, family = rng.choice(GIVEN.split()), rng.choice(FAMILY.split())
        people.append(
            person(
                place, persona, rng,
                name=f"{given} {family}" if named else None,
                handle=f"{given}_{family}{number}".lower() if named else None,
                followed=persona == "numbers_only" and number % 5 == 0,
                follows=persona == "numbers_only" and number % 5 != 0,
            )
        )  # fmt: skip
    people.sort(key=lambda someone: someone.account_id or 0)
    close = [someone.key for someone in people if len(someone.contact_days) > 5]
    ties = tuple(Tie(a, b, "co_mention", 1 + i % 5, 1.0 + i % 5) for i, (a, b) in enumerate(pairwise(close)))
    acts = {someone.key: acts_of(someone) for someone in people}
    months = {(year, month): 12 for year in range(2018, 2025) for month in range(1, 13) if (year, month) not in ((2019, 2), (2019, 3))}
    return Analysis(
        archive=ArchiveFacts(path, EGO, "maralindq", "Mara Lindqvist", "D", "2025-01-22T09:10:11Z", "Europe/Stockholm", "archive"),
        counts=Counts(
            tweets=1000, replies=400, followers=sum(p.follows_ego for p in people), following=sum(p.followed_by_ego for p in people),
            mutuals=sum(p.follows_ego and p.followed_by_ego for p in people),
        ),
        coverage=Coverage(
            tweets_read=True, follows_read=True, messages_read=messages_read, messages_left_closed=not messages_read, missing_parts=(),
            tweets_by_month=months, directed_acts=400, last_act_day=AS_OF.toordinal(), as_of=AS_OF, liked_to_ego_unnamed=17,
        ),
        people=tuple(people),
        index={someone.key: place for place, someone in enumerate(people)},
        acts=acts,
        ties=ties,
        graph=EgoNetwork(EGO, people, acts, ties),
        communities=3,
        community_names={1: "#writeclub", 2: None, 3: "#1k1hr"},
    )  # fmt: skip


def keep_nothing(account: str, decisions: object) -> None:
    """Decisions of a test stay in memory."""


def open_session(analysis: Analysis | None = None, decisions: Mapping[str, Decision] | None = None, parent: QObject | None = None) -> Session:
    """A session in which this analysis is open, judged by the default policy; nothing is written to disk."""
    shown, made, policy = analysis or make_analysis(), decisions or {}, default_policy()
    session = Session(save_decisions=keep_nothing, parent=parent)
    session.open(shown, judge_all(shown, policy, made), made, policy)
    return session


def key_of(analysis: Analysis, handle: str) -> str:
    """The key of the one with this handle."""
    return next(someone.key for someone in analysis.people if someone.handle == handle)

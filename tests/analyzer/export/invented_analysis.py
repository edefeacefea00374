"""An invented archive's analysis for the tests of files and commands: hostile names, ids beyond 2**53, every list filled."""

from datetime import UTC, date, datetime
from pathlib import Path

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.facts import Analysis, ArchiveFacts, Counts, Coverage, PartFacts, Tie
from analyzer.network.graph import EgoNetwork
from analyzer.people.person import Incoming, Person, Signs
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import Policy, default_policy
from analyzer.verdict.verdicts import Choice, Decision, Judgement
from tests.replacing import replace

EGO = "9000000001"
AS_OF = date(2025, 1, 22)
BEA, DORA, ELI, FAY, GUS, HAL, IDA = (9_100_000_001 + place for place in range(7))
LONG_ID = 1_500_000_000_000_000_123
ONE_WAY = LONG_ID
MUTUAL = 9_100_000_050


def at(text: str) -> int:
    """UTC milliseconds of an ISO time."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def days(count: int, last: date) -> tuple[int, ...]:
    """Contact days every fourth day, ending on ``last``."""
    return tuple(last.toordinal() - 4 * step for step in reversed(range(count)))


def _talked(account_id: int, handle: str, count: int, last: date, **more: object) -> Person:
    return Person(
        key=str(account_id), account_id=account_id, handle=handle, replies=count, directed_acts=count, directed_days=count,
        contact_days=days(count, last), contact_weeks=max(1, count // 2), median_gap=4.0,
        incoming=Incoming(likely=4, likely_days=4, largest_p=0.93), signs=Signs(conversation=2), sign_days=2, unprompted=2, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def people() -> tuple[Person, ...]:
    """Everybody, in the order of an analysis."""
    cast = [
        _talked(BEA, "bea_writes", 21, date(2025, 1, 8), name="=HYPERLINK(\"https://evil.example\",\"Bea\")", follows_ego=True,
                followed_by_ego=True, following_position=7, former_handles=("rowsbybea",), dm_received=3, dm_sent=2, community=1),
        _talked(DORA, "dora", 9, date(2024, 12, 2), name="<script>alert(1)</script> & \u202eDora", community=1),
        _talked(ELI, "eli", 12, date(2021, 3, 4), name="+Eli\ud83d", follows_ego=True),
        Person(key=str(FAY), account_id=FAY, handle="fay", name="Fay [x](https://evil.example) *bold*", followed_by_ego=True, following_position=6,
               retweets=70),
        Person(key=str(GUS), account_id=GUS, name="-Gus", followed_by_ego=True, following_position=5, replies=1, directed_acts=1,
               directed_days=1, contact_days=days(1, date(2023, 10, 17)), contact_weeks=1),
        Person(key=str(HAL), account_id=HAL, followed_by_ego=True, following_position=4, group_messages=6, group_shared=True),
        Person(key=str(IDA), account_id=IDA, handle="ida", followed_by_ego=True, following_position=8, retweets=1, blocked=True),
        Person(key=str(MUTUAL), account_id=MUTUAL, handle="rueandrye", name="@Rue & Rye", follows_ego=True, followed_by_ego=True,
               following_position=1),
        Person(key=str(MUTUAL + 1), account_id=MUTUAL + 1, follows_ego=True, follower_position=2),
        Person(key=str(ONE_WAY), account_id=ONE_WAY, followed_by_ego=True, following_position=3, account_created=at("2022-03-06")),
        Person(key="@ghost", account_id=None, handle="ghost", mentions_body=1, directed_acts=1, directed_days=1,
               contact_days=days(1, date(2020, 5, 5)), contact_weeks=1),
    ]  # fmt: skip
    return tuple(cast)


def acts() -> dict[str, list[Act]]:
    """Some interactions; two share time and record, one has no time."""
    reply = at("2025-01-08 09:00:00.250")
    return {
        str(BEA): [
            Act(Kind.LIKE, Direction.OUT, None, 1_700_000_000_000_000_001, 1_700_000_000_000_000_001, 0.1),
            Act(Kind.TURN, Direction.IN, at("2025-01-08 08:30"), LONG_ID + 2, LONG_ID + 1, 1.0, Tier.LIKELY, 0.93, 0.93, ("conversation",)),
            Act(Kind.REPLY, Direction.OUT, reply, LONG_ID + 2, LONG_ID + 1, 1.0, signs=("conversation",)),
            Act(Kind.DM, Direction.IN, at("2025-01-07 08:30"), LONG_ID + 9),
        ],
        str(DORA): [
            Act(Kind.MENTION, Direction.OUT, reply, LONG_ID + 2, None, 1 / 3),
            Act(Kind.MENTION, Direction.OUT, at("2024-12-02"), 999, None, 1 / 3),
            Act(Kind.MENTION, Direction.OUT, at("2024-12-02"), 1000, None, 1 / 3),
        ],
        "@ghost": [Act(Kind.MENTION, Direction.OUT, reply, LONG_ID + 2, None, 1 / 3)],
    }


def coverage(**more: object) -> Coverage:
    """Enough of everything for silence to mean something."""
    known = Coverage(
        tweets_read=True, follows_read=True, messages_read=True, messages_left_closed=False, missing_parts=(),
        tweets_by_month={(2019 + month // 12, month % 12 + 1): 30 for month in range(72)}, directed_acts=400,
        last_act_day=date(2025, 1, 21).toordinal(), as_of=AS_OF, liked_to_ego_unnamed=1234,
    )  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]


def analysis(**more: object) -> Analysis:
    """The analysis; keyword arguments change the coverage."""
    everybody, theirs = people(), acts()
    ties = (Tie(str(BEA), str(DORA), "co_mention", 3, 1.5), Tie(str(BEA), str(HAL), "group_dm", 1, 1.0))
    following = sum(person.followed_by_ego for person in everybody)
    followers = sum(person.follows_ego for person in everybody)
    return Analysis(
        archive=ArchiveFacts(
            path=Path("invented.zip"), account_id=EGO, handle="mara", name="Mara Lindqvist", era="D", generated_at="2025-01-22T00:20:54Z",
            timezone="UTC", timezone_source="default", parts=(PartFacts("tweets", "data/tweets.js", 1627, 1627, 1, "read"),),
        ),
        counts=Counts(tweets=1627, replies=642, followers=followers, following=following, mutuals=2),
        coverage=coverage(**more), people=everybody, index={person.key: place for place, person in enumerate(everybody)}, acts=theirs, ties=ties,
        graph=EgoNetwork(EGO, everybody, theirs, ties), communities=1,
    )  # fmt: skip


def judged(found: Analysis, policy: Policy | None = None) -> tuple[Judgement, ...]:
    """The judgements, with one decision of the user."""
    decisions = {"@ghost": Decision("@ghost", Choice.LATER)}
    return judge_all(found, policy or default_policy(), decisions)

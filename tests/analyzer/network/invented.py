"""An invented analysis for the Circles tests: people by what matters to the picture, without any archive."""

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from analyzer.facts import Analysis, ArchiveFacts, Counts, Coverage, Tie
from analyzer.network.graph import EgoNetwork
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Listing, Verdict

FIRST_ID = 9_100_000_000
AS_OF = date(2025, 1, 22)
FIRST_NAMES = (
    "Sanne Tomasz Leila Rohan Beatriz Nadia Ines Amara Lior Iker Dario Mei Yuki Petra Oskar Jonah Freya Anselm Thandi Marco Aoife "
    "Viktor Hanna Noor Emil Paloma Ravi Greta Samir Ilse Mateo Zofia Callum Asha Bruno Linnea Tariq Odile Stellan Priya"
)
LAST_NAMES = "Aalto Nowak Mensah Harel Rocha Boateng Visser Mehta Demir Horvat Conti Lin Berg Rahman Whitlock Mori Dahl"
FIRST, LAST = FIRST_NAMES.split(), LAST_NAMES.split()
TAGS = ("#writeclub", "#lateshiftpoets", "#mapfriday", "#sourdoughsunday", "#1k1hr", "#birdlog", "#indiedevhour", "#trailnotes", "#linocut")


class World:
    """Collects people and ties, then makes the analysis and its judgements."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.people: list[Person] = []
        self.judgements: list[Judgement] = []
        self.ties: list[Tie] = []
        self.tags: dict[int, str | None] = {}

    def add(
        self, verdict: Verdict, circle: int = 0, year_days: int = 0, days: int | None = None, community: int = 0, *,
        follows: bool = False, followed: bool = False, likes: int = 0, named: bool = True,
    ) -> int:  # fmt: skip
        """One person; returns the place. ``days`` contact days in all end near the archive's date, or two years before it if lapsed."""
        place = len(self.people)
        days = year_days if days is None else days
        end = AS_OF.toordinal() - (760 if circle == 4 else 5)
        replies = max(days, 1) if circle else 0
        name = f"{FIRST[place % len(FIRST)]} {LAST[place * 7 % len(LAST)]}" if named else None
        person = Person(
            key=str(FIRST_ID + place), account_id=FIRST_ID + place, handle=f"invented_{place}" if named else None, name=name,
            follows_ego=follows, followed_by_ego=followed, replies=replies, likes=likes, directed_acts=replies, directed_days=days,
            contact_days=tuple(end - 4 * day for day in reversed(range(days))), contact_weeks=days, contact_days_last_year=year_days,
            community=community,
        )  # fmt: skip
        self.people.append(person)
        self.judgements.append(Judgement(verdict, Listing.NONE, None, min(1.0, days / 100), circle))
        return place

    def tie(self, a: int, b: int, weight: float = 1.0, kind: str = "co_mention") -> None:
        """Two people seen together."""
        self.ties.append(Tie(self.people[a].key, self.people[b].key, kind, max(1, round(weight)), weight))

    def analysis(self, follows_read: bool = True) -> Analysis:
        """The analysis of everybody added so far."""
        coverage = Coverage(True, follows_read, True, False, (), {(2024, 5): 9}, 100, None, AS_OF)
        facts = ArchiveFacts(Path("invented.zip"), "9000000001", "maralindq", "Mara Lindqvist", "D", None, "UTC", "default")
        return Analysis(
            archive=facts, counts=Counts(), coverage=coverage, people=tuple(self.people),
            index={person.key: place for place, person in enumerate(self.people)}, acts={}, ties=tuple(self.ties),
            graph=EgoNetwork("9000000001", (), {}, ()), communities=len(self.tags), community_names=self.tags,
        )  # fmt: skip


def usual_world(followers: int = 192, seed: int = 7) -> World:
    """Counts and densities of a real archive: 2 weekly, 4 monthly, 34 within a year, 50 silent, a crowd of 42 + ``followers`` + 22."""
    world = World(seed)
    world.tags = dict(enumerate(TAGS[:3], start=1))
    for number, days in enumerate((213, 90, 41, 30, 21, 14)):
        world.add(Verdict.GENUINE, 1 if number < 2 else 2, days, community=number % 4, follows=True, followed=True)
    for number in range(34):
        verdict = Verdict.GENUINE if number % 4 == 0 else Verdict.ACQUAINTANCE if number % 3 else Verdict.INSUFFICIENT
        world.add(verdict, 3, max(1, 11 - number // 3), community=number % 7 if number % 7 < 4 else 0, follows=True, followed=number % 2 == 0)
    for number in range(50):
        verdict = (Verdict.LAPSED, Verdict.ACQUAINTANCE, Verdict.ACQUAINTANCE, Verdict.INSUFFICIENT)[number % 4]
        world.add(verdict, 4, 0, 1 + number % 9, community=number % 9 if number % 9 < 4 else 0, follows=True)
    _add_crowd(world, 42, followers, 22)
    _add_ties(world, range(90), 120)
    for number in range(31):
        world.add(Verdict.INSUFFICIENT, 3 if number % 2 else 0, number % 2)
    return world


def busy_world() -> World:
    """No weekly, 4 monthly, 142 within a year, 56 silent people in nine communities; 308 in the crowd; 180 ties."""
    world = World(11)
    world.tags = dict(enumerate(TAGS, start=1))
    for number in range(202):
        circle = 2 if number < 4 else 3 if number < 146 else 4
        verdict = Verdict.GENUINE if number % 14 == 0 else Verdict.ACQUAINTANCE if number % 4 else Verdict.INSUFFICIENT
        days = (0, 0, 20 - number, max(1, 11 - number // 14), 0)[circle]
        world.add(verdict, circle, days, max(1, days), community=1 + world.random.randrange(12), follows=True)
    _add_crowd(world, 27, 281, 9)
    _add_ties(world, range(202), 180)
    return world


def quiet_world() -> World:
    """Nobody on the weekly or monthly circle, as in most archives: 28 active people with 1 to 9 days, 12 silent ones."""
    world = World(13)
    days = (9, 8, 7, 5, 5, 4, 4, 4, 3, 3, 3, 3) + (2,) * 6 + (1,) * 10
    for number, count in enumerate(days):
        world.add(Verdict.GENUINE if number < 4 else Verdict.ACQUAINTANCE, 3, count, follows=True, followed=True)
    for number in range(12):
        world.add(Verdict.LAPSED if number % 2 else Verdict.INSUFFICIENT, 4, 0, 2, follows=True)
    _add_crowd(world, 30, 60, 0)
    return world


def three_people() -> World:
    """One monthly, one yearly, one follower."""
    world = World(3)
    world.add(Verdict.GENUINE, 2, 20, follows=True, followed=True)
    world.add(Verdict.ACQUAINTANCE, 3, 2, followed=True)
    world.add(Verdict.NUMBERS_ONLY, follows=True)
    return world


def _add_crowd(world: World, you_follow: int, follow_you: int, clicked: int) -> None:
    for _ in range(you_follow):
        world.add(Verdict.NUMBERS_ONLY, followed=True)
    for _ in range(follow_you):
        world.add(Verdict.NUMBERS_ONLY, follows=True)
    for _ in range(clicked):
        world.add(Verdict.INSUFFICIENT, followed=True, likes=3)


def _add_ties(world: World, places: Sequence[int], count: int) -> None:
    """Most ties are within a community, as in real archives."""
    for number in range(count):
        a, b = world.random.sample(list(places), 2)
        if number % 5:
            near = [place for place in places if place != a and world.people[place].community == world.people[a].community]
            b = world.random.choice(near or [b])
        world.tie(a, b, world.random.choice((0.5, 1.0, 1.0, 2.0, 3.0)))

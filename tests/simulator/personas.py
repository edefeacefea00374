"""Who lives in the simulated world: one row per persona, with numbers, habits and the true relation to ego."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Persona:
    """One persona of a 3,000-tweet world.

    ``relation`` is the truth (friend, lapsed, acquaintance, one_sided, content, service, passing, numbers, own). ``count`` people grow with
    (tweets / 3000) ** ``grow``. ``acts`` is the mean number of ego's own acts towards one of them, ``tail`` the spread of its lognormal.
    ``episodes`` weighs what happens between them. ``answers`` is how readily they answer ego, ``stays`` how readily ego goes on. ``follows``
    and ``followed`` are the chances that they follow ego and ego follows them. ``window`` is when contact happens, as a part of the archive's
    span. ``late`` is the share of slow answers, ``likes`` the chance that ego likes what they wrote to ego, ``public_likes`` the same for
    their public posts, ``dm`` the chance of a message conversation and ``dm_days`` its mean length in days. ``hard`` ones live in hard worlds only.
    """

    name: str
    relation: str
    count: float
    grow: float = 1.0
    acts: float = 0.0
    tail: float = 0.7
    episodes: Mapping[str, float] = field(default_factory=dict)
    answers: float = 0.0
    stays: float = 0.6
    follows: float = 0.0
    followed: float = 0.0
    window: tuple[float, float] = (0.0, 1.0)
    late: float = 0.2
    likes: float = 0.0
    public_likes: float = 0.0
    dm: float = 0.0
    dm_days: float = 0.0
    hard: bool = False

    @property
    def is_core(self) -> bool:
        """Whether ego writes to them more than once as a rule."""
        return self.acts > 1.5


# fmt: off
_ROWS = (
    Persona("friend", "friend", 12, 0.5, 40, 0.9, {"comment": 4.5, "answer": 2.5, "call": 2, "own_call": 1, "sprint": 0.4, "morning": 0.4},
            0.72, 0.62, 0.95, 0.95, late=0.3, likes=0.24, public_likes=0.12, dm=0.5, dm_days=9),
    Persona("sprint_partner", "friend", 9, 0.5, 24, 0.5, {"sprint": 5, "comment": 3, "answer": 1, "call": 0.7}, 0.75, 0.6, 0.95, 0.95,
            late=0.15, likes=0.2, public_likes=0.1, dm=0.25, dm_days=4),
    Persona("morning_greeter", "friend", 8, 0.5, 22, 0.5, {"morning": 5, "comment": 2, "answer": 1, "call": 0.7}, 0.72, 0.55, 0.95, 0.9,
            late=0.15, likes=0.25, public_likes=0.1, dm=0.15, dm_days=3),
    Persona("hello_again", "friend", 9, 0.6, 11, 0.3, {"hello": 1}, 0.8, 0.7, 0.9, 0.85, late=0.2, likes=0.4),
    Persona("newcomer", "friend", 10, 0.8, 9, 0.5, {"comment": 2.5, "answer": 2, "call": 1}, 0.7, 0.6, 1.0, 0.55, (0.35, 0.99),
            late=0.25, likes=0.25, public_likes=0.1, dm=0.1, dm_days=2),
    Persona("dm_friend", "friend", 5, 0.5, 3, 0.5, {"comment": 1, "answer": 1}, 0.6, 0.5, 0.9, 0.9, likes=0.2, dm=1.0, dm_days=16),
    Persona("group_member", "friend", 7, 0.6, 10, 0.5, {"circle": 3, "comment": 1.5, "answer": 1, "call": 0.5}, 0.65, 0.6, 0.85, 0.8,
            late=0.25, likes=0.15, dm=0.2, dm_days=2),
    Persona("lapsed_friend", "lapsed", 9, 0.6, 18, 0.6, {"comment": 3.5, "answer": 2, "call": 1.3, "morning": 0.5, "sprint": 0.3},
            0.72, 0.62, 0.7, 0.7, (0.0, 0.42), late=0.3, likes=0.25, public_likes=0.1, dm=0.3, dm_days=4),
    Persona("acquaintance", "acquaintance", 26, 0.95, 2.6, 0.4, {"comment": 4, "answer": 2.2, "call": 0.4, "own_call": 0.5}, 0.35, 0.4, 0.2, 0.35,
            late=0.35, likes=0.12, public_likes=0.1),
    Persona("support_desk", "service", 2, 0.4, 5, 0.4, {"support": 1}, 0.95, 0.8, 0.0, 0.3, late=0.1),
    Persona("celebrity", "one_sided", 10, 0.85, 9, 0.8, {"comment": 6, "binge": 0.3}, 0.004, 0.3, 0.0, 0.7, public_likes=0.2),
    Persona("prolific_poster", "one_sided", 6, 0.8, 12, 0.7, {"binge": 1, "comment": 4}, 0.03, 0.3, 0.1, 0.7, public_likes=0.15),
    Persona("content_follow", "content", 34, 0.7, 0, followed=1.0, follows=0.05),
    Persona("content_quiet", "content", 14, 0.7, 0, followed=1.0, follows=0.0),
    Persona("mutual_number", "numbers", 24, 0.8, follows=1.0, followed=1.0),
    Persona("following_number", "numbers", 58, 0.8, followed=1.0),
    Persona("follower_number", "numbers", 205, 0.95, follows=1.0),
    Persona("promoter", "service", 6, 0.5, follows=0.6, dm=1.0),
    Persona("own_alt", "own", 1, 0.0, 3, 0.1, {"own_call": 1}, 0.0, 0.2, 1.0, 1.0),
    Persona("retweeted", "content", 44, 0.95),
    Persona("mentioned", "passing", 16, 0.9),
    Persona("passer", "passing", 0, 1.0, 1, 0.0, {"comment": 6, "answer": 2.5, "own_call": 1.5}, 0.3, 0.0, 0.08, 0.03, public_likes=0.08, likes=0.05),
    Persona("spam_group", "passing", 26, 0.0),
    Persona("daily_celebrity", "one_sided", 2, 0.5, 55, 0.4, {"streak": 2, "comment": 5, "binge": 1}, 0.004, 0.3, 0.0, 0.9,
            public_likes=0.15, hard=True),
    Persona("late_friend", "friend", 4, 0.5, 16, 0.5, {"comment": 3, "answer": 2, "call": 1, "own_call": 1}, 0.65, 0.55, 0.95, 0.9,
            late=0.93, likes=0.2, public_likes=0.1, hard=True),
    Persona("liking_friend", "friend", 4, 0.5, 14, 0.5, {"comment": 4, "own_call": 1, "answer": 0.4}, 0.12, 0.4, 1.0, 0.9,
            late=0.4, likes=0.3, public_likes=0.2, hard=True),
    Persona("prolific_friend", "friend", 3, 0.5, 34, 0.6, {"binge": 1, "comment": 4, "answer": 1.5, "call": 0.7}, 0.4, 0.5, 0.9, 0.95,
            late=0.3, likes=0.2, public_likes=0.15, hard=True),
    Persona("pruned_friend", "friend", 2, 0.5, follows=0.9, followed=0.9, dm=1.0, dm_days=10, hard=True),
    Persona("bystander", "one_sided", 6, 0.8, 5, 0.5, {"crowd": 3, "comment": 1}, 0.08, 0.3, 0.1, 0.4, public_likes=0.08, hard=True),
    Persona("reader", "numbers", 12, 0.8, follows=1.0, followed=0.25, hard=True),
    Persona("stranger", "passing", 0),
    Persona("ego", "own", 0),
)
# fmt: on

PERSONAS: Mapping[str, Persona] = MappingProxyType({row.name: row for row in _ROWS})

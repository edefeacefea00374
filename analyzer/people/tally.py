"""Where a person's evidence is gathered while the archive is read; becomes a frozen `Person` at the end."""

from dataclasses import dataclass, field

from analyzer.evidence.acts import Act
from analyzer.people.handles import Key


@dataclass(slots=True)
class Tally:
    """Counts and interactions of one account so far (meanings: `analyzer.people.person.Person`)."""

    key: Key
    follows_ego: bool = False
    followed_by_ego: bool = False
    follower_position: int | None = None
    following_position: int | None = None
    followed_since_at_least: int | None = None
    replies: int = 0
    mentions_body: int = 0
    carried: int = 0
    quotes: int = 0
    retweets: int = 0
    likes: int = 0
    dm_sent: int = 0
    dm_received: int = 0
    group_messages: int = 0
    group_shared: bool = False
    mentioned_in_retweets: int = 0
    acts: list[Act] = field(default_factory=list)


class Tallies(dict[Key, Tally]):
    """Tallies by key; a missing one is made when asked for."""

    def __missing__(self, key: Key) -> Tally:
        tally = self[key] = Tally(key)
        return tally

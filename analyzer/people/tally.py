"""Where a person's evidence is gathered while the archive is read; becomes a frozen `Person` at the end."""

from collections.abc import Iterable

import msgspec

from analyzer.evidence.acts import Act
from analyzer.people.handles import Key


class Tally(msgspec.Struct):
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
    acts: list[Act] = []


class Tallies(dict[Key, Tally]):
    """Tallies by key; a missing one is made when asked for, with its place among the followers where that is known already.

    ``followers`` maps the ids of very long lists of followers to positions: only those who did more than follow get a tally.
    """

    def __init__(self) -> None:
        super().__init__()
        self.followers: dict[int, int] = {}

    def __missing__(self, key: Key) -> Tally:
        tally = self[key] = Tally(key)
        position = self.followers.get(key) if isinstance(key, int) else None
        if position is not None:
            tally.follows_ego, tally.follower_position = True, position
        return tally

    def single_out(self, accounts: Iterable[int]) -> None:
        """Give those of ``accounts`` that follow ego a tally: there is more to say about them."""
        for account in accounts:
            if account in self.followers:
                self[account]

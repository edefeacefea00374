"""Follow lists: who follows whom at the archive's date, in the file's order, with the earliest time a follow can be (archive-format §11.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from analyzer.archive.records import Follow
from analyzer.archive.snowflake import account_created
from analyzer.people.everybody import LARGEST_ID, MANY
from analyzer.people.tally import Tallies

ONE_RUN = 1000
"""Longer lists come in several runs out of order, so only their first positions say how new a follow is."""


@dataclass(slots=True)
class FollowList:
    """Distinct account ids in the order of the file, newest first, each with its position from 1."""

    ids: dict[int, int] = field(default_factory=dict)

    def read(self, batch: Iterable[Follow]) -> None:
        """Take in a batch of the list."""
        ids = self.ids
        for entry in batch:
            if entry.account_id not in ids:
                ids[entry.account_id] = len(ids) + 1


def note_follows(tallies: Tallies, followers: FollowList, following: FollowList, owner: int) -> None:
    """Give every account of both lists its tally, state and position (1 = newest); of very many followers only those who did more."""
    if len(followers.ids) > MANY and min(followers.ids) >= -LARGEST_ID and max(followers.ids) <= LARGEST_ID:
        tallies.followers = followers.ids
        known = {account: followers.ids[account] for account in tallies if isinstance(account, int) and account in followers.ids}
    else:
        known = followers.ids
    for account, position in known.items():
        if account != owner:
            tally = tallies[account]
            tally.follows_ego, tally.follower_position = True, position
    bounds = earliest(list(following.ids))
    for account, position in following.ids.items():
        if account != owner:
            tally = tallies[account]
            tally.followed_by_ego, tally.following_position = True, position
            tally.followed_since_at_least = bounds[position - 1]


def earliest(newest_first: list[int]) -> list[int | None]:
    """Lower bound (UTC ms) of each follow's time.

    A follow is not older than the followed account, nor than any follow that stands below it; so the running maximum of sign-up times from
    the list's end is a bound. Beyond `ONE_RUN` entries the runs are out of order and only an account's own sign-up counts. A list sorted by
    id (2018) has no order in time either.
    """
    born = [account_created(account) for account in newest_first]
    if len(newest_first) > ONE_RUN or newest_first == sorted(newest_first, reverse=True):
        return born
    bounds: list[int | None] = []
    latest: int | None = None
    for created in reversed(born):
        if created is not None:
            latest = created if latest is None else max(latest, created)
        bounds.append(latest)
    return bounds[::-1]

"""The truth about each account of one world, from the log of both sides and the persona; never from the program's own rules."""

import re
from collections import defaultdict
from dataclasses import dataclass

from tests.simulator import World
from tests.simulator.clock import DAY, time_of
from tests.simulator.log import Own
from tests.simulator.population import Account

CONTACT = frozenset({"friend", "lapsed", "acquaintance"})
TIES = frozenset({"friend", "lapsed"})
GROWN = 3
_NAME = re.compile(r"(?<![A-Za-z0-9_!@#$%&*])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])")


@dataclass(frozen=True, slots=True)
class Known:
    """One account: its persona, the true relation, and how many turns came from it (``heard``).

    A friend with whom only one side ever spoke is ``one_sided``. ``grown`` says that both sides spoke on `GROWN` days or more, whatever the
    persona. Messages count where both sides wrote. What ego deleted since does not count as heard: no archive can show it.
    """

    account: Account
    persona: str
    relation: str
    heard: int
    grown: bool


class Credits:
    """Whom an own tweet was really written to, named, retweeted or quoted at the moment it was posted."""

    def __init__(self, world: World) -> None:
        self._by_handle: dict[str, list[Account]] = defaultdict(list)
        for account in world.people.accounts:
            for handle in {handle.lower() for _, handle in account.handles}:
                self._by_handle[handle].append(account)

    def of(self, tweet: Own) -> frozenset[int]:
        """Account ids."""
        texts = [tweet.text, *("@" + target.split("/")[3] for _, target in tweet.links if "/status/" in target)]
        people = {account.id for text in texts for handle in _NAME.findall(text) for account in self.holder(handle, time_of(tweet.id))}
        if tweet.to is not None:
            people.add(tweet.to.id)
        if tweet.source is not None:
            people.add(tweet.source[0].id)
        return frozenset(people)

    def holder(self, handle: str, at: int) -> list[Account]:
        """The one account with this handle at that time; empty if nobody ever had it."""
        held = [account for account in self._by_handle.get(handle.lower(), []) if account.handle_at(at).lower() == handle.lower()]
        return sorted(held, key=lambda account: (account.born > at, account.gone is not None and account.gone <= at))[:1]


def know(world: World, credits: Credits) -> dict[str, Known]:
    """Everybody but ego, by account id in digits."""
    kept = time_of(world.own[0].id) if world.forgotten else 0
    heard: dict[int, list[int]] = defaultdict(list)
    spoken: dict[int, list[int]] = defaultdict(list)
    for turn in world.turns:
        heard[turn.who.id].append(time_of(turn.id))
    for tweet in (*world.own, *world.forgotten):
        if not tweet.text.startswith("RT @"):
            for account in credits.of(tweet):
                spoken[account].append(time_of(tweet.id))
    for talk in world.talks:
        if talk.other is not None and {world.ego.id, talk.other.id} <= {message.sender.id for message in talk.messages}:
            for message in talk.messages:
                (spoken if message.sender is world.ego else heard)[talk.other.id].append(time_of(message.id))
    return {str(one.id): _known(one, heard[one.id], spoken[one.id], kept) for one in world.people.others}


def _known(account: Account, heard: list[int], spoken: list[int], kept: int) -> Known:
    relation = account.persona.relation
    if relation in TIES and not (heard and spoken):
        relation = "one_sided"
    grown = min(len({at // DAY for at in times}) for times in (heard, spoken)) >= GROWN
    return Known(account, account.persona.name, relation, sum(at >= kept for at in heard), grown)

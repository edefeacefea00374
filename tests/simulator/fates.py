"""What happens to accounts over the years: follows in both directions, renames, ends, and handles that a stranger takes."""

from random import Random

from tests.simulator.clock import DAY
from tests.simulator.log import World
from tests.simulator.population import Account, recycled_by, rename

_NEW_ACCOUNTS = 0.05
_SETTLED = frozenset({"own_alt", "support_desk", "spam_group"})


def give_follows(account: Account, world: World, rng: Random) -> None:
    """Decides whether and since when they follow ego and ego follows them; people in contact follow about when it begins."""
    row = account.persona
    if row.relation == "numbers" and rng.random() < _NEW_ACCOUNTS:
        _be_born_lately(account, world, rng)
    if rng.random() < row.follows:
        account.follows_ego = _since(account, world, rng)
    if rng.random() < row.followed:
        account.followed = _since(account, world, rng)
    if row.name == "newcomer":
        account.follows_ego = account.window[0]
        if account.followed is not None:
            account.followed = min(account.window[0] + rng.randrange(1, 40) * DAY, world.end - DAY)


def _since(account: Account, world: World, rng: Random) -> int:
    earliest = max(account.born + DAY, world.rhythm.start - 300 * DAY)
    if account.persona.is_core:
        near = account.window[0] + int(rng.gauss(0, 25) * DAY)
        return min(max(earliest, near), world.end - DAY)
    return rng.randrange(earliest, world.end - 2 * DAY)


def _be_born_lately(account: Account, world: World, rng: Random) -> None:
    account.born = world.end - rng.randrange(8, 80) * DAY
    account.id = world.births.new_id(account.born)
    account.handles = [(account.born, account.handle)]


def give_fate(account: Account, world: World, rng: Random, fate: str | None = None) -> None:
    """Draws (or plays) one of: nothing, ``renamed``, ``gone``, ``recycled`` (renamed, a stranger takes the old handle), ``gone_recycled``."""
    if fate is None:
        if account.persona.name in _SETTLED:
            return
        fate = _draw(world, rng)
    if not fate:
        return
    low, high = account.window
    at = low + int((high - low) * rng.uniform(0.45, 0.75))
    if at > world.end - 90 * DAY:
        return
    if fate in ("renamed", "recycled"):
        given_up = rename(account, at, world.births)
    else:
        given_up, account.gone = account.handle, at
    if (fate != "renamed" and not account.persona.is_core) or fate in ("gone", "gone_recycled"):
        account.window = (low, at)
    if fate in ("recycled", "gone_recycled"):
        world.people.accounts.append(recycled_by(given_up, at, world.births, rng))


def _draw(world: World, rng: Random) -> str:
    options = world.options
    pick = rng.random()
    for fate, share in (
        ("gone", options.gone * 0.9),
        ("gone_recycled", options.gone * 0.1),
        ("renamed", options.renamed),
        ("recycled", options.recycled),
    ):
        if pick < share:
            return fate
        pick -= share
    return ""


def make_sure(world: World, rng: Random) -> None:
    """Gives some people of every fate, so that even a small world holds each of the traps."""
    core = [account for account in world.people.others if account.persona.is_core and account.persona.name not in _SETTLED]
    untouched = [
        account for account in core if len(account.handles) == 1 and account.gone is None and account.window[1] - account.window[0] > 400 * DAY
    ]
    fates = ("recycled", "renamed", "gone_recycled", "renamed", "recycled", "gone", "recycled")
    for account, fate in zip(rng.sample(untouched, min(len(untouched), len(fates))), fates, strict=False):
        give_fate(account, world, rng, fate)


def lose_own_handle(world: World, rng: Random) -> Account | None:
    """Lets a stranger take ego's last former handle; None if ego had only one since the automatic one."""
    ego = world.ego
    if len(ego.handles) < 3:
        return None
    since, _ = ego.handles[-1]
    if since > world.end - 120 * DAY:
        return None
    stranger = recycled_by(ego.handles[-2][1], since, world.births, rng)
    world.people.accounts.append(stranger)
    return stranger

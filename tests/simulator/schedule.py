"""Fills the years: gives every person of the world its episodes until ego's replies are used up."""

from collections.abc import Callable, Mapping
from random import Random

from tests.simulator import conversations, occasions
from tests.simulator.clock import DAY, HOUR
from tests.simulator.fates import give_fate, give_follows
from tests.simulator.log import Form, World
from tests.simulator.population import Account
from tests.simulator.scene import Scene

_EPISODES: Mapping[str, Callable[[Scene, Account, int], None]] = {
    "comment": conversations.comment,
    "answer": conversations.answer,
    "call": conversations.call,
    "own_call": conversations.own_call,
    "circle": conversations.circle,
    "support": conversations.support,
    "binge": conversations.binge,
    "sprint": occasions.sprint,
    "morning": occasions.morning,
    "hello": occasions.hello,
}
_ONE_TALK = 40 * HOUR
_THEY_BEGIN = frozenset({"answer", "call", "hello"})


def fill_years(scene: Scene) -> None:
    """Plays the episodes of everybody known beforehand, then of acquaintances and passers until the share of replies is reached."""
    world = scene.world
    target = world.options.kind.replies * world.options.tweets
    core = [account for account in world.people.others if account.persona.is_core]
    expected = sum(account.persona.acts * _stretch(world, account) for account in core)
    factor = min(1.6, 0.72 * target / expected) if expected else 1.0
    for account in core:
        _play(scene, account, factor * _stretch(world, account))
    _fill_tail(scene, target, round(len(core) * world.options.kind.passers))


def _stretch(world: World, account: Account) -> float:
    """How much longer than in a 3,000-tweet world ego talks with one person: few people, but more with each."""
    return world.options.scale ** max(0.0, 0.9 - account.persona.grow)


def _fill_tail(scene: Scene, target: float, passers: int) -> None:
    """Passers for the people so far, then further people with theirs, until ego has written ``target`` replies."""
    world = scene.world
    names, weights = zip(*world.options.kind.tail.items(), strict=True)
    reached, seen = 0, 0
    while True:
        reached += sum(1 for tweet in world.own[seen:] if tweet.form is not Form.ORIGINAL)
        seen = len(world.own)
        if reached >= target:
            return
        if passers > 0:
            passers -= 1
            _pass_by(scene)
            continue
        _play(scene, _newly_met(scene, scene.rng.choices(names, weights)[0]), 1.0)
        passers = _whole(world.options.kind.passers, scene.rng)


def _whole(number: float, rng: Random) -> int:
    return int(number) + (rng.random() < number % 1)


def _newly_met(scene: Scene, persona: str) -> Account:
    account = scene.world.births.person(persona)
    scene.world.people.accounts.append(account)
    give_follows(account, scene.world, scene.rng)
    give_fate(account, scene.world, scene.rng)
    return account


def _pass_by(scene: Scene) -> None:
    """Somebody whom ego answers once and never again."""
    account = _newly_met(scene, "passer")
    _episode(scene, account, scene.moment(account))


def _play(scene: Scene, account: Account, factor: float) -> None:
    """Episodes with one person until ego has written to them as often as drawn, in bursts."""
    rng, row = scene.rng, account.persona
    wanted = max(2, round(row.acts * factor * rng.lognormvariate(-(row.tail**2) / 2, row.tail)))
    if row.name == "newcomer":
        met = occasions.welcome(scene, account, account.follows_ego or account.window[0])
        if met is None or met > scene.world.end - 30 * DAY:
            return
        account.window = (met + DAY, scene.world.end)
    if row.name == "hello_again":
        _say_hello(scene, account, wanted)
        return
    bursts = [rng.randrange(*account.window) for _ in range(max(2, wanted // 5))]
    met: set[int] = set()
    for _ in range(wanted * 4):
        if scene.acts[account.id] >= wanted:
            return
        at = scene.moment(account, rng.choice(bursts))
        # People rarely start a second talk with the same person within two days; a few do.
        if at // _ONE_TALK in met and rng.random() < 0.92:
            continue
        met.add(at // _ONE_TALK)
        _episode(scene, account, at)


def _say_hello(scene: Scene, account: Account, wanted: int) -> None:
    """One short visit after the other, with more than thirty silent days between them."""
    at = account.window[0]
    while scene.acts[account.id] < wanted:
        at = scene.world.rhythm.online_after(at + scene.rng.randrange(45, 140) * DAY, scene.rng)
        if at >= account.window[1]:
            return
        occasions.hello(scene, account, at)


def _episode(scene: Scene, account: Account, at: int) -> None:
    answered = scene.world.options.kind.answered
    kinds = account.persona.episodes
    weights = [weight * (min(1.0, answered) if kind in _THEY_BEGIN else 1.0) for kind, weight in kinds.items()]
    _EPISODES[scene.rng.choices(list(kinds), weights)[0]](scene, account, at)

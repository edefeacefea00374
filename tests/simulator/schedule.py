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
    "crowd": conversations.crowd,
    "feed": conversations.feed,
    "streak": conversations.streak,
    "support": conversations.support,
    "binge": conversations.binge,
    "sprint": occasions.sprint,
    "morning": occasions.morning,
    "hello": occasions.hello,
}
_READS_ON = 0.12
"""In hard worlds: how often a comment is one of several in a sitting."""
_ROUNDS: Mapping[str, float] = {"friend": 0.1, "lapsed": 0.1, "acquaintance": 0.25, "passing": 0.1}
"""In hard worlds: how often people are met in a thread of several."""
_IN_ROUNDS: Mapping[str, float] = {"circle": 1.0, "crowd": 1.0}
_CORE_SHARE = 0.72
_HARD_SPREAD = 30.0
_HARD_ANSWERS = 1.2
_HARD_SHARE = 0.7
_HARD_TAIL = 1.3
_ONE_TALK = 40 * HOUR
_THEY_BEGIN = frozenset({"answer", "call", "hello"})


def fill_years(scene: Scene) -> None:
    """Plays the episodes of everybody known beforehand, then of acquaintances and passers until the share of replies is reached."""
    world = scene.world
    target = world.options.kind.replies * world.options.tweets
    core = [account for account in world.people.others if account.persona.is_core]
    heavier = _HARD_TAIL if world.options.hard else 1.0
    drawn = [_draw_acts(account, scene.rng, heavier) * _stretch(world, account) for account in core]
    # The draws are heavy-tailed: without this a single busy friend could leave no room for the many who are answered once.
    factor = min(1.8, (_HARD_SHARE if world.options.hard else _CORE_SHARE) * target / sum(drawn)) if core else 1.0
    for account, acts in zip(core, drawn, strict=True):
        _play(scene, account, max(2, round(acts * factor)))
    _fill_tail(scene, target, round(len(core) * world.options.kind.passers))


def _draw_acts(account: Account, rng: Random, heavier: float = 1.0) -> float:
    tail = account.persona.tail * heavier
    return account.persona.acts * rng.lognormvariate(-(tail**2) / 2, tail)


def _stretch(world: World, account: Account) -> float:
    """How much longer than in a 3,000-tweet world ego talks with one person: few people, but more with each."""
    return world.options.scale ** max(0.0, 0.9 - account.persona.grow)


def _fill_tail(scene: Scene, target: float, passers: int) -> None:
    """Passers for the people so far, then further people with theirs, until ego has written ``target`` replies."""
    world = scene.world
    names, weights = zip(*world.options.kind.tail.items(), strict=True)
    reached, seen = 0, 0
    extra, fewer = (1.15, 0.75) if world.options.hard else (1.0, 1.0)
    while True:
        reached += sum(1 for tweet in world.own[seen:] if tweet.form is not Form.ORIGINAL)
        seen = len(world.own)
        if reached >= target:
            return
        if passers > 0:
            passers -= 1
            _pass_by(scene)
            continue
        account = _newly_met(scene, scene.rng.choices(names, weights)[0])
        _play(scene, account, max(2, round(_draw_acts(account, scene.rng) * fewer)))
        passers = _whole(world.options.kind.passers * extra, scene.rng)


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


def _play(scene: Scene, account: Account, wanted: int) -> None:
    """Episodes with one person until ego has written to them as often as wanted, in bursts."""
    rng, row = scene.rng, account.persona
    if row.name == "newcomer":
        met = occasions.welcome(scene, account, account.follows_ego or account.window[0])
        if met is None or met > scene.world.end - 30 * DAY:
            return
        account.window = (met + DAY, scene.world.end)
    if row.name == "hello_again":
        _say_hello(scene, account, wanted)
        return
    bursts = _bursts(account, max(2, wanted // 5), rng)
    met: set[int] = set()
    for _ in range(wanted * 4):
        if scene.acts[account.id] >= wanted:
            return
        at = scene.moment(account, rng.choice(bursts), _HARD_SPREAD if scene.world.options.hard else 17.0)
        # People rarely start a second talk with the same person within two days; a few do.
        if at // _ONE_TALK in met and rng.random() < 0.92:
            continue
        met.add(at // _ONE_TALK)
        _episode(scene, account, at)


def _bursts(account: Account, many: int, rng: Random) -> list[int]:
    """When they talk more than usual; friends do so until the end of their window, or else they would be lapsed."""
    low, high = account.window
    bursts = [rng.randrange(low, high) for _ in range(many)]
    if account.persona.relation == "friend":
        bursts[-1] = max(low, high - rng.randrange(120 * DAY))
    return bursts


def _say_hello(scene: Scene, account: Account, wanted: int) -> None:
    """Short visits all over the window, each after more than thirty silent days."""
    low, high = account.window
    span = max(60, (high - low) // DAY * 2 // wanted)
    at = low + scene.rng.randrange(30) * DAY
    while at < high:
        occasions.hello(scene, account, at)
        at = scene.world.rhythm.online_after(at + max(45, int(span * scene.rng.uniform(0.6, 1.3))) * DAY, scene.rng)


def _episode(scene: Scene, account: Account, at: int) -> None:
    answered = scene.world.options.kind.answered
    kinds = account.persona.episodes
    if scene.world.options.hard and account.persona.relation in _ROUNDS and scene.rng.random() < _ROUNDS[account.persona.relation]:
        kinds = _IN_ROUNDS
    weights = [weight * (min(1.0, answered) if kind in _THEY_BEGIN else 1.0) for kind, weight in kinds.items()]
    if scene.world.options.hard:
        weights = [weight * (_HARD_ANSWERS if kind == "answer" else 1.0) for kind, weight in zip(kinds, weights, strict=True)]
    kind = scene.rng.choices(list(kinds), weights)[0]
    if scene.world.options.hard and kind == "comment" and account.persona.is_core and scene.rng.random() < _READS_ON:
        kind = "feed"
    _EPISODES[kind](scene, account, at)

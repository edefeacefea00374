"""Builds one world from its options: people, fates, two-sided log, messages, likes."""

from dataclasses import replace
from random import Random

from tests.simulator.clock import DAY, Rhythm
from tests.simulator.fates import give_fate, give_follows, lose_own_handle, make_sure
from tests.simulator.fillers import fill_up
from tests.simulator.likes import like_the_rest
from tests.simulator.log import World
from tests.simulator.messages import write_messages
from tests.simulator.options import Options
from tests.simulator.population import Account, make_population
from tests.simulator.scene import Scene
from tests.simulator.schedule import fill_years

_HARD_GUSTS = 2.0


def build_world(options: Options | None = None) -> World:
    """The world of these options. Each step has its own stream of chance, so that a change in one leaves the others as they were."""
    asked = options or Options()
    options = replace(asked, tweets=round(asked.tweets * (1 + asked.kind.forgets)))

    def chance(step: str) -> Random:
        return Random(f"{options.seed}/{options.owner}/{step}")

    years = options.kind.years * min(2.2, max(1.0, options.scale**0.15))
    start = options.end - int(years * 365) * DAY
    sittings = min(5.0, options.kind.sittings * max(0.3, options.scale) ** 0.55)
    rhythm = Rhythm(options.zone, start, options.end, sittings, 3 if years > 3 else 0, chance("rhythm"), _HARD_GUSTS if options.hard else 0.8)
    people, births = make_population(options, start, chance("population"))
    world = World(options, people, births, rhythm)
    fates = chance("fates")
    for account in people.others:
        give_follows(account, world, fates)
    for account in people.others:
        give_fate(account, world, fates)
    make_sure(world, fates)
    heir = lose_own_handle(world, fates)
    _name_the_alt(world)
    scene = Scene(world, chance("log"))
    fill_years(scene)
    fill_up(scene, heir)
    write_messages(Scene(world, chance("messages")))
    scene.rng = chance("likes")
    like_the_rest(scene)
    _close_doors(world, chance("doors"))
    world.own.sort(key=lambda tweet: tweet.id)
    if options.kind.forgets:
        world.forgotten, world.own = world.own[: -asked.tweets], world.own[-asked.tweets :]
    world.turns.sort(key=lambda turn: turn.id)
    people.settle()
    return world


def _name_the_alt(world: World) -> None:
    for account in world.people.of("own_alt"):
        account.name = f"{world.ego.first_name}, the other notebook"


def _close_doors(world: World, rng: Random) -> None:
    """Blocks and mutes, contradictions included: somebody muted but followed, somebody blocked with whom ego had talked."""
    strangers = [world.births.person("stranger") for _ in range(8)]
    world.people.accounts.extend(strangers)
    talked = world.people.of("acquaintance")
    followed = [account for account in world.people.of("content_follow", "following_number") if account.followed is not None]
    blocked: list[Account] = strangers + talked[:1]
    for account in blocked:
        account.followed = account.follows_ego = None
    world.blocks = blocked
    world.mutes = rng.sample(followed, min(2, len(followed))) + world.people.of("prolific_poster")[:1]
    friends = world.people.of("friend", "sprint_partner")
    slugs = ("writers", "word-sprinters", "kind-people", "reading-list", "baltic-writers", "drafts")
    world.lists_member = [
        f"https://twitter.com/{friend.handle}/lists/{slug}" for friend, slug in zip(friends, slugs, strict=False) if friend.gone is None
    ]
    world.lists_created = [f"https://twitter.com/{world.ego.handle}/lists/sprinters"]

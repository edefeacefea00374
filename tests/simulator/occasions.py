"""The occasions behind the five signs: word sprints, good mornings, hellos after a silence, welcomes that are answered."""

from typing import TypeVar

from tests.simulator.clock import DAY, HOUR, MINUTE, time_of
from tests.simulator.conversations import go_on
from tests.simulator.log import Own, Turn
from tests.simulator.phrases import SPRINT_TAGS, say
from tests.simulator.population import Account
from tests.simulator.scene import Scene

_Item = TypeVar("_Item", Own, Turn)


def sprint(scene: Scene, who: Account, at: int) -> None:
    """A word sprint around a full or half hour: a call, a start, and the counts afterwards."""
    rng, rhythm = scene.rng, scene.world.rhythm
    hour = min(max(rhythm.hour(at), 8.5), 21.5)
    slot = rhythm.at_hour(at, round(hour * 2) / 2)
    tag = rng.choice(SPRINT_TAGS)
    # Only sprinters who come along with this one are named: being named is an act towards them.
    others = scene.companions(who, at, "sprint_partner")
    partners = [who, *rng.sample(others, min(len(others), rng.choice((0, 0, 1, 2))))]
    call_at = slot - rng.randrange(2, 9) * MINUTE - rng.randrange(MINUTE)
    clock = f"{int(rhythm.hour(slot)):02}:{30 if rhythm.hour(slot) % 1 > 0.4 else 0:02}"
    names = " ".join("@" + person.handle_at(call_at) for person in partners)
    words, language = say("sprint_call", rng, tag=tag, slot=clock, who=names)
    invitation = scene.mention(partners, call_at, words, language)
    if invitation is None:
        return
    for partner in partners:
        if partner is who or rng.random() < 0.55:
            _sprint_with(scene, partner, invitation, slot, tag)


def _sprint_with(scene: Scene, who: Account, invitation: Own, slot: int, tag: str) -> None:
    rng = scene.rng
    own: list[Own] = [invitation]
    turns: list[Turn] = []
    if not scene.answers(who, 1.2):
        return
    joined = scene.hear(who, time_of(invitation.id) + rng.randrange(20_000, 150_000), invitation, "sprint_in", tag=tag)
    _add(turns, joined)
    begun = scene.reply(who, time_of(joined.id) + rng.randrange(15_000, 90_000), joined.id, "sprint_go", tag=tag) if joined else None
    _add(own, begun)
    if begun is not None and scene.answers(who, 1.2):
        end = max(slot + 30 * MINUTE, time_of(begun.id) + 10 * MINUTE)
        counted = scene.hear(who, end + rng.randrange(8 * MINUTE), begun, "sprint_theirs", tag=tag)
        _add(turns, counted)
        told = scene.reply(who, time_of(counted.id) + scene.world.rhythm.glance(rng), counted.id, "sprint_count", tag=tag) if counted else None
        _add(own, told)
        mine, theirs = go_on(scene, [who], told, 2, "their_answer", "sprint_last", tag=tag)
        own.extend(mine)
        turns.extend(theirs)
    if len(own) >= 3:
        scene.sign("sprint", who, own, turns)


def morning(scene: Scene, who: Account, at: int) -> None:
    """A good morning before the first coffee, begun by either side."""
    rng, rhythm = scene.rng, scene.world.rhythm
    at = rhythm.at_hour(at, rng.uniform(6.2, 9.0))
    own: list[Own] = []
    turns: list[Turn] = []
    if rng.random() < 0.55:
        first = scene.reply(who, at, scene.post(who, at - rng.randrange(2, 70) * MINUTE), "morning")
        _add(own, first)
        if first is None or not scene.answers(who):
            return
        said = at + int(min(rng.lognormvariate(1.8, 1.0), 80.0) * MINUTE)
        back = scene.hear(who, said, first, "morning_theirs")
    else:
        said = at
        back = scene.hear(who, said, None, "morning_theirs")
    if back is None:
        return
    turns.append(back)
    greeted = scene.reply(who, said + rhythm.glance(rng) % (25 * MINUTE), back.id, "morning_answer")
    _add(own, greeted)
    mine, theirs = go_on(scene, [who], greeted, 2)
    scene.sign("morning", who, own + mine, turns + theirs)


def hello(scene: Scene, who: Account, at: int) -> None:
    """They reach out after a long silence; the caller sees to the silence."""
    reached = scene.hear(who, at - int(scene.rng.lognormvariate(3.0, 1.0) * MINUTE), None, "hello_theirs")
    if reached is None:
        return
    first = scene.reply(who, at, reached.id, "hello_answer")
    if first is not None:
        mine, theirs = go_on(scene, [who], first, 4)
        scene.sign("hello", who, [first, *mine], [reached, *theirs])


def welcome(scene: Scene, who: Account, followed: int) -> int | None:
    """Ego welcomes a new follower, who mostly answers within some days; returns when the two had met, None if they never did."""
    rng, rhythm = scene.rng, scene.world.rhythm
    at = rhythm.online_after(followed + rng.randrange(10 * MINUTE, 12 * HOUR), rng)
    greeting = scene.reply(who, at, None, "welcome")
    if greeting is None or not scene.answers(who, 1.15):
        return None
    said = at + scene.their_delay(who) + (rng.randrange(DAY, 8 * DAY) if rng.random() < 0.2 else 0)
    back = scene.hear(who, said, greeting, "welcome_theirs")
    if back is None:
        return None
    thanked = scene.reply(who, scene.ego_sees(said, at), back.id, "welcome_reply")
    mine, theirs = go_on(scene, [who], thanked, 3)
    scene.sign("welcome_answer", who, [greeting, *([thanked] if thanked else []), *mine], [back, *theirs])
    return said


def _add(items: list[_Item], item: _Item | None) -> None:
    if item is not None:
        items.append(item)

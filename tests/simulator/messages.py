"""Direct messages: talks of two, promoters, an automatic welcome, groups in which ego writes, and a spam group in which nobody asked ego."""

from random import Random

from tests.simulator.clock import DAY, HOUR, MINUTE, snowflake, time_of
from tests.simulator.log import Conversation, Message, World
from tests.simulator.phrases import say
from tests.simulator.population import Account
from tests.simulator.scene import Scene

_PRUNED = 0.1
_REACTIONS = ("like", "funny", "emoji", "agree", "surprised")


def write_messages(scene: Scene) -> None:
    """Plays all conversations of the world."""
    world, rng = scene.world, scene.rng
    if not world.options.messages:
        return
    for account in world.people.others:
        if account.persona.dm and rng.random() < account.persona.dm:
            talk = Conversation(other=account, members=[world.ego, account])
            if account.persona.name == "promoter":
                _advertise(scene, talk)
            else:
                _talk(scene, talk)
            if talk.messages:
                (world.pruned if _is_deleted(scene, account) else world.talks).append(talk)
    for desk in world.people.of("support_desk")[:1]:
        _automatic_welcome(world, desk, rng)
    _groups(scene)
    _spam_group(scene)


def _is_deleted(scene: Scene, account: Account) -> bool:
    """Whether ego deleted the conversation since."""
    return scene.world.options.hard and (account.persona.name == "pruned_friend" or scene.rng.random() < _PRUNED)


def _one(world: World, sender: Account, at: int, rng: Random, occasion: str = "dm") -> Message:
    text = say(occasion, rng, sender.language, name=world.ego.first_name)[0]
    return Message(snowflake(at, rng), sender, text)


def _react(message: Message, who: Account, world: World, rng: Random) -> None:
    at = time_of(message.id) + rng.randrange(20_000, 2 * HOUR)
    if rng.random() < 0.06 and at < world.end:
        message.reactions = ((who, rng.choice(_REACTIONS), at, snowflake(at, rng)),)


def _talk(scene: Scene, talk: Conversation) -> None:
    world, rng, other = scene.world, scene.rng, talk.other
    assert other is not None
    days = max(1, round(other.persona.dm_days * world.options.scale**0.4 * rng.lognormvariate(-0.3, 0.8)))
    for _ in range(days):
        at = scene.moment(other)
        sender = other if rng.random() < 0.5 else world.ego
        for _ in range(int(rng.lognormvariate(1.4, 0.8)) + 1):
            if at >= world.end - MINUTE:
                break
            message = _one(world, sender, at, rng)
            _react(message, other if sender is world.ego else world.ego, world, rng)
            talk.messages.append(message)
            sender = sender if rng.random() < 0.35 else other if sender is world.ego else world.ego
            at += int(min(rng.lognormvariate(0.9, 1.4), 240) * MINUTE) + 2_000
    talk.messages.sort(key=lambda message: message.id)


def _advertise(scene: Scene, talk: Conversation) -> None:
    """A promoter writes one to three times; ego never answers."""
    rng, other = scene.rng, talk.other
    assert other is not None
    for _ in range(rng.choice((1, 1, 2, 3))):
        talk.messages.append(_one(scene.world, other, scene.moment(other), rng, "advert"))
    talk.messages = sorted((one for one in talk.messages if time_of(one.id) < scene.world.end - MINUTE), key=lambda message: message.id)


def _automatic_welcome(world: World, desk: Account, rng: Random) -> None:
    at = rng.randrange(world.rhythm.start, world.end - DAY)
    greeting = Message(snowflake(at, rng), desk, "Hi! How can we help you today?", "welcomeMessageCreate")
    world.talks.append(Conversation(other=desk, members=[world.ego, desk], messages=[greeting]))


def _groups(scene: Scene) -> None:
    """Two or three groups of people who know each other; in the first one ego was added, one ego made, one lost a member."""
    world, rng = scene.world, scene.rng
    pool = world.people.of("group_member", "sprint_partner", "friend")
    if len(pool) < 4:
        return
    span = world.end - world.rhythm.start
    for number, name in enumerate(("Sprint room", "Saturday drafts", "Ferry weekend")):
        members = rng.sample(pool, min(len(pool), rng.choice((3, 4, 5))))
        begun = world.rhythm.sitting(world.rhythm.start + span * (number + 1) // 5, world.end - span // 5, rng)
        group = Conversation(group=snowflake(begun, rng), members=[world.ego, *members], names=[(members[0], name, begun + 90_000)])
        if number != 1:
            group.joined = (members[0], [*members, world.ego], begun + 1_000)
        if number == 2:
            group.left = [(members[-1], begun + 3 * DAY)]
            members = members[:-1]
        _talk_in_group(scene, group, members, begun)
        world.groups.append(group)


def _talk_in_group(scene: Scene, group: Conversation, members: list[Account], begun: int) -> None:
    world, rng = scene.world, scene.rng
    at = begun + 10 * MINUTE
    for _ in range(rng.randrange(5, 14)):
        for _ in range(rng.randrange(3, 9)):
            if at >= world.end - MINUTE:
                return
            sender = world.ego if rng.random() < 0.35 else rng.choice(members)
            message = _one(world, sender, at, rng)
            _react(message, world.ego if sender is not world.ego else rng.choice(members), world, rng)
            group.messages.append(message)
            at += int(rng.expovariate(1 / 6) * MINUTE) + 3_000
        at = world.rhythm.online_after(at + rng.randrange(1, 20) * DAY, rng)


def _spam_group(scene: Scene) -> None:
    """Many people, one message, ego silent; hard worlds have three, and in the last one ego asks to be left alone."""
    world = scene.world
    crowd = world.people.of("spam_group")
    if len(crowd) < 20:
        return
    for number in range(3 if world.options.hard else 1):
        _one_spam_group(scene, crowd, number == 2)


def _one_spam_group(scene: Scene, crowd: list[Account], protests: bool) -> None:
    world, rng = scene.world, scene.rng
    at = rng.randrange((world.rhythm.start + world.end) // 2, world.end - 20 * DAY)
    crowd = [account for account in crowd if account.born < at]
    sender = crowd[0]
    group = Conversation(group=snowflake(at, rng), members=[world.ego, *crowd], joined=(sender, [*crowd, world.ego], at + 500))
    group.messages.append(_one(world, sender, at + 2_000, rng, "advert"))
    if protests:
        group.messages.append(Message(snowflake(at + 3 * HOUR, rng), world.ego, "Please take me off this list."))
    world.groups.append(group)

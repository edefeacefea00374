"""Exchanges between ego and others as they really run: who opens, who answers after how long, who goes on."""

from collections.abc import Mapping, Sequence

from tests.simulator.clock import DAY, HOUR, MINUTE, time_of
from tests.simulator.log import Own, Turn
from tests.simulator.phrases import say
from tests.simulator.population import Account
from tests.simulator.scene import Scene

_PATIENCE = 4 * DAY
_COMES_BACK: Mapping[str, float] = {"friend": 0.05, "lapsed": 0.05, "acquaintance": 0.04, "one_sided": 0.02}
_POSTS_ON = 0.3
_CALLED_TOGETHER = 0.35
_CARRIES_EGO = 0.4
_STAYS_IN_THREAD = 0.012


def go_on(
    scene: Scene, people: Sequence[Account], last: Own | None, limit: int, theirs: str = "their_answer", mine: str = "reply", **slots: str
) -> tuple[list[Own], list[Turn]]:
    """Lets the others answer ego's tweet and ego answer back, at most ``limit`` times, until one side stops.

    With several people each answer comes from one of them and the others are carried along in the prefix.
    """
    own: list[Own] = []
    turns: list[Turn] = []
    while last is not None and len(own) < limit:
        who = people[0] if len(people) == 1 or scene.rng.random() < 0.5 else scene.rng.choice(people)
        if not scene.answers(who):
            break
        turn = scene.hear(who, scene.they_answer(who, time_of(last.id)), last, theirs, **slots)
        if turn is None:
            break
        turns.append(turn)
        if scene.rng.random() > who.persona.stays:
            break
        heard = time_of(turn.id)
        at = scene.ego_sees(heard, time_of(last.id))
        if at - heard > _PATIENCE:
            break
        carried = [person for person in people if person is not who]
        last = scene.reply(who, at, turn.id, mine, carried, **slots)
        if last is not None:
            own.append(last)
    return own, turns


def comment(scene: Scene, who: Account, at: int) -> None:
    """Ego comments on a public tweet of theirs."""
    first = scene.reply(who, at, scene.post(who, scene.before(at)), "comment")
    go_on(scene, [who], first, 6)
    if scene.world.options.hard and first is not None and scene.rng.random() < _COMES_BACK.get(who.persona.relation, 0.0):
        _comment_again(scene, who, time_of(first.id))


def _comment_again(scene: Scene, who: Account, at: int) -> None:
    """Some hours later they post something new, to everybody, and ego comments on that, too."""
    posted = at + int(min(scene.rng.lognormvariate(4.4, 1.2), 2_400.0) * MINUTE)
    go_on(scene, [who], scene.reply(who, scene.world.rhythm.online_after(posted, scene.rng), scene.post(who, posted), "comment"), 3)


def feed(scene: Scene, who: Account, at: int) -> None:
    """Ego reads on and comments here and there; meanwhile they answer, or post something else to everybody on which ego comments, too."""
    rng, glance = scene.rng, scene.world.rhythm.glance
    around = scene.companions(who, at, "friend", "lapsed_friend", "prolific_poster", "celebrity", "daily_celebrity")
    first = scene.reply(who, at, scene.post(who, scene.before(at)), "comment")
    now = at
    for other in rng.sample(around, min(len(around), rng.choice((1, 2, 2, 3)))):
        now += glance(rng)
        scene.reply(other, now, scene.post(other, scene.before(now)), "comment")
    if first is None:
        return
    if scene.answers(who):
        turn = scene.hear(who, scene.they_answer(who, at), first, "their_answer")
        if turn is not None and rng.random() < who.persona.stays:
            seen = max(scene.ego_sees(time_of(turn.id), at), now + glance(rng))
            go_on(scene, [who], scene.reply(who, seen, turn.id, "reply"), 3)
    elif rng.random() < _POSTS_ON:
        posted = at + int(rng.expovariate(1 / 25) * MINUTE) + MINUTE
        scene.reply(who, max(posted, now) + glance(rng), scene.post(who, posted), "comment")


def crowd(scene: Scene, who: Account, at: int) -> None:
    """A thread of several people: one of them calls ego and others together, or ego joins it uncalled.

    Then some answers carry ego along, and now and then ego comments on one that does not.
    """
    rng = scene.rng
    around = scene.companions(who, at, "bystander", "acquaintance", "celebrity")
    if rng.random() < _CALLED_TOGETHER * _sociable(scene):
        others = rng.sample(around, min(len(around), rng.choice((1, 2, 2, 3))))
        go_on(scene, [who, *others], _called(scene, who, at, others), 3)
        return
    others = rng.sample(around, min(len(around), rng.choice((1, 1, 1, 2))))
    first = scene.reply(who, at, scene.post(who, scene.before(at)), "comment", others)
    if first is None:
        return
    own, _ = go_on(scene, [who, *others], first, 3)
    if own:
        return
    if rng.random() < _CARRIES_EGO * _sociable(scene):
        one = rng.choice([who, *others])
        turn = scene.hear(one, scene.they_answer(one, at), first, "their_answer")
        if turn is not None and rng.random() < 0.6:
            rest = [person for person in (who, *others) if person is not one]
            scene.reply(one, scene.ego_sees(time_of(turn.id), at), turn.id, "reply", rest)
    elif rng.random() < _STAYS_IN_THREAD:
        posted = at + int(rng.expovariate(1 / 50) * MINUTE) + MINUTE
        scene.reply(who, scene.world.rhythm.online_after(posted, rng), scene.post(who, posted), "comment", others)


def _sociable(scene: Scene) -> float:
    """Threads take an owner along whom nobody answers, too, but less."""
    return 0.3 + 0.7 * min(1.0, scene.world.options.kind.answered)


def _called(scene: Scene, who: Account, at: int, others: Sequence[Account]) -> Own | None:
    """They address ego and others together, and ego's answer carries the others along."""
    call = scene.hear(who, scene.before(at), None, "their_call")
    return scene.reply(who, at, call.id, "reply", others) if call is not None else None


def streak(scene: Scene, who: Account, at: int) -> None:
    """Ego comments on somebody's posts day after day, about when they appear; nobody answers."""
    rng = scene.rng
    hour = scene.world.rhythm.hour(at)
    for day in range(rng.randrange(4, 15)):
        seen = scene.world.rhythm.at_hour(at + day * DAY, min(max(hour + rng.gauss(0, 1.0), 6.5), 23.4))
        if rng.random() < 0.85 and scene.reply(who, seen, scene.post(who, scene.before(seen)), "comment") is None:
            return


def answer(scene: Scene, who: Account, at: int) -> None:
    """They answer a tweet of ego that was addressed to nobody, and ego replies."""
    opening = _opening_near(scene, who, at)
    if opening is None:
        return
    said = scene.they_answer(who, time_of(opening.id))
    turn = scene.hear(who, said, opening, "their_answer")
    if turn is None:
        return
    seen = scene.ego_sees(said, time_of(opening.id))
    if seen - said < _PATIENCE:
        go_on(scene, [who], scene.reply(who, seen, turn.id, "reply"), 5)


def call(scene: Scene, who: Account, at: int) -> None:
    """They address ego out of the blue, and ego replies."""
    turn = scene.hear(who, at - scene.their_delay(who), None, "their_call")
    if turn is not None:
        go_on(scene, [who], scene.reply(who, at, turn.id, "reply"), 4)


def own_call(scene: Scene, who: Account, at: int) -> None:
    """Ego addresses them out of the blue: in the body of a tweet, or as a tweet that begins with their handle."""
    if scene.rng.random() < 0.65:
        words, language = say("mention", scene.rng, who="@" + who.handle_at(at))
        first = scene.mention([who], at, words, language)
    else:
        first = scene.reply(who, at, None, "own_call")
    go_on(scene, [who], first, 3)


def circle(scene: Scene, who: Account, at: int) -> None:
    """A round of several people of the same circle talks in one thread."""
    friends = [person for person in scene.companions(who, at, "friend", "group_member") if person.circle == who.circle]
    people = [who, *scene.rng.sample(friends, min(len(friends), scene.rng.choice((1, 2, 2, 3))))]
    if scene.world.options.hard and scene.rng.random() < _CALLED_TOGETHER * _sociable(scene):
        first = _called(scene, who, at, people[1:])
    else:
        first = scene.reply(who, at, scene.post(who, scene.before(at)), "comment", people[1:])
    go_on(scene, people, first, 7)


def support(scene: Scene, who: Account, at: int) -> None:
    """Ego asks a help desk, which answers everybody."""
    go_on(scene, [who], scene.reply(who, at, None, "support"), 3, "support_theirs", "support_reply")


def binge(scene: Scene, who: Account, at: int) -> None:
    """Ego catches up with somebody who posts all day and comments on several posts, now and then on one that came in meanwhile."""
    rng = scene.rng
    for _ in range(rng.choice((2, 2, 3, 4))):
        if rng.random() < (0.12 if scene.world.options.hard else 0.25):
            posted = at + int(rng.expovariate(1 / 25) * MINUTE)
            at = posted + scene.world.rhythm.glance(rng)
        else:
            posted = at - int(rng.expovariate(1 / 5) * HOUR) - MINUTE
        if scene.reply(who, at, scene.post(who, posted), "comment") is None:
            return
        at += scene.world.rhythm.glance(rng)


def _opening_near(scene: Scene, who: Account, at: int) -> Own | None:
    """An own tweet they can answer: often one that others answer, too."""
    low, high = who.window
    if scene.openings and scene.rng.random() < 0.4:
        for _ in range(4):
            tweet = scene.rng.choice(scene.openings)
            if low <= time_of(tweet.id) < high:
                return tweet
    words, language = say("original", scene.rng)
    return scene.original(at, words, language)

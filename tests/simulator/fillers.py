"""The rest of ego's tweets: openings, threads, retweets, quotes, people named in passing, edits, long texts, deletions."""

from random import Random

from tests.simulator.clock import DAY, HOUR, MINUTE, SECOND, snowflake, time_of
from tests.simulator.log import Form, Own, Turn, World
from tests.simulator.phrases import CIRCLE_TAGS, say
from tests.simulator.population import Account
from tests.simulator.scene import Scene

_EDITS_SINCE = 1_664_841_600_000
_NOTES_SINCE = 1_676_332_800_000


def fill_up(scene: Scene, old_handle_taken_by: Account | None) -> None:
    """Writes what is missing to the asked number of tweets."""
    world = scene.world
    kind, asked = world.options.kind, world.options.tweets
    for account in world.people.of("mentioned"):
        if len(world.own) < asked:
            _name(scene, account)
    if old_handle_taken_by is not None and len(world.own) < asked:
        _greet_the_stranger(scene, old_handle_taken_by)
    room = max(0, asked - len(world.own) - 4)
    retweets, quotes = (
        min(round(share * asked), round(room * share / (kind.retweets + kind.quotes + 0.06))) for share in (kind.retweets, kind.quotes)
    )
    _retweet(scene, retweets)
    quoted = world.people.of("content_follow", "friend", "celebrity") or world.people.others
    for _ in range(quotes):
        _quote(scene, scene.rng.choice(quoted))
    _special(scene)
    while len(world.own) < asked:
        if scene.openings and scene.rng.random() < 0.22:
            _thread(scene)
        else:
            _open(scene)


def _anytime(scene: Scene) -> int:
    rhythm = scene.world.rhythm
    return rhythm.sitting(rhythm.start, rhythm.end - HOUR, scene.rng)


def _open(scene: Scene) -> None:
    rng = scene.rng
    words, language = say("original", rng)
    if rng.random() < 0.3:
        words += f" {rng.choice(CIRCLE_TAGS)}"
    at, links, media = _anytime(scene), (), None
    if rng.random() < 0.12:
        link = scene.short_link()
        words, links = f"{words} {link}", ((link, f"https://example.org/{rng.choice(('notes', 'stories', 'diary'))}/{rng.randrange(400)}"),)
    elif rng.random() < 0.18:
        media = scene.short_link()
        words = f"{words} {media}"
    tweet = scene.own(Form.ORIGINAL, at, words, language=language, links=links, media=media)
    if tweet is not None:
        scene.openings.append(tweet)


def _thread(scene: Scene) -> None:
    before = scene.rng.choice(scene.openings)
    words, language = say("thread", scene.rng)
    at = time_of(before.id) + scene.rng.randrange(40 * SECOND, 20 * MINUTE)
    scene.own(Form.THREAD, at, words, scene.world.ego, before.id, language)


def _name(scene: Scene, account: Account) -> None:
    at = scene.moment(account)
    words, language = say("mention", scene.rng, who="@" + account.handle_at(at))
    scene.mention([account], at, words, language)


def _greet_the_stranger(scene: Scene, stranger: Account) -> None:
    """After the rename: somebody else now answers to ego's former handle."""
    at = scene.world.rhythm.sitting(min(stranger.born + 5 * DAY, scene.world.end - 3 * DAY), scene.world.end - DAY, scene.rng)
    scene.mention([stranger], at, f"Somebody else writes as @{stranger.handle_at(at)} now, that is no longer me. Be kind to them!")


def _weighted_authors(world: World, rng: Random, many: int) -> list[Account]:
    """Whom ego retweets: mostly accounts followed for their posts, some friends, and a long tail of people met only there."""
    tail = world.people.of("retweeted")
    once = tail[: min(len(tail), many * 2 // 5)]
    regulars = world.people.of("content_follow") + world.people.of("friend", "sprint_partner", "celebrity")[::2]
    weights = [1 / (place + 2) ** 0.8 for place in range(len(regulars))]
    rest = rng.choices(regulars, weights, k=many - len(once)) if regulars else []
    return once + rest


def _retweet(scene: Scene, many: int) -> None:
    for author in _weighted_authors(scene.world, scene.rng, many):
        _pass_on(scene, author)


def _pass_on(scene: Scene, author: Account) -> None:
    rng, at = scene.rng, scene.moment(author)
    posted = scene.before(at)
    tweet = snowflake(posted, rng)
    named = False
    if author.persona.relation == "friend" and rng.random() < 0.2:
        body = say("their_call", rng, ego=scene.own_handle(posted), name="you")[0]
        named = True
    else:
        body = " ".join(say("post", rng)[0] for _ in range(2 if rng.random() < 0.3 else 1))
    media, source = None, None
    if rng.random() < 0.4:
        media, source = scene.short_link(), (author, tweet)
        body = f"{body[:80].rsplit(' ', 1)[0]} {media}"
    text = f"RT @{author.handle_at(at)}: {body}"
    if len(text) > 140:
        text = text[:139] + "…"
    if media is not None and media not in text:
        media, source = None, None
    passed_on = scene.own(Form.RETWEET, at, text, media=media, source=source)
    if passed_on is None:
        return
    if named:
        scene.world.turns.append(Turn(tweet, author, None))
    if rng.random() < 0.45:
        scene.like(posted, tweet, author, body)


def _quote(scene: Scene, author: Account) -> None:
    rng = scene.rng
    at = scene.moment(author)
    tweet = scene.post(author, scene.before(at))
    words, language = say("quote", rng)
    link = scene.short_link()
    scene.own(Form.QUOTE, at, f"{words} {link}", language=language, links=((link, scene.status_link(author, tweet, at)),))


def _special(scene: Scene) -> None:
    """One edited tweet (two records), one long text, one tweet deleted in the last two weeks."""
    world, rng = scene.world, scene.rng
    if world.options.tweets >= 200 and world.end > _EDITS_SINCE + 100 * DAY:
        at = world.rhythm.sitting(max(_EDITS_SINCE, world.rhythm.start), world.end - DAY, rng)
        words = say("original", rng)[0]
        first = scene.own(Form.ORIGINAL, at, words.replace(" ", "  ", 1))
        second = scene.own(Form.ORIGINAL, at + 3 * MINUTE, words)
        if first is not None and second is not None:
            first.edits = second.edits = (first.id, second.id)
    if world.end > _NOTES_SINCE + 100 * DAY:
        at = world.rhythm.sitting(max(_NOTES_SINCE, world.rhythm.start), world.end - DAY, rng)
        full = " ".join(say("original", rng)[0] for _ in range(8))
        tweet = scene.own(Form.ORIGINAL, at, full[:279].rstrip() + "…")
        if tweet is not None:
            world.notes.append((tweet, full))
    at = world.end - rng.randrange(5, 12) * DAY
    world.deleted.append((Own(snowflake(at, rng), Form.ORIGINAL, say("original", rng)[0]), at + rng.randrange(1, 60) * HOUR))

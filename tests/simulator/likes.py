"""The likes that come from nowhere: posts of people ego follows quietly, of strangers, of ego's own, and texts that are lost."""

from tests.simulator.clock import HOUR, snowflake, time_of
from tests.simulator.log import Like
from tests.simulator.phrases import say
from tests.simulator.scene import Scene

_CLOSED = "You’re unable to view this Post because this account owner limits who can view their Posts. {learnmore}"
_SUSPENDED = "This Post is from a suspended account. {learnmore}"


def like_the_rest(scene: Scene) -> None:
    """Likes until the owner's number is reached; then loses the text of one in a hundred and closes a few."""
    world, rng = scene.world, scene.rng
    missing = round(world.options.kind.likes * world.options.tweets) - len(world.likes)
    liked = world.people.of("content_quiet", "content_follow") * 3 + world.people.of("celebrity", "prolific_poster", "friend", "retweeted")
    for _ in range(max(0, missing)):
        author = rng.choice(liked)
        at = world.rhythm.sitting(max(author.born, world.rhythm.start), world.end - HOUR, rng)
        posted = scene.before(at)
        words = say("post", rng)[0]
        if rng.random() < 0.1:
            words = f"@{rng.choice(liked).handle_at(posted)} {words}"
        if rng.random() < 0.3:
            words = f"{words} {scene.short_link()}"
        world.likes.append(Like(at, snowflake(posted, rng), author, words))
    if scene.openings:
        own = rng.choice(scene.openings)
        scene.like(time_of(own.id), own.id, world.ego, own.text)
    for like in world.likes:
        pick = rng.random()
        if like.who.gone is not None and pick < 0.9:
            like.text = _SUSPENDED
        elif pick < 0.01:
            like.text = None
        elif pick < 0.035:
            like.text = _CLOSED

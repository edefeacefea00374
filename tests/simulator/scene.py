"""The stage on which the log is written: the few acts that ego and the others can do, each with the handles as at that moment."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from tests.simulator.clock import DAY, HOUR, MINUTE, SECOND, snowflake, time_of
from tests.simulator.log import Form, Like, Own, Sign, Turn, World
from tests.simulator.phrases import say
from tests.simulator.population import Account

_THANKS = ("Thanks for this.", "Thank you!", "Merci !", "Danke,", "Gracias.")
_ANSWERS = ("Oh,", "Haha!", "Yes!", "Exactly.", "Ah,", "lol", "No!", "Oui,", "Ja,", "true,")
_ZONES = (0, 0, 0, 0, 0, -1, -1, 1, -6, -8, 8)
_SHORT_LINK = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_RENAMED_SITE = 1_715_900_000_000  # generated links use x.com from about May 2024


class Scene:
    """Writes into a world. Every act returns None when its moment would lie after the archive's date."""

    def __init__(self, world: World, rng: Random) -> None:
        self.world, self.rng = world, rng
        self.acts: Counter[int] = Counter()
        self.openings: list[Own] = []
        self._companions: dict[tuple[str, ...], list[Account]] = {}

    def companions(self, who: Account, at: int, *personas: str) -> list[Account]:
        """Others of these personas who were around at that time."""
        known = self._companions.get(personas)
        if known is None:
            known = self._companions[personas] = self.world.people.of(*personas)
        return [person for person in known if person is not who and person.window[0] < at < person.window[1]]

    def short_link(self) -> str:
        """A fresh t.co link."""
        return "https://t.co/" + "".join(self.rng.choices(_SHORT_LINK, k=10))

    @staticmethod
    def status_link(who: Account, tweet: int, at: int) -> str:
        """The address of a tweet as it looked at that time."""
        host = "x.com" if at >= _RENAMED_SITE else "twitter.com"
        return f"https://{host}/{who.handle_at(at)}/status/{tweet}"

    def own_handle(self, at: int) -> str:
        """How others wrote ego's name then."""
        return "@" + self.world.ego.handle_at(at)

    def own(
        self,
        form: Form,
        at: int,
        text: str,
        to: Account | None = None,
        parent: int | None = None,
        language: str = "en",
        links: tuple[tuple[str, str], ...] = (),
        media: str | None = None,
        source: tuple[Account, int] | None = None,
    ) -> Own | None:
        """Ego writes a tweet."""
        if at >= self.world.end - MINUTE or (parent is not None and at <= time_of(parent)):
            return None
        tweet = Own(snowflake(at, self.rng), form, text, to, parent, links, media, source, language)
        self.world.own.append(tweet)
        if to is not None:
            self.acts[to.id] += 1
        return tweet

    def original(self, at: int, text: str, language: str = "en") -> Own | None:
        """A tweet to nobody; others may answer it."""
        tweet = self.own(Form.ORIGINAL, at, text, language=language)
        if tweet is not None:
            self.openings.append(tweet)
        return tweet

    def mention(self, people: Sequence[Account], at: int, text: str, language: str = "en") -> Own | None:
        """A tweet that names people in its body."""
        tweet = self.own(Form.ORIGINAL, at, text, language=language)
        if tweet is not None:
            self.acts.update(person.id for person in people)
        return tweet

    def reply(self, who: Account, at: int, parent: int | None, occasion: str, carried: Sequence[Account] = (), **slots: str) -> Own | None:
        """Ego replies to (or, without ``parent``, addresses) somebody; ``carried`` are the handles that come along."""
        body, language = say(occasion, self.rng, who.language, name=who.first_name, **slots)
        if self.world.options.hard and occasion == "comment":
            body = self._begun(body)
        lead = " ".join("@" + person.handle_at(at) for person in (who, *carried))
        return self.own(Form.REPLY, at, f"{lead} {body}", who, parent, language)

    def _begun(self, comment: str) -> str:
        """Some comments on public posts begin like an answer or with thanks."""
        pick = self.rng.random()
        for openings, share in ((_THANKS, 0.035), (_ANSWERS, 0.13)):
            if pick < share:
                return f"{self.rng.choice(openings)} {comment}"
            pick -= share
        return comment

    def post(self, who: Account, at: int) -> int:
        """Somebody else's public tweet that does not address ego; ego may like it."""
        tweet = snowflake(at, self.rng)
        if self.rng.random() < who.persona.public_likes:
            self.like(at, tweet, who, say("post", self.rng)[0])
        return tweet

    def hear(self, who: Account, at: int, answers: Own | None, occasion: str, **slots: str) -> Turn | None:
        """Somebody addresses ego; ego may like it, which is the only way its text gets into the archive."""
        if at >= self.world.end - MINUTE or (who.gone is not None and at >= who.gone) or (answers is not None and at <= time_of(answers.id)):
            return None
        turn = Turn(snowflake(at, self.rng), who, answers.id if answers is not None else None)
        self.world.turns.append(turn)
        if self.rng.random() < who.persona.likes * self.world.options.kind.label_likes:
            self.like(at, turn.id, who, say(occasion, self.rng, who.language, ego=self.own_handle(at), name="you", **slots)[0])
        return turn

    def like(self, posted: int, tweet: int, who: Account, text: str | None) -> None:
        """Ego likes a tweet some time after it was posted."""
        at = self.world.rhythm.online_after(posted, self.rng)
        if at < self.world.end:
            self.world.likes.append(Like(at, tweet, who, text))

    def sign(self, kind: str, who: Account, own: Sequence[Own], turns: Sequence[Turn]) -> None:
        """Notes that one of the five signs really happened; nothing if the other side never spoke."""
        if own and turns:
            first = min(time_of(own[0].id), time_of(turns[0].id))
            self.world.signs.append(Sign(kind, who, first, tuple(tweet.id for tweet in own), tuple(turn.id for turn in turns)))

    def answers(self, who: Account, factor: float = 1.0) -> bool:
        """Whether this person answers now."""
        return self.rng.random() < min(0.97, who.persona.answers * self.world.options.kind.answered * factor)

    def their_delay(self, who: Account) -> int:
        """How long they take to answer: mostly minutes, sometimes hours or a day."""
        rng = self.rng
        if rng.random() < who.persona.late:
            return int(min(rng.lognormvariate(1.9, 0.9), 60.0) * HOUR)
        return int(min(rng.lognormvariate(2.2, 1.3), 360.0) * MINUTE) + 5 * SECOND

    def they_answer(self, who: Account, after: int) -> int:
        """When they answer what was said at ``after``; in a hard world people live in several zones and sleep."""
        at = after + self.their_delay(who)
        if self.world.options.hard:
            hour = (self.world.rhythm.hour(at) + _ZONES[who.id % len(_ZONES)]) % 24
            if 0.5 <= hour < 7.0:
                at += int((7.0 - hour + self.rng.expovariate(1.0)) * HOUR)
        return at

    def ego_sees(self, said: int, last: int) -> int:
        """When ego reads what was said: at once while still talking, else when next online."""
        rhythm = self.world.rhythm
        if said - last < 40 * MINUTE and rhythm.awake(said) and self.rng.random() < 0.65:
            return said + rhythm.glance(self.rng)
        return rhythm.online_after(said, self.rng)

    def before(self, at: int) -> int:
        """When the tweet was posted that ego comments on at ``at``: mostly within the hour, sometimes days before."""
        return at - int(min(self.rng.lognormvariate(3.6, 1.9), 7_000.0) * MINUTE) - 20 * SECOND

    def moment(self, who: Account, near: int | None = None, spread: float = 17.0) -> int:
        """A sitting inside the window of contact, around ``near`` where that is given (``spread`` in days)."""
        low, high = who.window
        if near is not None:
            low = max(low, near - int(self.rng.expovariate(1 / spread) * DAY))
            high = min(high, near + int(self.rng.expovariate(1 / spread) * DAY) + DAY)
        return self.world.rhythm.sitting(low, max(low + 1, high - HOUR), self.rng)

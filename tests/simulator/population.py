"""Everybody who lives in the world: accounts with births, handle histories, states and personas, and who holds a handle at generation."""

from dataclasses import dataclass, field
from random import Random

from tests.simulator.clock import DAY, parse_moment, snowflake
from tests.simulator.names import Handles, institution_name, person_name
from tests.simulator.options import Options
from tests.simulator.personas import PERSONAS, Persona

_FIRST_SNOWFLAKE = parse_moment("2016-03-01")
_FIRST_BIRTH = parse_moment("2008-06-01")
_INSTITUTIONS = frozenset({"content_follow", "content_quiet", "support_desk", "promoter"})
_LANGUAGES = ("en",) * 15 + ("sv", "sv", "de", "es", "fr", "nl", "pt", "it")
_FURTHER = ("ja", "ru", "tr", "ko", "ar", "pl")


@dataclass(slots=True, eq=False)
class Account:
    """One account. ``handles`` holds (since when, handle), oldest first; ``gone`` is when it was suspended or deleted (UTC ms).

    ``follows_ego`` and ``followed`` are when either follow began; ``window`` the time in which ego and this account have contact.
    """

    id: int
    born: int
    name: str
    handles: list[tuple[int, str]]
    persona: Persona
    circle: int
    language: str = "en"
    gone: int | None = None
    protected: bool = False
    follows_ego: int | None = None
    followed: int | None = None
    window: tuple[int, int] = (0, 0)

    def handle_at(self, at: int) -> str:
        """The handle held at that time (the first one before it had any)."""
        if len(self.handles) > 1:
            for since, handle in reversed(self.handles):
                if since <= at:
                    return handle
        return self.handles[0][1]

    @property
    def handle(self) -> str:
        """The handle at generation."""
        return self.handles[-1][1]

    @property
    def first_name(self) -> str:
        """How ego would call them."""
        return self.name.split()[0]


@dataclass(slots=True)
class Population:
    """All accounts in the order of their making; ego is the first."""

    accounts: list[Account] = field(default_factory=list)
    _holders: dict[str, Account] = field(default_factory=dict)

    @property
    def ego(self) -> Account:
        """The archive's owner."""
        return self.accounts[0]

    @property
    def others(self) -> list[Account]:
        """Everybody but ego."""
        return self.accounts[1:]

    def of(self, *personas: str) -> list[Account]:
        """The accounts of these personas."""
        return [account for account in self.accounts if account.persona.name in personas]

    def settle(self) -> None:
        """Notes who holds which handle at generation; call after the last rename."""
        self._holders = {account.handle.lower(): account for account in self.accounts if account.gone is None}

    def holder(self, handle: str) -> Account | None:
        """Who holds this handle at generation, whatever its case."""
        return self._holders.get(handle.lower())


class Births:
    """Makes accounts one by one from its own stream of chance."""

    def __init__(self, options: Options, start: int, rng: Random) -> None:
        self.options, self.start, self.end = options, start, options.end
        self.handles = Handles(rng)
        self._rng = rng
        self._ids: set[int] = set()
        self._languages = _LANGUAGES if not options.hard else _LANGUAGES[10:] + _FURTHER + (_home(options),) * 14

    def new_id(self, born: int) -> int:
        """An id of that time: Snowflake-like from March 2016 on, before that in the never-issued range and rising with time."""
        while True:
            if born >= _FIRST_SNOWFLAKE:
                number = snowflake(born, self._rng)
            else:
                share = (born - _FIRST_BIRTH) / (_FIRST_SNOWFLAKE - _FIRST_BIRTH)
                number = 9_000_000_000 + int(899_000_000 * share) + self._rng.randrange(1_000_000)
            if number not in self._ids:
                self._ids.add(number)
                return number

    def person(self, persona: str, born_after: int | None = None) -> Account:
        """A new account of that persona, with a window of contact inside its life."""
        rng, row = self._rng, PERSONAS[persona]
        low, high = (self.start + int((self.end - self.start) * part) for part in row.window)
        early = rng.random() < 0.6
        born = (
            rng.randrange(_FIRST_BIRTH, _FIRST_SNOWFLAKE)
            if early
            else rng.randrange(_FIRST_SNOWFLAKE, max(_FIRST_SNOWFLAKE + DAY, self.start + (high - self.start) // 3))
        )
        if born_after is not None:
            born = rng.randrange(born_after, max(born_after + 1, self.end - 40 * DAY))
        name = institution_name(rng) if persona in _INSTITUTIONS else person_name(rng)
        window = (min(max(low, born + 5 * DAY), high - 3 * DAY), high)
        number, handle = self.new_id(born), self.handles.make(name)
        return Account(number, born, name, [(born, handle)], row, rng.randrange(6), rng.choice(self._languages), window=window)


def _home(options: Options) -> str:
    """The language in which most of a hard world speaks; English for every third seed."""
    return ("en", *_LANGUAGES[15:], "en", *_FURTHER, "en")[options.seed % 17]


def count_of(row: Persona, options: Options) -> int:
    """How many accounts of a persona a world of this size and owner has, passers and strangers apart."""
    if row.hard and not options.hard:
        return 0
    wanted = row.count * options.kind.crowd.get(row.name, 1.0) * options.scale**row.grow
    return max(round(wanted), 1) if wanted >= 0.3 else 0


def make_population(options: Options, start: int, rng: Random) -> tuple[Population, Births]:
    """Ego and everybody whose number is known beforehand; later births come from the returned `Births`."""
    births = Births(options, start, rng)
    born = start - 4 * 365 * DAY - rng.randrange(100) * DAY
    own = [births.handles.take(handle) for handle in options.handles]
    ego = Account(births.new_id(born), born, options.name, _own_history(own, born, start, options.end), PERSONAS["ego"], 0)
    people = Population([ego])
    for row in PERSONAS.values():
        people.accounts.extend(births.person(row.name) for _ in range(count_of(row, options)))
    return people, births


def _own_history(handles: list[str], born: int, start: int, end: int) -> list[tuple[int, str]]:
    """The automatic handle for two minutes, then the others at equal parts of the archive's span."""
    history = [(born, handles[0])]
    for place, handle in enumerate(handles[1:]):
        since = born + 120_000 if place == 0 else start + (end - start) * place // max(1, len(handles) - 1)
        history.append((since // 1000 * 1000, handle))
    return history


def rename(account: Account, at: int, births: Births) -> str:
    """Gives the account a new handle from ``at`` on and returns the one it gave up."""
    old = account.handle
    account.handles.append((at, births.handles.make(account.name)))
    return old


def recycled_by(old: str, given_up: int, births: Births, rng: Random) -> Account:
    """A stranger, born after the handle was given up, who takes it (often in another case)."""
    stranger = births.person("stranger", born_after=given_up + 10 * DAY)
    stranger.handles = [(stranger.born, old.swapcase() if rng.random() < 0.3 else old.title() if rng.random() < 0.5 else old)]
    return stranger

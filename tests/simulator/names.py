"""Invented people: display names of many origins and the handles they would choose."""

from random import Random

from tests.simulator.phrases import WORDS

_NAMES = WORDS["names"]


def person_name(rng: Random) -> str:
    """A display name, sometimes with the small marks people add."""
    name = f"{rng.choice(_NAMES['first'])} {rng.choice(_NAMES['last'])}"
    pick = rng.random()
    if pick < 0.72:
        return name
    if pick < 0.85:
        return name + rng.choice(_NAMES["mark"])
    return name.split()[0] if pick < 0.93 else f"{name.split()[0]} writes {rng.choice(_NAMES['word'])}s"


def institution_name(rng: Random) -> str:
    """The display name of a magazine, shop or other account that is not a person."""
    return (
        f"The {rng.choice(_NAMES['title'])} {rng.choice(_NAMES['thing'])}"
        if rng.random() < 0.6
        else f"{rng.choice(_NAMES['last'])} {rng.choice(_NAMES['thing'])}"
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isascii() and letter.isalnum())


def _wish(name: str, rng: Random) -> str:
    parts = [part for part in map(_letters, name.split()) if part]
    first, last = parts[0], parts[-1]
    if first == "the":
        return "".join(parts[1:]) if rng.random() < 0.6 else "".join(parts)
    style = rng.randrange(12)
    if len(parts) == 1:
        last = rng.choice(_NAMES["word"])
    styles = (
        first + last,
        f"{first}_{last}",
        first[0] + last,
        f"{first}_{last[0]}",
        first + last[:4],
        last + first[:3],
        f"{first[:3]}_{last}",
        f"{first}_writes",
        rng.choice(_NAMES["word"]) + rng.choice(_NAMES["word"]),
        f"{first}and{rng.choice(_NAMES['word'])}",
        f"{first}{rng.randrange(60, 99)}",
        first.capitalize() + last.capitalize(),
    )
    return styles[style]


class Handles:
    """Gives out handles of at most 15 characters, never the same one twice whatever its case."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Reserves exactly this handle; ValueError if somebody had it already."""
        if wanted.lower() in self._taken:
            raise ValueError(f"handle {wanted} is taken")
        self._taken.add(wanted.lower())
        return wanted

    def make(self, name: str) -> str:
        """A free handle that fits ``name``."""
        for attempt in range(200):
            wish = _wish(name, self._rng)[:15].strip("_")
            if attempt > 3:
                number = str(self._rng.randrange(1, 10 ** min(2 + attempt // 4, 8)))
                wish = wish[: 15 - len(number)] + number
            if len(wish) >= 4 and wish.lower() not in self._taken:
                return self.take(wish)
        raise RuntimeError("no free handle found")

"""Invented people: display names of many origins and the handles they would choose."""

from random import Random

_FIRST = (
    "Sanne Tomasz Kwame Rohan Leila Beatriz Nadia Yuki Petra Odile Ingrid Mateus Amara Jonas Priya Hana Luca Zofia Elif Farid Noor Anneke "
    "Caspian Dagny Emeka Fenna Gustavo Hye-jin Ilse Joaquim Katalin Lars Maren Nkechi Orla Paulo Quentin Rukmini Saoirse Tariq Ulla Vikram "
    "Wanda Ximena Yusuf Zainab Aurelio Birgit Chidi Delphine Eirik Fatou Gemma Hamid Isadora Jelena Kofi Linnea Marisol Nils Oskar Paloma "
    "Rasmus Signe Thandi Umut Vera Wiebke Xavier Ylva Zeynep Ayo Bronwen Cormac Dilnoza Esme Fiorella Greta Henrik Imke Jarek Keiko Lotte "
    "Milan Nuria Oisin Pilar Ragna Soledad Teun Uche Valentina Willem Yolanda Zsofia Ailsa Benedikt Carys Dario Ebba Florent Ginevra Hauke "
    "Ines Jorun Kirsi Lucinda Malin Nadine Ottilie Pascal Romy Svea Tova Ursel Viggo Winnie Yara Zora"
).split()
_LAST = (
    "Okafor Aalto Visser Whitlock Ricci Iyer Holm Mensah Dube Lindgren Baptiste Moreau Castellan Nakagawa Osei Petrov Quispe Rautio Sandoval "
    "Tanaka Ueland Varga Wexley Xiong Yilmaz Zielinski Abara Bergstrand Chaudhry Dragan Eklund Ferreira Garrick Hollis Ibarra Jansdotter "
    "Kowalczyk Larkspur Marchetti Ndlovu Ostrander Pellegrin Quill Rasmussen Solberg Thackeray Umarov Vasquez Wendell Yamada Zubair Ashdown "
    "Brandvold Corvane Dimitrova Eastlake Fairweather Grimaldi Haverkamp Isaksen Juhasz Kettering Lamotte Mbeki Norwood Olander Pomeroy "
    "Rosander Straathof Tregenza Uzun Vermeer Winterbourne Yardley Zamora Alinejad Bexley Carvalho Dunmore Ekwueme Fontaine Gallowglass "
    "Hartigan Ilves Jokinen Kavanagh Lovelace Montclair Nasser Oduya Pinheiro Ravenel Szabo Thistlewood Ulvang Villareal Westerby Yilan Zeller"
).split()
_WORDS = (
    "ink paper moth quill harbor lantern tide fern ember attic thistle marrow sparrow comet teacup willow pocket velvet gravel orchard "
    "candle raven meadow rust ledger heron bramble north salt cinder owl pebble riddle maple kettle"
).split()
_TITLES = ("Daily", "Northern", "Quiet", "Open", "Second", "Paper", "Late", "Tidal", "Little", "Common")
_THINGS = ("Ledger", "Review", "Press", "Bookshop", "Almanac", "Radio", "Museum", "Desk", "Library", "Weather", "Journal", "Gazette", "Books")
_MARKS = ("", "", "", "", "", "", " ✍️", " 📚", " 🌿", " ☕", " 🐈", " 🌧️", " (drafting)", " 🍂")


def person_name(rng: Random) -> str:
    """A display name, sometimes with the small marks people add."""
    name = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    pick = rng.random()
    if pick < 0.72:
        return name
    if pick < 0.85:
        return name + rng.choice(_MARKS)
    return name.split()[0] if pick < 0.93 else f"{name.split()[0]} writes {rng.choice(_WORDS)}s"


def institution_name(rng: Random) -> str:
    """The display name of a magazine, shop or other account that is not a person."""
    return f"The {rng.choice(_TITLES)} {rng.choice(_THINGS)}" if rng.random() < 0.6 else f"{rng.choice(_LAST)} {rng.choice(_THINGS)}"


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isascii() and letter.isalnum())


def _wish(name: str, rng: Random) -> str:
    parts = [part for part in map(_letters, name.split()) if part]
    first, last = parts[0], parts[-1]
    if first == "the":
        return "".join(parts[1:]) if rng.random() < 0.6 else "".join(parts)
    style = rng.randrange(12)
    if len(parts) == 1:
        last = rng.choice(_WORDS)
    styles = (
        first + last, f"{first}_{last}", first[0] + last, f"{first}_{last[0]}", first + last[:4], last + first[:3], f"{first[:3]}_{last}",
        f"{first}_writes", rng.choice(_WORDS) + rng.choice(_WORDS), f"{first}and{rng.choice(_WORDS)}", f"{first}{rng.randrange(60, 99)}",
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

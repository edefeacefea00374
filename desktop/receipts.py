"""What stands behind a person: their acts grouped into countable receipts, and the texts of those acts, read from the archive on demand."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from analyzer.errors import LexiconError
from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.facts import Analysis
from analyzer.workspace.storage import lexicon_folder

# Texts of this many people stay in memory, so that going back to somebody does not read the archive again.
PEOPLE_KEPT = 12


class ReceiptKind(StrEnum):
    """The rows of "What stands behind it", in their order."""

    REPLIES = "replies"
    MENTIONS = "mentions"
    QUOTES = "quotes"
    MESSAGES_FROM_YOU = "messages_from_you"
    MESSAGES_FROM_THEM = "messages_from_them"
    ANSWERS_CERTAIN = "answers_certain"
    ANSWERS_LIKELY = "answers_likely"
    ANSWERS_POSSIBLE = "answers_possible"
    REACTIONS = "reactions"
    GROUP_MESSAGES = "group_messages"
    LIKES = "likes"
    RETWEETS = "retweets"
    CARRIED = "carried"


# Other people's words in messages are counted and never read.
CLOSED = frozenset({ReceiptKind.MESSAGES_FROM_YOU, ReceiptKind.MESSAGES_FROM_THEM, ReceiptKind.GROUP_MESSAGES, ReceiptKind.REACTIONS})

_OUT = {
    Kind.REPLY: ReceiptKind.REPLIES,
    Kind.MENTION: ReceiptKind.MENTIONS,
    Kind.QUOTE: ReceiptKind.QUOTES,
    Kind.DM: ReceiptKind.MESSAGES_FROM_YOU,
    Kind.LIKE: ReceiptKind.LIKES,
    Kind.RETWEET: ReceiptKind.RETWEETS,
    Kind.CARRIED: ReceiptKind.CARRIED,
    Kind.GROUP_DM: ReceiptKind.GROUP_MESSAGES,
}
_IN = {
    Kind.DM: ReceiptKind.MESSAGES_FROM_THEM,
    Kind.GROUP_DM: ReceiptKind.GROUP_MESSAGES,
    Kind.REACTION: ReceiptKind.REACTIONS,
}
_ANSWERS = {
    Tier.CERTAIN: ReceiptKind.ANSWERS_CERTAIN,
    Tier.LIKELY: ReceiptKind.ANSWERS_LIKELY,
    Tier.POSSIBLE: ReceiptKind.ANSWERS_POSSIBLE,
}
_SURENESS = (None, Tier.CERTAIN_NO, Tier.UNKNOWN, Tier.POSSIBLE, Tier.LIKELY, Tier.CERTAIN)


@dataclass(frozen=True, slots=True)
class Receipt:
    """One row: ``acts`` of one kind, newest first; ``tier`` None for plain facts."""

    kind: ReceiptKind
    tier: Tier | None
    acts: tuple[Act, ...]

    @property
    def count(self) -> int:
        """How many acts stand behind the row."""
        return len(self.acts)

    @property
    def opens(self) -> bool:
        """True if the very tweets can be shown."""
        return self.kind not in CLOSED


def kind_of(act: Act) -> ReceiptKind | None:
    """The row an act belongs to; None for acts that prove nothing (answers that cannot be seen)."""
    if act.direction is Direction.OUT:
        return _OUT.get(act.kind)
    if act.kind is Kind.TURN:
        return _ANSWERS.get(act.tier) if act.tier is not None else None
    return _IN.get(act.kind)


def receipts_of(acts: Sequence[Act]) -> list[Receipt]:
    """The rows of one person in the order of `ReceiptKind`, only those that are not empty; acts without a time come last."""
    grouped: dict[ReceiptKind, list[Act]] = {}
    for act in _each_answer_once(acts):
        kind = kind_of(act)
        if kind is not None:
            grouped.setdefault(kind, []).append(act)
    tiers = {kind: tier for tier, kind in _ANSWERS.items()}
    return [Receipt(kind, tiers.get(kind), tuple(sorted(grouped[kind], key=_newest_first))) for kind in ReceiptKind if kind in grouped]


def openable(acts: Sequence[Act]) -> list[Act]:
    """Acts whose tweets can be opened, each tweet once, newest first."""
    opens = [act for act in acts if (kind := kind_of(act)) is not None and kind not in CLOSED]
    # Ego's reply stands once as a reply and once as the answer it followed: the reply is what is opened.
    opens.sort(key=_is_turn, reverse=True)
    return sorted({act.id: act for act in opens}.values(), key=_newest_first)


def _is_turn(act: Act) -> bool:
    return act.kind is Kind.TURN


def _each_answer_once(acts: Sequence[Act]) -> list[Act]:
    """A tweet of theirs counts once, however often ego answered it, with its surest tier: as `analyzer.people.measure` counts them."""
    kept: list[Act] = []
    surest: dict[tuple[str, int], Act] = {}
    for act in acts:
        if act.kind is not Kind.TURN:
            kept.append(act)
            continue
        theirs = ("theirs", act.their_id) if act.their_id else ("own", act.id)
        known = surest.get(theirs)
        if known is None or _SURENESS.index(act.tier) > _SURENESS.index(known.tier):
            surest[theirs] = act
    return kept + list(surest.values())


def _newest_first(act: Act) -> tuple[bool, int, int]:
    return (act.at is None, -(act.at or 0), -act.id)


def is_liked_tweet(act: Act) -> bool:
    """True if what stands behind the act is a tweet that ego liked; such a turn carries the liked tweet's id as both ids."""
    return act.kind is Kind.LIKE or (act.kind is Kind.TURN and act.id == act.their_id)


class ReadText(Protocol):
    """A text as the archive holds it, and its time (UTC ms) where that is known."""

    @property
    def text(self) -> str: ...
    @property
    def at(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Texts:
    """Own tweets' and liked tweets' texts by id; an id that is not there has no text in the archive."""

    own: Mapping[int, ReadText]
    liked: Mapping[int, ReadText]

    def of(self, act: Act) -> ReadText | None:
        """The text behind an act: ego's own words, or the liked tweet; None if the archive holds none."""
        return (self.liked if is_liked_tweet(act) else self.own).get(act.id)


def wanted_ids(acts: Sequence[Act]) -> tuple[frozenset[int], frozenset[int]]:
    """Ids of own tweets and of liked tweets that the receipts of these acts can open."""
    own: set[int] = set()
    liked: set[int] = set()
    for act in acts:
        kind = kind_of(act)
        if kind is None or kind in CLOSED:
            continue
        (liked if is_liked_tweet(act) else own).add(act.id)
    return frozenset(own), frozenset(liked)


def paths_of(analysis: Analysis) -> tuple[Path, ...]:
    """Where the texts lie: the archive, or all that were read together."""
    return tuple(dict.fromkeys([analysis.archive.path, *(archive.path for archive in analysis.archives)]))


def read_receipt_texts(paths: Sequence[Path], acts: Sequence[Act]) -> Texts:
    """Read the texts behind one person's acts; runs in a job. Raises what the archive raises; FileNotFoundError if one has gone."""
    from analyzer.archive import texts

    for path in paths:
        if not path.exists():
            raise FileNotFoundError(path)
    own, liked = wanted_ids(acts)
    return Texts(
        own=texts.read_texts(paths, own) if own else {},
        liked=texts.read_liked_texts(paths, liked) if liked else {},
    )


def words_of_sign(text: str, sign: str) -> tuple[str, ...]:
    """The words of an own tweet that speak for a sign, by the user's own lists where there are any; none while such a list is being mended."""
    from analyzer.evidence.lexicons import matched_words

    try:
        return matched_words(text, sign, lexicon_folder())
    except LexiconError:
        return ()


class TextCache:
    """The texts of the people looked at last."""

    def __init__(self, kept: int = PEOPLE_KEPT) -> None:
        self._kept = kept
        self._texts: OrderedDict[tuple[Path, str], Texts] = OrderedDict()

    def get(self, path: Path, key: str) -> Texts | None:
        """The texts of this person, if they were read lately."""
        found = self._texts.get((path, key))
        if found is not None:
            self._texts.move_to_end((path, key))
        return found

    def put(self, path: Path, key: str, texts: Texts) -> None:
        """Keep these texts, forget the oldest."""
        self._texts[path, key] = texts
        self._texts.move_to_end((path, key))
        while len(self._texts) > self._kept:
            self._texts.popitem(last=False)

    def clear(self) -> None:
        """Forget all of them: another archive was opened."""
        self._texts.clear()

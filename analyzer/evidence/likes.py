"""Likes joined to the authors of the liked tweets; the archive names neither author nor time of a like (archive-format §5.4, §10.4)."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from analyzer.archive.records import Like
from analyzer.archive.snowflake import time_of
from analyzer.evidence.acts import IN, LIKE, LIKELY, OUT, TURN, Act
from analyzer.evidence.interactions import ONE_CLICK_WEIGHT
from analyzer.evidence.tweets import TweetLog
from analyzer.people.handles import Key
from analyzer.people.own import OwnHandles
from analyzer.people.tally import Tallies

HEAD = 40
"""A retweeted text shorter than this is no proof of who wrote a liked text (archive-format §10.4 g)."""
_PLACEHOLDER = re.compile(r"(?:You.re unable to view|This (?:Tweet|Post) (?:is|was|from)|Age-restricted)", re.IGNORECASE)


@dataclass(slots=True)
class LikeLog:
    """Likes as read: ``to_ego`` liked ids whose text holds one of ego's handles, ``not_to_ego`` whose whole text holds none.

    ``unnamed_to_ego`` counts likes written to ego by accounts the file does not name. Texts are dropped as soon as they are looked at.
    """

    to_ego: set[int] = field(default_factory=set)
    not_to_ego: set[int] = field(default_factory=set)
    unnamed_to_ego: int = 0
    _ids: set[int] = field(default_factory=set)
    _textless: set[int] = field(default_factory=set)
    _given: set[int] = field(default_factory=set)

    @property
    def total(self) -> int:
        """Distinct liked tweets."""
        return len(self._ids)

    def older_than(self, first: int) -> int:
        """How many liked tweets have a lower id than ``first``."""
        return sum(id_ < first for id_ in self._ids)


def read_likes(batches: Iterable[list[Like]], likes: LikeLog, log: TweetLog, authors: dict[int, Key], own: OwnHandles, tallies: Tallies) -> None:
    """Count the likes and give each one whose author is proven to that person.

    Routes: ego's own tweet (dropped); the target of an own reply, a quoted tweet or a media source by status id (``authors``, exact);
    a text equal to a retweeted one of at least `HEAD` characters (at most likely, so it never proves an incoming turn).
    """
    retweeted = _retweeted(log, own)
    seen, given, own_ids = likes._ids, likes._given, log.ids
    for batch in batches:
        for like in batch:
            id_ = like.tweet_id
            if id_ in seen:
                # Another archive's copy of a like counts only where it has the text that this one lacked.
                if not like.text or id_ not in likes._textless:
                    continue
                likes._textless.discard(id_)
            else:
                seen.add(id_)
                if not like.text:
                    likes._textless.add(id_)
            if id_ in own_ids:
                continue
            to_ego = _addresses(like.text, id_, own)
            if to_ego:
                likes.to_ego.add(id_)
            elif to_ego is False:
                likes.not_to_ego.add(id_)
            author = authors.get(id_)
            if id_ in given:
                continue
            proven = author is not None
            if author is None and like.text:
                author = _by_text(like.text, retweeted)
            if author is None or author == own.account_id:
                likes.unnamed_to_ego += bool(to_ego) and author is None
                continue
            given.add(id_)
            tally = tallies[author]
            tally.likes += 1
            tally.acts.append(Act(LIKE, OUT, None, id_, id_, ONE_CLICK_WEIGHT))
            if to_ego and not proven:
                tally.acts.append(Act(TURN, IN, time_of(id_), id_, id_, 1.0, LIKELY, 0.9))


def _addresses(text: str | None, id_: int, own: OwnHandles) -> bool | None:
    """Whether a liked text holds one of ego's handles; None where that cannot be told (no text, a placeholder, a text cut short)."""
    if not text or own.handle is None or _PLACEHOLDER.match(text):
        return None
    named = own.named_in(text, time_of(id_))
    return None if named is False and "…" in text and _without_link(text).endswith("…") else named


def _without_link(text: str) -> str:
    """The text without a shortened link at its end."""
    text = text.rstrip()
    start = text.rfind("https://t.co/")
    return text[:start].rstrip() if start >= 0 and not any(map(str.isspace, text[start:])) else text


def _normal(text: str) -> str:
    return _without_link(html.unescape(text) if "&" in text else text).removesuffix("…").rstrip()


@dataclass(slots=True)
class _Retweeted:
    """Retweeted texts and their authors (None where several wrote the same): whole ones by text, cut ones by their first `HEAD` characters.

    ``heads`` are the first `HEAD` characters of all, ``lengths`` those of the cut ones by them.
    """

    heads: set[str] = field(default_factory=set)
    whole: dict[str, Key | None] = field(default_factory=dict)
    cut: dict[str, dict[str, Key | None]] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=dict)


def _retweeted(log: TweetLog, own: OwnHandles) -> _Retweeted:
    found = _Retweeted()
    for row in log.retweets:
        body = _normal(row.body)
        if len(body) < HEAD:
            continue
        author = log.book.resolve(row.handle, row.at, row.author) if row.handle else row.author
        if author is not None and author != own.account_id:
            found.heads.add(body[:HEAD])
            texts = found.whole
            if _without_link(row.body).endswith("…"):
                texts = found.cut.setdefault(body[:HEAD], {})
                found.lengths.setdefault(body[:HEAD], set()).add(len(body))
            texts[body] = author if texts.get(body, author) == author else None
    return found


def _by_text(text: str, retweeted: _Retweeted) -> Key | None:
    """The one author of a retweeted text that equals the liked text, or that it begins with where the retweet was cut; None if nobody or several."""
    if "&" not in text and text[:HEAD] not in retweeted.heads:
        return None
    liked = _normal(text)
    if liked in retweeted.whole:
        return retweeted.whole[liked]
    texts = retweeted.cut.get(liked[:HEAD])
    if not texts:
        return None
    # By their few lengths: however many begin alike, each like looks at no more than these.
    found = {texts[liked[:length]] for length in retweeted.lengths[liked[:HEAD]] if liked[:length] in texts}
    return found.pop() if len(found) == 1 else None

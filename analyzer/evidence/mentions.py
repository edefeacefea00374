"""What a tweet's text and entities say about others: the handles it opens with, the accounts it names, the tweets it links to."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from analyzer.archive.records import Mention, Tweet

LEAD = re.compile(r"\s*\.?\s*((?:[@＠]\w{1,20}[\s,:]*)+)")
PREFIX = re.compile(r"(?:[@＠]\w{1,20}(?:\s+|$))+")
HANDLE = re.compile(r"[@＠](\w{1,20})")
TEXT_MENTION = re.compile(r"[@＠](?<![A-Za-z0-9_!@#$%&*＠][@＠])([A-Za-z0-9_]{1,20})")
RETWEET = re.compile(r"RT @(\w{1,20}):? ?")
STATUS_LINK = re.compile(r"https?://(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/(?:#!/)?(\w{1,20}|i/web)/status(?:es)?/(\d{1,20})(?!\d)", re.IGNORECASE)
MEDIA_LINK = re.compile(r"https?://(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/(\w{1,20})/status/(\d+)/", re.IGNORECASE)


_GOES_ON = frozenset("@＠ ,:\t\n\r\u3000\xa0") | {""}
_MAY_OPEN = "@＠."


class Named(msgspec.Struct, frozen=True, gc=False):
    """One account named in a tweet: the entity's id (None where the text has no entity), handle in lower case, in the automatic prefix or not."""

    entity: int | None
    handle: str
    in_prefix: bool


class Said(msgspec.Struct, frozen=True, gc=False):
    """One reply that begins like others to the same account and holds no link and no tag; ``status`` is 0 where unknown, ``at`` UTC ms.

    ``marks`` are the bits of its words (`analyzer.evidence.marks`).
    """

    id: int
    at: int
    status: int
    marks: int


class Head(msgspec.Struct, frozen=True, gc=False):
    """How ego's plain replies to one account begin: one handle, one blank, nobody else named. Most of them begin so, and share one head.

    ``account`` is the one replied to, ``text`` is ``"@Handle "`` as written, ``handle`` the entity's, ``lead`` and ``named`` what `head_of`
    and `named_in` find, ``handles`` those of ``named``. ``replies`` are those that say no more than that: whom they mean is asked once for
    all of them.
    """

    account: int
    text: str
    end: int
    handle: str
    lead: tuple[str, ...]
    named: tuple[Named, ...]
    handles: tuple[str, ...]
    replies: list[Said] = msgspec.field(default_factory=list)

    @classmethod
    def of(cls, tweet: Tweet, lead: tuple[str, ...], named: tuple[Named, ...]) -> "Head | None":
        """The head of a reply that names its target alone; None if it opens in another way."""
        mentions, end = tweet.entities.mentions, len(lead[0]) + 2
        if len(mentions) != 1 or mentions[0].indices[0] or tweet.text[:end].lower() != f"@{lead[0]} ":
            return None
        head = cls(mentions[0].id, tweet.text[:end], end, mentions[0].handle, lead, named, (named[0].handle,))
        return head if head.opens(tweet.text, mentions) else None

    def opens(self, text: str, mentions: Sequence[Mention]) -> bool:
        """True if `head_of` and `named_in` would find the same in this reply to the same account: its one @ is the one that it opens with."""
        return (
            text.startswith(self.text)
            and text.count("@") == len(mentions) == 1
            and mentions[0].handle == self.handle
            and mentions[0].id == self.account
            and text[self.end : self.end + 1] not in _GOES_ON
            and "＠" not in text
        )


def status_links(tweet: Tweet) -> Iterable[tuple[str, int]]:
    """(handle in lower case or "" where the link has none, status id) of every link to a tweet."""
    for url in tweet.entities.urls:
        expanded = url.expanded
        if expanded and "/status" in expanded:
            match = STATUS_LINK.match(expanded)
            if match:
                handle = match[1].lower()
                yield ("" if handle in ("i", "i/web") else handle), int(match[2])


def head_of(text: str) -> tuple[tuple[str, ...], int, int]:
    """The handles a text opens with (lower case), where they end, and where the automatic prefix of a reply ends."""
    first = text[:1]
    if first == "@":
        # Nine replies in ten open with one handle and a word: no need of a pattern.
        space = text.find(" ")
        handle = text[1:space]
        if 1 < space <= 21 and text[space + 1 : space + 2] not in _GOES_ON and handle.isascii() and handle.replace("_", "a").isalnum():
            return (handle.lower(),), space + 1, space + 1
    elif first not in _MAY_OPEN and not first.isspace():
        return (), 0, 0
    lead, prefix = LEAD.match(text), PREFIX.match(text)
    if lead is None:
        return (), 0, 0
    return tuple(handle.lower() for handle in HANDLE.findall(lead.group(1))), lead.end(), prefix.end() if prefix else 0


def named_in(tweet: Tweet, prefix_end: int) -> tuple[Named, ...]:
    """Accounts named in the text, by entity or by a bare ``@handle`` without one, each with its place."""
    mentions, text = tweet.entities.mentions, tweet.text
    ats = text.count("@") + text.count("＠")
    if ats == len(mentions) == 1:
        only = mentions[0]
        return (Named(only.id if only.id > 0 else None, only.handle.lower(), only.indices[0] < prefix_end),) if only.handle else ()
    named: list[Named] = []
    seen: set[str] = set()
    for mention in mentions:
        handle = mention.handle.lower()
        if handle:
            seen.add(handle)
            named.append(Named(mention.id if mention.id > 0 else None, handle, mention.indices[0] < prefix_end))
    if ats > len(named):
        for match in TEXT_MENTION.finditer(text):
            handle = match[1].lower()
            if handle not in seen:
                named.append(Named(None, handle, match.start() < prefix_end))
    return tuple(named)

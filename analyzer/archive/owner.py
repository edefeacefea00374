"""Whose archive it is: account.js, the manifest, and what else tells it where those are missing."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from analyzer.archive.records import Conversation, Tweet

_README_BYTES = 8192
_HANDLE = re.compile(r"(?<![\w@])@(\w{1,20})\b", re.ASCII)
_PAIR = re.compile(r"(\d{1,20})[-:](\d{1,20})", re.ASCII)
_ID = re.compile(r"(?<!\d)(\d{2,20})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Owner:
    """Ego: ``account_id`` is 0 where nothing in the archive tells it."""

    account_id: int
    handle: str | None = None
    name: str | None = None


def sides_of(conversation_id: str) -> tuple[int, int] | None:
    """The two accounts of a one-to-one conversation by its id (``lower-higher``, encrypted ``lower:higher``); None for any other."""
    sides = _PAIR.fullmatch(conversation_id)
    return None if sides is None else (int(sides[1]), int(sides[2]))


def from_readme(readme: bytes) -> Owner | None:
    """Newer READMEs name the handle and the id in two bullet lines of their introduction."""
    handle: str | None = None
    account_id: int | None = None
    for line in readme[:_README_BYTES].decode("utf-8", "replace").split("\n"):
        line = line.strip()
        if not line.startswith(("-", "*", "•")):
            continue
        if handle is None and (found := _HANDLE.search(line)) is not None:
            handle = found[1]
        elif account_id is None and (found := _ID.search(line)) is not None:
            account_id = int(found[1])
        if handle is not None and account_id is not None:
            return Owner(account_id, handle)
    return None


def from_conversations(batches: Iterable[list[Conversation]]) -> int | None:
    """The id that is in every one-to-one conversation id; needs at least two conversations."""
    common: frozenset[int] | None = None
    seen = 0
    for batch in batches:
        for conversation in batch:
            pair = frozenset(sides_of(conversation.conversation_id) or ())
            if pair:
                seen += 1
                common = pair if common is None else common & pair
    return next(iter(common)) if common is not None and len(common) == 1 and seen > 1 else None


def from_self_replies(batches: Iterable[list[Tweet]]) -> int | None:
    """The account most often replied to among replies to tweets of this very archive: a thread continues one's own tweets.

    Memory grows with the number of tweets, by one id each; this is the last resort.
    """
    own: set[int] = set()
    replies: list[tuple[int, int]] = []
    for batch in batches:
        for tweet in batch:
            own.add(tweet.id)
            if tweet.reply_user is not None and tweet.reply_status is not None and tweet.reply_user > 0:
                replies.append((tweet.reply_status, tweet.reply_user))
    answered = Counter(user for status, user in replies if status in own)
    return answered.most_common(1)[0][0] if answered else None

"""Whose archive it is: account.js, the manifest, and what else tells it where those are missing."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analyzer.archive import grailbird
from analyzer.archive.containers import Container
from analyzer.archive.layout import Layout, sniff
from analyzer.archive.parts import Part
from analyzer.archive.records import Account, Conversation, Tweet

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


def find_owner(container: Container, layout: Layout, accounts: Sequence[Account], read: Callable[[Part], Iterator[list[Any]]]) -> Owner:
    """Ego by account.js, the manifest, user_details.js (era A) or the README, else by what the records of other parts have in common."""
    if accounts:
        return Owner(accounts[0].account_id, accounts[0].handle, accounts[0].name)
    manifest = layout.manifest
    if manifest is not None and manifest.account_id is not None:
        return Owner(manifest.account_id, manifest.handle, manifest.name)
    helper = layout.helpers.get("user_details.js")
    user = None if helper is None else grailbird.read_user(sniff(container, helper, 64 * 1024))
    if user is not None:
        return Owner(user.id, user.screen_name, user.full_name)
    helper = layout.helpers.get("readme.txt")
    told = None if helper is None else from_readme(sniff(container, helper, _README_BYTES))
    return told if told is not None else Owner(_guessed(read) or 0)


def _guessed(read: Callable[[Part], Iterator[list[Any]]]) -> int | None:
    """The fall-backs, cheapest first; each part is closed again as soon as it has told."""
    for part, name in ((Part.TWEET_HEADERS, "user_id"), (Part.HANDLE_CHANGES, "account_id"), (Part.VERIFIED, "account_id")):
        for batch in read(part):
            told: int | None = getattr(batch[0], name)
            if told is not None:
                return told
    guess = from_conversations(read(Part.MESSAGE_HEADERS))
    return guess if guess is not None else from_self_replies(read(Part.TWEETS))


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

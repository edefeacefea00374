"""Ego's tweets, read once: the archive's counts, what each tweet says about who holds which handle, and the rows that touch others."""

import html
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from analyzer.archive.records import NoteTweet, Tweet
from analyzer.archive.snowflake import AFTER_ALL_IDS, FIRST_SNOWFLAKE, SNOWFLAKE_EPOCH, parse_time, time_of
from analyzer.evidence.lexicons import Lexicon, load
from analyzer.evidence.mentions import MEDIA_LINK, PREFIX, RETWEET, Head, Named, Said, head_of, named_in, status_links
from analyzer.people.handles import HandleBook
from analyzer.people.own import OwnHandles

NOTES_A_SECOND = 20
"""Nobody posts more long tweets in one second; each tweet of that second is held against all of them."""


class OwnTweet(msgspec.Struct, frozen=True):
    """What is kept of an own tweet (not a retweet) that touches others; ids are 0 where absent, ``at`` is UTC ms.

    ``target`` is the account replied to (ego's own id for a self-reply, -1 where unknown), ``status`` the tweet replied to.
    ``marks`` are the bits of its words (`analyzer.evidence.marks`): the text itself is not kept.
    """

    id: int
    at: int
    target: int
    status: int
    target_handle: str | None
    lead: tuple[str, ...]
    named: tuple[Named, ...]
    links: tuple[tuple[str, int], ...]
    tags: tuple[str, ...]
    marks: int = 0


class OwnRetweet(msgspec.Struct, frozen=True):
    """What is kept of a retweet: the author as the text and its first entity say, other accounts named in it, the start of its text.

    ``original`` is the retweeted tweet's id where media tell it. ``mentions_ego`` is true if the retweeted text holds one of ego's handles.
    """

    id: int
    at: int
    author: int | None
    handle: str
    named: tuple[Named, ...]
    body: str
    original: int
    mentions_ego: bool


@dataclass(slots=True)
class TweetLog:
    """Everything kept of ego's tweets; grows with interactions, not with the file.

    ``rows`` are the tweets that touch others but for the plain replies, which are kept with the ``heads`` they share.
    ``undirected`` holds the times (UTC ms) of self-replies and of tweets that open with nobody's handle. ``authors`` maps a status id to
    the account that wrote it, known from reply targets and media sources.
    """

    own: OwnHandles
    book: HandleBook
    lexicon: Lexicon = field(default_factory=load)
    tweets: int = 0
    replies: int = 0
    self_replies: int = 0
    retweet_count: int = 0
    mentions_total: int = 0
    mentions_in_own: int = 0
    ids: set[int] = field(default_factory=set)
    times: "array[int]" = field(default_factory=lambda: array("q"))
    undirected: "array[int]" = field(default_factory=lambda: array("q"))
    rows: list[OwnTweet] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    retweets: list[OwnRetweet] = field(default_factory=list)
    authors: dict[int, int] = field(default_factory=dict)
    marks: dict[int, int] = field(default_factory=dict)
    superseded: set[int] = field(default_factory=set)
    notes: dict[int, list[NoteTweet]] = field(default_factory=dict)
    _last_heads: dict[int, Head] = field(default_factory=dict)
    _chains: dict[int, int] = field(default_factory=dict)
    _media_names: list[tuple[int, str]] = field(default_factory=list)
    _quote_names: list[tuple[int, str]] = field(default_factory=list)

    def read(self, batch: Iterable[Tweet], *, counted: bool = True) -> None:
        """Take in tweets; ``counted`` is False for kinds that are counted apart (community tweets)."""
        owner, known, ids, times = self.own.account_id, self.book.handles, self.ids, self.times
        tweets = total = in_own = retweets = 0
        for tweet in batch:
            id_ = tweet.id
            if id_ in ids:
                self._note_copy(tweet)
                continue
            ids.add(id_)
            # `time_of`, written out: this runs for every tweet.
            at = (id_ >> 22) + SNOWFLAKE_EPOCH if FIRST_SNOWFLAKE <= id_ < AFTER_ALL_IDS else parse_time(tweet.created_at)
            if at is None:
                continue
            times.append(at)
            edits = tweet.edit_info
            if edits is not None and (edits.edit is not None or tweet.first_version != id_):
                self._note_edit(tweet)
            others = 0
            for mention in tweet.entities.mentions:
                account = mention.id
                if account != owner:
                    others += 1
                    if known.get(account) != mention.handle and account > 0 and mention.handle:
                        self.book.see(account, mention.handle, mention.name, "mention")
            tweets += 1
            total += others
            if tweet.retweeted_status is None and not tweet.text.startswith("RT @"):
                in_own += others
                self._own(tweet, at, counted)
                continue
            # Typed by hand (2008–2010: no colon, or a reply) or not: it is a retweet in the totals, so it is one in the evidence, too.
            retweets += 1
            self._retweet(tweet, at)
        if counted:
            self.tweets += tweets
            self.mentions_total += total
            self.mentions_in_own += in_own
            self.retweet_count += retweets

    def finish(self) -> None:
        """Learn the weaker names, then bind the handles ego wrote in replies to the accounts really answered."""
        for account, handle in self._media_names:
            holder = self.book.holders.get(handle.lower())
            if holder is None or holder == account:
                self.book.see(account, handle, None, "media_source")
        for status, handle in self._quote_names:
            author = self.authors.get(status)
            if author and author > 0 and author != self.own.account_id:
                holder = self.book.holders.get(handle.lower())
                if holder is None:
                    self.book.see(author, handle, None, "quote_link")
        own, bind, handles = self.own.account_id, self.book.bind, self.book.handles
        for head in self.heads:
            if head.replies:
                times = [said.at for said in head.replies]
                bind(head.lead[0], head.account, min(times), max(times), len(times))
        for row in self.rows:
            lead, target = row.lead, row.target
            # With the target's present handle later in the prefix the first handle is somebody else's.
            if lead and target > 0 and target != own:
                present = handles.get(target, "").lower() if len(lead) > 1 else lead[0]
                if present == lead[0] or present not in lead:
                    bind(lead[0], target, row.at)

    def _note_edit(self, tweet: Tweet) -> None:
        first = tweet.first_version
        if first != tweet.id:
            known = self._chains.get(first, first)
            self.superseded.add(min(known, tweet.id))
            self._chains[first] = max(known, tweet.id)

    def _note_target(self, tweet: Tweet, target: int) -> None:
        handle = tweet.reply_handle
        if handle and self.book.handles.get(target) != handle:
            self.book.see(target, handle, None, "in_reply_to")
        if tweet.reply_status:
            self.authors[tweet.reply_status] = target

    def _own(self, tweet: Tweet, at: int, counted: bool) -> None:
        text, target, entities = tweet.text, tweet.reply_user or 0, tweet.entities
        to_other = target != 0 and target != self.own.account_id
        if to_other:
            self.replies += counted
            if target > 0:
                self._note_target(tweet, target)
        elif target:
            self.self_replies += counted
        links = tuple(status_links(tweet)) if entities.urls else ()
        if links or tweet.extended_entities is not None or entities.media:
            self._note_sources(tweet, links)
        if not to_other and not links and "@" not in text and "＠" not in text:
            self.undirected.append(at)
            return
        head = self._last_heads.get(target)
        if head is not None and head.opens(text, entities.mentions):
            lead, end, named, handles = head.lead, head.end, head.named, head.handles
        else:
            lead, end, prefix_end = head_of(text)
            named = named_in(tweet, prefix_end if to_other else 0)
            handles = tuple([one.handle for one in named])
            head = Head.of(tweet, lead, named) if to_other and len(named) == len(lead) == 1 and named[0].entity == target else None
            if head is not None:
                self._last_heads[target] = head
                self.heads.append(head)
        if head is not None and not links and not entities.hashtags and at // 1000 not in self.notes:
            marks = self.lexicon.marks(text, (), handles, end)
            if marks:
                self.marks[tweet.id] = marks
            head.replies.append(Said(tweet.id, at, tweet.reply_status or 0, marks))
            return
        if self.notes and (more := self._named_beyond_the_cut(tweet, at, named)):
            named += more
            handles += tuple([one.handle for one in more])
        if not to_other and (target or not lead):
            self.undirected.append(at)
        if not named and not links and not to_other:
            return
        tags = tuple([tag.text for tag in entities.hashtags]) if entities.hashtags else ()
        marks = self.lexicon.marks(text, tags, handles, end)
        if marks:
            self.marks[tweet.id] = marks
        self.rows.append(OwnTweet(tweet.id, at, target, tweet.reply_status or 0, tweet.reply_handle, lead, named, links, tags, marks))

    def read_notes(self, batch: Iterable[NoteTweet]) -> None:
        """Take in the long texts; they must come before the tweets, whose own text is cut at 280 characters."""
        for note in batch:
            if note.at is not None and note.mentions:
                of_this_second = self.notes.setdefault(note.at // 1000, [])
                if len(of_this_second) < NOTES_A_SECOND:
                    of_this_second.append(note)

    def _named_beyond_the_cut(self, tweet: Tweet, at: int, named: tuple[Named, ...]) -> tuple[Named, ...]:
        """Handles of the note of the same second whose text begins like the tweet (archive-format §7); notes have no ids."""
        known = {one.handle for one in named}
        start = PREFIX.sub("", tweet.text, count=1).split("…")[0].rstrip()
        for note in self.notes.get(at // 1000, ()):
            if note.text.startswith(html.unescape(start)):
                return tuple(Named(None, handle.lower(), False) for handle in dict.fromkeys(note.mentions) if handle.lower() not in known)
        return ()

    def _note_sources(self, tweet: Tweet, links: tuple[tuple[str, int], ...]) -> None:
        for media in tweet.media:
            if media.source_user and media.source_user > 0:
                if media.source_status:
                    self.authors.setdefault(media.source_status, media.source_user)
                link = MEDIA_LINK.match(media.expanded_url or "")
                if link and link[1].lower() != "i" and media.source_user != self.own.account_id:
                    self._media_names.append((media.source_user, link[1]))
        for handle, status in links:
            if handle:
                self._quote_names.append((status, handle))

    def _note_copy(self, tweet: Tweet) -> None:
        """An older archive's copy of a tweet adds the handles of its date and the author of a retweet, no more."""
        for mention in tweet.entities.mentions:
            if mention.id > 0 and mention.id != self.own.account_id and mention.handle:
                self.book.see(mention.id, mention.handle, mention.name, "mention")
        if tweet.reply_handle and tweet.reply_user and tweet.reply_user > 0 and tweet.reply_user != self.own.account_id:
            self.book.see(tweet.reply_user, tweet.reply_handle, None, "in_reply_to")
        self._note_original(tweet)

    def _note_original(self, tweet: Tweet) -> None:
        """A retweet of the oldest archives names its author for certain."""
        original = tweet.retweeted_status
        if original is not None:
            self.authors[original.id] = original.user.id
            if original.user.handle:
                self.book.see(original.user.id, original.user.handle, original.user.name, "retweet")

    def _retweet(self, tweet: Tweet, at: int) -> None:
        match = RETWEET.match(tweet.text)
        original = tweet.retweeted_status
        self._note_sources(tweet, ())
        if original is not None:
            self._note_original(tweet)
            author: int | None = original.user.id
            handle, body, status = (original.user.handle or "").lower(), original.text, original.id
        elif match:
            handle, body, status, author = match[1].lower(), tweet.text[match.end() :], 0, None
            for mention in tweet.entities.mentions:
                if mention.handle.lower() == handle:
                    author = mention.id if mention.id > 0 else None
                    break
            for media in tweet.media:
                if media.source_status and media.source_user == author:
                    status = media.source_status
        else:
            return
        # The author, by the present handle and by the one that stands in the text, which may be a stranger's by now.
        theirs = {handle, match[1].lower()} if match else {handle}
        named = tuple(Named(m.id if m.id > 0 else None, m.handle.lower(), False) for m in tweet.entities.mentions if m.handle.lower() not in theirs)
        mentions_ego = self.own.named_in(body, time_of(status) if status else at) is True
        self.retweets.append(OwnRetweet(tweet.id, at, author, handle, named, body, status, mentions_ego))

"""From ego's tweets to interactions: who is meant by each handle after repair, and one act per person and kind (relationships §2–§3)."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from analyzer.archive.snowflake import time_of
from analyzer.evidence.acts import CARRIED, CERTAIN, IN, MENTION, OUT, QUOTE, REPLY, RETWEET, TURN, Act, by_time
from analyzer.evidence.estimator import Spoken
from analyzer.evidence.marks import opening
from analyzer.evidence.mentions import Head, Named
from analyzer.evidence.together import Together
from analyzer.evidence.tweets import OwnRetweet, OwnTweet, TweetLog
from analyzer.people.handles import HandleBook, Key
from analyzer.people.own import OwnHandles
from analyzer.people.tally import Tallies

CARRIED_WEIGHT = 0.25
ONE_CLICK_WEIGHT = 0.1
MOST_TAGS = 100
"""A tweet has no room for more; each of them is counted for each person, which in a made-up tweet of thousands could fill any memory."""


@dataclass(slots=True)
class Interactions:
    """What ego's tweets say about others, after identity repair.

    ``spoken`` are the own tweets that address somebody, in any order; ``status_author`` maps status ids to authors (replies, media, quotes,
    retweets); ``tags`` hashtags to the people they were used with; ``re_used`` counts mentions put right.
    """

    tallies: Tallies
    together: Together
    spoken: list[Spoken] = field(default_factory=list)
    status_author: dict[int, Key] = field(default_factory=dict)
    re_used: int = 0
    replied_to: int = 0
    tags: dict[str, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    _own_ids: set[int] = field(default_factory=set)

    def own_tweets(self, log: TweetLog, own: OwnHandles, tick: Callable[[int], None]) -> None:
        """Turn every kept tweet into acts, oldest first; ``tick(done)`` is called every thousand."""
        self.status_author.update(log.authors)
        self._own_ids = log.ids
        book, superseded = log.book, log.superseded
        for head in log.heads:
            self._plain_replies(head, book, own, superseded)
        for done, row in enumerate(by_time(log.rows)):
            if done % 1000 == 0:
                tick(done)
            if row.id not in superseded:
                self._tweet(row, book, own)

    def retweets(self, log: TweetLog, own: OwnHandles) -> None:
        """Turn every retweet into one one-click act; a retweet of a tweet that mentions ego is a certain incoming turn."""
        for row in log.retweets:
            if row.handle and own.is_ego(row.handle, row.at):
                continue
            author = log.book.resolve(row.handle, row.at, row.author) if row.handle else row.author
            if author is None or author == own.account_id:
                continue
            tally = self.tallies[author]
            tally.retweets += 1
            tally.acts.append(Act(RETWEET, OUT, row.at, row.id, row.original or None, ONE_CLICK_WEIGHT))
            if row.original:
                self.status_author.setdefault(row.original, author)
            if row.mentions_ego:
                theirs = time_of(row.original) if row.original else row.at
                tally.acts.append(Act(TURN, IN, theirs, row.id, row.original or None, 1.0, CERTAIN, 1.0))
            self._named_in_retweet(row, log.book, own, author)

    def _named_in_retweet(self, row: OwnRetweet, book: HandleBook, own: OwnHandles, author: Key) -> None:
        for named in row.named:
            key = _meant(named, row.at, book, own)
            if key is not None and key != author:
                self.tallies[key].mentioned_in_retweets += 1

    def _tweet(self, row: OwnTweet, book: HandleBook, own: OwnHandles) -> None:
        target: Key | None = row.target
        if target == own.account_id:
            target = None
        elif row.target <= 0:
            target = book.resolve(row.target_handle.lower(), row.at, None) if row.target_handle else None
        if target is not None and not row.links and not row.tags and self._names_only(row.named, target, book):
            self._reply(row, target, frozenset((target,)))
            return
        body: dict[Key, None] = {}
        carried: dict[Key, None] = {}
        for one in row.named:
            key = _meant(one, row.at, book, own)
            if key is None:
                continue
            if one.entity is not None and key != one.entity:
                self.re_used += 1
            if key != target:
                (carried if one.in_prefix else body)[key] = None
        for key in body:
            carried.pop(key, None)
        tallies = self.tallies
        prefix = [*([target] if target is not None else []), *carried]
        who = frozenset((*prefix, *body))
        if target is not None:
            self._reply(row, target, who)
        elif who:
            self.spoken.append(Spoken(row.at, row.id, who, row.lead, None, 0, opening(row.marks)))
        for kind, keys in ((MENTION, body), (CARRIED, carried)):
            for key in keys:
                tally = tallies[key]
                if kind is MENTION:
                    tally.mentions_body += 1
                    weight = 1 / len(keys)
                else:
                    tally.carried += 1
                    weight = CARRIED_WEIGHT / len(keys)
                tally.acts.append(Act(kind, OUT, row.at, row.id, None, weight))
        quoted = self._quotes(row, book, own) if row.links else {}
        if row.tags:
            for key in {*([target] if target is not None else []), *body, *carried, *quoted}:
                for tag in row.tags[:MOST_TAGS]:
                    self.tags[tag.lower()][key] += 1
        if carried:
            self.together.see("reply_prefix", prefix)
        if body:
            self.together.see("co_mention", [*prefix, *body], but_not=prefix)

    def _plain_replies(self, head: Head, book: HandleBook, own: OwnHandles, superseded: set[int]) -> None:
        """The replies that share one head, nine in ten of all: whom they mean is asked once."""
        replies = [said for said in head.replies if said.id not in superseded] if superseded else head.replies
        if not replies:
            return
        target = head.account
        if not self._names_only(head.named, target, book):
            for said in replies:
                self._tweet(OwnTweet(said.id, said.at, target, said.status, None, head.lead, head.named, (), (), said.marks), book, own)
            return
        tally, who, lead = self.tallies[target], frozenset((target,)), head.lead
        self.replied_to += not tally.replies
        tally.replies += len(replies)
        tally.acts += [Act(REPLY, OUT, said.at, said.id, said.status or None) for said in replies]
        self.spoken += [Spoken(said.at, said.id, who, lead, target, said.status, opening(said.marks)) for said in replies]

    @staticmethod
    def _names_only(named: tuple[Named, ...], target: Key, book: HandleBook) -> bool:
        """True for the commonest reply: it names nobody, or the one account it answers by the handle it was always answered by."""
        if not named:
            return True
        if len(named) > 1 or named[0].entity not in (None, target):
            return False
        uses = book.uses.get(named[0].handle)
        return uses is not None and len(uses) == 1 and target in uses

    def _reply(self, row: OwnTweet, target: Key, who: frozenset[Key]) -> None:
        tally = self.tallies[target]
        self.replied_to += not tally.replies
        tally.replies += 1
        tally.acts.append(Act(REPLY, OUT, row.at, row.id, row.status or None))
        self.spoken.append(Spoken(row.at, row.id, who, row.lead, target, row.status, opening(row.marks)))

    def _quotes(self, row: OwnTweet, book: HandleBook, own: OwnHandles) -> dict[Key, None]:
        quoted: dict[Key, None] = {}
        for handle, status in row.links:
            if status in self._own_ids:  # whatever handle the link has: X does not look at it
                continue
            author: Key | None = self.status_author.get(status)
            # A link copied long after it was made still holds the handle of its time.
            if author is None and handle and not own.is_ego(handle, row.at) and not own.is_ego(handle, time_of(status) or row.at):
                author = book.resolve(handle, row.at, None)
                self.status_author.setdefault(status, author)
            if author is None or author == own.account_id or author in quoted:
                continue
            quoted[author] = None
            tally = self.tallies[author]
            tally.quotes += 1
            tally.acts.append(Act(QUOTE, OUT, row.at, row.id, status))
        return quoted


def _meant(named: Named, at: int, book: HandleBook, own: OwnHandles) -> Key | None:
    """The account meant, or None where it is ego."""
    if named.entity == own.account_id or own.is_ego(named.handle, at):
        return None
    key = book.resolve(named.handle, at, named.entity)
    return None if key == own.account_id else key

"""Texts read again from the archive when somebody wants to see the very tweets behind a number; the analysis keeps none."""

import html
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analyzer.archive.opening import open_archive
from analyzer.archive.parts import Part
from analyzer.archive.records import Like, Tweet
from analyzer.archive.snowflake import parse_time, time_of
from analyzer.progress import Reporter, ignore

_OWN = (Part.TWEETS, Part.COMMUNITY_TWEETS, Part.CIRCLE_TWEETS)


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text as people read it (``&amp;`` is ``&``); ``at`` is UTC milliseconds, None where neither id nor record tells it.

    It is still what somebody wrote: show it as plain text.
    """

    text: str
    at: int | None


def read_texts(paths: Path | Iterable[Path], tweet_ids: Collection[int], report: Reporter = ignore) -> dict[int, OwnText]:
    """The texts of own tweets by id; reading stops as soon as all are found. Raises what `open_archive` raises."""
    wanted = set(tweet_ids)
    found: dict[int, OwnText] = {}
    for path in _each(paths):
        if not wanted:
            break
        with open_archive(path, report, one_of_several=True) as archive:
            for part in _OWN:
                for batch in archive.read(part) if wanted else ():
                    for tweet in batch:
                        if isinstance(tweet, Tweet) and tweet.id in wanted:
                            at = time_of(tweet.id) or parse_time(tweet.created_at)
                            found[tweet.id] = OwnText(html.unescape(tweet.text), at)
                            wanted.discard(tweet.id)
                    if not wanted:
                        break
    return found


def read_liked_texts(paths: Path | Iterable[Path], tweet_ids: Collection[int], report: Reporter = ignore) -> dict[int, OwnText]:
    """The texts of liked tweets by tweet id (likes without a text are left out); ``at`` is the liked tweet's own time."""
    wanted = set(tweet_ids)
    found: dict[int, OwnText] = {}
    for path in _each(paths):
        if not wanted:
            break
        with open_archive(path, report, one_of_several=True) as archive:
            for batch in archive.read(Part.LIKES):
                for like in batch:
                    if isinstance(like, Like) and like.tweet_id in wanted and like.text is not None:
                        found[like.tweet_id] = OwnText(html.unescape(like.text), time_of(like.tweet_id))
                        wanted.discard(like.tweet_id)
                if not wanted:
                    break
    return found


def _each(paths: Path | Iterable[Path]) -> Iterator[Path]:
    if isinstance(paths, Path):
        yield paths
    else:
        yield from paths

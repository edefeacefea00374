"""Whether ego ever came to somebody of its own accord: replies to tweets of theirs that no word of ego's had called for.

A help desk answers everybody, quickly and kindly, so by its answers alone it looks like a friend. But people speak to it only when they need it,
and all that they answer there was written because they had called. With people whom one likes to read it is the other way round.
"""

from bisect import bisect_left
from collections.abc import Sequence

from analyzer.archive.snowflake import time_of
from analyzer.evidence.acts import OUT, REPLY, Act
from analyzer.evidence.calendar import DAY_MS
from analyzer.evidence.rhythm import DIRECTED

CALLED_FOR = 4 * DAY_MS
"""A tweet of theirs that comes so soon after a word of ego's to them may answer it; late answers of help desks need their days, too."""


def count_unprompted(acts: Sequence[Act]) -> int:
    """How many tweets of theirs ego replied to although ego had not addressed them within the four days before; ``acts`` come in any order.

    Tweets from before November 2010, which tell no time, do not count.
    """
    said = sorted([act.at for act in acts if act.direction is OUT and act.kind in DIRECTED and act.at is not None])
    found: set[int] = set()
    for act in acts:
        theirs = time_of(act.their_id) if act.kind is REPLY and act.direction is OUT and act.their_id else None
        if theirs is None or act.their_id is None:
            continue
        place = bisect_left(said, theirs)
        if not place or theirs - said[place - 1] > CALLED_FOR:
            found.add(act.their_id)
    return len(found)

"""The truth beside an archive: personas, follow dates, handle histories, every incoming turn and every sign as it really happened."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.simulator.clock import HOUR, iso_date, time_of
from tests.simulator.log import Form, World
from tests.simulator.population import Account

FORMAT = "kithmap-simulated-truth/1"
_SITTING = 12 * HOUR


def _moment(at: int | None) -> str | None:
    return None if at is None else iso_date(at)


def conversations(world: World) -> Iterator[dict[str, Any]]:
    """Every sitting (gaps of at most 12 h) with one person that holds two own turns and one of theirs, from both sides of the log."""
    turns: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for turn in world.turns:
        turns[turn.who.id].append((turn.id, True))
    for tweet in world.own:
        if tweet.to is not None and tweet.form is Form.REPLY:
            turns[tweet.to.id].append((tweet.id, False))
    for person, steps in sorted(turns.items()):
        steps.sort()
        sitting: list[tuple[int, bool]] = []
        for step in [*steps, None]:
            if step is None or (sitting and time_of(step[0]) - time_of(sitting[-1][0]) > _SITTING):
                own = [number for number, theirs in sitting if not theirs]
                heard = [number for number, theirs in sitting if theirs]
                if len(own) >= 2 and heard:
                    yield _sign("conversation", person, time_of(sitting[0][0]), own, heard)
                sitting = []
            if step is not None:
                sitting.append(step)


def _sign(kind: str, person: int, at: int, own: list[int], turns: list[int]) -> dict[str, Any]:
    return {"sign": kind, "person": str(person), "at": iso_date(at), "own": [str(one) for one in own], "turns": [str(one) for one in turns]}


def _person(account: Account) -> dict[str, Any]:
    return {
        "id": str(account.id),
        "name": account.name,
        "handle": account.handle,
        "persona": account.persona.name,
        "relation": account.persona.relation,
        "born": iso_date(account.born),
        "gone": _moment(account.gone),
        "circle": account.circle,
        "follows_ego_since": _moment(account.follows_ego),
        "followed_since": _moment(account.followed),
        "handles": [{"handle": handle, "since": iso_date(since)} for since, handle in account.handles],
    }


def truth_of(world: World) -> dict[str, Any]:
    """Everything that the archive does not tell; ids as strings, times ISO-8601 UTC.

    A turn's ``answers`` is ego's tweet that it replied to (null if it only named ego), ``answered_by`` ego's reply to it (null if none).
    """
    answered = {tweet.parent: tweet.id for tweet in reversed(world.own) if tweet.parent is not None}
    signs = [_sign(one.kind, one.who.id, one.at, list(one.own), list(one.turns)) for one in world.signs]
    signs.extend(conversations(world))
    signs.sort(key=lambda one: (one["at"], one["sign"], one["person"]))
    turns = [
        {
            "id": str(turn.id),
            "person": str(turn.who.id),
            "at": iso_date(time_of(turn.id)),
            "answers": None if turn.answers is None else str(turn.answers),
            "answered_by": str(answered[turn.id]) if turn.id in answered else None,
        }
        for turn in world.turns
    ]
    options = world.options
    return {
        "format": FORMAT,
        "seed": options.seed,
        "owner": options.owner,
        "generated_at": iso_date(world.end),
        "account_id": str(world.ego.id),
        "own_handles": [{"handle": handle, "since": iso_date(since)} for since, handle in world.ego.handles],
        "friends": [str(account.id) for account in true_friends(world)],
        "people": [_person(account) for account in world.people.others],
        "turns": turns,
        "signs": signs,
        "likes": [
            {"tweet": str(like.tweet), "person": str(like.who.id), "at": iso_date(like.at)}
            for like in sorted(world.likes, key=lambda one: (one.at, one.tweet))
        ],
    }


def true_friends(world: World) -> list[Account]:
    """People in real contact: a friend's persona, and both sides spoke (a newcomer who never answered is none)."""
    spoke = {turn.who.id for turn in world.turns} | {
        message.sender.id for talk in world.talks for message in talk.messages if any(one.sender is world.ego for one in talk.messages)
    }
    return [account for account in world.people.others if account.persona.relation == "friend" and account.id in spoke]


def write_truth(world: World, path: Path) -> Path:
    """Writes `truth_of` as JSON, one entry a line, and returns the path."""
    truth = truth_of(world)
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write("{\n")
        for place, (key, value) in enumerate(truth.items()):
            file.write((",\n" if place else "") + json.dumps(key) + ": ")
            if isinstance(value, list) and value:
                file.write("[\n" + ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in value) + "\n]")
            else:
                file.write(json.dumps(value, ensure_ascii=False))
        file.write("\n}\n")
    return Path(path)

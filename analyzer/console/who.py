"""Whom the user means by a number, a handle or a name: the same for the command about one person and for a picture of one."""

from typing import TYPE_CHECKING

from analyzer.console.errors import Usage
from analyzer.export.text import one_line

if TYPE_CHECKING:
    from analyzer.facts import Analysis
    from analyzer.people.person import Person


def find_person(analysis: "Analysis", wanted: str) -> int:
    """The place of the person whom an id, a handle (present or former) or a whole name means; `Usage` where it means nobody or several."""
    plain = wanted.strip().removeprefix("id:").casefold()
    if plain in analysis.index:
        return analysis.index[plain]
    bare = plain.removeprefix("@")
    for means in (_by_handle, _by_former_handle, _by_name) if bare else ():
        found = [place for place, person in enumerate(analysis.people) if means(person, bare)]
        if len(found) == 1:
            return found[0]
        if found:
            keys = ", ".join(one_line(analysis.people[place].key) for place in found[:5])
            raise Usage(f"“{one_line(wanted)}” means {len(found)} people: name one by its number ({keys}).")
    raise Usage(f"Nobody in this archive is called “{one_line(wanted)}”: give an account's number, a handle or a whole name.")


def _by_handle(person: "Person", wanted: str) -> bool:
    return person.handle is not None and person.handle.casefold() == wanted


def _by_former_handle(person: "Person", wanted: str) -> bool:
    return any(handle.casefold() == wanted for handle in person.former_handles)


def _by_name(person: "Person", wanted: str) -> bool:
    return person.name is not None and one_line(person.name).casefold() == wanted

"""Search finds in ids side by side what it would find in a line of each."""

from array import array
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from analyzer.people.everybody import Index, People
from analyzer.people.handles import HandleBook
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Choice, Decision
from desktop.search_lines import SearchLines, search_text

IDS = [9_000_000_001, 9_000_000_019, 9_100_200_300, 1_100_000_000_000_000_000, 1_999_999_999_999_999_999, (1 << 63) - 1]
MET = {1: Person("9000000019", 9_000_000_019, "sanne_19", replies=3), 6: Person("@nobody_19", None, "nobody_19", replies=1)}
BOOK = HandleBook(handles={IDS[2]: "named_9", 5: "elsewhere"})
PEOPLE = People(array("q", IDS), array("L", [1, 0, 2, 3, 4, 5]), MET, BOOK)


def lines_of(decisions: Mapping[str, Decision]) -> SearchLines:
    return SearchLines(PEOPLE, Index(PEOPLE), decisions)


needles = st.text("0123456789", min_size=1, max_size=6) | st.sampled_from(["nobody", "sanne_19", "9 ", "99 9", "oslo", "1999999999999999999"])


@given(needles)
def test_every_needle_is_found_where_a_line_holds_it(needle: str) -> None:
    decisions = {str(IDS[3]): Decision(str(IDS[3]), Choice.KEEP, "Oslo, May 19"), "@gone": Decision("@gone", Choice.KEEP)}
    lines = lines_of(decisions)
    plain = [search_text(person, decisions.get(person.key)) for person in PEOPLE]
    assert list(lines) == plain and lines[2:4] == plain[2:4] and len(lines) == 7
    assert list(lines.matching(needle)) == [needle in line for line in plain]


@given(needles)
def test_a_note_is_found_and_what_stood_there_before_still_is(needle: str) -> None:
    lines = lines_of({})
    decision = Decision(str(IDS[4]), None, "Oslo")
    lines.put(4, PEOPLE[4], decision)
    plain = [search_text(person, decision if place == 4 else None) for place, person in enumerate(PEOPLE)]
    assert list(lines.matching(needle)) == [needle in line for line in plain]

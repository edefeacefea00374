"""A source as of one month: who is left out then, and who is faint."""

from dataclasses import dataclass, replace

from analyzer.network.months import ContactMonths, Moment
from desktop.graph.source import Source
from desktop.wording.months import month_line, month_marks


@dataclass(frozen=True, slots=True)
class Placed:
    """Who has a place of their own (the crowd and passing contacts are of no month), and who of them has no dated day of contact."""

    people: frozenset[int]
    never: frozenset[int]

    @classmethod
    def of(cls, people: frozenset[int], months: ContactMonths) -> "Placed":
        """Found once per picture: a slider asks at every step."""
        return cls(people, frozenset([person for person in people if not months.ever(person)]))

    def absent(self, moment: Moment) -> frozenset[int]:
        """Who is not yet met at this month; a place stands for contact, so who has no day of it is at no month."""
        return moment.later | self.never


NOBODY = Placed(frozenset(), frozenset())


def at_month(source: Source, month: int) -> tuple[Source, str]:
    """The source with the people of this month, and what is said of it below the picture."""
    analysis = source.analysis
    months = ContactMonths(analysis.people, analysis.coverage.as_of)
    moment = months.at(month)
    placed = Placed.of(source.with_places, months)
    said = f"{month_line(moment.among(source.shown & placed.people))} ({month_marks()})"
    return replace(source, shown=source.shown - placed.absent(moment), dimmed=moment.earlier), said

"""All people as CSV, with the columns of the lists and in the order of the analysis."""

from collections.abc import Iterator, Sequence

from analyzer.export import list_csv
from analyzer.export.lists import encoded, entry
from analyzer.facts import Analysis
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement


def render(analysis: Analysis, judgements: Sequence[Judgement], policy: Policy, *, with_messages: bool = False) -> Iterator[bytes]:
    """The file in pieces, everybody by numeric id and then the ``@handle`` ones."""
    rows = (list_csv.row(entry(analysis, judgements, place, policy, with_messages=with_messages)) for place in range(len(analysis.people)))
    return encoded(list_csv.render_rows(rows))

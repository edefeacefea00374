"""All people as CSV, with the columns of the lists and in the order of the analysis."""

from collections.abc import Iterator, Sequence

from analyzer.export import list_csv
from analyzer.export.lists import encoded, entry
from analyzer.facts import Analysis
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement


def render(
    analysis: Analysis, judgements: Sequence[Judgement], policy: Policy, *, with_messages: bool = False, with_blocks: bool = False
) -> Iterator[bytes]:
    """The file in pieces, everybody by numeric id and then the ``@handle`` ones; messages and blocks stand in reasons only where asked for."""
    everybody = range(len(analysis.people))
    entries = (entry(analysis, judgements, place, policy, with_messages=with_messages, with_blocks=with_blocks) for place in everybody)
    return encoded(list_csv.render_rows(map(list_csv.row, entries)))

"""An archive in which everything could be read: four years with tweets, follow lists and messages."""

from datetime import date

from analyzer.facts import Coverage

TODAY = date(2024, 3, 6).toordinal()
COVERAGE = Coverage(
    tweets_read=True,
    follows_read=True,
    messages_read=True,
    messages_left_closed=False,
    missing_parts=(),
    tweets_by_month={(2020 + month // 12, month % 12 + 1): 30 for month in range(48)},
    directed_acts=500,
    last_act_day=TODAY,
    as_of=date.fromordinal(TODAY),
)

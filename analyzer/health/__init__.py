"""The health of what was opened: which parts were read, what is lacking, and what each gap does to confidence in verdicts."""

from analyzer.health.effects import effects_of
from analyzer.health.measure import health_of
from analyzer.health.shapes import ArchiveHealth, Bearing, Effect, Gap, Health, Months, Named, PartHealth, SilentSpan, State

__all__ = [
    "ArchiveHealth",
    "Bearing",
    "Effect",
    "Gap",
    "Health",
    "Months",
    "Named",
    "PartHealth",
    "SilentSpan",
    "State",
    "effects_of",
    "health_of",
]

"""The health of what was opened: which parts were read (`measure.health_of`), and what each gap does to verdicts (`effects.effects_of`)."""

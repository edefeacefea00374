"""How much stands on a picture: ties and names in five steps each, from none to all, kept for every picture alike."""

from dataclasses import dataclass

USUAL = 2
ALL = 4

# How many ties each step draws, in shares of the usual; None is all there are.
TIES: tuple[float | None, ...] = (0.0, 0.35, 1.0, 2.5, None)
FEW_NAMES = 12


@dataclass(frozen=True, slots=True)
class Detail:
    """``ties`` and ``names`` are steps: 0 none, 1 few, 2 the usual, 3 more, 4 all."""

    ties: int = USUAL
    names: int = USUAL

    def stepped(self, ties: int = 0, names: int = 0) -> "Detail":
        """So many steps more (or less); the ends hold."""
        return Detail(_held(self.ties + ties), _held(self.names + names))

    @classmethod
    def of(cls, ties: int, names: int) -> "Detail":
        """The nearest there is to two numbers that were kept somewhere."""
        return cls(_held(ties), _held(names))

    @property
    def tie_share(self) -> float | None:
        """How many ties are drawn, in shares of the usual; None for all."""
        return TIES[self.ties]


AS_USUAL = Detail()


def _held(step: int) -> int:
    return max(0, min(ALL, step))

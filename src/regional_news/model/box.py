"""A box on the map."""

import re
from dataclasses import dataclass
from typing import Self

NUMBER = r"-?[0-9]{1,3}(\.[0-9]{1,15})?"
WRITTEN = f"{NUMBER}(_{NUMBER}){{3}}"
"""How a box is written, as a regular expression."""


@dataclass(frozen=True, slots=True)
class Box:
    """All that lies between two parallels and two meridians (WGS84 degrees)."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the box that is written ``south_west_north_east``, None where it is none."""
        if not re.fullmatch(WRITTEN, text):
            return None
        one, this, other, that = (round(float(part), 4) for part in text.split("_"))
        return cls(min(one, other), min(this, that), max(one, other), max(this, that))

    def holds(self, lat: float, lon: float, margin: float = 0.0) -> bool:
        """Return whether a point lies in the box, or outside by no more than ``margin`` degrees."""
        return (
            self.south - margin <= lat <= self.north + margin
            and self.west - margin <= lon <= self.east + margin
        )

    def __str__(self) -> str:
        return "_".join(f"{edge:.4f}" for edge in (self.south, self.west, self.north, self.east))

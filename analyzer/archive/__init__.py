"""What Twitter wrote: the container, its manifest, its parts and their typed records.

with open_archive(path) as archive:
    for tweets in archive.read(Part.TWEETS):
        ...
"""

from analyzer.archive.archive import Archive
from analyzer.archive.opening import open_archive
from analyzer.archive.owner import Owner
from analyzer.archive.parts import Era, Part
from analyzer.facts import Unreadable

__all__ = ["Archive", "Era", "Owner", "Part", "Unreadable", "open_archive"]

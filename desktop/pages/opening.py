"""The seam to the browser: one profile or tweet at a time, only on X, only built from a handle or an id.

In the running window `system_links.SystemLinks` stands behind Qt's call and opens the address through the helper.
"""

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from analyzer.people.person import Person
from desktop.links import is_allowed

_HANDLE = re.compile(r"[A-Za-z0-9_]{1,20}")


def profile_url(person: Person) -> str | None:
    """The profile's address, by handle or by id; None where neither can stand in one."""
    if person.handle and _HANDLE.fullmatch(person.handle):
        return f"https://x.com/{person.handle}"
    return f"https://x.com/i/user/{person.account_id}" if person.account_id is not None else None


def tweet_url(tweet_id: int) -> str:
    """The address of one tweet."""
    return f"https://x.com/i/status/{tweet_id}"


def open_in_browser(url: str) -> bool:
    """Hand one address to the system's browser; ValueError for any that Kithmap does not open. False if there is no browser."""
    if not is_allowed(url):
        raise ValueError(url)
    return QDesktopServices.openUrl(QUrl(url))

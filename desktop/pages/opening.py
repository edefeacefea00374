"""The seam to the browser: one profile or tweet at a time, only on https://x.com/, only built from a handle or an id."""

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from analyzer.people.person import Person

_HANDLE = re.compile(r"[A-Za-z0-9_]{1,20}")
_ALLOWED = re.compile(r"https://x\.com/(?:[A-Za-z0-9_]{1,20}|i/user/\d{1,20}|i/status/\d{1,20})")


def profile_url(person: Person) -> str | None:
    """The profile's address, by handle or by id; None where neither can stand in one."""
    if person.handle and _HANDLE.fullmatch(person.handle):
        return f"https://x.com/{person.handle}"
    return f"https://x.com/i/user/{person.account_id}" if person.account_id is not None else None


def tweet_url(tweet_id: int) -> str:
    """The address of one tweet."""
    return f"https://x.com/i/status/{tweet_id}"


def open_in_browser(url: str) -> bool:
    """Hand one address to the system's browser; ValueError for any that this module would not build. False if there is no browser."""
    if not _ALLOWED.fullmatch(url):
        raise ValueError(url)
    return QDesktopServices.openUrl(QUrl(url))

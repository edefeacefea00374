"""Text from the archive made safe to print: nothing that moves the cursor, reorders the line or breaks a file."""

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,20}")


def no_surrogates(text: str) -> str:
    """The same text as valid Unicode: halves of surrogate pairs are joined or replaced by U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def one_line(untrusted: str) -> str:
    """The text on one line, without control characters and without marks that change the writing direction."""
    return " ".join(_UNPRINTABLE.sub(" ", no_surrogates(untrusted)).split())


def link_handle(untrusted: str | None) -> str | None:
    """The handle if it can stand in a link (letters, digits, underscore, at most 20 characters), else None."""
    return untrusted if untrusted is not None and _HANDLE.fullmatch(untrusted) else None


def profile_link(handle: str | None, account_id: int | None) -> str:
    """``https://x.com/<handle>`` where the handle is known, else by id, else empty."""
    safe = link_handle(handle)
    if safe is not None:
        return f"https://x.com/{safe}"
    return f"https://x.com/i/user/{account_id}" if account_id is not None else ""


def intent_link(account_id: int | None) -> str:
    """The link that the archive itself uses for an account, empty where no id is known."""
    return f"https://twitter.com/intent/user?user_id={account_id}" if account_id is not None else ""

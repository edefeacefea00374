"""Repairs on the bytes of damaged JSON before it is parsed: NUL, lone surrogates, raw control characters, invalid UTF-8, message texts."""

import re

NUL_ESCAPE = re.compile(rb"\\u0000")
"""A pattern finds it nearly twice as fast as ``in`` does (measured): JSON is full of its digits."""

# An escape counts only after an even number of back-slashes.
_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
_SURROGATES = re.compile(rb"(?<!\\)((?:\\\\)*)(?:(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2})")
_HIGH = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}")
# A raw control character is allowed nowhere inside a string, and is as good as a space outside; NUL goes away altogether.
_CONTROLS = bytes(byte if byte >= 0x20 else 0x20 for byte in range(256))
_WRITTEN = ("text", "editedText", "url", "expanded", "display", "name", "contents", "conversationToken", "signature", "encryptedConversationKey")
_MESSAGE_TEXT = re.compile(rb'"(' + "|".join(_WRITTEN).encode() + rb')"\s*:\s*"(?:[^"\\]|\\.)*"', re.DOTALL)
_HELD_BACK = 12
TEXT_KEYS = frozenset(_WRITTEN)
"""Where message files keep what people wrote, and secrets."""


def clean(json: bytes) -> bytes:
    """The same JSON with everything readable that can be made so: NUL taken out, what is no character replaced by U+FFFD.

    >>> clean(b'"a\\\\u0000b \\\\ud83d!"')
    b'"ab \\\\ufffd!"'
    """
    json = json.translate(_CONTROLS, delete=b"\0")
    json = _NUL.sub(rb"\1", json)
    json = _SURROGATES.sub(lambda found: found[0] if found[2] else found[1] + b"\\ufffd", json)
    if not _is_utf8(json):
        json = json.decode("utf-8", "replace").encode()
    return json


def without_texts(json: bytes) -> bytes:
    """The same JSON with the texts of messages emptied, so that no parser ever makes an object of one."""
    return _MESSAGE_TEXT.sub(rb'"\1":""', json)


def _is_utf8(json: bytes) -> bool:
    try:
        json.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class StreamCleaner:
    """`clean` for bytes that come in pieces: what may be one half of an escape or a character waits for the next piece."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> bytes:
        """The next cleaned bytes; may be empty."""
        pending = self._rest + piece
        cut = max(0, len(pending) - _HELD_BACK)
        escape = pending.find(b"\\", cut)
        if escape >= 0:
            cut = escape
        else:
            cut = len(pending)
        # Not between the two halves of a character outside the first plane,
        if cut >= 6 and _HIGH.fullmatch(pending, cut - 6, cut):
            cut -= 6
        # neither between back-slashes nor within the bytes of one.
        while cut > 0 and pending[cut - 1] == 0x5C:
            cut -= 1
        cut = min(cut, _character_boundary(pending))
        self._rest = pending[cut:]
        return clean(pending[:cut])

    def finish(self) -> bytes:
        """The last cleaned bytes."""
        rest, self._rest = self._rest, b""
        return clean(rest)


def _character_boundary(pending: bytes) -> int:
    """Length of ``pending`` without a UTF-8 character that its end cuts in two."""
    for back in range(1, min(4, len(pending)) + 1):
        byte = pending[-back]
        if byte < 0x80:
            return len(pending)
        if byte >= 0xC0:
            needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(pending) - back if back < needed else len(pending)
    return len(pending)

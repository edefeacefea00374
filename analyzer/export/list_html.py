"""A list as a checklist page: one file that works offline on a phone, loads nothing, and opens one profile at a time."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from analyzer.export.document import Entry, ListDocument, Section
from analyzer.export.text import one_line
from analyzer.export.words import day_words
from analyzer.verdict.verdicts import Listing

SITTING = 25
PER_DAY = 50


def render(document: ListDocument) -> Iterator[str]:
    """The page in pieces. Its content policy names its own style and script by hash, so nothing else can run or load."""
    style, script = _resource("checklist.css"), _resource("checklist.js")
    total = document.count
    limit = PER_DAY if document.listing in (Listing.FOLLOW, Listing.UNFOLLOW) else 0
    yield _head(document, style, script)
    yield f'<body data-list="{_fingerprint(document)}" data-limit="{limit}">\n<main>\n<h1>{escape(document.title)} ({total})</h1>\n'
    yield f'<p class="when">{escape(_when(document))}</p>\n<p>{escape(document.head)}</p>\n'
    if document.rules:
        yield f'<p class="rules">{escape(document.rules)} Kithmap never clicks for you.</p>\n'
    if document.empty_because:
        yield f'<p class="empty">{escape(document.empty_because)}</p>\n'
    yield (
        f'<div class="bar"{"" if total else " hidden"}><progress id="done" max="{max(total, 1)}" value="0" aria-label="Done"></progress>\n'
        f'<span id="count">0 of {total} done</span> <span id="today" role="status"></span>\n'
        '<p class="kept" id="kept" role="status"></p>\n'
        '<noscript><p class="kept">Scripts are off: ticks are lost when this page is closed.</p></noscript></div>\n'
    )
    yield from _sittings(document.sections, total, limit)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _head(document: ListDocument, style: str, script: str) -> str:
    policy = f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="robots" content="noindex">\n<title>{escape(document.title)}</title>\n<style>{style}</style>\n</head>\n'
    )


def _when(document: ListDocument) -> str:
    owner = f"@{document.handle}, " if document.handle else ""
    sittings = -(-document.count // SITTING)
    return f"{owner}archive of {day_words(document.as_of)}" + (f", {sittings} sittings of {SITTING}" if sittings > 1 else "")


def _sittings(sections: tuple[Section, ...], total: int, limit: int) -> Iterator[str]:
    """Sittings of 25 across the sections; a section's heading is repeated where a sitting begins inside it."""
    place = 0
    sittings = -(-total // SITTING)
    for section in sections:
        fresh = True
        for entry in section.entries:
            if place % SITTING == 0:
                if place:
                    yield "</ol>\n"
                sitting = place // SITTING + 1
                day = f" <small>day {place // limit + 1}</small>" if limit and total > limit else ""
                yield f"<h2>Sitting {sitting} of {sittings}{day}</h2>\n"
                yield _heading(section, repeated=not fresh) + f'<ol role="list" start="{place + 1}">\n'
            elif fresh:
                yield "</ol>\n" + _heading(section, repeated=False) + f'<ol role="list" start="{place + 1}">\n'
            fresh = False
            yield _item(entry, place)
            place += 1
    if place:
        yield "</ol>\n"


def _heading(section: Section, *, repeated: bool) -> str:
    if section.heading is None:
        return ""
    return f"<h3>{escape(section.heading)}{', continued' if repeated else ''}</h3>\n"


def _item(entry: Entry, place: int) -> str:
    name, label = one_line(entry.name), escape(entry.label)
    first, second = (escape(name), f"<span>{label}</span>") if name else (label, "")
    link = (
        f'<a href="{escape(entry.link)}" data-href="{escape(entry.link)}" data-box="{place}" target="_blank" rel="noreferrer noopener" '
        f'aria-label="Open the profile of {label}">Open profile</a>'
        if entry.link
        else ""
    )
    return (
        f'<li><label><input type="checkbox" autocomplete="off" aria-describedby="why{place}">'
        f'<span class="person"><strong><bdi>{first}</bdi></strong>{second}</span></label>{link}'
        f'<p class="why" id="why{place}">{escape(entry.why)}</p></li>\n'
    )


def _fingerprint(document: ListDocument) -> str:
    """Binds kept ticks to exactly these people in this order."""
    people = ",".join(f"{entry.account_id}:{entry.label}" for entry in document.entries)
    return hashlib.sha256(f"{document.account_id}/{document.listing}/{people}".encode()).hexdigest()[:12]


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _resource(name: str) -> str:
    # Browsers hash the text with plain line feeds, whatever a checkout made of them.
    return files("resources").joinpath("checklist", name).read_text("utf-8").replace("\r\n", "\n")

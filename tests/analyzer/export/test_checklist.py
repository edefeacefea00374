"""The checklist page: it loads nothing, opens one profile at a time, and keeps its ticks (its script runs in Node where there is one)."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from analyzer.export import lists
from analyzer.export.document import ListDocument, Section
from analyzer.export.list_html import render
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Listing
from tests.analyzer.export.invented_analysis import analysis, judged


def document(listing: Listing = Listing.UNFOLLOW, one_way: int | None = None) -> ListDocument:
    """A list; with ``one_way`` the first section is as long as that."""
    found = analysis()
    made = lists.build_list(found, judged(found), listing, default_policy())
    if one_way is None:
        return made
    first = made.sections[0]
    entry = first.entries[0]
    many = tuple(replace(entry, account_id=9_200_000_000 + n, label=f"id {9_200_000_000 + n}") for n in range(one_way))
    return replace(made, sections=(Section(first.heading, many), *made.sections[1:]))


class Page(HTMLParser):
    """Collects the tags with their attributes, and the text of titles, styles and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open, []).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(made: ListDocument) -> Page:
    return Page("".join(render(made)))


def test_only_its_own_style_and_script_may_run() -> None:
    found = page(document())
    policy = next(meta["content"] for meta in found.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    hashes = {name: base64.b64encode(hashlib.sha256("".join(found.texts[name]).encode()).digest()).decode() for name in ("style", "script")}
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes['script']}'; style-src 'sha256-{hashes['style']}'; base-uri 'none'; form-action 'none'"
    )
    assert len(found.all("script")) == len(found.all("style")) == 1


def test_it_loads_nothing_and_its_only_addresses_are_profiles() -> None:
    text = "".join(render(document()))
    found = Page(text)
    assert not {"img", "link", "iframe", "object", "embed", "form", "base", "video", "audio"} & {tag for tag, _ in found.tags}
    names = {name for _, attributes in found.tags for name in attributes}
    assert not [name for name in names if name in ("src", "srcset", "style") or name.startswith("on")]
    assert "url(" not in text
    assert "@import" not in text
    assert "fetch(" not in text
    assert {address.split("/")[2] for address in re.findall(r"https?://[^\"'<\s]+", text)} == {"x.com"}


def test_each_profile_opens_alone_and_untold() -> None:
    links = page(document(one_way=30)).all("a")
    assert len(links) == 31
    assert all(link["rel"] == "noreferrer noopener" and link["target"] == "_blank" for link in links)
    assert all(link["href"].startswith("https://x.com/") and link["aria-label"].startswith("Open the profile of ") for link in links)
    assert not page(document(one_way=30)).all("button")


def test_names_cannot_become_markup() -> None:
    text = "".join(render(document(Listing.FOLLOW)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Dora" in text
    assert "\u202e" not in text
    assert text.count("<script>") == 1


def test_sittings_of_25_and_days_of_50_with_mutuals_last() -> None:
    found = page(document(one_way=60))
    headings = [text for text in found.texts["h2"] if text.startswith("Sitting")]
    assert [heading.strip() for heading in headings] == ["Sitting 1 of 3", "Sitting 2 of 3", "Sitting 3 of 3"]
    assert found.texts["small"] == ["day 1", "day 1", "day 2"]
    parts = [text.strip() for text in found.texts["h3"] if text.strip()]
    one_way = "They do not follow you (1)"
    assert parts == [one_way, f"{one_way}, continued", f"{one_way}, continued", "They follow you (1)"]
    assert [each["start"] for each in found.all("ol")] == ["1", "26", "51", "61"]
    assert found.all("body")[0]["data-limit"] == "50"


def test_it_can_be_read_without_seeing_it() -> None:
    found = page(document(one_way=30))
    assert found.all("html")[0]["lang"] == "en"
    assert len(found.all("h1")) == 1
    assert len(found.all("input")) == len(found.all("label")) == 31
    described = {attributes["aria-describedby"] for attributes in found.all("input")}
    assert described <= {attributes.get("id", "") for attributes in found.all("p")}
    assert found.all("progress")[0]["aria-label"]
    text = "".join(render(document()))
    assert "prefers-color-scheme: dark" in text
    assert "X forbids bulk, aggressive and automated" in text
    assert "No number is guaranteed safe" in text


HARNESS = """
const input = JSON.parse(require("fs").readFileSync(0, "utf8"));
const element = () => ({ textContent: "", value: 0, listeners: {}, addEventListener(kind, act) { this.listeners[kind] = act; } });
const boxes = input.links.map(() => ({ ...element(), checked: false }));
const links = input.links.map((href, place) => ({
  href, dataset: { href, box: String(place) },
  removeAttribute(name) { delete this[name]; }, setAttribute(name, value) { this[name] = value; },
}));
const parts = { done: element(), count: element(), today: element(), kept: element() };
globalThis.document = {
  body: { dataset: { list: input.list, limit: String(input.limit) } },
  querySelectorAll: (name) => (name === "a" ? links : boxes),
  getElementById: (id) => parts[id],
};
globalThis.location = { hash: input.hash, replace(hash) { this.hash = hash; } };
const stored = { ...input.stored };
globalThis.localStorage = input.refuse
  ? { setItem() { throw new Error("refused"); }, getItem() { throw new Error("refused"); } }
  : { setItem: (k, v) => { stored[k] = v; }, getItem: (k) => (k in stored ? stored[k] : null), removeItem: (k) => { delete stored[k]; } };
globalThis.addEventListener = () => {};
eval(input.script);
for (const place of input.ticks) {
  boxes[place].checked = !boxes[place].checked;
  boxes[place].listeners.change({ target: boxes[place] });
}
console.log(JSON.stringify({
  checked: boxes.flatMap((box, place) => (box.checked ? [place] : [])), stored, hash: location.hash,
  open: links.filter((link) => "href" in link).length, done: parts.done.value,
  count: parts.count.textContent, today: parts.today.textContent, kept: parts.kept.textContent,
}));
"""


def run(count: int, ticks: list[int], **more: Any) -> dict[str, Any]:
    """Run the page's script on ``count`` people, change the boxes ``ticks`` one after the other, and tell what stands there then."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node to run the page's script")
    found = page(document(one_way=count - 1))
    given = {
        "script": "".join(found.texts["script"]), "list": found.all("body")[0]["data-list"], "limit": 50,
        "links": [link["href"] for link in found.all("a")], "ticks": ticks, "hash": "", "stored": {}, "refuse": False, **more,
    }  # fmt: skip
    done = subprocess.run([node, "-e", HARNESS], input=json.dumps(given), capture_output=True, text=True, check=True, timeout=60)
    return dict(json.loads(done.stdout))


def test_ticks_come_back_from_the_browser() -> None:
    first = run(31, [0, 8, 30, 8])
    assert (first["checked"], first["hash"], first["done"], first["count"]) == ([0, 30], "", 2, "2 of 31 done")
    assert "kept in this browser" in first["kept"]
    again = run(31, [], stored=first["stored"])
    assert again["checked"] == [0, 30]


def test_ticks_come_back_from_the_address_where_the_browser_refuses() -> None:
    first = run(31, [1, 9, 17], refuse=True)
    assert first["hash"].startswith("#ticks=")
    assert "address of this page" in first["kept"]
    assert run(31, [], refuse=True, hash=first["hash"])["checked"] == [1, 9, 17]


def test_ticks_of_another_list_and_broken_ones_are_left_alone() -> None:
    first = run(31, [1, 9], refuse=True)
    assert run(40, [], refuse=True, hash=first["hash"])["checked"] == []
    assert run(31, [], refuse=True, hash=first["hash"].replace(".", ".!", 1))["checked"] == []


def test_after_fifty_in_a_day_the_rest_waits() -> None:
    before = run(60, list(range(49)))
    assert (before["today"], before["open"]) == ("", 60)
    after = run(60, [49], stored=before["stored"])
    assert after["today"] == "That is 50 today. The rest can wait until tomorrow."
    assert after["open"] == 50
    taken_back = run(60, [49], stored=after["stored"])
    assert (taken_back["today"], taken_back["open"]) == ("", 60)


def test_another_day_begins_anew() -> None:
    today = run(60, list(range(50)))
    ((key, text),) = today["stored"].items()
    list_, bits, _, count = text.split(".")
    later = run(60, [], stored={key: f"{list_}.{bits}.20200101.{count}"})
    assert (len(later["checked"]), later["today"], later["open"]) == (50, "", 60)


def test_lists_without_a_limit_never_stop() -> None:
    assert run(60, list(range(60)), limit=0)["today"] == ""

"""The seam to the browser lets nothing through but single profiles and tweets on x.com."""

import pytest

from analyzer.people.person import Person
from desktop.pages.opening import open_in_browser, profile_url, tweet_url


def test_a_profile_is_found_by_handle_else_by_id() -> None:
    assert profile_url(Person(key="9000000077", account_id=9000000077, handle="ada_mill")) == "https://x.com/ada_mill"
    assert profile_url(Person(key="9000000077", account_id=9000000077)) == "https://x.com/i/user/9000000077"
    assert profile_url(Person(key="@ada", account_id=None)) is None


@pytest.mark.parametrize("handle", ["../home", "ada/..", "a b", "ada?x=1", "ada#x", "ａｄａ", "x" * 60, ""])
def test_a_hostile_handle_never_stands_in_an_address(handle: str) -> None:
    assert profile_url(Person(key="9000000077", account_id=9000000077, handle=handle)) == "https://x.com/i/user/9000000077"


@pytest.mark.parametrize(
    "url", ["http://x.com/ada", "https://x.com.example.org/ada", "https://x.com/ada/../b", "file:///etc/passwd", "https://x.com/ada?b=1", "https://x.com/"]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        open_in_browser(url)


def test_tweets_are_addressed_by_id(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("desktop.pages.opening.QDesktopServices.openUrl", lambda url: opened.append(url.toString()) or True)
    assert open_in_browser(tweet_url(1234567890))
    assert opened == ["https://x.com/i/status/1234567890"]

"""Words of receipts: what each counted kind of act is called, how sure it is, and what an opened receipt says."""

from collections.abc import Sequence

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from desktop.wording.basics import moment_in_words, plural, safe, tr


def tier_word(tier: Tier | None) -> str:
    """The word beside a tier mark; plain facts are certain."""
    words = {Tier.LIKELY: tr("most likely"), Tier.POSSIBLE: tr("possible"), Tier.UNKNOWN: "", Tier.CERTAIN_NO: ""}
    return words.get(tier, tr("certain")) if tier is not None else tr("certain")


def tier_hint(tier: Tier | None) -> str:
    """What the tier rests on; nothing for plain facts."""
    if tier is Tier.LIKELY:
        return tr("Their tweet, which you replied to, came soon after you had written to them.")
    if tier is Tier.POSSIBLE:
        return tr("Their tweet, which you replied to, came within two days after you had written to them.")
    return ""


def receipt_words(kind: str, n: int, follows_answers: bool = False) -> str:
    """The words after a receipt's count; ``kind`` is a `desktop.receipts.ReceiptKind`.

    ``follows_answers``: a row of surer answers stands above, so that the verb need not be said again.
    """
    match kind:
        case "replies":
            return plural(n, "reply from you", "replies from you")
        case "mentions":
            return plural(n, "mention by you", "mentions by you")
        case "quotes":
            return plural(n, "quote by you", "quotes by you")
        case "answers_certain":
            return plural(n, "time they answered", "times they answered")
        case "answers_likely" if follows_answers:
            return plural(n, "more time they answered", "more times they answered")
        case "answers_likely":
            return plural(n, "time they answered", "times they answered")
        case "answers_possible" if follows_answers:
            return plural(n, "time they may have", "times they may have")
        case "answers_possible":
            return plural(n, "possible answer", "possible answers")
        case "messages_from_them":
            return plural(n, "message to you", "messages to you")
        case "messages_from_you":
            return plural(n, "message to them", "messages to them")
        case "reactions":
            return plural(n, "reaction of theirs", "reactions of theirs")
        case "group_messages":
            return plural(n, "group message", "group messages")
        case "likes":
            return plural(n, "like from you", "likes from you")
        case "retweets":
            return plural(n, "retweet by you", "retweets by you")
        case "carried":
            return plural(n, "reply with others", "replies with others")
    raise ValueError(kind)


def not_read() -> str:
    """Below the count of messages."""
    return tr("counted, not read")


def act_words(act: Act, text: str = "") -> str:
    """What one act was: your reply, your quote, a tweet you liked; ``text`` tells a retweet behind an answer from a reply."""
    if act.kind is Kind.TURN and act.direction is Direction.IN:
        if act.id == act.their_id:
            return tr("their tweet to you, which you liked")
        return tr("their tweet to you, which you retweeted") if text.startswith("RT @") else tr("your reply to their tweet")
    words = {
        Kind.REPLY: tr("your reply"),
        Kind.MENTION: tr("your tweet"),
        Kind.CARRIED: tr("your reply to somebody else"),
        Kind.QUOTE: tr("your quote"),
        Kind.RETWEET: tr("your retweet"),
        Kind.LIKE: tr("a tweet you liked"),
    }
    return words.get(act.kind, tr("message"))


def act_head(act: Act, at: int | None, zone: str, text: str = "") -> str:
    """The head of an opened receipt: 12 March 2024, 07:42 · your reply. ``at`` is UTC ms or None."""
    when = moment_in_words(at, zone) if at is not None else tr("no date in the archive")
    return f"{when} · {act_words(act, text)}"


def matched_line(untrusted_words: Sequence[str]) -> str:
    """Found by “Good morning”, “hello”: the words of a tweet that made it count for a sign; nothing without any."""
    quoted = ", ".join(tr("“{word}”").format(word=safe(word)) for word in dict.fromkeys(untrusted_words))
    return tr("Found by {words}").format(words=quoted) if quoted else ""


def archive_gone() -> str:
    """Where the archive file is no longer where it was opened from."""
    return tr("The archive is no longer where it was opened from, so that its texts cannot be shown. The counts stay.")


def only_messages() -> str:
    """Where nothing but messages stands behind a month or a sign."""
    return tr("These were direct messages: counted, not read.")


def text_missing() -> str:
    """Where the archive does not hold the text of a receipt."""
    return tr("The archive holds no text of this tweet.")


def loading() -> str:
    """While texts are read."""
    return tr("Reading the tweets…")


def more_receipts(n: int) -> str:
    """How many further ones can be opened."""
    return plural(n, "Show %Ln more", "Show %Ln more")


def no_receipts() -> str:
    """For a person of whom only a follow is known."""
    return tr("Only the follow itself. No act of yours towards them is in this file.")


def only_your_side() -> str:
    """What stands under the receipts of everybody."""
    return tr("The archive holds your side only.")


def texts_unreadable() -> str:
    """Where the archive is there and its tweets can no longer be read."""
    return tr("The archive file has changed or cannot be read, so that its texts cannot be shown. The counts stay.")

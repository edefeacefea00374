"""The sign *conversation*: an exchange of words in both directions within one sitting.

Definition: at least 2 own turns and at least 1 incoming turn, certain or likely, with no gap longer than 12 hours between steps. One sitting
counts once, however long.

Edges: a tweet that is both a reply and a quote is one turn; a possible or unknown turn is none; a gap of 12 hours to the millisecond still holds
the sitting together. Sittings are not days: a talk across midnight is one.

Example: ego replies at 12:00, they answer at 13:00 (likely), ego replies at 14:00: one conversation. Without the second reply: none.

Reference: the project's relationships notes §4; turn-taking as the unit of talk after Sacks, Schegloff and Jefferson (1974).
"""

from analyzer.evidence.signs.seen import Contact, Seen

OWN_TURNS = 2


def find_conversations(contact: Contact) -> list[Seen]:
    """Every sitting that is a conversation, at the time it began."""
    return [Seen(sitting.begins, sitting.own) for sitting in contact.sittings if sitting.incoming and len(sitting.own) >= OWN_TURNS]

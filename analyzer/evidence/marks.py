"""What the words of an own tweet are, as a small set of bits: all that is kept of its text."""

MORNING = 1
GREETING = 2
QUESTION = 4
WELCOME = 8
SPRINT = 16
THANKS = 32
ANSWER = 64
FIRST_TAG = 8
"""From this bit on each bit is one tag or account of shared sessions, in the order of the lists."""

GREETINGS = MORNING | GREETING
HELLOS = GREETING | QUESTION


def opening(marks: int) -> str:
    """How a reply opens, for the turn estimator: ``thanks``, ``answer`` or "" (a text that does both thanks).

    >>> opening(THANKS | GREETING), opening(ANSWER), opening(WELCOME)
    ('thanks', 'answer', '')
    """
    return "thanks" if marks & THANKS else "answer" if marks & ANSWER else ""


def session_tags(marks: int) -> int:
    """The bits of the session tags in ``marks``: two tweets with a common bit carry the same tag."""
    return marks >> FIRST_TAG

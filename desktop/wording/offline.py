"""What is said about the lock against the internet, and of a link or folder that could not be opened."""

from analyzer.offline import Lock, State
from desktop.links import Answer
from desktop.wording.basics import safe, tr


def lock_words(state: State) -> str:
    """One sentence for the sheet about the program."""
    match state.lock:
        case Lock.LOCKED:
            return tr("Locked out of the internet: the system itself refuses Kithmap any connection.")
        case Lock.REFUSED:
            words = tr("Kithmap opens no connection, but the system did not let it lock itself out of the internet ({why}).")
            return words.format(why=state.why)
        case Lock.NOT_THIS_SYSTEM:
            return tr("Kithmap opens no connection. On Linux it also locks itself out of the internet; this system has no such lock.")
        case Lock.NOT_ASKED:
            return tr("Kithmap opens no connection. It runs inside another program and did not lock that out of the internet.")


def link_failed(answer: Answer) -> str:
    """Why a link was not opened."""
    match answer:
        case Answer.TOO_SOON:
            return tr("One link at a time: wait a second before the next.")
        case Answer.NO_BROWSER:
            return tr("No browser could be started.")
        case _:
            return tr("Kithmap opens profiles and tweets on X only.")


def folder_failed(folder: str) -> str:
    """The file manager did not answer."""
    return tr("No file manager answered. The folder is {folder}.").format(folder=safe(folder))

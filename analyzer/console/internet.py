"""The line about the lock against the internet that ``--version`` prints."""

from analyzer.offline import Lock, State


def internet_line(state: State) -> str:
    """One plain line, without its end."""
    match state.lock:
        case Lock.LOCKED:
            return "Internet: locked out, the system refuses this program any connection."
        case Lock.REFUSED:
            return f"Internet: no connection is opened, but the system refused the lock ({state.why})."
        case Lock.NOT_THIS_SYSTEM:
            return f"Internet: no connection is opened; there is no lock for this system ({state.why})."
        case Lock.NOT_ASKED:
            return "Internet: no connection is opened; this is part of another program, which is not locked."

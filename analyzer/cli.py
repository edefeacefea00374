"""The headless command: every function of the app without a window (interfaces.md "Commands")."""

import argparse
import atexit
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, cast

from analyzer import offline
from analyzer.console import errors
from analyzer.console.arguments import parser
from analyzer.console.errors import Usage
from analyzer.errors import AnalyzerError
from analyzer.progress import Cancelled

if TYPE_CHECKING:
    from analyzer.console.picture import Painter


def main(argv: Sequence[str] | None = None, painter: "Painter | None" = None) -> int:
    """Run the command and return its exit status; ``painter`` paints pictures where there is one.

    Without ``argv`` this is the process's own program, which is locked out of the internet before it opens anything.
    """
    if argv is None:
        offline.lock_out_internet()
        # What a run makes lives until its end: searching it for cycles, at the end too, costs a tenth of the time (measured).
        gc.disable()
        atexit.register(gc.freeze)
    arguments = parser().parse_args(argv)
    with _terminated_like_interrupted():
        try:
            status = cast("Callable[[argparse.Namespace, Painter | None], int]", arguments.run)(arguments, painter)
            sys.stdout.flush()
            return status
        except Usage as error:
            return _failed(str(error), errors.WRONG_USAGE, arguments.debug)
        except AnalyzerError as error:
            return _failed(errors.sentence(error), errors.exit_status(error), arguments.debug)
        except (KeyboardInterrupt, Cancelled):
            return _failed("Interrupted: nothing was written.", errors.INTERRUPTED, arguments.debug)
        except BrokenPipeError:
            _drop_standard_output()  # whoever read it has enough
            return errors.DONE
        except OSError as error:
            _drop_standard_output()
            return _failed(f"Standard output could not be written ({error.strerror}).", errors.NOT_WRITTEN, arguments.debug)
        except Exception as error:
            return _failed(
                f"Something unexpected went wrong ({type(error).__name__}): please report it with what --debug prints.",
                errors.UNEXPECTED,
                arguments.debug,
            )


def _drop_standard_output() -> None:
    """What is still in the buffer must not be tried again at exit: Python would complain and change the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(words: str, status: int, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(words, file=sys.stderr)
    return status


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """While the command runs, a polite kill ends it as Ctrl+C does, so that temporary files go."""
    try:
        before = signal.signal(signal.SIGTERM, _interrupt)
    except ValueError:  # not the main thread: whoever started us handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt

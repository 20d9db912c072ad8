"""The command `kg`: its commands, and how anything that goes wrong ends."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence

import typer
from typer.main import get_command

from kg import __version__
from kg.cli import asking, cards, changes, dates, demo, explaining, keeping, marked, reading, showing
from kg.cli.console import printable
from kg.cli.settings import examples
from kg.errors import KgError

BUG, INTERRUPTED, PIPE_CLOSED = 70, 130, 141

HELP = """Reads news about armed conflict into a graph of who sides with whom, who fights whom and who
holds what - when, and who says so.

\b
Start here:
  kg demo                              see it work on sample articles
  kg ingest articles/                  read your own into ./allegiance.db
  kg read article.txt                  see what was understood of one
  kg ask                               the questions you can ask
  kg ask allies --actor FAMa           ask one of them
  kg at 2024-06-10                     what held on a day
  kg diff 2023-01-01 2025-07-31        what changed between two days
  kg page alliances.html               a page to open in your browser
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
for room in (reading, marked, explaining, asking, dates, changes, cards, showing, keeping, demo):
    room.register(app)


@app.command(epilog=examples("kg version"))
def version() -> None:
    """Print the version."""
    typer.echo(f"allegiance {__version__}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `kg` and exit with its status: 0 done, 1 an error told in one line, 2 wrong usage, 70 a bug of ours."""
    sys.exit(status_of(arguments))


def status_of(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` and give its exit status; writes nothing but results and one line for an error."""
    try:
        result = get_command(app).main(args=arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except typer.Exit as stop:
        return int(stop.exit_code)
    except typer.Abort:
        return _told("Stopped.", INTERRUPTED)
    except typer.TyperException as usage:
        return _usage(usage)
    except KgError as error:
        return _told(f"kg: {error}", 1)
    except KeyboardInterrupt:
        return _told("Stopped.", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has enough; what is still in the buffer must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the outermost place: whatever arrives here is a bug of ours
        return _told(f"kg: this is a bug: {_short(error)}. Please report it with the log {_logged()}.", BUG)
    return int(result) if isinstance(result, int) else 0


def _told(message: str, status: int) -> int:
    typer.echo(printable(message), err=True)
    return status


def _usage(error: typer.TyperException) -> int:
    """Say what was typed wrongly, and how it is meant."""
    show = getattr(error, "show", None)
    if show is None:
        return _told(f"kg: {error}", 2)
    show()
    return error.exit_code


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:200]}".rstrip(". :")


def _logged() -> str:
    """Write the traceback where only this person can read it; where the log lies."""
    handle, path = tempfile.mkstemp(prefix="kg-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(f"allegiance {__version__}, python {sys.version}\n{sys.argv}\n\n{traceback.format_exc()}")
    return path

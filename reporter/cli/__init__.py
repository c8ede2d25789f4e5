"""The command line: arguments in, configuration to the pipeline, an exit code out.

0 fine; 1 failed; 2 usage or configuration; 3 warnings under --strict; 4 some documents failed and the rest is
built; 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from reporter.cli.terminal import encodable_streams, say
from reporter.errors import ReporterError
from reporter.kept_patterns import use as use_kept_patterns
from reporter.kept_sources import use as use_kept_sources

FAILED = 1
USAGE = 2
INTERRUPTED = 130
_TRACEBACK = "--traceback"


# Command → the module of this package that has it, in the order of the help.
COMMANDS = {
    "init": "init",
    "build": "build",
    "serve": "serve",
    "verify": "verify",
    "diff": "diff",
    "inspect": "inspect",
    "summarize": "texts",
    "extract": "extract",
    "theme": "theme",
    "config": "config",
    "clean": "clean",
    "doctor": "doctor",
}


class Commands(click.Group):
    """The commands, each loaded when it is called: the grammar of figures alone takes half a second to compile."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"reporter.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with.

        Raises:
            click.ClickException: there is none of that name; it suggests the nearest, which click looks for among
                loaded commands only.
        """
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--traceback", is_flag=True, help="Say where in the program an unforeseen error came up.")
@click.version_option(package_name="reporter", message="reporter %(version)s")
def commands(*, traceback: bool) -> None:
    """Turn a folder of Chinese official documents into a briefing.

    Every sentence and every number that it prints stands in a source and is linked to its place there.

    \b
    reporter init 文件夹                   a configuration and samples to begin with
    reporter build 文件夹 -o 简报          a site, a PDF, a DOCX and data from a folder
    reporter serve 文件夹                  the same in a browser, built anew at every change
    reporter verify 简报                   prove each quotation against the sources
    reporter diff 旧简报 新简报            what is new, changed and gone
    reporter inspect 报告.html             what is read and repaired in a file
    reporter summarize 报告.txt            the key sentences of one text
    reporter extract 报告.txt              the figures, targets and dates of texts
    reporter theme list                    how it can look, and how to change that
    reporter config show                   which settings are in force, and why
    reporter clean                         remove what a build wrote
    reporter doctor                        is everything there that a build needs?

    reporter COMMAND --help explains a command with examples.
    """  # noqa: D301 - click reads \b


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: without the program's name; None takes the process's own.

    Returns:
        The exit code.
    """
    encodable_streams()
    use_kept_patterns()
    use_kept_sources()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = commands.main(given, prog_name="reporter", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return USAGE
    except click.ClickException as error:
        return _misused(error)
    except (click.Abort, KeyboardInterrupt):
        say("reporter: interrupted; nothing was changed")
        return INTERRUPTED
    except ReporterError as error:
        return _failed(error.message, error.hint, error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is one line
        return _unforeseen(error, given)
    return code if isinstance(code, int) else 0


def _trouble(given: Sequence[str]) -> int:
    """The exit code of what no command foresaw: 1 of diff(1) would say that the builds differ."""
    command = next((word for word in given if not word.startswith("-")), "")
    return USAGE if command == "diff" else FAILED


def _unforeseen(error: Exception, given: Sequence[str]) -> int:
    """One line for what the system refuses, or for a mistake of the program; of that what Python says where that is
    asked for.

    Raises:
        Exception: it itself, under --traceback.
    """
    if isinstance(error, OSError):
        return _failed(f"{error.filename or 'the system'}: {error.strerror or error}", "", _trouble(given))
    if given[:1] == [_TRACEBACK]:
        raise error
    words = " ".join(f"{type(error).__name__}: {error}".split())
    hint = f"reporter {_TRACEBACK} COMMAND shows where; please report it with that"
    return _failed(f"a mistake in the program: {words}", hint, _trouble(given))


def _failed(message: str, hint: str, code: int) -> int:
    say(f"reporter: {message}")
    if hint:
        say(f"  {hint}")
    return code


def _misused(error: click.ClickException) -> int:
    """One line for a wrong option, argument or command; click names the nearest one."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "reporter"
    return _failed(f"{error.format_message()}", f"{command} --help explains how it is used", USAGE)

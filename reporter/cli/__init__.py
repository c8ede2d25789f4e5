"""The command line: arguments in, configuration to the pipeline, an exit code out.

0 fine; 1 failed; 2 usage or configuration; 3 warnings under --strict; 4 some documents failed and the rest is
built; 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import click

from reporter.cli.terminal import encodable_streams, say
from reporter.errors import ReporterError

FAILED = 1
USAGE = 2
INTERRUPTED = 130


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
@click.version_option(package_name="reporter", message="reporter %(version)s")
def commands() -> None:
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
    try:
        code = commands.main(arguments, prog_name="reporter", standalone_mode=False)
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
    except OSError as error:
        return _failed(f"{error.filename or 'the system'}: {error.strerror or error}", "", FAILED)
    return code if isinstance(code, int) else 0


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

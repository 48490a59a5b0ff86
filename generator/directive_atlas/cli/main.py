"""The command ``directives``: each of its commands is loaded only when it is asked for."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from directive_atlas.cli.printing import print_refusal
from directive_atlas.problems.harmless import within_line, without_commands

COMMANDS: Mapping[str, str] = {
    "init": "init.init_command",
    "new": "new.new_command",
    "draft": "draft.draft_command",
    "import": "importing.import_command",
    "check": "check.check_command",
    "explain": "explain.explain_command",
    "source": "source.source_command",
    "review": "review.review_command",
    "sheet": "sheet.sheet_command",
    "import-reports": "sheet.import_reports_command",
    "redline": "redline.redline_command",
    "diff": "diff.diff_command",
    "record-changes": "recording.record_changes_command",
    "mcp": "mcp.mcp_command",
    "pdf": "pdf.pdf_command",
    "edit": "edit.edit_command",
    "build": "build.build_command",
    "share": "share.share_command",
    "serve": "serve.serve_command",
    "search-export": "search_export.search_export_command",
    "generate": "build.generate_command",
    "clean": "build.clean_command",
    "translate": "translate.translate_command",
    "schema": "check.schema_command",
    "upgrade": "upgrade.upgrade_command",
    "verify": "verify.verify_command",
    "doctor": "doctor.doctor_command",
}
"""The commands in the order of their list, and the module of ``cli/`` with the function of each."""


class _Commands(click.Group):
    """Commands that end with a message if the system does not let them read or write a file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, without loading anything."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; what only others need takes a second."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"directive_atlas.cli.{module}"), function)
        return command

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        with _refusing():  # a version is told while options are read
            return super().make_context(*given, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with _refusing():
            return super().invoke(ctx)


@contextmanager
def _refusing() -> Iterator[None]:
    """End with a message where the system refuses something, or the command line is wrong."""
    try:
        yield
    except click.UsageError as error:  # click names arguments as they are
        told = without_commands(within_line(error.format_message()))
        raise click.UsageError(told, error.ctx) from None
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # the reader of our output has gone; click ends quietly
        print_refusal(error)
        raise SystemExit(1) from None


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="directive-atlas")
def main() -> None:
    """Turn directive data into a searchable site."""

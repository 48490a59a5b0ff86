"""The command ``directives``."""

from __future__ import annotations

import errno
from typing import Any

import click

from directive_atlas.cli.build import build_command, clean_command, generate_command
from directive_atlas.cli.check import check_command, schema_command
from directive_atlas.cli.diff import diff_command
from directive_atlas.cli.doctor import doctor_command
from directive_atlas.cli.draft import draft_command
from directive_atlas.cli.edit import edit_command
from directive_atlas.cli.explain import explain_command
from directive_atlas.cli.importing import import_command
from directive_atlas.cli.init import init_command
from directive_atlas.cli.mcp import mcp_command
from directive_atlas.cli.new import new_command
from directive_atlas.cli.pdf import pdf_command
from directive_atlas.cli.printing import print_refusal
from directive_atlas.cli.recording import record_changes_command
from directive_atlas.cli.redline import redline_command
from directive_atlas.cli.review import review_command
from directive_atlas.cli.serve import serve_command
from directive_atlas.cli.sheet import import_reports_command, sheet_command
from directive_atlas.cli.source import source_command
from directive_atlas.cli.translate import translate_command
from directive_atlas.cli.upgrade import upgrade_command
from directive_atlas.cli.verify import verify_command


class _Commands(click.Group):
    """Commands that end with a message if the system does not let them read or write a file."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
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


for command in (
    init_command,
    new_command,
    draft_command,
    import_command,
    check_command,
    explain_command,
    source_command,
    review_command,
    sheet_command,
    import_reports_command,
    redline_command,
    diff_command,
    record_changes_command,
    mcp_command,
    pdf_command,
    edit_command,
    build_command,
    serve_command,
    generate_command,
    clean_command,
    translate_command,
    schema_command,
    upgrade_command,
    verify_command,
    doctor_command,
):
    main.add_command(command)

"""The command line: one module a command; the only place that prints, asks, and looks at the clock."""

from directive_atlas.cli.main import main

__all__ = ["main"]

"""The command line, one module for each command; only this code prints, asks, or reads the clock."""

from directive_atlas.cli.main import main

__all__ = ["main"]

"""Deadlines as calendars (RFC 5545): of everything, of a body and its parts, of a directive, of a topic."""

from directive_atlas.outputs.exports.calendars.files import calendar_files

__all__ = ["calendar_files"]

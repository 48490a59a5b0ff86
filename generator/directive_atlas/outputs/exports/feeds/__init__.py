"""News as Atom feeds (RFC 4287): reports, and days that come near; of everything that can be followed."""

from directive_atlas.outputs.exports.feeds.files import feed_files

__all__ = ["feed_files"]

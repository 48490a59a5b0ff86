"""Finished pages into the frames of a site builder.

The generator knows what stands on a page; MkDocs and its like only put the theme around it. That frame is the
same for many pages, so the builder makes it once, around a sample whose texts cannot be mistaken; the built
sample is cut at these texts, and each page fills the gaps.
"""

from directive_atlas.frames.build import Outcome, Request, build_site

__all__ = ["Outcome", "Request", "build_site"]

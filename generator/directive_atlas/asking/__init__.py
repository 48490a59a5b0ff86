"""Questions of other programs to a built site (Model Context Protocol); nothing is written or fetched."""

from directive_atlas.asking.protocol import serve
from directive_atlas.asking.published import NotPublishedError, Published
from directive_atlas.asking.tools import TOOLS, Tool

__all__ = ["TOOLS", "NotPublishedError", "Published", "Tool", "serve"]

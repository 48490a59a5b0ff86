"""A page on the maintainer's own machine in which a record is made from its source."""

from directive_atlas.editing.desk import Desk, RefusedError
from directive_atlas.editing.files import Folder
from directive_atlas.editing.server import Answers, Server, make_server

__all__ = ["Answers", "Desk", "Folder", "RefusedError", "Server", "make_server"]

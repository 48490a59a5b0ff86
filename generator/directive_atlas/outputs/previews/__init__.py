"""The picture that goes with a link to a directive, where messengers and networks show one."""

from directive_atlas.outputs.previews.files import preview_files

__all__ = ["preview_files"]

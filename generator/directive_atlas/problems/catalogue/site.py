"""7xx: the configuration of the site."""

from __future__ import annotations

from directive_atlas.problems.model import an_error

KINDS = (
    an_error(
        "E701",
        "this folder has no mkdocs.yml, so no site can be built here",
        "run this in the folder of a site, or make one: directives init",
    ),
    an_error(
        "E702",
        "the navigation names “{page}”, and there is no such page",
        "correct the name, or write the page below docs/",
    ),
    an_error(
        "E703",
        "the settings name the languages {languages}, but mkdocs.yml has others",
        "write under extra: languages: {wanted}",
    ),
    an_error(
        "E704",
        "this site does not use the theme of its pages",
        "write theme: {{name: {theme}}}",
    ),
    an_error(
        "E705",
        "the navigation has {parts} parts, but the site has the languages {languages}",
        "write a part for each language, in this order",
    ),
    an_error(
        "E706",
        "a new site cannot be written here: {why}",
        "name a new folder that you may write, or empty this one first",
    ),
    an_error(
        "E707",
        "the answer to --{option} does not fit: “{value}”",
        "write what directives init --help says",
    ),
)
"""The kinds of this group, by code."""

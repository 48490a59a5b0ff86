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
    an_error(
        "E708",
        "this site has no page “{page}” to print",
        "name a page or a folder as it is called within the site; build the site again if it is new",
    ),
    an_error(
        "E709",
        "what prints pages is not installed",
        'install it with: python -m pip install "directive-atlas[pdf]"',
    ),
    an_error(
        "E710",
        "no Chromium was found that could be started: {why}",
        "install one, or name it in the environment: CHROMIUM=/usr/bin/chromium",
    ),
    an_error(
        "E711",
        "the browser did not print this page: {why}",
        "open the page in a browser, and build the site again if something is missing",
    ),
    an_error(
        "E712",
        "the name of the site has “{sign}”, which its pages would take for markup",
        "write the name without <, > and straight quotation marks",
    ),
    an_error(
        "E713",
        "this is a link out of its folder, so the site would publish “{target}”",
        "put the file itself here, or remove the link",
    ),
    an_error(
        "E714",
        "this template of the site cannot be used: {why}",
        "correct it, or remove it: then the page is made from the template that comes with the program",
    ),
    an_error(
        "E715",
        "pages may not ask the search endpoint of the settings",
        "{fix}",
    ),
    an_error(
        "E716",
        "no file of a site can have this name: it has {what}",
        "give it another name",
    ),
    an_error(
        "E717",
        "no builder takes what stands before this page: {why}",
        "take out of the lines between --- and --- what they do not need",
    ),
)
"""The kinds of this group, by code."""

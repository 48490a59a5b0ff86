"""1xx: files."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E101",
        "cannot read this file: {why}",
        "save it as UTF-8 text at this place",
    ),
    an_error(
        "E102",
        "this is not valid YAML: {why}",
        "check indentation, quotes and brackets here",
    ),
    an_error(
        "E103",
        "the key “{key}” occurs twice in this block",
        "keep one of the two",
    ),
    an_error(
        "E104",
        "YAML aliases and tags (* and !) are not used here",
        "write the value out",
    ),
    an_error(
        "E105",
        "this row does not fit the header: {why}",
        "give it one cell per column",
    ),
    an_error(
        "E106",
        "the file “{name}” is not there",
        "put it beside this file, or correct the name",
    ),
    an_error(
        "E107",
        "this file is nested more than {limit} levels deep",
        "a record needs no more than 15; settings.yml may say more under limits: depth:",
    ),
    an_error(
        "E108",
        "a file's name must stay inside its folder: “{name}”",
        "give a bare file name",
    ),
    a_warning(
        "W109",
        "this file is not used",
        "move it out of the data folder",
    ),
    a_warning(
        "W110",
        "this file does not name its schema, so editors cannot help",
        "make its first line: # yaml-language-server: $schema={schema}",
    ),
    an_error(
        "E111",
        "no text may hold this character: {character}",
        "delete it, or write the character that is meant",
    ),
    an_error(
        "E112",
        "only plain files and folders are read, and this is {what}",
        "put the file or folder itself here",
    ),
    a_warning(
        "W113",
        "a character that nobody sees stands here: {character}",
        "delete it; it came with copied text",
    ),
    a_warning(
        "W114",
        "“{char}” ({point}) only looks like “{usual}”, so nobody will find it",
        "write “{usual}” ({usual_point})",
    ),
    an_error(
        "E115",
        "{what} is no punctuation of YAML",
        "write: {mended}",
    ),
    an_error(
        "E116",
        "no source text can be read from this kind of file: {form}",
        "open it in a word processor and save it as .docx, or export it as PDF",
    ),
    an_error(
        "E117",
        "this {form} file cannot be read: {why}",
        "open it in the program that it comes from, and save a new copy",
    ),
    an_error(
        "E118",
        "this file has more than is read: the limit is {limit} {what}",
        "take out the part that is the directive, and give that",
    ),
    an_error(
        "E119",
        "more than {limit} {what} are not read",
        "take out what is too much, or write a larger number under limits: {key}: in settings.yml",
    ),
)
"""The kinds of this group, by code."""

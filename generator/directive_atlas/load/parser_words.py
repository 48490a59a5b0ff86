"""What the YAML parser (libyaml) says about files that it cannot read, so that it can be translated."""

from __future__ import annotations

from directive_atlas.problems import Wording, say

_CONTEXTS = (
    say("while parsing a block mapping"),
    say("while parsing a block collection"),
    say("while parsing a flow sequence"),
    say("while parsing a flow mapping"),
    say("while parsing a block node"),
    say("while parsing a flow node"),
    say("while parsing a quoted scalar"),
    say("while scanning a simple key"),
    say("while scanning a block scalar"),
    say("while scanning a quoted scalar"),
    say("while scanning a plain scalar"),
    say("while scanning a directive"),
    say("while scanning an anchor"),
    say("while scanning an alias"),
    say("while scanning a tag"),
    say("while scanning for the next token"),
)
_FAULTS = (
    say("did not find expected key"),
    say("did not find expected '-' indicator"),
    say("did not find expected ',' or ']'"),
    say("did not find expected ',' or '}}'"),
    say("did not find expected node content"),
    say("did not find expected <document start>"),
    say("did not find expected alphabetic or numeric character"),
    say("did not find expected comment or line break"),
    say("did not find expected whitespace or line break"),
    say("did not find expected hexdecimal number"),
    say("could not find expected ':'"),
    say("could not find expected directive name"),
    say("mapping values are not allowed in this context"),
    say("mapping keys are not allowed in this context"),
    say("block sequence entries are not allowed in this context"),
    say("found character that cannot start any token"),
    say("found unexpected end of stream"),
    say("found unexpected document indicator"),
    say("found unknown escape character"),
    say("found unknown directive name"),
    say("found invalid Unicode character escape code"),
    say("found undefined tag handle"),
    say("found unexpected ':'"),
    say("found a tab character where an indentation space is expected"),
    say("found a tab character that violates indentation"),
)
_KNOWN = {str(each): each for each in (*_CONTEXTS, *_FAULTS)}


def parser_words(text: str) -> Wording | str:
    """A sentence of the parser as a wording; one that we do not know stays as it is."""
    return _KNOWN.get(text, text)

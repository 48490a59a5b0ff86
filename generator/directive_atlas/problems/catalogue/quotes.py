"""4xx: quotes and sources."""

from __future__ import annotations

from directive_atlas.problems.model import a_warning, an_error

KINDS = (
    an_error(
        "E401",
        "this quote is not in {file}",
        "copy the passage from the source text",
    ),
    an_error(
        "E402",
        "this quote occurs {count} times in {file}",
        "add prefix: or suffix: (the words before or after it), or paragraph:",
    ),
    an_error(
        "E403",
        "{file} has no {what}",
        "it has {available}",
    ),
    an_error(
        "E404",
        "a quote needs a source text, but this directive has none",
        "add source: with file:",
    ),
    an_error(
        "E405",
        "a source of grade C must not be linked",
        "remove the address and name publisher, speaker and date, or give one of grade A or B",
    ),
    an_error(
        "E411",
        "{share} % of this source is read, but {wanted} % are required",
        "the warnings W412 name what is left",
    ),
    a_warning(
        "W412",
        "no task quotes these words, and they are not marked as background: “{words}”",
        "quote them in a task, or mark them under background: with a reason",
    ),
    a_warning(
        "W413",
        "a task quotes words that are marked as background here",
        "let the mark end before them, or take the quote out of the task",
    ),
    a_warning(
        "W414",
        "this quote has words that are struck through in {file}",
        "quote the words that replaced them, or leave these out",
    ),
    a_warning(
        "W421",
        "the source or this quote changed since the review of {day}",
        "run: directives review {directive}",
    ),
    a_warning(
        "W422",
        "this review is of a passage that no longer exists: {passage}",
        "run: directives review {directive} --accept, which removes it",
    ),
    a_warning(
        "W423",
        "the words quoted here are new or changed since the edition of {day}, and nobody has looked at them",
        "run: directives review {directive}; with --accept when they are read as they now stand",
    ),
    an_error(
        "E431",
        "these words stand in no passage that is quoted here: “{words}”",
        "copy them from the quoted passage, or correct the quote",
    ),
    an_error(
        "E432",
        "no passage that is quoted here names the actor “{actor}”",
        "write words: (what the text calls it), or basis: inferred with a reason:",
    ),
    an_error(
        "E433",
        "these words say “{said}”, but the timing has {given}",
        "correct the one that is wrong",
    ),
    a_warning(
        "W434",
        "the quoted passage says “{said}”, but this timing has {given}",
        "correct it, or write words: with the words that it comes from",
    ),
    an_error(
        "E435",
        "the label “{label}” is not the number with which the passage begins: “{words}”",
        "correct the label or the quote",
    ),
    an_error(
        "E436",
        "this passage is of the task “{other}”, not of “{task}”, whose measure quotes it",
        "correct the quote, or move the measure to that task",
    ),
    a_warning(
        "W437",
        "this passage stands before that of the task above it, “{task}”",
        "put the tasks in the order of the text, or correct the quote",
    ),
    an_error(
        "E438",
        "the task “{task}” quotes just the same words",
        "give each task the words of its own, or make one a measure of the other",
    ),
    a_warning(
        "W439",
        "{higher} stands above {lower}, whose directive it is said to carry out ({kind})",
        "correct the direction or the kind of this relation",
    ),
    a_warning(
        "W440",
        "“{other}” quotes some of these words, too",
        "correct the quote, or if all mean these words, write shared_by: {count}, and likewise there",
    ),
    a_warning(
        "W441",
        "{count} quotes have words of this passage, but shared_by: says {given}",
        "correct the quote, or write shared_by: {count}",
    ),
    a_warning(
        "W442",
        "no passage that is quoted here has a word for the stage “{stage}”",
        "its words are: {words}; correct the stage, or quote the passage that says so",
    ),
    a_warning(
        "W443",
        "the quoted note names “{name}”, but no record of this task does: {note}",
        "add the body to actors: with its role, or correct the quote",
    ),
    a_warning(
        "W444",
        "this is to be decided: {question}",
        "decide it, write that into the record, then remove this line of to_decide:",
    ),
    an_error(
        "E445",
        "no rule has found anything in this text that somebody has to do",
        "choose its language with --language, or begin the record by hand: directives new directive",
    ),
)
"""The kinds of this group, by code."""

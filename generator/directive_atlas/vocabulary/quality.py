"""What readers should know of the data before they rely on it."""

from __future__ import annotations

from typing import Self

from directive_atlas.vocabulary.word import N_, Word, new_word


class Doubt(Word):
    """A reason to look twice; ``meaning`` says what is counted, and what that does not say."""

    meaning: str

    def __new__(cls, value: str, label: str, meaning: str) -> Self:
        """A reason with its label and its meaning."""
        doubt = new_word(cls, value, label)
        doubt.meaning = meaning
        return doubt

    INFERRED = (
        "inferred",
        N_("inferred"),
        N_("Parts of bodies and relations of directives that no text states: the editors conclude them."),
    )
    INHERITED = (
        "inherited",
        N_("carried over"),
        N_("Times, actors and other facts that a task has from another passage, such as its heading."),
    )
    UNVERIFIED = (
        "unverified",
        N_("unverified"),
        N_("Reports for which no reliable source was found, or which another source disputes."),
    )
    UNTRANSLATED = (
        "untranslated",
        N_("untranslated"),
        N_("Texts that are not in all languages of this site, or whose original has changed since."),
    )
    SUSPECT = (
        "suspect",
        N_("to be reviewed"),
        N_("Quoted passages whose source or quote was changed after somebody had compared them."),
    )
    SILENT = (
        "silent",
        N_("without a report"),
        N_("Tasks and measures of which no report is known. That does not mean that they were not begun."),
    )
    NOT_SOUGHT = (
        "not_sought",
        N_("not looked at lately"),
        N_("Directives for which the last search for reports is long ago or not recorded."),
    )

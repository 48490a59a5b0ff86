"""The interface words of the finder in one language; only its page loads them."""

from __future__ import annotations

from directive_atlas.interface.language import Language
from directive_atlas.interface.values import EVIDENCE
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus
from directive_atlas.vocabulary.tasks import Basis, Obligation, Role
from directive_atlas.vocabulary.word import N_, Word

_WORDS: dict[str, str] = {
    "actor": N_("Actor"),
    "role": N_("Role"),
    "standing": N_("Status"),
    "state": N_("Reported status"),
    "due": N_("Due"),
    "figure": N_("Figures due"),
    "directive": N_("Directive"),
    "topic": N_("Topic"),
    "year": N_("Year of the directive"),
    "obligation": N_("Obligation"),
    "kind": N_("Kind of directive"),
    "level": N_("Whole or part"),
    "level.task": N_("whole tasks"),
    "level.measure": N_("measures"),
    "due.overdue": N_("before {day}, not reported as done"),
    "due.month": N_("{day} to {month}"),
    "due.quarter": N_("{day} to {quarter}"),
    "due.later": N_("after {quarter}"),
    "due.none": N_("no day known"),
    "none": N_("not stated"),
    "filters": N_("Filters"),
    "q": N_("Words"),
    "sort": N_("Sort by"),
    "sort.text": N_("order of the texts"),
    "sort.due": N_("due date"),
    "sort.date": N_("date of the directive"),
    "sort.standing": N_("most pressing first"),
    "sort.title": N_("title"),
    "reverse": N_("Reverse order"),
    "count": N_("{count} of {total} tasks and measures"),
    "chosen": N_("Chosen filters"),
    "remove": N_("Remove: {name}"),
    "clear": N_("Clear all"),
    "empty": N_("No task fits all of these choices. Take one of them away, or begin again."),
    "failed": N_("The words could not be searched; this list is not filtered by them."),
    "sound": N_("Found by the sound of names (pinyin), not by these words."),
    "titles": N_("Searched in the titles of the rows loaded so far."),
    "pages": N_("Pages of the list"),
    "page": N_("Page {page} of {pages}"),
    "previous": N_("Previous page"),
    "next": N_("Next page"),
    "copy": N_("Copy as CSV"),
    "save": N_("Download as CSV"),
    "follow": N_("The nearest to follow"),
    "follow.calendar": N_("calendar"),
    "follow.feed": N_("feed"),
    "follow.spreadsheet": N_("spreadsheet"),
    "follow.of": N_("all of {name}"),
    "follow.all": N_("everything"),
    "copied": N_("Rows copied: {count}"),
    "saved": N_("Rows written: {count}"),
    "refused": N_("The browser does not allow copying here. Download the file instead."),
    "missing": N_("Part of the list could not be loaded. Load the page again."),
    "preparing": N_("Preparing: {share}%"),
    "find": N_("Find in: {facet}"),
    "typed": N_("part of a name"),
    "more": N_("{count} more: type part of a name"),
    "passed": N_("the day has passed since this page was made"),
    "on.told": N_("Statuses as they stood on {day}, by what was published by then."),
    "on.ahead": N_("Statuses as they will stand on {day} if nothing more is reported."),
    "on.later": N_("Tasks of directives that came only later: {count}."),
    "on.before": N_("None of these directives had been issued by {day}. Shown as of the reference date."),
    "on.far": N_("There are no data for days after {last}. Shown as of the reference date."),
    "on.bad": N_("“{text}” is not a date; write it as 2020-06-01. Shown as of the reference date."),
    "evidence": EVIDENCE,
    "own": N_("Status, reported status and day are those of {actor} itself."),
    "through": N_("as a member of {group}"),
    "part.of": N_("part of"),
    "parts": N_("parts"),
    "terms.each": N_("each member for itself"),
    "terms.chosen": N_("only those that are chosen"),
    "terms.others": N_("and others"),
    "task": N_("Task"),
    "who": N_("Who"),
    "when": N_("When"),
    "key": N_("Permanent name"),
    "title": N_("Title"),
    "actors": N_("Actors"),
    "address": N_("Address"),
    "colon": N_(": "),
    "comma": N_(", "),
    "semicolon": N_("; "),
    "open": N_(" ("),
    "close": N_(")"),
}
"""By the name that scripts use; values in braces are filled in by the script."""

_FIXED: dict[str, type[Word]] = {
    "standing": DeadlineStatus,
    "state": ReportedStatus,
    "obligation": Obligation,
    "role": Role,
    "kind": DirectiveKind,
    "basis": Basis,
}
"""Facets with fixed values; the word of each value is named ``facet.value``."""


def words(language: Language) -> dict[str, str]:
    """The words of one language by name."""
    own = {name: language.gettext(message) for name, message in _WORDS.items()}
    fixed = {
        f"{facet}.{value.value}": language.gettext(value.label)
        for facet, values in _FIXED.items()
        for value in values
    }
    return own | fixed

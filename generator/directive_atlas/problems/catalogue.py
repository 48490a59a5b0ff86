"""The wording of every problem.

``docs/en/guide/problems.md`` explains each code; a test compares the two.
"""

from __future__ import annotations

from directive_atlas.problems.model import Catalogue, Kind, Severity


def _errors(*rows: tuple[str, str, str]) -> list[Kind]:
    return [Kind(code, Severity.ERROR, message, hint) for code, message, hint in rows]


def _warnings(*rows: tuple[str, str, str]) -> list[Kind]:
    return [Kind(code, Severity.WARNING, message, hint) for code, message, hint in rows]


problem = Catalogue(
    [
        # 1xx: files
        *_errors(
            ("E101", "cannot read this file: {why}", "save it as UTF-8 text at this place"),
            (
                "E102",
                "this is not valid YAML: {why}",
                "check indentation, quotes and brackets here",
            ),
            (
                "E103",
                "the key “{key}” occurs twice in this block",
                "keep one of the two",
            ),
            ("E104", "YAML aliases and tags (* and !) are not used here", "write the value out"),
            ("E105", "this row does not fit the header: {why}", "give it one cell per column"),
            (
                "E106",
                "the file “{name}” is not there",
                "put it beside this file, or correct the name",
            ),
            (
                "E107",
                "this file is nested too deeply",
                "a record needs no more than {limit} levels",
            ),
            (
                "E108",
                "a file's name must stay inside its folder: “{name}”",
                "give a bare file name",
            ),
        ),
        *_warnings(
            ("W109", "this file is not used", "move it out of the data folder"),
            (
                "W110",
                "this file does not name its schema, so editors cannot help",
                "make its first line: # yaml-language-server: $schema={schema}",
            ),
        ),
        *_errors(
            (
                "E111",
                "no text may hold this character: {character}",
                "delete it, or write the character that is meant",
            ),
            (
                "E112",
                "only plain files and folders are read, and this is {what}",
                "put the file or folder itself here",
            ),
        ),
        *_warnings(
            (
                "W113",
                "a character that nobody sees stands here: {character}",
                "delete it; it came with copied text",
            ),
            (
                "W114",
                "“{char}” ({point}) only looks like “{usual}”, so nobody will find it",
                "write “{usual}” ({usual_point})",
            ),
        ),
        *_errors(
            (
                "E115",
                "{what} is no punctuation of YAML",
                "write: {mended}",
            ),
        ),
        # 2xx: the shape of a record
        *_errors(
            ("E201", "unknown key “{key}”", "known keys here: {known}"),
            ("E202", "the key “{key}” is missing", "add “{key}:” to this block"),
            ("E203", "{why}", "see the data format for what belongs here"),
            ("E204", "“{value}” is not one of the allowed words", "allowed: {allowed}"),
            (
                "E205",
                "“{value}” is not a date",
                "write a day 2020-02-22, a month 2020-02, a quarter 2020-Q1, "
                "a half-year 2020-H1 or a year 2020 (1000 to 2999)",
            ),
            (
                "E206",
                "YAML reads {value} as {kind}, but text belongs here",
                'put it in quotes: "{value}"',
            ),
            (
                "E207",
                "“{value}” cannot be an id: ids become addresses",
                "use small letters a-z, digits and single hyphens, for example “{guess}”",
            ),
            ("E208", "this is empty", "write what belongs here (an empty list is []), or remove the key"),
            ("E209", "{why}", "{fix}"),
            (
                "E210",
                "“{value}” is not an address that can be linked",
                "write a full address that begins with https:// or http://",
            ),
        ),
        *_errors(
            (
                "E211",
                "“{value}” is not a recurrence rule that can be put into words: {why}",
                "write one of RFC 5545, for example FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1; "
                "the start and end go into from: and to:",
            ),
            ("E212", "“{value}” is not {kind}", "write it as {example}"),
            (
                "E213",
                "“{value}” is not the code of a language",
                "write a code such as zh or en (BCP 47)",
            ),
            (
                "E214",
                "the interface has no translation into “{code}”",
                "choose from: {known}; or translate it in overrides/locale/{code}.po",
            ),
            (
                "E215",
                "this catalogue of words cannot be read: {why}",
                "write it as a gettext .po file in UTF-8",
            ),
        ),
        *_errors(
            (
                "E216",
                "“{value}” is more than a number",
                "write {guess}, and the rest where it belongs, such as unit:",
            ),
            (
                "E217",
                "“{value}” is no timing that one line can tell",
                "write a date 2020-12, 90 days after signed, 2020-01 to 2020-06, every quarter, 每年2月底前, "
                "ongoing or asap; or a block with by: 2020-12 and soft: true",
            ),
            (
                "E218",
                "sources.csv has no page “{value}”",
                "add a row with this id, or use one of: {known}",
            ),
        ),
        # 3xx: how records fit together
        *_errors(
            (
                "E301",
                "the {what} id “{id}” is already taken",
                "first used at {first}; choose another",
            ),
            ("E302", "there is no {what} “{id}”", "add it, or use an id that exists"),
            ("E303", "this {what} goes round in a circle: {path}", "remove one of these links"),
            ("E304", "the id “{id}” differs from the folder name “{folder}”", "make them the same"),
            (
                "E305",
                "two pages claim the address {address}",
                "the other comes from {first}; change one of the two ids",
            ),
            (
                "E306",
                "“{name}” is the name of {count} bodies of the registries",
                "write the id of the one that is meant",
            ),
            (
                "E307",
                "no body of the registries is called “{name}”",
                "write the actor yourself: directives new actor ID --title TITLE",
            ),
            (
                "E308",
                "“{name}” may be more than one {what}: {candidates}",
                "write the id of the one that is meant",
            ),
        ),
        # 4xx: quotes and sources
        *_errors(
            ("E401", "this quote is not in {file}", "copy the passage from the source text"),
            (
                "E402",
                "this quote occurs {count} times in {file}",
                "add prefix: or suffix: (the words before or after it), or paragraph:",
            ),
            ("E403", "{file} has no {what}", "it has {available}"),
            (
                "E404",
                "a quote needs a source text, but this directive has none",
                "add source: with file:",
            ),
            (
                "E405",
                "a source of grade C must not be linked",
                "remove the address and name publisher, speaker and date, or give one of grade A or B",
            ),
            (
                "E411",
                "{share} % of this source is read, but {wanted} % are required",
                "the warnings W412 name what is left",
            ),
        ),
        *_warnings(
            (
                "W412",
                "no task quotes these words, and they are not marked as background: “{words}”",
                "quote them in a task, or mark them under background: with a reason",
            ),
            (
                "W413",
                "a task quotes words that are marked as background here",
                "let the mark end before them, or take the quote out of the task",
            ),
            (
                "W414",
                "this quote has words that are struck through in {file}",
                "quote the words that replaced them, or leave these out",
            ),
            (
                "W421",
                "the source or this quote changed since the review of {day}",
                "run: directives review {directive}",
            ),
            (
                "W422",
                "this review is of a passage that no longer exists: {passage}",
                "run: directives review {directive} --accept, which removes it",
            ),
        ),
        *_errors(
            (
                "E431",
                "these words stand in no passage that is quoted here: “{words}”",
                "copy them from the quoted passage, or correct the quote",
            ),
            (
                "E432",
                "no passage that is quoted here names the actor “{actor}”",
                "write words: (what the text calls it), or basis: inferred with a reason:",
            ),
            (
                "E433",
                "these words say “{said}”, but the timing has {given}",
                "correct the one that is wrong",
            ),
        ),
        *_warnings(
            (
                "W434",
                "the quoted passage says “{said}”, but this timing has {given}",
                "correct it, or write words: with the words that it comes from",
            ),
        ),
        *_errors(
            (
                "E435",
                "the label “{label}” is not the number with which the passage begins: “{words}”",
                "correct the label or the quote",
            ),
            (
                "E436",
                "this passage is of the task “{other}”, not of “{task}”, whose measure quotes it",
                "correct the quote, or move the measure to that task",
            ),
        ),
        *_warnings(
            (
                "W437",
                "this passage stands before that of the task above it, “{task}”",
                "put the tasks in the order of the text, or correct the quote",
            ),
        ),
        *_errors(
            (
                "E438",
                "the task “{task}” quotes just the same words",
                "give each task the words of its own, or make one a measure of the other",
            ),
        ),
        *_warnings(
            (
                "W439",
                "{higher} stands above {lower}, whose directive it is said to carry out ({kind})",
                "correct the direction or the kind of this relation",
            ),
        ),
        # 5xx: writing the site
        *_errors(
            (
                "E501",
                "this page would replace a file that the generator did not write: {address}",
                "move that file, or choose another id",
            ),
        ),
        *_warnings(
            (
                "W502",
                "this generated page was changed by hand; it is made again",
                "change the data instead",
            ),
            ("W503", "this page is no longer made, but was changed by hand; it stays", "remove it yourself"),
        ),
        *_errors(
            (
                "E504",
                "another run is writing into this folder: {holder}",
                "wait until it ends, or stop it; with --docs, two runs can write into two folders",
            ),
            (
                "E505",
                "this page would be written through a link: {address}",
                "remove the link; pages need files and folders of their own",
            ),
        ),
        # 6xx: time and progress
        *_errors(
            (
                "E601",
                "the directive has no date “{kind}” to count from",
                "add it under dates:, or count from one that is there: {has}",
            ),
            (
                "E602",
                "the task “{task}” has no deadline to count from",
                "count from its completion with done:, or from a date of the directive",
            ),
            (
                "E603",
                "there is no calendar of working days {whose}",
                "give the actor “{issuer}”, or one above it, a jurisdiction: such as CN or US",
            ),
            ("E604", "this deadline is outside of the calendar: {why}", "write a smaller number"),
            (
                "E605",
                "two deadlines for the same case: {one} and {other}",
                "distinguish the cases with case:, or put the superseded deadline under earlier:",
            ),
        ),
        *_warnings(
            (
                "W606",
                "this deadline, {due}, is before the directive itself, {date}",
                "correct one of the two dates",
            ),
            (
                "W607",
                "this part is due on {due}, after the whole “{task}” on {whole}",
                "correct one of the two, or distinguish the cases with case:",
            ),
            (
                "W608",
                "this is due on {due}, before “{task}”, which it needs, on {needed}",
                "correct one of the deadlines, or remove depends_on:",
            ),
        ),
        *_errors(
            (
                "E609",
                "this evidence has neither an address nor a speaker",
                "add url: (grade A or B), or speaker: and date:",
            ),
        ),
        *_warnings(
            (
                "W610",
                "the status goes back from {before} to {after} without an explanation",
                "add a note: that says why, or correct one of the two reports",
            ),
            (
                "W611",
                "this report, {date}, is older than the directive itself, {begins}",
                "correct one of the two dates",
            ),
        ),
        *_errors(
            (
                "E612",
                "this period ends, on {end}, before it begins, on {start}",
                "correct one of the two ends",
            ),
            (
                "E613",
                "this recurrence gives no day from {start} on",
                "correct its rule, its start or its end",
            ),
        ),
        # 7xx: the configuration of the site
        *_errors(
            (
                "E701",
                "this folder has no mkdocs.yml, so no site can be built here",
                "run this in the folder of a site, or make one: directives init",
            ),
            (
                "E702",
                "the navigation names “{page}”, and there is no such page",
                "correct the name, or write the page below docs/",
            ),
            (
                "E703",
                "the settings name the languages {languages}, but mkdocs.yml has others",
                "write under extra: languages: {wanted}",
            ),
            ("E704", "this site does not use the theme of its pages", "write theme: {{name: {theme}}}"),
            (
                "E705",
                "the navigation has {parts} parts, but the site has the languages {languages}",
                "write a part for each language, in this order",
            ),
        ),
    ]
)
"""The catalogue: ``problem("E302", place, what="actor", id="miit")`` makes a problem."""

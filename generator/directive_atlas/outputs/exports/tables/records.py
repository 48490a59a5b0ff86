"""The tables of the records that have names: directives, tasks, bodies, topics, terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from directive_atlas.api.v1 import Actor, Directive, Records, Task, Term, Topic
from directive_atlas.outputs.exports.tables.table import Fields, Table, day, flag, said, table, text, whole


def record_tables(made: Records, languages: Sequence[str]) -> Iterator[Table]:
    """The tables of records, each row with its name in the corpus."""
    yield _directives(made, languages)
    yield _tasks(made, languages)
    yield _actors(made, languages)
    yield _topics(made, languages)
    yield _terms(made, languages)


def _directives(made: Records, languages: Sequence[str]) -> Table:
    fields: Fields[Directive] = (
        *text("id", "Its name in the corpus", lambda each: each.id),
        *text("kind", "What kind of document or meeting", lambda each: each.kind),
        *said("title", "Its title", languages, lambda each: each.title),
        *text("number", "The number that it was issued under", lambda each: each.number),
        *day("date", "The first of its dates", lambda each: each.date),
        *text("status", "How the document stands", lambda each: each.status.status if each.status else None),
        *day("status_date", "Since or until when", lambda each: each.status.date if each.status else None),
        *said("summary", "What it is about", languages, lambda each: each.summary),
        *whole("read", "How much of the source text is accounted for, in percent", lambda each: each.read),
        *text("page", "Its page, from the root of the site", lambda each: each.page),
    )
    return table(
        "directives",
        "Documents and meetings that ask for something",
        fields,
        made.directives.values(),
        ("id",),
    )


def _tasks(made: Records, languages: Sequence[str]) -> Table:
    fields: Fields[Task] = (
        *text("key", "Its name in the corpus", lambda each: each.key),
        *text("directive", "The directive", lambda each: each.directive, "directives"),
        *text("root", "The task that it is a part of", lambda each: each.root, "tasks"),
        *text("label", "Its number in the text", lambda each: each.label),
        *said("title", "What is to be done", languages, lambda each: each.title),
        *text("section", "The section that it stands in", lambda each: each.section),
        *text("obligation", "How binding it is", lambda each: each.obligation),
        *text("obligation_word", "The text's word for that", lambda each: each.obligation_word),
        *text("stage", "How far the text wants it to go", lambda each: each.stage),
        *flag("actors_complete", "Whether the text names all bodies", lambda each: each.duties_complete),
        *day("due", "The deadline to which the timeliness refers", lambda each: each.standing.due),
        *text("timeliness", "How it stands in time", lambda each: each.standing.timeliness),
        *text("state", "What was reported of it", lambda each: each.standing.state),
        *said("note", "What else is to be known of it", languages, lambda each: each.note),
        *text("page", "Its page, from the root of the site", lambda each: each.page),
    )
    return table("tasks", "Tasks and their measures", fields, made.all_tasks(), ("key",))


def _actors(made: Records, languages: Sequence[str]) -> Table:
    fields: Fields[Actor] = (
        *text("id", "Its name in the corpus", lambda each: each.id),
        *said("name", "Its name", languages, lambda each: each.name),
        *text("kind", "What kind of actor", lambda each: each.kind),
        *text("parent", "The body that it belongs to", lambda each: each.parent, "actors"),
        *text("jurisdiction", "Where it is, as an ISO 3166 code", lambda each: each.jurisdiction),
        *flag("members_complete", "Whether all members are known", lambda each: each.members_complete),
        *said("summary", "What it is", languages, lambda each: each.summary),
        *text("page", "Its page, from the root of the site", lambda each: each.page),
    )
    return table("actors", "Bodies, enterprises, people and groups", fields, made.actors.values(), ("id",))


def _topics(made: Records, languages: Sequence[str]) -> Table:
    fields: Fields[Topic] = (
        *text("id", "Its name in the corpus", lambda each: each.id),
        *said("name", "What it is called", languages, lambda each: each.name),
        *text("parent", "The wider subject", lambda each: each.parent, "topics"),
        *said("summary", "What it is about", languages, lambda each: each.summary),
        *text("page", "Its page, from the root of the site", lambda each: each.page),
    )
    return table("topics", "Subjects", fields, made.topics.values(), ("id",))


def _terms(made: Records, languages: Sequence[str]) -> Table:
    fields: Fields[Term] = (
        *text("id", "Its name in the corpus", lambda each: each.id),
        *said("term", "The term", languages, lambda each: each.term),
        *said("definition", "What it means", languages, lambda each: each.definition),
        *text("directive", "The directive that defines it", lambda each: each.directive, "directives"),
        *text("page", "Its entry, from the root of the site", lambda each: each.page),
    )
    return table("terms", "Terms of the texts", fields, made.terms.values(), ("id",))

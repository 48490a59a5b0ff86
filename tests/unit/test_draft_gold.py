"""The annotations by hand have the form that the benchmark reads; their words are not here."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest
from directive_atlas.registry import REGISTRIES, registry
from directive_atlas.vocabulary.directives import RelationKind
from directive_atlas.vocabulary.tasks import Role

from tests.benchmarks.draft.gold import GOLD, HALVES, Document, annotated_rows, documents, read_text
from tests.benchmarks.draft.match import Item, match_items
from tests.benchmarks.draft.record import Part
from tests.tools.corpora.encodings import CORPUS

DOCUMENTS = {document.slug: document for document in documents()}
IDS = {body for name in REGISTRIES for body in registry(name).entries}
ROLES = {role.value for role in Role} | {"via"}
RELATIONS = {kind.value for kind in RelationKind}

_DATE = r"\d{4}(-\d\d(-\d\d)?|-[HQ]\d)?"
_AFTER = r"\d+ (hour|day|working day|week|month|year)s? after (signed|effective|event|item \d+)"
_RULE = (
    r"(year|half-year|quarter|month|week|day)|\d+ (years|months|weeks|days)|year \d\d(-\d\d)?|FREQ=[A-Z;=\d]+"
)
TIME = re.compile(
    rf"{_DATE}( to {_DATE})?|from {_DATE}|{_AFTER}|(later|earlier) of {_AFTER} / {_AFTER}|every ({_RULE})"
    r"|(upon|before) (event|item \d+)|regularly|ongoing|asap|promptly|suitable|during|set by"
)


def table(document: Document) -> list[dict[str, str]]:
    """The rows of a document as they are written."""
    file = GOLD / document.half / f"{document.slug}.csv"
    return list(csv.DictReader(file.read_text("utf-8").splitlines()))


def test_each_half_has_documents_in_both_languages() -> None:
    kept = {(document.half, document.language) for document in DOCUMENTS.values()}
    assert kept == {(half, language) for half in HALVES for language in ("zh", "en")}


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_items_are_numbered_in_order_and_do_not_overlap(slug: str) -> None:
    items = [row for row in table(DOCUMENTS[slug]) if row["kind"] == "item"]
    assert [int(row["item"]) for row in items] == list(range(1, len(items) + 1))
    ends = [0, *(int(row["end"]) for row in items)]
    assert all(end <= int(row["start"]) < int(row["end"]) for end, row in zip(ends, items, strict=False))


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_each_row_has_what_its_kind_needs(slug: str) -> None:
    rows = table(DOCUMENTS[slug])
    numbers = {row["item"] for row in rows if row["kind"] == "item"}
    for row in rows:
        roles, values = (set(filter(None, row[key].split("|"))) for key in ("role", "value"))
        assert not row["id"] or row["id"] in IDS, row
        assert int(row["start"]) < int(row["end"]), row
        match row["kind"]:
            case "item":
                assert not (roles or values)
            case "duty":
                assert row["item"] in numbers
                assert roles
                assert roles <= ROLES, row
            case "deadline":
                assert row["item"] in numbers
                assert all(TIME.fullmatch(value) for value in values), row
                assert {found for value in values for found in re.findall(r"item (\d+)", value)} <= numbers
            case "target":
                assert row["item"] in numbers
                assert all(Decimal(value.partition(" ")[0]) >= 0 for value in values), row
            case "relation":
                assert values
                assert values <= RELATIONS, row
            case kind:
                pytest.fail(f"{slug}: no such kind: {kind}")


@pytest.mark.parametrize("slug", DOCUMENTS)
def test_a_draft_that_is_the_annotation_finds_every_item(slug: str) -> None:
    document = DOCUMENTS[slug]
    file = document.find(CORPUS)
    if file is None:
        pytest.skip(f"{CORPUS} has no such text")
    text = read_text(file)
    items = [
        Item(row.item, row.span, row.words) for row in annotated_rows(document, text) if row.kind == "item"
    ]
    parts = [Part(str(item.number), (item.span,), item.words, (), (), ()) for item in items]
    assert match_items(items, parts, text).pairs == {index: index for index in range(len(items))}

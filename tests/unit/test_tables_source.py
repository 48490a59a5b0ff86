"""Whatever stands in a cell, the source text shows just that, and tells where."""

from __future__ import annotations

from directive_atlas.draft.bodies import Names
from directive_atlas.draft.marks import walk
from directive_atlas.draft.model import Head
from directive_atlas.tables import Table, draft_of, read_sheets, table_in
from directive_atlas.tables.cells import clean
from directive_atlas.vocabulary.folding import fold
from hypothesis import example, given
from hypothesis import strategies as st

from tests.tools.corpora.sheets import as_csv
from tests.tools.examples import examples

HEADINGS = ["序号", "类别", "工作任务", "具体措施", "牵头单位", "配合单位", "完成时限", "备注"]
SIGNS = st.characters(codec="utf-8", exclude_characters="\0\t") | st.sampled_from(
    "|*_`<>[]\\#-+=~&{}!$:：、；，。（）\n 1."
)
ROWS = st.lists(st.lists(st.text(SIGNS, max_size=12), min_size=8, max_size=8), min_size=1, max_size=6)


def _table(rows: list[list[str]]) -> Table | None:
    whole = [["桥梁任务表"], HEADINGS, *rows]
    if all(not clean(cell) for row in rows for cell in row):
        return None
    return table_in("t.csv", read_sheets("t.csv", as_csv(whole)), "", "")


@examples(60)
@given(ROWS)
@example([["1", "", "a | b", "**c** <i>d</i>", "`e`", "[f](g)", "\\h &amp; {{i}}", "~~j~~"]])
@example([["", "", "# a", "- b", "1. c", "| d", "", ""], ["", "", "", "", "", "", "", "e\nf"]])
@example([["1", "甲\u2003乙", "丙\u3000丁", "戊", "", "", "", ""]])
@example([["---", "", "===", "***", "> a", "    b", "&lt;", "<br>"]])
def test_each_cell_is_shown_as_it_is_at_its_place(rows: list[list[str]]) -> None:
    table = _table(rows)
    for number, row in table.layout.rows if table else ():
        for cell in row if table and number not in table.contents.notes else ():
            span = table.text.span(cell) if table else None
            if cell and table:
                assert span is not None
                assert fold(table.text.words(span)).text == fold(cell.text).text


@examples(50)
@given(ROWS)
def test_a_draft_of_any_table_reads_each_cell_once(rows: list[list[str]]) -> None:
    table = _table(rows)
    if table is None:
        return
    draft = draft_of(table, Head(title=table.title), Names({"总办公室": ("office",)}), None)
    quoted = [span for part in draft.parts for each in walk(part) for span in each.quotes]
    assert len(set(quoted)) == len(quoted)
    known = [*quoted, *(aside.span for aside in draft.asides)]
    for span in table.text.cells.values():
        assert any(each.start <= span.start and span.end <= each.end for each in known)

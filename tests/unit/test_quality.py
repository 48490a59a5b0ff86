"""The page on the quality of the data counts what readers should look at twice, and nothing else."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from directive_atlas.outputs.pages.list_pages import quality_pages
from directive_atlas.outputs.pages.making import rendered
from directive_atlas.outputs.pages.rendering import trails_of
from directive_atlas.resolve import Corpus
from directive_atlas.views.quality import doubtful, totals
from directive_atlas.vocabulary.progress import ReportedStatus
from directive_atlas.vocabulary.quality import Doubt
from directive_atlas.vocabulary.tasks import Basis

from tests.tools.sites import bilingual

MONTHS = 12


def test_each_number_is_the_plain_count_of_the_records(corpus: Corpus) -> None:
    tasks = [task for directive in corpus.directives.values() for task in directive.walk()]
    relations = [each for directive in corpus.directives.values() for each in directive.relations]
    found = totals(doubtful(corpus, MONTHS))
    duties = [duty for task in tasks for duty in task.duties]
    bases = [*(duty.basis for duty in duties), *(relation.basis for relation in relations)]
    assert found[Doubt.INFERRED] == bases.count(Basis.INFERRED)
    assert found[Doubt.INHERITED] == sum(len(task.inherited) for task in tasks)
    assert found[Doubt.SILENT] == sum(task.standing.state is ReportedStatus.NO_REPORT for task in tasks)
    reports = [report for task in tasks for report in task.reports]
    assert found[Doubt.UNVERIFIED] == sum(not report.verification.settling for report in reports)


def test_a_directive_without_a_reason_is_not_listed(corpus: Corpus) -> None:
    listed = {each.directive.id for each in doubtful(corpus, MONTHS)}
    assert listed < set(corpus.directives)
    assert all(each.counts for each in doubtful(corpus, MONTHS))


@pytest.mark.parametrize(("months", "more"), [(0, True), (1200, False)])
def test_how_long_ago_a_search_may_be_is_a_setting(corpus: Corpus, months: int, more: bool) -> None:
    usual, other = (totals(doubtful(corpus, each))[Doubt.NOT_SOUGHT] for each in (MONTHS, months))
    assert other >= usual if more else other <= usual


def test_the_page_shows_the_numbers_and_links_those_without_a_report(corpus: Corpus) -> None:
    pages = list(quality_pages(corpus, bilingual(), trails_of(bilingual())))
    files = {file.path: file.content.decode() for file in rendered(pages, corpus, bilingual())}
    page = BeautifulSoup(files["en/quality/index.md"], "html.parser")
    meanings, _ = page.select("table")
    shown = [row.select("td")[2].text for row in meanings.select("tbody tr")]
    counted = totals(doubtful(corpus, bilingual().look_again_months))
    assert shown == [f"{number:,}" for number in counted.values()]
    silent = page.select("td[data-label='without a report'] a")
    assert sum(int(link.text) for link in silent) == counted[Doubt.SILENT]
    assert all("state=no_report" in str(link["href"]) for link in silent)

"""The sites that several folders of tests share, and the marks of whole folders."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from directive_atlas.build import Records, build, read_records, resolved
from directive_atlas.load import RawCorpus
from directive_atlas.outputs.files import gathered
from directive_atlas.outputs.work import emit
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.schedule import schedule
from directive_atlas.write import carry_out, plan
from filelock import FileLock
from hypothesis import settings

from tests.tools.builders import Made, build_site
from tests.tools.corpora.encodings import copy_project
from tests.tools.finished import generated
from tests.tools.hostile.attack import attacked_pages
from tests.tools.hostile.filled import filled
from tests.tools.html import parsed
from tests.tools.moment import AS_OF, FIXTURE_DAY, midnight
from tests.tools.paths import FIXTURE, ROOT

os.environ["LC_ALL"] = "C.UTF-8"  # messages in English, wherever the tests run
# A busy machine is no failure, time is for benchmarks; and a change is judged by the same cases as the last.
settings.register_profile("atlas", deadline=None, derandomize=True, max_examples=50)
settings.register_profile(
    "search", deadline=None, print_blob=True, max_examples=500
)  # `make fuzz`: new cases
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "atlas"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Made:
    """Makes what all workers share, once in a run of the tests: one makes it, the others wait.

    Nothing may be changed in what it made.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, unfinished = shared / name, shared / f"{name}.unfinished"
        with FileLock(shared / f"{name}.lock"):
            if not folder.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                fill(unfinished)
                unfinished.rename(folder)
        return folder

    return make


@pytest.fixture(scope="session")
def records() -> Records:
    """The whole records of the fixture with their quotes."""
    return read_records(FIXTURE / "data")[0]


@pytest.fixture(scope="session")
def raw(records: Records) -> RawCorpus:
    """The whole records of the fixture."""
    return records.expanded.corpus


@pytest.fixture(scope="session")
def corpus(records: Records, raw: RawCorpus) -> Corpus:
    """The records of the fixture, resolved."""
    return resolve(records.expanded, records.passages, schedule(raw, FIXTURE_DAY)[0], FIXTURE_DAY)


@pytest.fixture(scope="session")
def project(made: Made) -> Path:
    """A copy of the fixture with its pages generated."""
    return made("project", _generate)


def _generate(folder: Path) -> None:
    shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
    built = build(folder / "data", midnight(AS_OF))
    assert built.output, built.problems
    carry_out(plan(built.output, folder / "docs"))


@pytest.fixture(scope="session")
def written(project: Path) -> Mapping[str, bytes]:
    """What a run writes of the fixture below ``docs/``: the bytes of each file by its path."""
    return generated(project / "docs")


@pytest.fixture(scope="session")
def payload_project(made: Made) -> Path:
    """A copy of the fixture whose pages have payloads in every text."""

    def fill(folder: Path) -> None:
        shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
        found = resolved(FIXTURE / "data", midnight(FIXTURE_DAY), as_of=FIXTURE_DAY)
        assert found.corpus and found.site
        attacked = filled(found.corpus, found.site)
        output, clashes = gathered(emit(attacked.corpus, attacked.site))
        assert not clashes
        carry_out(plan(output, folder / "docs"))

    return made("payloads", fill)


@pytest.fixture(scope="session")
def site(project: Path, made: Made) -> Path:
    """The fixture as MkDocs builds it, with warnings as errors."""
    return made("mkdocs", partial(_built_by, "mkdocs", project)) / "site"


@pytest.fixture(scope="session")
def own_site(made: Made) -> Path:
    """The repository's own site as MkDocs builds it, with warnings as errors."""

    def fill(folder: Path) -> None:
        copy_project(folder)
        built = build(ROOT / "data", midnight(AS_OF))
        assert built.output, built.problems
        carry_out(plan(built.output, folder / "docs"))
        build_site(folder)

    return made("own", fill) / "site"


@pytest.fixture(scope="session")
def attacked(made: Made) -> Path:
    """A project in one language whose pages have an attack and a character of each class in all texts."""

    def fill(folder: Path) -> None:
        before, _, rest = (FIXTURE / "mkdocs.yml").read_text("utf-8").partition("  - English:\n")
        (folder / "mkdocs.yml").write_text(f"{before}\n{rest[rest.index('validation:') :]}", "utf-8")
        (folder / "docs").mkdir()
        (folder / "docs" / "about.md").write_text("# About\n", "utf-8")
        carry_out(plan(attacked_pages(folder / "data"), folder / "docs"))

    return made("attacked", fill)


@pytest.fixture(scope="session")
def attacked_site(attacked: Path, made: Made) -> Path:
    """The site of these pages as MkDocs builds it."""
    return made("attacked-mkdocs", partial(_built_by, "mkdocs", attacked)) / "site"


@pytest.fixture(scope="session")
def properdocs_site(project: Path, made: Made) -> Path:
    """The fixture as ProperDocs builds it from the same mkdocs.yml."""
    return made("properdocs", partial(_built_by, "properdocs", project)) / "site"


@pytest.fixture(scope="session")
def zensical_site(project: Path, made: Made) -> Path:
    """The fixture as Zensical builds it from the same mkdocs.yml."""
    return made("zensical", partial(_built_by, "zensical", project)) / "site"


def _built_by(builder: str, project: Path, folder: Path) -> None:
    shutil.copytree(project, folder, dirs_exist_ok=True)
    build_site(folder, builder)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a test in a browser waits for it half of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by folder: what builds a whole site or opens a browser is slow."""
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder == "browser":
            item.add_marker(pytest.mark.browser)
        if folder in {"browser", "site"}:
            item.add_marker(pytest.mark.slow)


def pytest_sessionfinish() -> None:
    """Let go of the parsed pages, and spare what is left the collections at the end of pytest.

    They take long where much is kept, and a worker that takes more than five seconds to end is interrupted.
    """
    parsed.cache_clear()
    gc.collect()
    gc.freeze()

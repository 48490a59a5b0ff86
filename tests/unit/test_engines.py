"""On whatever a run works, it makes the same files in the same order; a worker that dies changes nothing."""

from __future__ import annotations

import os
import pickle
import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from directive_atlas.build import resolved
from directive_atlas.interface.language import interface_language
from directive_atlas.load.marked import Scalar
from directive_atlas.outputs.cluster import Cluster
from directive_atlas.outputs.engine import Engine, Processes, here
from directive_atlas.outputs.files import File
from directive_atlas.outputs.pages.render import Body
from directive_atlas.outputs.shares import About, ShareError, joined, packed
from directive_atlas.outputs.work import Made, emit, share
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from distributed import LocalCluster

from tests.golden.base import write_base
from tests.tools.moment import FIXTURE_DAY, midnight
from tests.tools.paths import FIXTURE
from tests.tools.sites import bilingual


@pytest.fixture(scope="module", params=["small", pytest.param("fixture", marks=pytest.mark.long)])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The small data of the golden cases, of which a run has as many parts; or the whole fixture."""
    small = request.param == "small"
    data = write_base(tmp_path_factory.mktemp("small")) if small else FIXTURE / "data"
    found = resolved(data, midnight(FIXTURE_DAY), as_of=FIXTURE_DAY)
    assert found.corpus, found.problems
    return found.corpus


@pytest.fixture(scope="module")
def files(corpus: Corpus) -> list[File]:
    """The files of these data, made in this process."""
    return list(emit(corpus, bilingual()))


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers on this machine that only this machine reaches."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as found:
        yield found


def _made(corpus: Corpus, engine: Engine) -> list[File]:
    return list(emit(corpus, bilingual(), engine))


def test_two_processes_make_the_same(corpus: Corpus, files: list[File]) -> None:
    assert _made(corpus, Processes(2)) == files


@pytest.mark.slow
def test_a_cluster_makes_the_same(
    corpus: Corpus, files: list[File], cluster: LocalCluster, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    assert _made(corpus, Cluster(cluster.scheduler_address, folder.as_uri())) == files
    assert list(folder.iterdir()) == []


def _unless_first(folder: str, part: int) -> int:
    """A part that ends its process, but only the first time that it is done."""
    ended = Path(folder) / "ended"
    if part == 3 and not ended.exists():
        ended.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return part * 2


@pytest.mark.slow
def test_what_a_dead_worker_leaves_is_done_by_another(cluster: LocalCluster, tmp_path: Path) -> None:
    with Cluster(cluster.scheduler_address, (tmp_path / "shared").as_uri())(str(tmp_path)) as run:
        assert list(run(_unless_first, range(6))) == [0, 2, 4, 6, 8, 10]
    assert (tmp_path / "ended").exists()


@pytest.mark.long
def test_a_worker_that_is_killed_half_way_changes_nothing(
    corpus: Corpus, files: list[File], cluster: LocalCluster, tmp_path: Path
) -> None:
    made = emit(corpus, bilingual(), Cluster(cluster.scheduler_address, str(tmp_path)))
    found = [next(made)]
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    assert [*found, *made] == files


def _packed(made: Callable[[int], dict[int, Made]]) -> dict[str, bytes]:
    """Three shares as files."""
    return {f"{number}.zip": packed(About(number, 3, "this"), made(number)) for number in (1, 2, 3)}


def _small() -> dict[str, bytes]:
    return _packed(lambda number: {number: (Body(f"page {number}", frozenset({"index.md"})),)})


def test_shares_made_apart_are_joined_into_the_same(corpus: Corpus, files: list[File]) -> None:
    made = joined(_packed(lambda number: share(corpus, bilingual(), number, 3)), "this")
    assert list(emit(corpus, bilingual(), here, made)) == files


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda shares: shares.pop("2.zip"), "these are not all shares of a run, each once: 1/3, 3/3"),
        (lambda shares: shares.update({"4.zip": shares["1.zip"]}), "each once: 1/3, 2/3, 3/3, 1/3"),
        (lambda shares: shares.update({"2.zip": b"no archive"}), "2.zip: it is not a share of a run"),
        (lambda shares: shares.update({"2.zip": shares["2.zip"][:-9]}), "2.zip: it is not a share of a run"),
    ],
)
def test_what_does_not_fit_together_is_not_joined(
    change: Callable[[dict[str, bytes]], object], expected: str
) -> None:
    shares = _small()
    change(shares)
    with pytest.raises(ShareError, match=re.escape(expected)):
        joined(shares, "this")


def test_a_share_of_other_data_is_not_joined() -> None:
    with pytest.raises(ShareError, match=r"1\.zip: it is of other data"):
        joined(_small(), "that")


def _unless_child(parent: int, part: int) -> int:
    """A part that ends its process, except in the one that shared it out."""
    if os.getpid() != parent and part == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return part * 2


def test_what_a_dead_process_leaves_is_done_here() -> None:
    with Processes(2)(os.getpid()) as run:
        assert list(run(_unless_child, range(6))) == [0, 2, 4, 6, 8, 10]


def test_one_process_is_this_one() -> None:
    with Processes(1)(7) as run, here(7) as same:
        assert list(run(_with_process, [1, 2])) == list(same(_with_process, [1, 2]))


def _with_process(shared: int, part: int) -> tuple[int, int]:
    return shared + part, os.getpid()


def test_a_language_travels_with_its_words() -> None:
    language = interface_language("zh", "")
    came = pickle.loads(pickle.dumps(language))
    assert came.gettext("Tasks") == language.gettext("Tasks") != "Tasks"
    assert came.ngettext("%(count)s task", "%(count)s tasks", 2) == language.ngettext(
        "%(count)s task", "%(count)s tasks", 2
    )


def test_a_text_of_a_file_travels_with_its_place() -> None:
    came = pickle.loads(pickle.dumps(Scalar("yes", Place("a.yml", 3, 4), "bool")))
    assert (came, came.place, came.yaml_kind) == ("yes", Place("a.yml", 3, 4), "bool")


def test_the_site_of_a_run_travels(corpus: Corpus) -> None:
    site = replace(bilingual(), templates=Path("overrides/templates"))
    assert pickle.loads(pickle.dumps(site)).templates == site.templates

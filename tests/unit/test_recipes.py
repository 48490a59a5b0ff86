"""What others run of this package: recipes that ``init`` writes, and hooks of pre-commit."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from click import Group
from click.testing import CliRunner, Result
from directive_atlas.cli.main import COMMANDS, main
from directive_atlas.outputs.pages import rendering
from directive_atlas.outputs.pages.page import Page
from directive_atlas.outputs.pages.render import Body, Renderer, body
from directive_atlas.starter import RECIPES
from pre_commit.clientlib import load_manifest

from tests.tools.paths import ROOT

Block = Mapping[str, Any]
KNOWN_KEYS = {
    "": {"name", "on", "permissions", "concurrency", "jobs"},
    "job": {"runs-on", "timeout-minutes", "steps", "if", "needs", "permissions", "environment"},
    "step": {"uses", "with", "run", "env", "id", "continue-on-error"},
}
"""The keys of GitHub's workflows that ours have; another one is a slip, or belongs here."""

GITLAB_KEYS = {
    "stage", "image", "script", "needs", "rules", "artifacts", "cache", "environment", "allow_failure",
    "timeout",
}  # fmt: skip


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="module", params=RECIPES)
def recipe(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A new site for each host that builds sites: the name of the host, and the folder."""
    folder = tmp_path_factory.mktemp("recipes") / request.param
    done = _run("init", str(folder), "--name", "Bridges", "--ci", request.param, "--yes")
    assert done.exit_code == 0, done.output
    return request.param, folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site with the recipe that one gets without asking."""
    folder = tmp_path_factory.mktemp("default") / "new"
    assert _run("init", str(folder), "--yes").exit_code == 0
    return folder


def _workflows(site: Path) -> dict[str, Block]:
    """GitHub's workflows by their names; ``on`` is a truth value for readers of YAML 1.1."""
    files = sorted((site / ".github" / "workflows").glob("*.yml"))
    return {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in files}


def _jobs(site: Path) -> Iterator[tuple[Block, Block]]:
    for workflow in _workflows(site).values():
        yield from ((workflow, job) for job in workflow["jobs"].values())


def _steps(site: Path) -> Iterator[Block]:
    for _, job in _jobs(site):
        yield from job["steps"]


def test_init_writes_the_files_of_one_host(recipe: tuple[str, Path]) -> None:
    name, folder = recipe
    ours = {path for files in RECIPES.values() for path in files}
    assert {path for path in ours if (folder / path).exists()} == set(RECIPES[name])


def test_without_a_word_it_is_github(site: Path) -> None:
    assert all((site / path).is_file() for path in RECIPES["github"])
    assert not (site / ".gitlab-ci.yml").exists()


def test_another_host_is_refused(tmp_path: Path) -> None:
    refused = _run("init", str(tmp_path / "new"), "--ci", "jenkins", "--yes")
    assert refused.exit_code == 1 and "choose from: github, gitlab, none" in refused.output
    assert list(tmp_path.iterdir()) == []


def test_workflows_have_only_keys_that_github_knows(site: Path) -> None:
    for workflow, job in _jobs(site):
        assert set(workflow) <= KNOWN_KEYS[""] and {"name", "on", "permissions", "jobs"} <= set(workflow)
        assert set(job) <= KNOWN_KEYS["job"] and {"runs-on", "steps", "timeout-minutes"} <= set(job)
        assert "needs" not in job or job["needs"] in workflow["jobs"]
        for step in job["steps"]:
            assert set(step) <= KNOWN_KEYS["step"] and ("uses" in step) != ("run" in step)


def test_actions_are_those_of_github_named_by_a_major_version(site: Path) -> None:
    used = [step["uses"] for step in _steps(site) if "uses" in step]
    assert len(used) > 8
    assert not [name for name in used if not re.fullmatch(r"actions/[a-z-]+(/restore)?@v\d+", name)]


def test_no_workflow_has_more_rights_than_it_needs(site: Path) -> None:
    """What runs files of a request may only read; what may write runs no file of a request."""
    rights = {name: each["permissions"] for name, each in _workflows(site).items()}
    assert rights.pop("request-comment") == {}
    assert all(each == {"contents": "read"} for each in rights.values())
    for workflow, job in _jobs(site):
        more = {right for right, how in (job.get("permissions") or {}).items() if how == "write"}
        uses = {step.get("uses", "").partition("@")[0] for step in job["steps"]}
        if more:
            assert more <= {"pages", "id-token", "pull-requests"}
            assert not uses & {"actions/checkout", "actions/setup-python"}
        if "pull_request" in workflow["on"]:
            assert not more and "secrets." not in yaml.dump(job) and "github.token" not in yaml.dump(job)
    triggers = {trigger for each in _workflows(site).values() for trigger in each["on"]}
    assert "pull_request_target" not in triggers


def test_no_text_of_a_request_stands_in_a_command(site: Path) -> None:
    """GitHub puts an expression into a script before the shell reads it; none is there."""
    assert not [step["run"] for step in _steps(site) if "${{" in step.get("run", "")]


def test_the_credentials_of_a_checkout_are_not_kept(site: Path) -> None:
    kept = [step for step in _steps(site) if step.get("uses", "").startswith("actions/checkout")]
    assert kept and all(step["with"]["persist-credentials"] == "false" for step in kept)


def test_packages_are_kept_between_runs_and_the_site_is_built_each_night(site: Path) -> None:
    python = [step for step in _steps(site) if step.get("uses", "").startswith("actions/setup-python")]
    assert len(python) == 4 and all(step["with"]["cache"] == "pip" for step in python)
    assert _workflows(site)["site"]["on"]["schedule"] == [{"cron": "17 3 * * *"}]


def test_the_second_workflow_waits_for_the_first(site: Path) -> None:
    workflows = _workflows(site)
    waits = workflows["request-comment"]["on"]["workflow_run"]["workflows"]
    assert waits == [workflows["request"]["name"]]
    left = {
        step["with"]["name"]
        for step in workflows["request"]["jobs"]["build"]["steps"]
        if "with" in step and "name" in step["with"]
    }
    assert left == {"site", "changes"}
    [download, _] = workflows["request-comment"]["jobs"]["comment"]["steps"]
    assert download["with"]["name"] in left


def test_a_request_keeps_no_pages_for_others(site: Path) -> None:
    """What a request made would stay when it is refused; only the main branch puts pages into the cache."""
    kept = {
        name: [step["uses"] for job in each["jobs"].values() for step in job["steps"] if _is_of_pages(step)]
        for name, each in _workflows(site).items()
    }
    assert {name: uses for name, uses in kept.items() if uses} == {
        "request": ["actions/cache/restore@v5"],
        "site": ["actions/cache@v5"],
    }


def _is_of_pages(step: Block) -> bool:
    return "docs" in step.get("with", {}).get("path", "").split()


@dataclass(frozen=True)
class Kept:
    """What a recipe keeps of a run: patterns of paths; and the command that is run when they are back."""

    paths: tuple[str, ...]
    then: str

    def take(self, site: Path, cache: Path) -> None:
        """Keep it of a site, as hosts do."""
        for path in chain.from_iterable(map(site.glob, self.paths)):
            into = cache / path.relative_to(site)
            into.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(path, into) if path.is_dir() else shutil.copy2(path, into)

    def give(self, cache: Path, site: Path) -> None:
        """Put it into a new clone."""
        shutil.copytree(cache, site, dirs_exist_ok=True)
        subprocess.run(["sh", "-e", "-c", self.then], cwd=site, check=True)


def _of_github(site: Path) -> Kept:
    steps = _workflows(site)["site"]["jobs"]["build"]["steps"]
    [at] = [at for at, step in enumerate(steps) if _is_of_pages(step)]
    return Kept(tuple(steps[at]["with"]["path"].split()), steps[at + 1]["run"])


def _of_gitlab(site: Path) -> Kept:
    build = yaml.load((site / ".gitlab-ci.yml").read_text("utf-8"), yaml.BaseLoader)["build"]
    [paths] = [cache["paths"] for cache in build["cache"] if cache["key"] == "pages"]
    return Kept(tuple(paths), build["script"][0])


def _git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)


def _tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*.*")}


@pytest.mark.parametrize(("host", "kept_by"), [("github", _of_github), ("gitlab", _of_gitlab)])
def test_what_a_host_kept_of_the_last_run_gives_the_same_pages(
    host: str, kept_by: Callable[[Path], Kept], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of the last run are used again; a file that is in git, or no longer, is as the commit has it."""
    first, site, cache = (tmp_path / name for name in ("first", "site", "cache"))
    assert _run("init", str(site), "--ci", host, "--yes").exit_code == 0
    (site / "docs" / "old.md").write_text("# Old\n", "utf-8")
    _git(site, "init")
    _git(site, "add", ".")
    _git(site, "commit", "--message", "first")
    assert _run("generate", "--site", str(site)).exit_code == 0
    kept = kept_by(site)
    kept.take(site, cache)
    site.rename(first)
    _git(first, "rm", "docs/old.md")
    _replace(first / "docs" / "about.md", "# ", "# More ")
    record = first / "data" / "directives" / "sample-notice" / "directive.yml"
    _replace(record, "when you like.", "soon.")
    _git(first, "commit", "--all", "--message", "second")
    anew = _counted(monkeypatch)
    clean = _generated(first, site)
    kept.give(cache, _clone(first, site))
    again = _counted(monkeypatch)
    assert _run("generate", "--site", str(site)).exit_code == 0
    assert _tree(site / "docs") == clean
    assert 0 < len(again) < len(anew)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def _clone(first: Path, folder: Path) -> Path:
    _git(first.parent, "clone", str(first), str(folder))
    return folder


def _generated(first: Path, folder: Path) -> dict[str, bytes]:
    """The pages of a clone that nothing was kept for; the folder is free again."""
    assert _run("generate", "--site", str(_clone(first, folder))).exit_code == 0
    found = _tree(folder / "docs")
    shutil.rmtree(folder)
    return found


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of all pages that are written from now on."""
    made: list[str] = []

    def noting(page: Page, renderer: Renderer) -> Body:
        made.append(page.path)
        return body(page, renderer)

    monkeypatch.setattr(rendering, "body", noting)
    return made


@pytest.fixture(scope="module")
def gitlab(tmp_path_factory: pytest.TempPathFactory) -> Block:
    folder = tmp_path_factory.mktemp("gitlab") / "new"
    assert _run("init", str(folder), "--ci", "gitlab", "--yes").exit_code == 0
    found: Block = yaml.load((folder / ".gitlab-ci.yml").read_text("utf-8"), yaml.BaseLoader)
    return found


def test_gitlabs_file_has_only_keys_and_stages_that_are_known(gitlab: Block) -> None:
    top = {"image", "stages", "workflow", "variables", "cache"}
    jobs = {name: job for name, job in gitlab.items() if name not in top}
    assert set(jobs) == {"build", "preview", "changes", "comment", "links", "packages", "pages"}
    for job in jobs.values():
        assert set(job) <= GITLAB_KEYS and job["stage"] in gitlab["stages"]
        assert set(job.get("needs", ())) <= set(jobs)
        assert all(set(rule) == {"if"} for rule in job.get("rules", ()))
    assert {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"} in jobs["pages"]["rules"]


def test_gitlabs_token_is_never_with_the_files_of_a_fork(gitlab: Block) -> None:
    with_token = [name for name, job in gitlab.items() if "COMMENT_TOKEN" in yaml.dump(job)]
    assert with_token == ["comment"]
    [rule] = gitlab["comment"]["rules"]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in rule["if"]
    assert "directives" not in [line.split()[0] for line in gitlab["comment"]["script"]]
    [script] = gitlab["comment"]["script"]
    program = re.search(r"<<'EOF'\n(.*)\nEOF", script, re.S)
    assert program
    compile(program[1], ".gitlab-ci.yml", "exec")


def test_the_hooks_can_be_read_by_pre_commit_and_their_commands_run(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert [hook["id"] for hook in hooks] == ["directives-check", "directives-schema"]
    monkeypatch.chdir(site)
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    for hook in hooks:
        program, *arguments = shlex.split(hook["entry"])
        assert program == "directives" and hook["language"] == "python" and not hook["pass_filenames"]
        assert any(re.search(hook["files"], name) for name in files)
        assert _run(*arguments).exit_code == 0
    for name, hook in zip(("topics.yml", "schemas/topics.schema.json"), hooks, strict=True):
        file = site / "data" / name
        before = file.read_text("utf-8")
        file.write_text(f"{before}\n]", "utf-8")
        assert _run(*shlex.split(hook["entry"])[1:]).exit_code == 1
        file.write_text(before, "utf-8")


def test_every_command_in_a_recipe_is_one(recipe: tuple[str, Path]) -> None:
    assert isinstance(main, Group)
    _, folder = recipe
    named = set[str]()
    for path in RECIPES[recipe[0]]:
        named.update(re.findall(r"(?:- run: |- )directives ([a-z]+)", (folder / path).read_text("utf-8")))
    assert named <= set(COMMANDS)
    assert named == ({"check", "build", "diff"} if RECIPES[recipe[0]] else set())

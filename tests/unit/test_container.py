"""The container that others run: what is in it, and as whom it runs."""

from __future__ import annotations

from tests.tools.paths import ROOT


def _in_container() -> list[list[str]]:
    """The instructions of the container's file, as words; lines that go on are one."""
    text = (ROOT / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


def test_what_the_container_copies_is_there_and_is_not_left_out() -> None:
    kept = [
        line.removeprefix("!")
        for line in (ROOT / ".containerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    ]
    sources = [
        word.rstrip("/")
        for words in _in_container()
        if words[0] == "COPY" and not words[1].startswith("--from=")
        for word in words[1:-1]
    ]
    assert sources and all((ROOT / source).exists() for source in sources)
    assert set(sources) == set(kept)


def test_the_container_installs_by_hash_and_runs_as_nobody() -> None:
    instructions = _in_container()
    runs = [" ".join(words) for words in instructions if words[0] == "RUN"]
    installs = [run for run in runs if "pip wheel" in run or "pip install" in run]
    assert "--require-hashes" in installs[0] and "-r requirements.lock" in installs[0]
    assert all("--require-hashes" in run or "--no-index" in run for run in installs)
    last = max(number for number, words in enumerate(instructions) if words[0] == "FROM")
    own = {words[0]: words[1:] for words in instructions[last:]}
    assert own["USER"] == ["10001:10001"] and own["ENTRYPOINT"] == ['["directives"]']
    wheels = (ROOT / "pyproject.toml").read_text("utf-8")
    assert all(f'"{words[1]}"' in wheels for words in instructions if words[1].endswith("problems.md"))

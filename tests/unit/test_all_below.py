"""What is below a record: members of groups, bodies under bodies."""

from __future__ import annotations

from pathlib import Path

import yaml
from directive_atlas.check.progress import report_problems
from directive_atlas.load import load
from directive_atlas.load.walk import all_below

GROUPS = {"all": ["north", "south"], "north": ["mill", "dam"], "south": ["dam"]}


def test_each_is_named_once_in_order_at_every_depth() -> None:
    assert all_below("all", lambda each: GROUPS.get(each, ())) == ("north", "mill", "dam", "south")
    assert all_below("mill", lambda each: GROUPS.get(each, ())) == ()


def test_a_circle_ends() -> None:
    assert all_below("a", {"a": ["b"], "b": ["a"]}.__getitem__) == ("b", "a")


def test_a_chain_of_three_thousand_bodies_may_report(tmp_path: Path) -> None:
    """The last of the chain is below the one that has the task, the stranger is not."""
    chain = [
        {"id": f"b-{n}", "name": f"b {n}", "kind": "agency", "parent": f"b-{n - 1}"} for n in range(1, 3_000)
    ]
    first = [{"id": name, "name": name, "kind": "agency"} for name in ("b-0", "stranger", "council")]
    folder = tmp_path / "directives" / "river"
    folder.mkdir(parents=True)
    (tmp_path / "actors.yml").write_text(yaml.safe_dump({"actors": [*first, *chain]}))
    record = {
        "id": "river",
        "kind": "notice",
        "title": "River",
        "issuers": ["council"],
        "dates": {"signed": "2020-03-01"},
        "tasks": [{"id": "count", "title": "Count", "actors": ["b-0"]}],
        "progress": [
            {"date": "2020-06-01", "task": "count", "actor": name, "note": "Begun."}
            for name in ("b-2999", "stranger")
        ],
    }
    (folder / "directive.yml").write_text(yaml.safe_dump(record))
    raw, _ = load(tmp_path)
    told = [problem.message for problem in report_problems(raw)]
    assert told == ["“stranger” has no part in the task “count” that it reports on"]

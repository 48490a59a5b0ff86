"""A new edition of a text: what people decided stays, and only new sentences get suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main

from tests.golden.base import BASE
from tests.tools import drafting

OLD = """关于排查桥梁安全隐患的通知
一、排查整改
各分局要逐座排查桥梁。发现隐患的，各分局要自本通知印发之日起180日内完成整改。
二、督促检查
总办公室要每季度通报一次进展。
北方分局要定期巡查。
总办公室2020年5月6日
"""

NEW = """关于排查桥梁安全隐患的通知
各地桥梁隐患仍未消除。
一、排查整改
各分局要逐座排查桥梁。发现隐患的，各分局要自本通知印发之日起90日内完成整改。
南风监测站要上报数据，总办公室要汇总。
二、督促检查
总办公室要每季度通报一次进展。
三、总结
各分局要在2020年12月底前总结。
总办公室2020年5月6日
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("directive_atlas.cli.draft._reader", lambda language: drafting.read)
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result


def test_x(site: Path) -> None:
    print(_run("draft", "old.txt", "--id", "safety").output)
    print((site / "data/directives/safety/directive.yml").read_text())
    print(_run("draft", "new.txt", "--id", "safety", "--again").output)
    print((site / "data/directives/safety/directive.yml").read_text())
    print(_run("check").output)

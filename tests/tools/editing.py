"""A site with one directive that is still to be read, and the server of ``directives edit`` for it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from directive_atlas.editing import Desk, Folder, make_server
from directive_atlas.write import alone

DAY = dt.date(2020, 6, 1)
TOKEN = "a-token-of-the-tests"
DIRECTIVE = "lamps"
RECORD = """\
# yaml-language-server: $schema=../../schemas/directive.schema.json
id: lamps
kind: notice
title: 关于检修桥灯的通知   # as on its first page
issuers: [office]
dates: {signed: 2020-05-06}
source: {file: source.txt}
"""
SOURCE = """\
关于检修桥灯的通知
为保障夜间通行，现就检修桥灯通知如下。
一、全面检修
各分局要在2020年9月底前检修全部桥灯，检修率达到100%。一要查清损坏，二要及时更换。结果报总办公室。
二、督促检查
总办公室每季度通报一次进展。
原《桥灯管理办法》同时废止。
"""
FILES = {
    "settings.yml": "# yaml-language-server: $schema=schemas/settings.schema.json\nlanguages: [zh]\n",
    "actors.yml": """\
# yaml-language-server: $schema=schemas/actors.schema.json
actors:
  - {id: office, name: 总办公室, kind: ministry, aliases: [总办]}
  - {id: branches, name: 各分局, kind: group, members: [north]}
  - {id: north, name: 北方分局, kind: provincial, parent: office}
""",
    "topics.yml": """\
# yaml-language-server: $schema=schemas/topics.schema.json
topics:
  - {id: lights, name: 桥灯}
""",
    f"directives/{DIRECTIVE}/directive.yml": RECORD,
    f"directives/{DIRECTIVE}/source.txt": SOURCE,
}


def write_site(folder: Path) -> Path:
    """Write the site; the path of its one record."""
    for name, text in FILES.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "docs").mkdir()
    return folder / "data" / "directives" / DIRECTIVE / "directive.yml"


def desk(folder: Path, language: str = "en") -> Desk:
    """The desk of a site."""
    data = folder / "data"
    return Desk(Folder(data, "data", partial(alone, data, "the tests")), DAY, language)


@contextmanager
def serving(folder: Path, language: str = "en") -> Iterator[str]:
    """The server of a site, on a free port; its address."""
    server = make_server(0, desk(folder, language), TOKEN)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()

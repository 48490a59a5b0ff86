"""What the package rests on: licences, the bill of materials, a wheel that anybody can make again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.packages.bom import bill
from tests.tools.packages.licences import PAGES, licence, stated
from tests.tools.packages.locked import needed_by_sites, node_packages, python_packages
from tests.tools.paths import ROOT

FREE = {"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "PSF-2.0", "CNRI-Python", "MPL-1.1", "MPL-2.0"}
"""Licences under which a package may be used by any site; MPL asks for changes of its own files only."""


@pytest.mark.parametrize("page", PAGES, ids=["zh", "en"])
def test_the_guide_names_the_licence_of_each_pinned_package(page: Path) -> None:
    rows = re.findall(
        r"^\| [^|`]+ \| `.*` \|$", page.read_text("utf-8").partition("<!-- licences -->")[2], flags=re.M
    )
    names = re.findall("`([^`]+)`", "".join(rows))
    node = {each.name for each in node_packages() if not each.marked}
    assert sorted(names) == sorted({each.name for each in python_packages()} | node)


def test_the_licence_of_each_installed_package_is_the_one_that_the_guide_names() -> None:
    found = {each.name: licence(each.name) for each in python_packages()}
    found |= {each.name: each.licence for each in node_packages() if not each.marked}
    named = stated()
    assert {name: each for name, each in found.items() if each not in (None, named[name])} == {}


def test_whoever_builds_a_site_may_use_all_that_it_needs() -> None:
    named = stated()
    for name in needed_by_sites(python_packages()):
        wanted = [set(choice.split(" AND ")) for choice in named[name].split(" OR ")]
        assert any(choice <= FREE for choice in wanted), (name, named[name])


def test_the_bill_has_each_pinned_package_with_version_hashes_and_licence() -> None:
    made = bill()
    parts = {part["purl"]: part for part in made["components"]}
    assert len(parts) == len(made["components"]) == len(python_packages()) + len(node_packages())
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for line in re.findall(r"^[a-z0-9][^ \\]+==[^ \\]+", lock, flags=re.M):
        name, _, version = line.partition("==")
        assert parts[f"pkg:pypi/{name}@{version}"]["hashes"]
    hashes = [each["content"] for part in parts.values() for each in part.get("hashes", ())]
    assert sorted(hashes) == sorted(re.findall("sha256:([0-9a-f]{64})", lock))
    assert all(part["licenses"][0]["expression"] for part in parts.values())


def test_the_bill_says_what_needs_what_and_what_no_site_needs() -> None:
    made = bill()
    names = {part["bom-ref"]: part["name"] for part in made["components"]}
    own = made["metadata"]["component"]
    needs = {each["ref"]: {names[ref] for ref in each["dependsOn"]} for each in made["dependencies"]}
    assert needs.keys() == names.keys() | {own["bom-ref"]}
    assert {"mkdocs", "pydantic"} <= needs[own["bom-ref"]] and "pytest" not in needs[own["bom-ref"]]
    assert "markupsafe" in needs[next(ref for ref, name in names.items() if name == "jinja2")]
    scopes = {part["name"]: part["scope"] for part in made["components"]}
    assert (scopes["markupsafe"], scopes["pytest"], scopes["typescript"]) == (
        "required",
        "excluded",
        "excluded",
    )


def test_the_bill_names_no_host_and_no_time() -> None:
    text = json.dumps(bill())
    assert "://" not in text and "timestamp" not in text
    assert text == json.dumps(bill())


@pytest.mark.slow
def test_two_wheels_of_the_same_files_are_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for folder, umask, zone in (("one", 0o022, "UTC"), ("two", 0o077, "Asia/Shanghai")):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / folder)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "TZ": zone}
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment, umask=umask)
        [wheel] = (tmp_path / folder).glob("*.whl")
        digests.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
    assert len(digests) == 1

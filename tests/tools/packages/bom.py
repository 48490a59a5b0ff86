"""A bill of materials of the pinned packages, as CycloneDX 1.5: ``make bom`` writes ``.cache/bom.cdx.json``.

It names no host and no time: the same locks give the same bytes. The hashes of a package are those of all its
files (a wheel for each system, the source). What no site needs in order to be built is ``excluded``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from tests.tools.packages.licences import stated
from tests.tools.packages.locked import PROJECT, Locked, needed_by_sites, node_packages, python_packages
from tests.tools.paths import ROOT

TARGET = ROOT / ".cache" / "bom.cdx.json"


def bill() -> dict[str, Any]:
    """The bill of materials."""
    python, node = python_packages(), node_packages()
    needed, licences = needed_by_sites(python), stated()
    packages = [*python, *node]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    own = f"pkg:pypi/{project['name']}@{project['version']}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
                "purl": own,
            }
        },
        "components": [_component(each, each.name in needed, licences) for each in packages],
        "dependencies": [
            {"ref": own, "dependsOn": [_purl(each) for each in python if PROJECT in each.wanted_by]},
            *({"ref": _purl(each), "dependsOn": _needs(each, python)} for each in packages),
        ],
    }


def _component(package: Locked, needed: bool, licences: Mapping[str, str]) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _purl(package),
        "name": package.name,
        "version": package.version,
        "scope": "required" if needed else "excluded",
        "licenses": [{"expression": package.licence or licences[package.name]}],
        "purl": _purl(package),
    }
    if package.hashes:
        component["hashes"] = [{"alg": "SHA-256", "content": each} for each in package.hashes]
    return component


def _needs(package: Locked, python: Sequence[Locked]) -> list[str]:
    """What a Python package needs; the lock of the scripts' tools does not say it in a short way."""
    if package.kind != "pypi":
        return []
    return [_purl(each) for each in python if package.name in each.wanted_by]


def _purl(package: Locked) -> str:
    return f"pkg:{package.kind}/{quote(package.name, safe='/')}@{quote(package.version)}"


def main() -> None:
    """Write it."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(bill(), indent=1) + "\n", "utf-8")
    print(TARGET.relative_to(ROOT))


if __name__ == "__main__":
    main()

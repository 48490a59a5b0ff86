"""The table of licences in the guide, from what the installed packages say: ``make licences``."""

from __future__ import annotations

import re
from collections import defaultdict
from email.message import Message
from importlib.metadata import PackageNotFoundError, distribution

from tests.tools.packages.locked import node_packages, python_packages
from tests.tools.paths import ROOT

PAGES = tuple(ROOT / "docs" / folder / "guide" / "dependencies.md" for folder in ("", "en"))
BEGIN, END = "<!-- licences -->\n\n", "\n<!-- /licences -->"

_SAID = {
    "apache": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "the bsd 2-clause license": "BSD-2-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "mit licence": "MIT",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}
"""Names of licences as packages write them, and as SPDX does."""

_READ = {
    # The metadata say nothing; the package is MIT, the script of axe-core in it is MPL.
    "axe-playwright-python": "MIT AND MPL-2.0",
    # The metadata say only “BSD”, or that there are two.
    "colorama": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "nodeenv": "BSD-3-Clause",
    "partd": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "zict": "BSD-3-Clause",
    # Only on Windows.
    "pywin32": "PSF-2.0",
}
"""Licences that somebody has read in the package, because its metadata do not name them."""


def licence(name: str) -> str | None:
    """The licence of an installed package, as SPDX writes it; ``None`` if it is not installed.

    Raises:
        LookupError: the package does not say it in a way that is known here.

    """
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        return _READ.get(name)
    if name in _READ:
        return _READ[name]
    for said in _names(told):  # type: ignore[arg-type]
        if re.fullmatch(r"[A-Za-z]+(?:-[A-Za-z0-9.]+)+|MIT|ISC|.+ (?:OR|AND|WITH) .+", said):
            return said
        if said.lower() in _SAID:
            return _SAID[said.lower()]
    raise LookupError(f"read the licence of {name} and write it into {__file__}")


def _names(told: Message) -> list[str]:
    """What the metadata say, from the most to the least exact."""
    classifiers = [each.split(" :: ")[-1] for each in told.get_all("Classifier", []) if "License ::" in each]
    lines = [str(told.get(key) or "").partition("\n")[0].strip() for key in ("License-Expression", "License")]
    return [*lines, *classifiers]


def stated() -> dict[str, str]:
    """The licence of each package that the guide names."""
    rows = re.findall(r"^\| ([^|`]+) \| (`[^|]+`) \|$", _table(PAGES[1].read_text("utf-8")), flags=re.M)
    return {name: licence for licence, names in rows for name in re.findall("`([^`]+)`", names)}


def _table(text: str) -> str:
    return text.partition(BEGIN)[2].partition(END)[0]


def main() -> None:
    """Write the table into the guide, in both languages; what is not installed here stays as it was."""
    known = stated()
    found = {each.name: licence(each.name) or known.get(each.name, "?") for each in python_packages()}
    found |= {each.name: each.licence for each in node_packages() if not each.marked}
    by_licence = defaultdict(list)
    for name, each in sorted(found.items()):
        by_licence[each].append(f"`{name}`")
    rows = "".join(f"| {each} | {', '.join(names)} |\n" for each, names in sorted(by_licence.items()))
    for page, head in zip(PAGES, ("| 许可证 | 软件包 |", "| Licence | Packages |"), strict=True):
        before, _, rest = page.read_text("utf-8").partition(BEGIN)
        page.write_text(f"{before}{BEGIN}{head}\n| --- | --- |\n{rows}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()

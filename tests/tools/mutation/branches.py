"""How many branches of the stages that matter most the tests take: ``make branches``.

Prints what they leave out; 1 if they take less than 95 % of the lines and branches of a stage.
"""

from __future__ import annotations

import os
import sys

import coverage
import pytest

from tests.tools.mutation.__main__ import PACKAGE, STAGES, TESTS
from tests.tools.paths import ROOT

ENOUGH = 95.0


def main() -> int:
    """Run the tests, and print the share of each stage."""
    os.chdir(ROOT)
    measured = coverage.Coverage(
        data_file=None, branch=True, config_file=False, include=[f"{PACKAGE}/{stage}/*" for stage in STAGES]
    )
    measured.exclude("if TYPE_CHECKING:")
    measured.start()
    failed = int(pytest.main(["-n", "0", "-p", "no:cacheprovider", *TESTS]))
    measured.stop()
    shares = {
        stage: measured.report(include=f"{PACKAGE}/{stage}/*", show_missing=True, skip_covered=True)
        for stage in STAGES
    }
    print("\n".join(f"{stage}: {share:.1f} %" for stage, share in shares.items()))
    return failed or int(min(shares.values()) < ENOUGH)


if __name__ == "__main__":
    sys.exit(main())

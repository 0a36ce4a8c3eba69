"""Runs the browser tests; the last line is `N passed, N failed`. Arguments go to pytest."""

import sys
from pathlib import Path

import pytest


class Count:
    def __init__(self):
        self.passed = self.failed = 0

    def pytest_runtest_logreport(self, report):
        if report.when == "call" and report.passed:
            self.passed += 1
        elif report.failed:
            self.failed += 1

    def pytest_collectreport(self, report):
        if report.failed:
            self.failed += 1


count = Count()
folder = str(Path(__file__).resolve().parent)
status = pytest.main(
    [folder, "-q", "-rfEs", "--rootdir", folder, "-p", "no:cacheprovider", *sys.argv[1:]], plugins=[count]
)
if status not in (0, 1) and count.failed == 0:
    count.failed = 1
print(f"{count.passed} passed, {count.failed} failed")
sys.exit(1 if count.failed else 0)

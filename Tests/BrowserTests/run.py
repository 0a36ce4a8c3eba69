"""Runs the browser tests; the last line is `N passed, N failed`.

Usage: run.py [--part N/M] [ARGUMENT…]: the N-th of M parts of about as many tests, each module whole; the rest goes to
pytest.
"""

import sys
from collections import Counter
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


class Part:
    """Leaves the modules of one part: they are dealt out by how many tests they have, the largest first."""

    def __init__(self, written: str):
        self.number, self.of = (int(number) for number in written.split("/"))

    def pytest_collection_modifyitems(self, config, items):
        loads = [0] * self.of
        chosen = set()
        for module, tests in sorted(Counter(item.path for item in items).items(), key=lambda one: (-one[1], one[0])):
            least = loads.index(min(loads))
            loads[least] += tests
            if least == self.number - 1:
                chosen.add(module)
        config.hook.pytest_deselected(items=[item for item in items if item.path not in chosen])
        items[:] = [item for item in items if item.path in chosen]


count = Count()
arguments = sys.argv[1:]
plugins: list[object] = [count]
if arguments[:1] == ["--part"]:
    plugins.append(Part(arguments[1]))
    arguments = arguments[2:]
folder = str(Path(__file__).resolve().parent)
status = pytest.main(
    [folder, "-q", "-rfEs", "--rootdir", folder, "-p", "no:cacheprovider", *arguments], plugins=plugins
)
if status not in (0, 1) and count.failed == 0:
    count.failed = 1
print(f"{count.passed} passed, {count.failed} failed")
sys.exit(1 if count.failed else 0)

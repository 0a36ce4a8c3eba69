"""The published reports, flattened from Word, as tables: they are read where they lie, never copied here.

A cell begins with a line break and a tab; rows and paragraphs within a cell cannot be told apart, so a table is one
run of cells that the reader cuts into rows of known widths.
"""

import os
import re
from pathlib import Path

import pytest
from program import ROOT

SHARED = Path(os.environ.get("JIHENG_SHARED") or ROOT.parent / "shared")


def need(name):
    """Where a report lies; skips the tests that ask where it does not."""
    files = sorted((SHARED / "reports").glob(f"{name}-*.txt"))
    if not files:
        pytest.skip(f"The published report {name} is not here: {SHARED / 'reports'}", allow_module_level=True)
    return files[0]


class Printed:
    """One published report."""

    def __init__(self, name):
        self.text = need(name).read_text(encoding="utf-8").replace("[bookmark: _GoBack]", "")

    def table(self, title, end, number=0):
        """The cells between the `number`th line that says `title` and the next `end`, as printed."""
        starts = [match.end() for match in re.finditer(rf"^{re.escape(title)}$", self.text, re.MULTILINE)]
        return self.cells(starts[number], end)

    def cells(self, start, end):
        stretch = self.text[start:self.text.index(end, start)]
        first = stretch.index("\n\t")
        return [cell.strip("\n") for cell in stretch[first:].split("\n\t")[1:]]


class Rows:
    """Cuts the cells of a table into rows from the top."""

    def __init__(self, cells):
        self.cells = cells
        self.at = 0

    def take(self, width, count=1):
        taken = [self.cells[self.at + row * width:self.at + (row + 1) * width] for row in range(count)]
        self.at += width * count
        assert self.at <= len(self.cells), "The printed table has fewer cells than its form."
        return taken

    def take_until(self, width, first_cell):
        """Rows of `width` until one begins with `first_cell`."""
        rows = []
        while bare(self.cells[self.at]) != first_cell:
            rows += self.take(width)
        return rows


def bare(text):
    """Without blanks of any kind: how printed and exported cells are compared."""
    return "".join(text.split())


def after(label, text):
    """What follows a label within one cell, as in 其中：基本支出：471.83."""
    assert bare(text).startswith(label), f"{text!r} does not begin with {label}"
    return bare(text)[len(label):]

"""Random workbooks made with openpyxl, which our reader must read as openpyxl does; `N passed, N failed` at the end.

run.py [COUNT]: 200 workbooks, or so many; JIHENG_LONG_TESTS makes it 10,000. Needs openpyxl and the built tests of Core.
"""

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["农贸市场", "=不是公式", " 前后空格 ", "一\n二", "𠮷😀", "a&b<c>\"'", "\u202b右到左\u202c", "001", "1e5", "TRUE",
         "#N/A 不是错误", "制表\t符", "{{x}}", "http://example.com", "长" * 300]
FORMATS = ["General", "0", "0.00", "#,##0.00", "0%", "0.00%", '0.00"万元"', "@", "#,##0;[Red]-#,##0"]


def number(dice):
    return dice.choice([
        dice.randint(-10**9, 10**9), round(dice.uniform(-1e6, 1e6), dice.randint(0, 6)), dice.randint(0, 99) / 100, 0,
        dice.uniform(-1, 1), 1e-7, 123456789012345])


def fill(cell, dice):
    """Puts something into a cell and answers its kind and text; None for nothing that is compared."""
    kind = dice.choice(["text", "text", "number", "number", "number", "boolean", "date", "blank"])
    if kind == "text":
        cell.value = dice.choice(WORDS)
        cell.data_type = "s"
        return ["text", cell.value]
    if kind == "number":
        cell.value = number(dice)
        cell.number_format = dice.choice(FORMATS)
        return ["number", repr(cell.value)]
    if kind == "boolean":
        cell.value = dice.random() < 0.5
        return ["text", "TRUE" if cell.value else "FALSE"]
    if kind == "date":
        day = datetime.date(1990, 1, 1) + datetime.timedelta(days=dice.randint(0, 20_000))
        cell.value = day
        cell.number_format = "yyyy-mm-dd"
        return ["date", day.isoformat()]
    cell.border = Border(top=Side("thin"))
    return None


def make(path, seed):
    dice = random.Random(seed)
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets = []
    for index in range(dice.randint(1, 4)):
        sheet = book.create_sheet(f"表{index + 1} {dice.choice('甲乙丙丁')}")
        if index > 0 and dice.random() < 0.2:
            sheet.sheet_state = "hidden"
        cells = {}
        for _ in range(dice.randint(0, 60)):
            place = sheet.cell(dice.randint(1, 40), dice.randint(1, 30))
            if place.coordinate in cells or place.value is not None:
                continue
            told = fill(place, dice)
            if told:
                cells[place.coordinate] = told
        merges = []
        for number in range(dice.randint(0, 3)):
            # Below all cells, so that no text is covered.
            row, column = 50 + 10 * number, dice.randint(1, 20)
            merges.append(f"{get_column_letter(column)}{row}:{get_column_letter(column + 2)}{row + 3}")
            sheet.merge_cells(merges[-1])
        sheets.append({"name": sheet.title, "isHidden": sheet.sheet_state != "visible", "merges": merges, "cells": cells})
    book.save(path)
    # What openpyxl itself reads back counts: it cannot keep everything.
    again = openpyxl.load_workbook(path)
    for sheet in sheets:
        for place, told in sheet["cells"].items():
            value = again[sheet["name"]][place].value
            if told[0] == "text" and isinstance(value, str):
                told[1] = value
            elif told[0] == "number":
                told[1] = repr(float(value))
    path.with_suffix(".json").write_text(json.dumps(sheets, ensure_ascii=False))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000 if os.environ.get("JIHENG_LONG_TESTS") else 200
    with tempfile.TemporaryDirectory(prefix="jiheng-workbooks.") as folder:
        for seed in range(count):
            make(Path(folder) / f"{seed}.xlsx", seed)
        done = subprocess.run(
            ["swift", "test", "--package-path", str(ROOT / "Core"), "--skip-build", "--filter", "MadeWorkbooksTests"],
            env={**os.environ, "MADE_WORKBOOKS": folder}, capture_output=True, text=True)
    print(done.stdout[-8000:], done.stderr[-4000:])
    passed = done.returncode == 0 and "Test run with 1 test" in done.stdout
    print(f"{count if passed else 0} passed, {0 if passed else 1} failed")
    raise SystemExit(not passed)


if __name__ == "__main__":
    main()

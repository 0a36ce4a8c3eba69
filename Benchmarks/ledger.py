"""P5: a ledger as .xlsx, written and read."""

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
from inprocess import Contender, compare, table

HERE = Path(__file__).resolve().parent
# A county, a province, the nation: rows and columns, and how many rounds of those asked for.
SIZES = [(200, 60, 1), (20_000, 30, 1), (600_000, 30, 0.2)]


def compiled(folder):
    """libxlsxwriter's own C program."""
    compiler = shutil.which("cc") or shutil.which("clang") or "cc"
    program = folder / "ledger"
    subprocess.run(
        [compiler, "-O2", "-o", program, HERE / "peers/ledger.c", "-lxlsxwriter"], check=True)
    return program


def contents(path):
    """All cells of a ledger as another library reads them."""
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def python(library, work, path, rows, columns):
    return [sys.executable, str(HERE / "peers/ledgers.py"), library, work, str(path), str(rows), str(columns)]


def writers(measure, program, folder, rows, columns):
    size = [str(rows), str(columns)]
    return [
        Contender("jiheng", [measure, "write-ledger", str(folder / "ours.xlsx"), *size]),
        Contender("libxlsxwriter in C", [str(program), str(folder / "c.xlsx"), *size]),
        Contender("XlsxWriter", python("xlsxwriter", "write", folder / "xlsxwriter.xlsx", rows, columns)),
        Contender("openpyxl", python("openpyxl", "write", folder / "openpyxl.xlsx", rows, columns)),
    ]


def readers(measure, folder, rows, columns):
    path = folder / "c.xlsx"
    return [
        Contender("jiheng", [measure, "read-ledger", str(path), str(rows)]),
        Contender("calamine", python("calamine", "read", path, rows, columns)),
        Contender("openpyxl", python("openpyxl", "read", path, rows, columns)),
    ]


def ledger(measure, folder, rounds):
    program = compiled(folder)
    for contender in writers(measure, program, folder, 300, 30):
        contender.run()
    wanted = contents(folder / "c.xlsx")
    for name in ("ours", "xlsxwriter", "openpyxl"):
        if contents(folder / f"{name}.xlsx") != wanted:
            raise SystemExit(f"{name}.xlsx holds other cells than libxlsxwriter's own")
    text, missed, peaks = [], [], []
    for rows, columns, share in SIZES:
        turns = max(1, round(rounds * share))
        for verb, contenders in [
            ("Written", writers(measure, program, folder, rows, columns)), ("Read", readers(measure, folder, rows, columns))
        ]:
            summary, load = compare(contenders, turns, lambda run: run["rows"] * run["rounds"] / run["seconds"])
            text += [f"{verb}, {rows:,} × {columns}, medians of {turns} runs in turns, load average {load:.1f}:", ""]
            text += table(summary, "rows/s", lambda value: f"{value:,.0f}") + [""]
            ours, peer = summary["jiheng"]["rate"], list(summary.values())[1]["rate"]
            if verb == "Written":
                peaks.append(f"{rows:,} rows {summary['jiheng']['last']['megabytes']} MB")
                if ours < 0.9 * peer:
                    missed.append(f"{rows:,} rows written at {ours / peer:.2f} × of C instead of 0.9 ×")
            else:
                counts = {one["last"]["cells"] for one in summary.values()}
                if len(counts) > 1:
                    raise SystemExit(f"the readers find different numbers of cells: {counts}")
                if ours < peer:
                    missed.append(f"{rows:,} rows read at {ours / peer:.2f} × of calamine instead of 1 ×")
    text += [f"Most memory of ours while writing: {', '.join(peaks)}.", ""]
    return text, missed, "Content compared with openpyxl first."

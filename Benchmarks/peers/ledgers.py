"""Writes or reads a ledger with one library: ledgers.py openpyxl|xlsxwriter|calamine write|read FILE [ROWS COLUMNS]."""

import json
import sys
import time


def rows(count, columns):
    yield [f"列{column + 1}" for column in range(columns)]
    for row in range(1, count + 1):
        yield [f"{row:06}", f"示例县单位{row}"] + [
            (row * 31 + column * 7) % 1000003 / 100 for column in range(2, columns)]


def write(library, path, count, columns):
    if library == "openpyxl":
        import openpyxl

        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in rows(count, columns):
            sheet.append(row)
        book.save(path)
        return
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows(count, columns)):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.close()


def read(library, path):
    """How many cells hold something."""
    if library == "openpyxl":
        import openpyxl

        sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
        return sum(value is not None for row in sheet.iter_rows(values_only=True) for value in row)
    import python_calamine

    sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    return sum(value != "" for row in sheet.iter_rows() for value in row)


def main():
    library, work, path = sys.argv[1:4]
    count, columns = (int(one) for one in sys.argv[4:6])
    # The library's own start does not count.
    __import__({"calamine": "python_calamine"}.get(library, library))
    start = time.perf_counter()
    cells = write(library, path, count, columns) if work == "write" else read(library, path)
    print(json.dumps({"rounds": 1, "rows": count, "seconds": time.perf_counter() - start, "cells": cells}))


if __name__ == "__main__":
    main()

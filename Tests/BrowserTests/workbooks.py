"""Workbooks as a person fills them in, with openpyxl in the place of a spreadsheet program."""

import io

import openpyxl


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def content(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def places(book):
    """Where each cell of the filing stands: {"base/reception/final": (worksheet, row, column)}, from 1."""
    hidden = next(sheet for sheet in book if sheet["A1"].value == "jiheng-workbook")
    marks = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "#" in cell.value and sheet is not hidden:
                    marks.setdefault(cell.value, (sheet, cell.row))
    found = {}
    for row in hidden.iter_rows(values_only=True):
        if row[0] == "cell":
            sheet, line = marks[f"{row[1]}#{row[2]}"]
            found[row[4]] = (sheet, line, int(row[3]) + 1)
    return found


def cell(book, address):
    sheet, row, column = places(book)[address]
    return sheet.cell(row, column)

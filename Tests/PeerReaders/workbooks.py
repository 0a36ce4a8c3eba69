"""Random workbooks made by openpyxl, and what openpyxl sees in any."""

import datetime
from decimal import ROUND_HALF_UP, Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils import get_column_letter

TEXTS = [
    "绩效自评", "716.83", "“三公”经费", "𠮷", "👨‍👩‍👧", "a & b < c", "第一行\n第二行", " 前后 ", "001", "≥80个", "100%", "\u200f右到左", "'x",
    "2024年", "TRUE", "1e5",
]
FORMATS = ["General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.0_ ", '#,##0.00"万元"']
DATES = {"yyyy-mm-dd": "%Y-%m-%d", "yyyy/mm/dd": "%Y/%m/%d"}


def value(random):
    """A value with its number format."""
    kind = random.randrange(7)
    if kind < 2:
        return random.choice(TEXTS), "General"
    if kind == 2:
        return random.randrange(-10 ** 9, 10 ** 9), random.choice(FORMATS)
    if kind == 3:
        return round(random.uniform(-10 ** 6, 10 ** 6), random.randrange(1, 4)), random.choice(FORMATS)
    if kind == 4:
        return random.choice([True, False]), "General"
    if kind == 5:
        day = datetime.date(1950, 1, 1) + datetime.timedelta(days=random.randrange(40_000))
        return day, random.choice(list(DATES))
    return CellRichText("甲", TextBlock(InlineFont(b=True), random.choice(TEXTS)), "乙"), "General"


def write(path, random):
    workbook = Workbook()
    for number in range(random.randrange(1, 4)):
        sheet = workbook.active if number == 0 else workbook.create_sheet()
        sheet.title = f"表{number}"
        if number and random.random() < 0.2:
            sheet.sheet_state = "hidden"
        for _ in range(random.randrange(40)):
            cell = sheet.cell(random.randrange(1, 60), random.randrange(1, 20))
            cell.value, cell.number_format = value(random)
        taken = set()
        for _ in range(random.randrange(4)):
            top, left = random.randrange(1, 50), random.randrange(1, 15)
            bottom, right = top + random.randrange(3), left + random.randrange(3)
            places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            if len(places) > 1 and not places & taken:
                taken |= places
                sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        if random.random() < 0.2:
            sheet.column_dimensions[get_column_letter(random.randrange(1, 20))].hidden = True
    workbook.save(path)


def shown(cell):
    """As a spreadsheet shows it."""
    value, pattern = cell.value, cell.number_format
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime(DATES[pattern])
    if isinstance(value, (int, float)):
        return number(Decimal(repr(value)), pattern)
    return str(value)


def number(value, pattern):
    behind = ""
    if pattern == "General":
        return format(value.normalize(), "f")
    if pattern.endswith("%"):
        value, behind = value * 100, "%"
    if pattern.endswith("万元\""):
        behind = "万元"
    digits = pattern.partition(".")[2]
    decimals = len(digits) - len(digits.lstrip("0"))
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = format(abs(rounded), ",f" if "," in pattern else "f")
    return ("-" if rounded < 0 else "") + text + behind


def seen(path):
    sheets = []
    for sheet in load_workbook(path, rich_text=True).worksheets:
        cells = {cell.coordinate: shown(cell) for row in sheet.iter_rows() for cell in row
                 if cell.value is not None and str(cell.value).strip()}
        merges = sorted([[merged.min_row - 1, merged.max_row], [merged.min_col - 1, merged.max_col]]
                        for merged in sheet.merged_cells.ranges)
        sheets.append({"name": sheet.title, "isHidden": sheet.sheet_state != "visible", "cells": cells,
                       "merges": merges})
    return sheets

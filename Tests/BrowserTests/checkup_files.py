"""Reports to be checked: made-up places and figures with known faults in them."""

import io
import re
import zipfile
from pathlib import Path

import docx

CLEAN = Path(__file__).resolve().parents[1] / "CleanReport" / "report.txt"
MARK = "青禾县旅游驿站专用标记"
"""Stands in every report, to be looked for where nothing may be kept."""


FAULTS = [("\t5.64\n", "\t4.64\n"), ("\t158人\n", "\t318人\n")]
"""What is put for what, once each."""


def text():
    """A whole report with tables, and faults in its tables and its prose."""
    lines = CLEAN.read_text().rstrip("\n")
    for clean, faulty in FAULTS:
        assert clean in lines, clean
        lines = lines.replace(clean, faulty, 1)
    heading = re.search(r"^一、.*$", lines, re.MULTILINE).group(0)
    return lines.replace(heading, f"{heading}\n{MARK}本年共支出××万元。\n联系人电话：13912345678。", 1) + "\n"


def word(*paragraphs):
    """A Word file with a table."""
    document = docx.Document()
    document.add_paragraph("青禾县文旅局2024年度部门整体支出绩效自评报告")
    document.add_paragraph("一、基本情况")
    for paragraph in paragraphs or (f"{MARK}本年共支出××万元。",):
        document.add_paragraph(paragraph)
    table = document.add_table(rows=2, cols=9)
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.text = f"指标名称{number}"
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def bomb():
    """A small file that wants to be a large one."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (60 << 20))
    return content.getvalue()

"""Random Word documents made by python-docx, and what python-docx sees in any."""

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

PIECES = [
    "绩效", "自评", "716.83万元", "“三公”经费", "𠮷", "👨‍👩‍👧", "é", " ", "  ", "<", "&amp;", "]]>", "\"", "'", "　",
    "\u00a0", "\u200f", "100％", "—", "（一）", "\ufffd", "a", "≥80个", "2024年12月31日", "{{x}}",
]
MARKS = ["proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"]


def text(random):
    return "".join(random.choice(PIECES) for _ in range(random.randrange(6)))


def fill(paragraph, random):
    for _ in range(random.randrange(4)):
        parent = paragraph._p
        if random.random() < 0.1:
            parent = OxmlElement("w:hyperlink")
            parent.set(qn("w:anchor"), "place")
            paragraph._p.append(parent)
        run = paragraph.add_run(text(random))
        if parent is not paragraph._p:
            parent.append(run._r)
        run.bold = random.choice([None, True, False])
        run.italic = random.choice([None, True])
        for _ in range(random.randrange(3)):
            if random.random() < 0.3:
                run.add_tab()
            if random.random() < 0.2:
                run.add_break()
            run.add_text(text(random))
        if random.random() < 0.3:
            mark = OxmlElement(f"w:{random.choice(MARKS[:3])}")
            mark.set(qn("w:id"), str(random.randrange(1000)))
            paragraph._p.append(mark)
        if random.random() < 0.1:
            run._r.append(OxmlElement("w:lastRenderedPageBreak"))


def merge(table, random):
    """Rectangles that do not overlap."""
    rows, columns = len(table.rows), len(table.columns)
    taken = set()
    for _ in range(random.randrange(5)):
        top, left = random.randrange(rows), random.randrange(columns)
        bottom, right = random.randrange(top, rows), random.randrange(left, columns)
        places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(places) > 1 and not places & taken:
            taken |= places
            table.cell(top, left).merge(table.cell(bottom, right))


def fill_table(table, random, depth):
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            cell = table.cell(row, column)
            if random.random() < 0.7:
                fill(cell.paragraphs[0], random)
            if random.random() < 0.2:
                fill(cell.add_paragraph(), random)
            if depth < 2 and random.random() < 0.05:
                fill_table(cell.add_table(random.randrange(1, 3), random.randrange(1, 3)), random, depth + 1)
    merge(table, random)


def write(path, random):
    document = Document()
    for _ in range(random.randrange(1, 6)):
        if random.random() < 0.4:
            fill_table(document.add_table(random.randrange(1, 6), random.randrange(1, 6)), random, 0)
        else:
            fill(document.add_paragraph(style=random.choice([None, "Heading 1", "List Number"])), random)
        if random.random() < 0.1:
            document.add_section()
    document.save(path)


def seen(path):
    return blocks(Document(path))


def blocks(holder):
    found = []
    for block in holder.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found.append(table_seen(block))
    return found


def table_seen(table):
    places = {}
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells.cells):
            places.setdefault(id(cell._tc), (cell, []))[1].append((row, column))
    cells = []
    for cell, covered in places.values():
        rows, columns = [row for row, _ in covered], [column for _, column in covered]
        cells.append({"rows": [min(rows), max(rows) + 1], "columns": [min(columns), max(columns) + 1],
                      "blocks": blocks(cell)})
    cells.sort(key=lambda cell: (cell["rows"][0], cell["columns"][0]))
    return {"rows": len(table.rows), "columns": len(table.columns), "cells": cells}

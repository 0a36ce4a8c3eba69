"""One file: the forms that stand in it, what is expected of them, and how it is written."""

import random
import subprocess
import threading
from pathlib import Path

import office
from basetable import BaseTable
from departmentform import DepartmentForm
from otherfiles import LibraryWordFile, Workbook
from projectform import ProjectForm
from record import BaseRecord, DepartmentRecord, Record, RegionalRecord
from regionalform import RegionalForm
from sheet import Sheet, cut
from wordfile import WordFile


class Variant:
    def __init__(self, form, seed, layout):
        self.form, self.layout, self.random = form, layout, random.Random(seed)
        self.expected, self.asides = {}, []

    def drawings(self):
        """The forms of the file, in their order."""
        layout, chooser = self.layout, self.random
        several = {"three": 3, "threeInOneTable": 3, None: 1}.get(layout.get("several"), 2)
        sparse = layout.get("columns") == "noReason"
        if self.form == "self":
            nodes = office.COST_NODES if layout.get("tree") == "costFirst" else office.NODES
            return [DepartmentForm(DepartmentRecord(chooser, sparse, nodes), layout, chooser)]
        if self.form == "base":
            return [BaseTable(BaseRecord(chooser, layout.get("projects")), layout, chooser)]
        if self.form == "regional":
            return [RegionalForm(RegionalRecord(chooser, sparse), layout, chooser, f"project-{number + 1}")
                    for number in range(several)]
        if self.form == "whole":
            annexes = [BaseTable(BaseRecord(chooser), layout, chooser), DepartmentForm(DepartmentRecord(chooser), layout, chooser)]
            projects = [ProjectForm(Record(chooser), layout, chooser, f"project-{number + 1}") for number in range(2)]
            return projects + annexes if layout.get("annexes") == "projectsFirst" else annexes + projects
        return [ProjectForm(Record(chooser, sparse), layout, chooser, f"project-{number + 1}") for number in range(several)]

    def file(self):
        layout, kind = self.layout, self.layout.get("file")
        if kind == "workbook":
            one_tab = "oneTab" in (layout.get("several"), layout.get("annexes"))
            return Workbook(self.random, one_tab, layout.get("hidden") == "columns"), "xlsx"
        if kind == "library":
            return LibraryWordFile(), "docx"
        return WordFile(layout.get("wrap", ""), self.random), "docx"

    def write(self, folder, stem):
        """Draws the forms into a file; answers its path."""
        file, ending = self.file()
        drawings = self.drawings()
        for drawing in drawings:
            drawing.draw()
        if self.layout.get("several") in ("oneTable", "threeInOneTable"):
            joined = Sheet()
            for drawing in drawings:
                for row in drawing.sheet.rows:
                    joined.add(*row)
            file.text("附件2", drawings[0].label(drawings[0].titles, plain=True))
            file.table(joined)
        else:
            for number, drawing in enumerate(drawings):
                self.write_one(drawing, number, file)
        for drawing in drawings:
            self.expected |= drawing.expected
            self.asides += drawing.asides
        path = Path(folder) / f"{stem}.{ending}"
        file.save(path)
        if self.layout.get("file") == "office":
            path = through_libreoffice(path) or path
        return path

    def write_one(self, drawing, number, file):
        layout, inside = self.layout, self.layout.get("inside")
        if inside != "title" and not (number and layout.get("several") == "tablesWithoutTitles"):
            file.text(*([f"附件2-{number + 1}"] if self.random.random() < 0.5 else []), drawing.label(drawing.titles, plain=True))
            if inside not in ("unitRow", "yearRow") and self.random.random() < 0.5:
                file.text("（2024年度）　　　单位：万元")
        for words, part in parts_of(drawing, layout.get("cut"), self.random):
            if words:
                file.text(words)
            file.table(part)
        if inside != "footer":
            file.text("　　".join(f"{label}：{text}" for label, text in drawing.footer_texts()))


def parts_of(drawing, how, chooser):
    """The tables into which one form is cut, each with the words before it."""
    whole, marks = drawing.sheet, drawing.marks
    again = chooser.random() < 0.5
    if how == "beforeIndicators":
        return [("", part) for part in cut(whole, marks["indicators"], False)]
    if how in ("eachBlock", "blocks"):
        parts, rest, done = [], whole, 0
        for mark in sorted(set(marks.values()) - {0}):
            first, rest = cut(rest, mark - done, False)
            parts.append(("", first))
            done = mark
        return [part for part in parts + [("", rest)] if part[1].rows]
    if how in ("amid", "amidWithHead", "amidTitle"):
        upper, lower = cut_amid(drawing, how != "amid", again, chooser)
        return [("", upper), ("（续表）" if how == "amidTitle" else "", lower)]
    return [("", whole)]


def cut_amid(drawing, with_head, again, chooser):
    """Cut between two rows of the longest part; its captions over the rest as well where they are repeated."""
    whole, marks = drawing.sheet, drawing.marks
    block = "indicators" if "indicators" in marks else "spending"
    start = marks[block]
    depth = drawing.body_start if block == "indicators" else len(drawing.head_rows)
    place = chooser.randrange(start + depth + 3, len(whole.rows) - 4)
    upper, lower = cut(whole, place, again)
    if not with_head:
        return upper, lower
    head, _ = cut(cut(whole, start, False)[1], depth, True)
    joined = Sheet()
    for row in head.rows:
        joined.add(*row)
    if block == "indicators" and drawing.layout.get("side") not in ("none", "rows"):
        joined.rows[0][0].down = depth
    for row in lower.rows:
        joined.add(*row)
    return upper, joined


# It takes one file at a time.
OFFICE = threading.Lock()


def through_libreoffice(path):
    folder = path.parent / "office"
    for ending, source in (("odt", path), ("docx", folder / f"{path.stem}.odt")):
        command = ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to", ending,
                   "--outdir", str(folder), str(source)]
        with OFFICE:
            subprocess.run(command, capture_output=True, timeout=120, check=True)
    return folder / path.name

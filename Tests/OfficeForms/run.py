"""Imports forms as offices change them and compares every field with what was put into it.

Usage: run.py [COUNT [SEED [PLACE=HOW …]]]. First each change alone, then COUNT files with several changes each, drawn
from the seed; a change that is named stands in every one of them. The words, layouts and the writer of the Word files
share nothing with the importer nor with Tests/ImportVariants. Closes with "N passed, N failed".
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "ImportVariants")]

import office  # noqa: E402
from drawing import LAYOUTS, Drawing  # noqa: E402
from otherfiles import LibraryWordFile, Workbook  # noqa: E402
from record import Record  # noqa: E402
from schema import faults  # noqa: E402
from sheet import Sheet, cut  # noqa: E402
from suite import run  # noqa: E402
from wordfile import WordFile  # noqa: E402

GOAL = 95
POLICY = "hunan-2024-project"


def bare(text):
    """Without blanks; of a figure that a workbook holds as a number, without the noughts at its end."""
    text = "".join(text.split())
    return re.sub(r"(\.\d*?)0+(%?)$", r"\1\2", text).replace(".%", "%").rstrip(".") if re.fullmatch(r"\d+\.\d+%?", text) else text


def parts_of(drawing, layout, chooser):
    """The tables into which one form is cut, each with the words before it."""
    whole, marks, how = drawing.sheet, drawing.marks, layout.get("cut")
    again = chooser.random() < 0.5
    if how == "beforeIndicators":
        return [("", part) for part in cut(whole, marks["indicators"], False)]
    if how == "eachBlock":
        parts, rest, done = [], whole, 0
        for mark in sorted(set(marks.values()) - {0}):
            first, rest = cut(rest, mark - done, False)
            parts.append(("", first))
            done = mark
        return parts + [("", rest)]
    if how in ("amid", "amidWithHead", "amidTitle"):
        first = marks["indicators"] + drawing.body_start
        place = chooser.randrange(first + 3, len(whole.rows) - 4)
        upper, lower = cut(whole, place, again)
        if how != "amid":
            head, _ = cut(cut(whole, marks["indicators"], False)[1], drawing.body_start, True)
            # Captions over the rest, as deep as they are.
            joined = Sheet()
            for row in head.rows:
                joined.add(*row)
            if layout.get("side") not in ("none", "rows"):
                joined.rows[0][0].down = 1 if drawing.body_start == 1 else drawing.body_start
            for row in lower.rows:
                joined.add(*row)
            lower = joined
        return [("", upper), ("（续表）" if how == "amidTitle" else "", lower)]
    return [("", whole)]


class Variant:
    def __init__(self, seed, layout):
        self.layout, self.random = layout, random.Random(seed)
        self.expected = {}

    def write(self, folder, stem):
        layout = self.layout
        kind = layout.get("file")
        if kind == "workbook":
            file, ending = Workbook(self.random), "xlsx"
        elif kind == "library":
            file, ending = LibraryWordFile(), "docx"
        else:
            file, ending = WordFile(layout.get("wrap", ""), self.random), "docx"
        several = layout.get("several")
        drawings = [Drawing(Record(self.random, layout.get("columns") == "noReason"), layout, self.random,
                            f"project-{number}") for number in range(1, 3 if several else 2)]
        for drawing in drawings:
            drawing.draw()
            self.expected |= drawing.expected
        title = drawings[0].label(office.TITLES, plain=True)
        if several == "oneTable":
            joined = Sheet()
            for drawing in drawings:
                for row in drawing.sheet.rows:
                    joined.add(*row)
            file.text("附件2", title)
            file.table(joined)
        else:
            for number, drawing in enumerate(drawings):
                if layout.get("inside") != "title" and not (number and several == "tablesWithoutTitles"):
                    file.text(*([f"附件2-{number + 1}"] if self.random.random() < 0.5 else []),
                              drawing.label(office.TITLES, plain=True))
                    if layout.get("inside") not in ("unitRow", "yearRow") and self.random.random() < 0.5:
                        file.text("（2024年度）　　　单位：万元")
                for words, part in parts_of(drawing, layout, self.random):
                    if words:
                        file.text(words)
                    file.table(part)
                if layout.get("inside") != "footer":
                    texts = drawing.footer_texts()
                    self.expected |= drawing.expected
                    file.text("　　".join(f"{label}：{text}" for label, text in texts))
        path = Path(folder) / f"{stem}.{ending}"
        file.save(path)
        if kind == "office":
            path = through_libreoffice(path) or path
        return path


def through_libreoffice(path):
    folder = path.parent / "office"
    for ending, source in (("odt", path), ("docx", folder / f"{path.stem}.odt")):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to",
                        ending, "--outdir", str(folder), str(source)], capture_output=True, timeout=120, check=True)
    return folder / path.name


def imported(path, policy):
    command = [os.environ["JIHENG"], "import", "--format", "json", *(["--policy", policy] if policy else []), str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if answer.returncode != 0:
        return None, f"status {answer.returncode}: {answer.stderr.strip()[:200]}"
    return json.loads(answer.stdout), ""


def texts_of(answer):
    """The texts of the fields, lines by what they stand under and their order."""
    names = {}
    for sheet in answer["sheets"]:
        counts = {}
        for line in sheet["lines"]:
            number = counts[line["under"]] = counts.get(line["under"], -1) + 1
            names[sheet["id"], line["row"]] = f"{line['under']}#{number}"
    result = {}
    for field in answer["fields"]:
        sheet, row, column = field["address"].split("/")
        result[f"{sheet}/{names.get((sheet, row), row)}/{column}"] = field["text"]
    return result


def compared(expected, answer):
    """The fields that are wrong, those nobody put there, and the texts that neither a field nor the list holds."""
    texts = texts_of(answer)
    wrong = [f"{address}: {bare(texts.get(address, ''))!r}, not {bare(text)!r}" for address, text in expected.items()
             if bare(texts.get(address, "")) != bare(text)]
    added = [f"{address}: {bare(text)!r} is nobody's" for address, text in texts.items() if address not in expected]
    listed = "".join("".join(text.split()) for text in
                     list(texts.values()) + [part["text"] for part in answer["unplaced"] + answer["sections"]])
    lost = [f"{address}: {text!r} is lost" for address, text in expected.items() if bare(text).rstrip("%") not in listed]
    return wrong, added, lost


def layouts(count, seed, fixed):
    chooser = random.Random(seed)
    if not fixed:
        yield {}
    for place, ways in LAYOUTS.items():
        for how in ways:
            if not fixed or (place, how) in fixed.items():
                yield {place: how}
    for _ in range(count):
        chosen = {place: chooser.choice(ways) for place, ways in LAYOUTS.items() if chooser.random() < 0.3}
        chosen |= fixed
        if chosen.get("file"):
            chosen.pop("wrap", None)
        if chosen.get("several") == "oneTable":
            chosen.pop("cut", None)
        yield chosen


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    fixed = dict(piece.split("=") for piece in sys.argv[3:])
    policy = os.environ.get("POLICY", POLICY)
    right = total = crashed = 0
    unlike, lost_all, shares = [], [], {}
    below = 0
    kept = os.environ.get("KEEP")
    with tempfile.TemporaryDirectory(prefix="jiheng-office.") as folder:
        for number, layout in enumerate(layouts(count, seed, fixed)):
            variant = Variant(seed * 1000 + number, layout)
            path = variant.write(kept or folder, f"{number:03}")
            answer, defect = imported(path, policy)
            told = " ".join(f"{place}={how}" for place, how in layout.items()) or "plain"
            if answer is None:
                crashed += 1
                print(f"{path.name} {told}: {defect}")
                continue
            unlike += faults(answer)
            wrong, added, lost = compared(variant.expected, answer)
            lost_all += [f"{path.name} {one}" for one in lost]
            fields = len(variant.expected)
            right, total = right + fields - len(wrong), total + fields
            below += (fields - len(wrong)) * 100 < GOAL * fields
            for place, how in layout.items():
                share = shares.setdefault(f"{place}={how}", [0, 0])
                share[0], share[1] = share[0] + fields - len(wrong), share[1] + fields
            if wrong or added or lost:
                print(f"{path.name} {fields - len(wrong)}/{fields} {told}")
                for one in (wrong + added + lost)[: int(os.environ.get("TELL", "6"))]:
                    print("   ", one)
    if os.environ.get("SHARES"):
        for name, (found, all_of_it) in sorted(shares.items(), key=lambda item: item[1][0] / item[1][1]):
            print(f"{100 * found / all_of_it:6.2f} {found}/{all_of_it} {name}")
    share = 100 * right / max(1, total)
    print(f"{share:.2f} % of the fields, {right} of {total}, {below} files below {GOAL} %")
    tests = [
        ("the forms import without a failure", crashed == 0, f"{crashed} failed"),
        ("the answers keep their schema", not unlike, "; ".join(unlike[:4])),
        (f"{GOAL} % of their fields are right", share >= GOAL, f"{share:.2f} %, {right} of {total}, {below} files below"),
        ("no text is lost", not lost_all, f"{len(lost_all)}: {'; '.join(lost_all[:3])}"),
    ]
    return run(tests)


if __name__ == "__main__":
    sys.exit(main())

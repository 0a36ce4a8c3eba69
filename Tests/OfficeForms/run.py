"""Imports forms as offices change them and compares every field with what was put into it.

Usage: run.py [COUNT [SEED [FORM] [PLACE=HOW …]]]. For each form (project, self, base, regional, whole) first each change
alone, then files with several changes each, COUNT in all, drawn from the seed; a change that is named stands in every
one of them. With QUICK the changes alone are left to the project's form, and of the other forms every third is drawn.
The words, layouts and the writer of the Word files share nothing with the importer nor with Tests/ImportVariants.
KEEP=FOLDER keeps the files, TELL=N tells so many faults of each, SHARES=1 what becomes of each change, POLICY= chooses
another policy, a blank one none. Closes with "N passed, N failed".
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "ImportVariants")]

from layouts import LAYOUTS, POLICIES, layouts  # noqa: E402
from schema import faults  # noqa: E402
from suite import run  # noqa: E402
from officefile import Variant  # noqa: E402

GOAL = 95


def bare(text):
    """Without blanks; of a figure that a workbook holds as a number, without the noughts at its end."""
    text = "".join(text.split())
    return re.sub(r"(\.\d*?)0+(%?)$", r"\1\2", text).replace(".%", "%").rstrip(".") if re.fullmatch(r"\d+\.\d+%?", text) else text


def imported(path, policy):
    command = [os.environ["JIHENG"], "import", "--format", "json", *(["--policy", policy] if policy else []), str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if answer.returncode != 0:
        return None, f"status {answer.returncode}: {answer.stderr.strip()[:200]}"
    return json.loads(answer.stdout), ""


def texts_of(answer, key):
    """What fields say as it is printed or as it is typed in, lines by what they stand under and their order."""
    names = {}
    for sheet in answer["sheets"]:
        counts = {}
        for line in sheet["lines"]:
            number = counts[line["under"]] = counts.get(line["under"], -1) + 1
            names[sheet["id"], line["row"]] = f"{line['under']}#{number}"
    result = {}
    for field in answer["fields"]:
        sheet, row, column = field["address"].split("/")
        result[f"{sheet}/{names.get((sheet, row), row)}/{column}"] = field[key] or ""
    return result


def compared(variant, answer):
    """The fields that are wrong, those nobody put there, and the texts that neither a field, the title nor the list holds."""
    texts, values = texts_of(answer, "text"), texts_of(answer, "value")
    expected = variant.expected
    # What stands in several columns of the file is one value.
    wrong = [f"{address}: {bare(texts.get(address, ''))!r}, not {bare(text)!r}" for address, text in expected.items()
             if bare(text) not in (bare(texts.get(address, "")), bare(values.get(address, "")))]
    added = [f"{address}: {bare(text)!r} is nobody's" for address, text in texts.items() if address not in expected]
    listed = "\n".join("".join(text.split()) for text in
                       list(texts.values()) + list(values.values()) + [part["text"] for part in answer["unplaced"] + answer["sections"]] + [answer["title"] or ""])
    lost = [f"{address}: {text!r} is lost" for address, text in expected.items() if bare(text).rstrip("%") not in listed
            and not address.endswith("/none")]
    lost += [f"beside the fields: {text!r} is lost" for text in variant.asides if bare(text) not in listed]
    return wrong, added, lost


class Tally:
    """What became of the files so far."""

    def __init__(self):
        self.crashed, self.below = 0, 0
        self.unlike, self.lost = [], []
        # Fields that are right and all fields, by form and by change.
        self.forms, self.shares = {}, {}

    def add(self, variant, path, answer, defect):
        told = " ".join([variant.form] + [f"{place}={how}" for place, how in variant.layout.items()])
        if answer is None:
            self.crashed += 1
            print(f"{path.name} {told}: {defect}")
            return
        self.unlike += faults(answer)
        wrong, added, lost = compared(variant, answer)
        self.lost += [f"{path.name} {one}" for one in lost]
        fields = len(variant.expected)
        right = fields - len(wrong)
        self.below += right * 100 < GOAL * fields
        names = [f"{variant.form} {place}={how}" for place, how in variant.layout.items()]
        for shares, name in [(self.forms, variant.form)] + [(self.shares, name) for name in names]:
            share = shares.setdefault(name, [0, 0])
            share[0], share[1] = share[0] + right, share[1] + fields
        if wrong or added or lost:
            print(f"{path.name} {right}/{fields} {told}")
            for one in (wrong + added + lost)[: int(os.environ.get("TELL", "6"))]:
                print("   ", one)

    def tests(self):
        for shares in [self.shares] if os.environ.get("SHARES") else []:
            for name, (right, total) in sorted(shares.items(), key=lambda item: item[1][0] / item[1][1]):
                print(f"{100 * right / total:6.2f} {right}/{total} {name}")
        right, total = (sum(column) for column in zip(*self.forms.values()))
        print(f"{100 * right / total:.2f} % of the fields, {right} of {total}, {self.below} files below {GOAL} %")
        return [
            ("the forms import without a failure", self.crashed == 0, f"{self.crashed} failed"),
            ("the answers keep their schema", not self.unlike, "; ".join(self.unlike[:4])),
            *[(f"{GOAL} % of the fields of {form} are right", 100 * right >= GOAL * total,
               f"{100 * right / total:.2f} %, {right} of {total}") for form, (right, total) in self.forms.items()],
            ("no text is lost", not self.lost, f"{len(self.lost)}: {'; '.join(self.lost[:3])}"),
        ]


def drawn(count, seed, form, fixed):
    """The form and the layout of each file."""
    forms = [form] if form else list(LAYOUTS)
    chooser = random.Random(seed)
    for number, name in enumerate(forms):
        own = count // len(forms) + (number < count % len(forms))
        for place, layout in enumerate(layouts(name, own, chooser, fixed)):
            if os.environ.get("QUICK") and name != "project" and len(layout) == 1 and place % 3:
                continue
            yield name, layout


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    fixed = dict(piece.split("=") for piece in sys.argv[3:] if "=" in piece)
    form = next((piece for piece in sys.argv[3:] if "=" not in piece), None)
    kept = os.environ.get("KEEP")
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="jiheng-office.") as folder, ThreadPoolExecutor(2) as pool:

        def tried(job):
            number, (name, layout) = job
            variant = Variant(name, seed * 1000 + number, layout)
            path = variant.write(kept or folder, f"{number:03}")
            return variant, path, *imported(path, os.environ.get("POLICY", POLICIES[name]))

        for result in pool.map(tried, enumerate(drawn(count, seed, form, fixed))):
            tally.add(*result)
    return run(tally.tests())


if __name__ == "__main__":
    sys.exit(main())

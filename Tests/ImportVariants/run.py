"""Imports invented reports in many layouts and compares every field with what was put into it.

Usage: run.py [COUNT [SEED]]. The layouts are drawn from a seed: labels in other words and broken by hand, columns in
other orders, a column of numbers, blank and added rows, captions on every page, tables that are split, digits in full
width. With LibreOffice every fifth file is also saved by it once more. Closes with "N passed, N failed".
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from schema import faults  # noqa: E402
from suite import run  # noqa: E402
from variant import TRAITS, Variant  # noqa: E402

GOAL = 95
POLICY = "hunan-2024-department"


def bare(text):
    return "".join(text.split())


def imported(path):
    # Labels in the words of other regions leave it to a person to say which policy is meant.
    command = [os.environ["JIHENG"], "import", "--format", "json", "--policy", POLICY, str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if answer.returncode != 0:
        return None, f"status {answer.returncode}: {answer.stderr.strip()[:200]}"
    return json.loads(answer.stdout), ""


class Answer:
    """The fields of an answer; added lines by what they stand under and their order."""

    def __init__(self, answer):
        self.texts = {field["address"]: field["text"] for field in answer["fields"]}
        self.sections = {section["address"]: section["text"] for section in answer["sections"]}
        self.lines = {}
        for sheet in answer["sheets"]:
            for line in sheet["lines"]:
                self.lines.setdefault((sheet["id"], line["under"]), []).append(line["row"])

    def text(self, address):
        sheet, row, column = address.split("/")
        if "#" in row:
            under, number = row.split("#")
            rows = self.lines.get((sheet, under), [])
            if int(number) >= len(rows):
                return ""
            row = rows[int(number)]
        return self.texts.get(f"{sheet}/{row}/{column}", "")


def compared(variant, answer):
    """How many fields are right, how many there are, and those that are wrong."""
    wrong = []
    for address, text in variant.cells.items():
        if bare(answer.text(address)) != bare(text):
            wrong.append(f"{address}: {bare(answer.text(address))!r}, not {bare(text)!r}")
    for section, text in variant.sections.items():
        if bare(answer.sections.get(f"report/{section}/text", "")) != bare(text):
            wrong.append(f"{section}: {answer.sections.get(f'report/{section}/text', '')[:20]!r}")
    total = len(variant.cells) + len(variant.sections)
    return total - len(wrong), total, wrong


def through_libreoffice(path):
    """The file as LibreOffice saves it; None where it is not installed, or without its part for Word files."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        return None
    folder = path.parent / "office"
    for ending in ("odt", "docx"):
        source = path if ending == "odt" else folder / f"{path.stem}.odt"
        command = [program, f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to", ending,
                   "--outdir", str(folder), str(source)]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
    saved = folder / path.name
    return saved if saved.exists() else None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 2024
    chooser = random.Random(seed)
    right = total = crashed = 0
    below, unlike = [], []
    with tempfile.TemporaryDirectory(prefix="jiheng-variants.") as folder:
        for number in range(count):
            traits = {trait for trait in TRAITS if chooser.random() < 0.5}
            # Each trait also stands alone once.
            if number < len(TRAITS):
                traits = {TRAITS[number]}
            variant = Variant(chooser.randrange(1 << 30), traits)
            path = Path(folder) / f"{number:03}.docx"
            variant.write(path)
            files = [path]
            if number % 5 == 4 and (saved := through_libreoffice(path)):
                files.append(saved)
            for file in files:
                answer, defect = imported(file)
                if answer is None:
                    crashed += 1
                    print(f"{file.name} {sorted(traits)}: {defect}")
                    continue
                unlike += faults(answer)
                found, all_of_it, wrong = compared(variant, Answer(answer))
                right, total = right + found, total + all_of_it
                if wrong:
                    below.append(f"{file.name} {found}/{all_of_it} {' '.join(sorted(traits))}\n    " + "\n    ".join(wrong[:6]))
    print("\n".join(below))
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        print("skipped: LibreOffice is not installed")
    share = 100 * right / max(1, total)
    print(f"{share:.2f} % of the fields, {right} of {total}")
    tests = [
        (f"{count} variants import without a failure", crashed == 0, f"{crashed} failed"),
        ("the answers keep their schema", not unlike, "; ".join(unlike[:4])),
        (f"{GOAL} % of their fields are right", share >= GOAL, f"{share:.2f} % of {total}, seed {seed}"),
    ]
    return run(tests)


if __name__ == "__main__":
    sys.exit(main())

"""P4 and P6: Word documents written and read."""

import json
import sys
from pathlib import Path

import docx
from inprocess import Contender, compare, table

HERE = Path(__file__).resolve().parent
SECONDS = "2"
# Projects and paragraphs of the report; the first is the package that a unit hands in: 7 tables, some 6,000 characters.
SIZES = [(5, 40), (20, 160), (80, 640)]


def peer(library, work, *paths):
    return [sys.executable, str(HERE / "peers/documents.py"), library, work, *map(str, paths), SECONDS]


def texts(path):
    """The text of each paragraph, in the body and in each cell once, in order."""
    document = docx.Document(path)
    return [paragraph.text for paragraph in paragraphs(document)]


def paragraphs(document):
    return [docx.text.paragraph.Paragraph(element, document) for element in document.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")]


def prepare(path, folder):
    """The same document without its texts, and with places for them in the words of docxtpl."""
    for name, word in (("template", "{{{{ t[{0}] }}}}"), ("skeleton", "")):
        document = docx.Document(path)
        values = []
        for paragraph in paragraphs(document):
            if not paragraph.text or not paragraph.runs:
                continue
            whole = paragraph.text
            first, *rest = paragraph.runs
            for run in rest:
                run._element.getparent().remove(run._element)
            first.text = word.format(len(values)) or "·"
            values.append(whole)
        document.save(folder / f"{name}.docx")
    (folder / "values.json").write_text(json.dumps(values, ensure_ascii=False))


def plain(lines):
    return "".join("".join(lines).split())


def written(measure, folder, rounds):
    text, missed, costs = [], [], []
    for projects, lines in SIZES:
        path = folder / "ours.docx"
        ours = Contender(
            "jiheng", [measure, "document", str(path), str(projects), str(lines), SECONDS])
        first = ours.run()
        prepare(path, folder)
        contenders = [
            ours,
            Contender("docxtpl", peer("docxtpl", "write", folder / "template.docx", folder / "values.json")),
            Contender("python-docx", peer("python-docx", "write", folder / "skeleton.docx", folder / "values.json")),
        ]
        wanted = plain(texts(path))
        for contender in contenders[1:]:
            contender.run()
            made = folder / f"{contender.name}.docx"
            if plain(texts(made)) != wanted:
                raise SystemExit(f"{contender.name} writes another text than ours")
        summary, load = compare(contenders, rounds, lambda run: run["rounds"] / run["seconds"])
        text += [
            f"{first['tables']} tables, {len(wanted):,} characters, {first['bytes'] / 1000:,.0f} KB, load average {load:.1f}:",
            ""]
        text += table(summary, "documents/s") + [""]
        costs.append(1e3 / summary["jiheng"]["rate"] / first["tables"])
        if projects == SIZES[0][0] and summary["jiheng"]["rate"] < 125:
            missed.append(f"{summary['jiheng']['rate']:.0f} documents/s instead of 125")
    # Tables are most of the work; what is written between them hardly counts.
    if max(costs) > 1.5 * min(costs):
        missed.append(f"not linear: {min(costs):.2f} to {max(costs):.2f} ms a table")
    return text, missed, (
        "The peers fill in a document whose layout is ready, docxtpl as a template, python-docx paragraph by paragraph; ours"
        " lays it out. All hold the same text.")


def read(measure, folder, rounds):
    text, missed, costs = [], [], []
    for projects, lines in SIZES:
        path = folder / "ours.docx"
        made = Contender("jiheng", [measure, "document", str(path), str(projects), str(lines), "0"]).run()
        contenders = [Contender("jiheng", [measure, "parse", str(path), SECONDS])] + [
            Contender(library, peer(library, "read", path)) for library in ("lxml", "python-docx", "docx2python")]
        counts = {one.name: one.run()["characters"] for one in contenders[:3]}
        if max(counts.values()) > 1.02 * min(counts.values()):
            raise SystemExit(f"the readers find different texts: {counts}")
        summary, load = compare(contenders, rounds, lambda run: run["rounds"] / run["seconds"])
        recognised, _ = compare(
            [Contender("jiheng", [measure, "recognise", str(path), SECONDS])], rounds,
            lambda run: run["rounds"] / run["seconds"])
        one = recognised["jiheng"]
        text += [f"{path.stat().st_size / 1000:,.0f} KB, {counts['jiheng']:,} characters, load average {load:.1f}:", ""]
        text += table(summary, "files/s") + [
            "", f"Recognised into {one['last']['fields']:,} fields in {1000 / one['rate']:.1f} ms more"
            f" ({1000 / one['high']:.1f}–{1000 / one['low']:.1f}).", ""]
        costs.append(1e3 / summary["jiheng"]["rate"] / made["tables"])
        if projects == SIZES[0][0]:
            if summary["jiheng"]["rate"] < 200:
                missed.append(f"{summary['jiheng']['rate']:.0f} files/s parsed instead of 200")
            if one["rate"] < 50:
                missed.append(f"recognised in {1000 / one['rate']:.0f} ms instead of 20")
    # Tables are most of the work; what is written between them hardly counts.
    if max(costs) > 1.5 * min(costs):
        missed.append(f"not linear: {min(costs):.2f} to {max(costs):.2f} ms a table")
    return text, missed, "lxml reads the paragraphs of the main part alone; ours also numbers, merges, comments and properties."

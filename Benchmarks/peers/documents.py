"""Writes or reads Word documents with one library, again and again:

documents.py docxtpl|python-docx write LAYOUT VALUES SECONDS, documents.py lxml|python-docx|docx2python read FILE SECONDS
"""

import io
import json
import sys
import time
import zipfile
from pathlib import Path

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def with_docxtpl(layout, values):
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(layout))
    template.render({"t": values}, autoescape=True)
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


def with_python_docx(layout, values):
    from docx import Document
    from docx.text.run import Run

    document = Document(io.BytesIO(layout))
    texts = iter(values)
    for paragraph in document.element.body.iter(WORD + "p"):
        run = paragraph.find(WORD + "r")
        if run is not None and run.find(WORD + "t") is not None:
            Run(run, document).text = next(texts)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def read_lxml(content):
    from lxml import etree

    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    return ["".join(text.text or "" for text in paragraph.iter(WORD + "t")) for paragraph in root.iter(WORD + "p")]


def read_python_docx(content):
    from docx import Document

    document = Document(io.BytesIO(content))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table._tbl.tr_lst:
            for cell in row.tc_lst:
                texts += ["".join(text.text or "" for text in cell.iter(WORD + "t"))]
    return texts


def read_docx2python(content):
    from docx2python import docx2python

    with docx2python(io.BytesIO(content)) as document:
        return [document.text]


def repeated(work, seconds):
    work()
    start, rounds = time.perf_counter(), 0
    while time.perf_counter() - start < seconds or not rounds:
        work()
        rounds += 1
    return rounds, time.perf_counter() - start


def main():
    library, work, path, *rest = sys.argv[1:]
    content = Path(path).read_bytes()
    if work == "write":
        values = json.loads(Path(rest[0]).read_text())
        make = {"docxtpl": with_docxtpl, "python-docx": with_python_docx}[library]
        made = make(content, values)
        Path(path).with_name(f"{library}.docx").write_bytes(made)
        told = {"bytes": len(made)}
        rounds, seconds = repeated(lambda: make(content, values), float(rest[1]))
    else:
        read = {"lxml": read_lxml, "python-docx": read_python_docx, "docx2python": read_docx2python}[library]
        told = {"characters": len("".join("".join(read(content)).split()))}
        rounds, seconds = repeated(lambda: read(content), float(rest[0]))
    print(json.dumps({"rounds": rounds, "seconds": seconds, **told}))


if __name__ == "__main__":
    main()

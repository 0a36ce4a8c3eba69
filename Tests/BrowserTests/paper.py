"""Tables of an exported Word document, cell by cell."""

import docx
from docx.oxml.ns import qn
from printed import bare


def tables(path):
    """Every table as rows of texts; a cell that is merged with the one above reads as empty."""
    return [[[text_of(cell) for cell in row.tc_lst] for row in table._tbl.tr_lst] for table in
            docx.Document(path).tables]


def paragraphs(path):
    return [paragraph.text for paragraph in docx.Document(path).paragraphs]


def text_of(cell):
    if cell.vMerge == "continue":
        return ""
    return "\n".join("".join(run.text for run in paragraph.iter(qn("w:t"))) for paragraph in cell.p_lst)


def differences(printed, exported):
    """[(first filled cell of the row, printed, exported)] of two tables of the same shape, blanks aside."""
    shape = [len(row) for row in printed]
    assert shape == [len(row) for row in exported], f"{shape} cells printed, {[len(row) for row in exported]} exported"
    found = []
    for row, other in zip(printed, exported):
        label = next((bare(cell) for cell in row if bare(cell)), "")
        found += [(label, bare(one), bare(two)) for one, two in zip(row, other) if bare(one) != bare(two)]
    return found

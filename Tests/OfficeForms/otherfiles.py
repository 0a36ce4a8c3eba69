"""The same tables written by python-docx and by openpyxl."""

from sheet import WIDTH


class LibraryWordFile:
    """A Word file of python-docx: whole grids whose cells are merged afterwards."""

    def __init__(self):
        from docx import Document

        self.document = Document()

    def text(self, *lines):
        for line in lines:
            self.document.add_paragraph(line)

    def table(self, sheet):
        placed = sheet.placed()
        table = self.document.add_table(len(placed), WIDTH)
        for number, row in enumerate(placed):
            cells = table.rows[number].cells
            for cell, column, begins in row:
                if not begins:
                    continue
                last = cells if cell.down == 1 else table.rows[number + cell.down - 1].cells
                merged = cells[column].merge(last[column + cell.span - 1])
                merged.text = cell.text
        self.document.add_paragraph("")

    def save(self, path):
        self.document.save(path)


class Workbook:
    """A workbook: each table on a tab of its own, texts in the rows above and below, figures as numbers.

    `one_tab`: all of them below one another. `hides_column`: a column of help figures behind the table, hidden.
    """

    def __init__(self, random, one_tab=False, hides_column=False):
        import openpyxl

        self.random, self.one_tab, self.hides_column = random, one_tab, hides_column
        self.book = openpyxl.Workbook()
        self.book.remove(self.book.active)
        self.waiting = []
        self.tab, self.line = None, 1

    def text(self, *lines):
        self.waiting += lines

    def table(self, sheet):
        import openpyxl.utils
        from openpyxl.cell.cell import MergedCell

        if not self.one_tab or self.tab is None:
            self.tab = self.book.create_sheet(f"表{len(self.book.worksheets) + 1}")
            self.line = 1
        else:
            self.line += 1
        self.flush()
        for row in sheet.placed():
            for cell, column, begins in row:
                if not begins:
                    continue
                if cell.span > 1 or cell.down > 1:
                    self.tab.merge_cells(start_row=self.line, end_row=self.line + cell.down - 1,
                                         start_column=column + 1, end_column=column + cell.span)
                target = self.tab.cell(self.line, column + 1)
                assert not isinstance(target, MergedCell)
                self.write(target, cell.text)
                if cell.hidden:
                    self.tab.row_dimensions[self.line].hidden = True
            if self.hides_column:
                self.tab.cell(self.line, WIDTH + 1).value = 770000 + self.line
            self.line += 1
        if self.hides_column:
            self.tab.column_dimensions[openpyxl.utils.get_column_letter(WIDTH + 1)].hidden = True

    def flush(self):
        for line in self.waiting:
            self.tab.cell(self.line, 1).value = line
            self.line += 1
        self.waiting = []

    def write(self, target, text):
        """Figures as what a person types: numbers, and rates as shares that are shown as percentages."""
        bare = text.strip()
        if bare.replace(".", "", 1).isascii() and bare.replace(".", "", 1).isdigit():
            target.value = float(bare) if "." in bare else int(bare)
        elif bare.endswith("%") and bare[:-1].replace(".", "", 1).isdigit() and bare.isascii():
            target.value = round(float(bare[:-1]) / 100, 6)
            target.number_format = "0" + ("." + "0" * len(bare[:-1].split(".")[1]) if "." in bare else "") + "%"
        else:
            target.value = text

    def save(self, path):
        if self.tab is None:
            self.tab = self.book.create_sheet("表1")
        self.flush()
        self.book.save(path)

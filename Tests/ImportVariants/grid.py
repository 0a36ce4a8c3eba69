"""A table as a grid: cells with spans, written with python-docx."""

from dataclasses import dataclass, field


@dataclass
class Cell:
    text: str
    across: int = 1
    down: int = 1


@dataclass
class Grid:
    """Rows of cells from the left; a cell that goes on below leaves its place out of the rows there."""

    width: int
    rows: list = field(default_factory=list)
    # Rows that a word processor repeats on each page.
    headers: set = field(default_factory=set)

    def add(self, *cells):
        self.rows.append([cell if isinstance(cell, Cell) else Cell(*cell) if isinstance(cell, tuple) else Cell(cell)
                          for cell in cells])
        return len(self.rows) - 1

    def placed(self):
        """Every cell with its row and column."""
        taken = {}
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                for down in range(cell.down):
                    for across in range(cell.across):
                        taken[row + down, column + across] = cell
                yield row, column, cell
                column += cell.across
            assert all((row, place) in taken for place in range(self.width)), f"row {row} has a hole: {cells}"

    def write(self, document, style):
        from docx.oxml import OxmlElement

        table = document.add_table(rows=len(self.rows), cols=self.width)
        if style:
            table.style = style
        cells = table._cells
        for row, column, cell in list(self.placed()):
            place = cells[row * self.width + column]
            if cell.across > 1 or cell.down > 1:
                end = cells[(row + cell.down - 1) * self.width + column + cell.across - 1]
                place = place.merge(end)
            lines = cell.text.split("\n")
            place.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                place.add_paragraph(line)
        for row in self.headers:
            properties = table.rows[row]._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:tblHeader"))


def split(grid, at):
    """The rows before and from a row on as two grids; what is merged across is cut in two."""
    first, second = Grid(grid.width), Grid(grid.width)
    parts = ({}, {})
    for row, column, cell in grid.placed():
        if row + cell.down <= at:
            parts[0].setdefault(row, []).append((column, cell))
        elif row >= at:
            parts[1].setdefault(row - at, []).append((column, cell))
        else:
            parts[0].setdefault(row, []).append((column, Cell(cell.text, cell.across, at - row)))
            # A word processor leaves the rest of a merged cell blank behind the break.
            parts[1].setdefault(0, []).append((column, Cell("", cell.across, row + cell.down - at)))
    for part, target, count in ((parts[0], first, at), (parts[1], second, len(grid.rows) - at)):
        for row in range(count):
            target.rows.append([cell for _, cell in sorted(part.get(row, []), key=lambda item: item[0])])
    first.headers = {row for row in grid.headers if row < at}
    return first, second

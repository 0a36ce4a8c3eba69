"""A table as an office draws it: rows of cells that span columns and rows, before it becomes a file."""

WIDTH = 24


class Cell:
    """`text` may have line breaks: each is a paragraph. `span` columns wide; `down` rows deep."""

    def __init__(self, text="", span=1, down=1):
        self.text, self.span, self.down = text, span, down
        # Workbooks hide the row that it begins in.
        self.hidden = False


class Sheet:
    """Rows of cells that begin in them; what hangs down from above is not repeated."""

    def __init__(self):
        self.rows = []

    def add(self, *cells):
        self.rows.append([cell if isinstance(cell, Cell) else Cell(cell) for cell in cells])
        return self

    def placed(self):
        """For each row, its cells from left to right as (cell, column, whether it begins here)."""
        hanging = {}
        result = []
        for cells in self.rows:
            row, column, rest = [], 0, list(cells)
            while column < WIDTH:
                if column in hanging:
                    cell, left = hanging.pop(column)
                    row.append((cell, column, False))
                    if left > 1:
                        hanging[column] = (cell, left - 1)
                elif rest:
                    cell = rest.pop(0)
                    row.append((cell, column, True))
                    if cell.down > 1:
                        hanging[column] = (cell, cell.down - 1)
                else:
                    break
                column += cell.span
            assert not rest and column <= WIDTH, [cell.text for cell in cells]
            # A span that runs on holds its place until its last row.
            hanging = {place: kept for place, kept in hanging.items() if kept[1] > 0}
            result.append(row)
        return result


def cut(sheet, at, again):
    """The rows before `at` and those from it on; what hangs over the cut begins anew, with its text if `again`."""
    upper, lower = Sheet(), Sheet()
    begun = {}
    for number, row in enumerate(sheet.placed()):
        cells = []
        for cell, column, begins in row:
            if begins:
                begun[id(cell)] = number
                down = min(cell.down, at - number) if number < at else cell.down
                cells.append(Cell(cell.text, cell.span, down))
                cells[-1].hidden = cell.hidden
            elif number == at:
                cells.append(Cell(cell.text if again else "", cell.span, cell.down - (at - begun[id(cell)])))
        (upper if number < at else lower).add(*cells)
    return upper, lower


def spread(texts, width=WIDTH):
    """Cells of nearly the same width that fill `width` columns."""
    each, left = divmod(width, len(texts))
    return [Cell(text, each + (1 if number < left else 0)) for number, text in enumerate(texts)]


def beside(side, rows, span=2):
    """The rows with one cell to their left that is as deep as all of them."""
    return [[Cell(side, span, len(rows))] + rows[0]] + rows[1:]

// The geometry of a sheet with merged cells: which cell lies above, beside and between which.

/** One table laid out on a grid of units, the spans of merged cells resolved. */
export class SheetGrid {
  /** `cells`: address → Cell. Only tables inside `form` count; several tables follow one another. */
  constructor(form, cells) {
    /** Every row's boxes from left to right: { element, cell, row, left, right, bottom }. */
    this.rows = [];
    this.cells = cells;
    this.boxes = new Map();
    for (const table of form.querySelectorAll("table.sheet")) this.add(table);
    this.stickHeadings();
  }

  /** The heading over a column that stays at the left stays too. */
  stickHeadings() {
    const { length } = this.rows;
    for (const row of this.headingRows()) {
      const stuck = this.rows[Math.min(row + 1, length - 1)].boxes.find(({ element }) => element.matches(".stick"));
      const isOver = ({ left, right }) => left === stuck.left && right === stuck.right;
      const over = stuck && this.rows[row].boxes.find(isOver);
      over?.element.classList.add("stick");
    }
  }

  add(table) {
    const taken = [];
    for (const tr of table.rows) {
      const row = this.rows.length;
      const occupied = taken[row] ?? [];
      const boxes = [];
      let column = 0;
      for (const element of tr.cells) {
        while (occupied[column]) column += 1;
        const right = column + element.colSpan;
        const bottom = row + element.rowSpan;
        const cell = element.dataset.cell ? this.cells.get(element.dataset.cell) : undefined;
        const box = { element, cell, row, left: column, right, bottom };
        boxes.push(box);
        if (cell) this.boxes.set(cell, box);
        for (let below = row; below < bottom; below += 1) {
          taken[below] ??= [];
          for (let unit = column; unit < right; unit += 1) taken[below][unit] = true;
        }
        column = right;
      }
      this.rows.push({ tr, boxes });
    }
  }

  boxOf(cell) { return this.boxes.get(cell); }
  cellAt(element) {
    const address = element?.closest?.("[data-cell]")?.dataset.cell;
    const cell = address ? this.cells.get(address) : undefined;
    return cell && this.boxes.has(cell) ? cell : undefined;
  }

  /** The neighbour in a direction; `goal` is the column that a walk up or down tries to keep. */
  neighbour(cell, direction, goal) {
    const from = this.boxOf(cell);
    if (!from) return undefined;
    if (direction === "left" || direction === "right") {
      const inRow = this.cellsOf(from.row);
      return inRow[inRow.indexOf(cell) + (direction === "left" ? -1 : 1)];
    }
    const step = direction === "up" ? -1 : 1;
    const unit = goal ?? this.middle(cell);
    for (let row = from.row + step; row >= 0 && row < this.rows.length; row += step) {
      const cells = this.cellsOf(row);
      if (cells.length) {
        const hit = cells.find((candidate) => this.covers(candidate, unit));
        if (hit) return hit;
      }
    }
    return undefined;
  }

  middle(cell) {
    const { left, right } = this.boxOf(cell);
    return (left + right) / 2;
  }

  covers(cell, unit) {
    const { left, right } = this.boxOf(cell);
    return left <= unit && unit < right;
  }

  /** The box that lies over a unit of a row, also one that begins further up. */
  boxAt(row, unit) {
    for (let above = row; above >= 0; above -= 1) {
      const box = this.rows[above].boxes.find(({ left, right, bottom }) => left <= unit && unit < right && row < bottom);
      if (box) return box;
    }
    return undefined;
  }

  cellsOf(row) { return this.rows[row].boxes.flatMap((box) => (box.cell ? [box.cell] : [])); }

  /** The block between two cells: an array of rows, each an array of cells. */
  block(one, other) {
    const a = this.boxOf(one);
    const b = this.boxOf(other);
    const left = Math.min(a.left, b.left);
    const right = Math.max(a.right, b.right);
    const rows = [];
    for (let row = Math.min(a.row, b.row); row <= Math.max(a.row, b.row); row += 1) {
      const cells = this.cellsOf(row).filter((cell) => {
        const middle = this.middle(cell);
        return left <= middle && middle < right;
      });
      if (cells.length) rows.push(cells);
    }
    return rows;
  }

  /** The label of a row: its heading, or the name typed in its name cell. */
  labelOf(row) {
    const { boxes } = this.rows[row];
    const label = boxes.find(({ element }) => element.matches("th.label"));
    if (label) return ownText(label.element);
    return this.nameCellOf(row)?.raw ?? "";
  }

  /** The cell that a line is named in; undefined where the form names the row. */
  nameCellOf(row) {
    return this.rows[row].boxes.find(({ element, cell }) => cell && element.matches(".stick"))?.cell;
  }

  headingRows() { return this.rows.flatMap(({ tr }, row) => (tr.matches(".columns") ? [row] : [])); }

  /** The nearest heading row at or above a row. */
  headingRowOver(row) { return this.headingRows().findLast((heading) => heading <= row); }

  /** The heading cell that sticks above a cell; undefined when there is none. */
  headingOver(cell) {
    const box = this.boxOf(cell);
    const row = box && this.headingRowOver(box.row);
    return row === undefined ? undefined : this.rows[row].boxes.find(({ element }) => element.rowSpan === 1)?.element;
  }

  /** The headings of a heading row: [{ caption, left, right }]. */
  headingsAt(row) {
    return this.rows[row].boxes.map(({ element, left, right }) => ({ caption: ownText(element), left, right }));
  }

  /** What a cell without a label of its own is called: row label and column heading. */
  captionOf(cell) {
    const box = this.boxOf(cell);
    if (!box) return cell.caption;
    const unit = this.middle(cell);
    const over = this.headingRowOver(box.row);
    const headings = over === undefined ? [] : this.headingsAt(over);
    const heading = headings.find(({ left, right }) => left <= unit && unit < right);
    return [this.labelOf(box.row), heading?.caption].filter(Boolean).join("，");
  }
}

/** Text of a heading without the buttons in it. */
function ownText(element) {
  const copy = element.cloneNode(true);
  for (const extra of copy.querySelectorAll("button, .help-text, .visually-hidden")) extra.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

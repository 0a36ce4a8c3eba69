// Undo and redo across cells. Undoing writes the old text and saves it like any other change.

const longestHistory = 200;

export class Undo {
  constructor(cells) {
    this.cells = cells;
    this.past = [];
    this.future = [];
  }

  /** Remembers one step: [{ address, before, after }]. A pasted block is one step. */
  record(changes) {
    const real = changes.filter(({ before, after }) => before !== after);
    if (!real.length) return;
    this.past.push(real);
    if (this.past.length > longestHistory) this.past.shift();
    this.future = [];
  }

  /** Takes the last step back. Returns the cells that changed. */
  undo() { return this.move(this.past, this.future, "before"); }
  redo() { return this.move(this.future, this.past, "after"); }

  move(from, to, side) {
    const step = from.pop();
    if (!step) return [];
    to.push(step);
    const touched = [];
    for (const change of step) {
      const cell = this.cells.get(change.address);
      if (!cell) continue;
      cell.write(change[side]);
      touched.push(cell);
    }
    return touched;
  }
}

// Undo and redo across cells. Undoing writes the old text and saves it like any other change. The steps outlast a page
// that is loaded anew, as adding a line does.

import { sameNumber } from "./cells.js";

const longestHistory = 200;

export class Undo {
  /** `place`: whose steps of which sheet these are. */
  constructor(cells, place) {
    this.cells = cells;
    this.key = `jiheng.undo.${place}`;
    this.past = this.kept();
    this.future = [];
    /** A line that was removed after the last step. */
    this.removal = null;
    addEventListener("pagehide", () => this.keep());
  }

  /** Remembers one step: [{ address, before, after }]. A pasted block is one step. */
  record(changes) {
    const real = changes.filter(({ before, after }) => before !== after);
    if (!real.length) return;
    this.past.push(real);
    if (this.past.length > longestHistory) this.past.shift();
    this.future = [];
  }

  get last() { return this.past.at(-1) ?? null; }
  get canUndo() { return this.past.length > 0 || this.nextPutsBack !== null; }

  /** Removing a line is the step after the last one; `putBack` takes it back. */
  removed(putBack) { this.removal = { after: this.last, putBack }; }
  get nextPutsBack() { return this.removal?.after === this.last ? this.removal?.putBack ?? null : null; }

  /** Takes the last step back. Returns the cells that changed. */
  undo() { return this.move(this.past, this.future, "before"); }
  redo() { return this.move(this.future, this.past, "after"); }

  /** Steps that only concern a line that is gone are passed over. */
  move(from, to, side) {
    const touched = [];
    while (!touched.length && from.length) {
      const step = from.pop();
      to.push(step);
      for (const change of step) {
        const cell = this.cells.get(change.address);
        if (!cell) continue;
        cell.write(change[side]);
        touched.push(cell);
      }
    }
    return touched;
  }

  // MARK: From one load of the page to the next

  keep() {
    try { sessionStorage.setItem(this.key, JSON.stringify(this.past)); } catch { /* Then they end with this page. */ }
  }

  /** Of the steps of the last load, drops those over which somebody else has written since. */
  check() {
    const standing = new Map();
    const written = new Set();
    const isStill = ({ address, before, after }) => {
      const cell = this.cells.get(address);
      if (!cell) return true; // Its line may be put back.
      if (written.has(address) || !isSame(standing.get(address) ?? cell.raw, after)) {
        written.add(address);
        return false;
      }
      standing.set(address, before);
      return true;
    };
    this.past = this.past.reverse().map((step) => step.filter(isStill)).filter((step) => step.length).reverse();
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key)) ?? [];
    } catch {
      return [];
    }
  }

  /** A line that was put back has another address. */
  rename(line, renamed) {
    for (const change of this.past.flat()) {
      const [sheet, row, column] = change.address.split("/");
      if (row === line) change.address = `${sheet}/${renamed}/${column}`;
    }
  }
}

/** The server may spell a text differently: without blanks at its ends, a number without needless zeros. */
function isSame(one, other) {
  const [a, b] = [one, other].map((text) => text.replace(/\s+/g, " ").trim());
  return a === b || sameNumber(a, b);
}

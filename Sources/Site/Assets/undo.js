// Undo and redo across cells, and of what was removed. Undoing writes the old text and saves it like any other change.
// The steps outlast a page that is loaded anew, as adding a line does.

import { sameNumber } from "./cells.js";

const longestHistory = 200;

/**
 * A step is what became of some cells, [{ address, before, after }], or a removal: { node } for an indicator that was
 * said not to apply, { line, under, texts, name } for a line. The server carries a removal out and back.
 */
export class Undo {
  /** `place`: whose steps of which sheet these are. */
  constructor(cells, place) {
    this.cells = cells;
    this.key = `jiheng.undo.${place}`;
    ({ past: this.past, future: this.future } = this.kept());
    addEventListener("pagehide", () => this.keep());
  }

  /** Remembers one step. A pasted block is one step. */
  record(changes) {
    const real = changes.filter(({ before, after }) => before !== after);
    if (real.length) this.push(real);
  }

  push(step) {
    this.past.push(step);
    if (this.past.length > longestHistory) this.past.shift();
    this.future = [];
  }

  /** Whether a step was taken and not undone. */
  holds(step) { return this.past.includes(step); }

  get last() { return this.past.at(-1) ?? null; }
  get canUndo() { return this.past.length > 0; }
  get canRedo() { return this.future.length > 0; }

  /** The removal that undoing would take back, that redoing would carry out again; null for other steps. */
  get removalToUndo() { return removalIn(this.past.at(-1)); }
  get removalToRedo() { return removalIn(this.future.at(-1)); }

  /** A removal was carried out: by its button, or again. */
  removed(removal, isAgain) {
    const { future } = this;
    this.push(removal);
    if (isAgain) this.future = future.slice(0, -1);
  }

  /** A removal was taken back; a line is another one now. */
  cameBack(removal, line = removal.line) {
    const wasLast = isSameRemoval(this.last, removal);
    this.past = this.past.filter((step) => !isSameRemoval(step, removal));
    if (line !== removal.line) this.rename(removal.line, line);
    if (wasLast) this.future.push({ ...removal, line });
  }

  /** Takes the last step back. Returns the cells that changed. */
  undo() { return this.move(this.past, this.future, "before"); }
  redo() { return this.move(this.future, this.past, "after"); }

  /** Steps that only concern a line that is gone are passed over, up to a removal. */
  move(from, to, side) {
    const touched = [];
    while (!touched.length && from.length && !removalIn(from.at(-1))) {
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

  /** The server keeps a text otherwise than it was sent: 12 for 12万. A step that so leads nowhere is none. */
  respell(address, sent, kept) {
    for (const step of [...this.past, ...this.future]) {
      if (removalIn(step)) continue;
      for (const change of step) {
        if (change.address !== address) continue;
        if (change.before === sent) change.before = kept;
        if (change.after === sent) change.after = kept;
      }
    }
    const isOne = (step) => removalIn(step) || step.some(({ before, after }) => before !== after);
    this.past = this.past.filter(isOne);
    this.future = this.future.filter(isOne);
  }

  // MARK: From one load of the page to the next

  keep() {
    const { past, future } = this;
    const steps = JSON.stringify({ past, future });
    try { sessionStorage.setItem(this.key, steps); } catch { /* Then they end with this page. */ }
  }

  /**
   * Of the steps of the last load, drops those over which somebody else has written since, and removals that nothing is
   * left of: `canUndo(removal)`, `canRedo(removal)`.
   */
  check({ canUndo, canRedo }) {
    this.past = this.standing(this.past, "after", "before", canUndo);
    this.future = this.standing(this.future, "before", "after", canRedo);
  }

  /** Of steps of which the last comes next: a cell must hold the text from which its step leads to the other one. */
  standing(steps, from, to, isPossible) {
    const texts = new Map();
    const written = new Set();
    const isStill = (change) => {
      const { address } = change;
      const cell = this.cells.get(address);
      if (!cell) return true; // Its line may be put back.
      if (written.has(address) || !isSame(texts.get(address) ?? cell.raw, change[from])) {
        written.add(address);
        return false;
      }
      texts.set(address, change[to]);
      return true;
    };
    return [...steps].reverse().flatMap((step) => {
      if (removalIn(step)) return isPossible(step) ? [step] : [];
      const still = step.filter(isStill);
      return still.length ? [still] : [];
    }).reverse();
  }

  kept() {
    try {
      const { past = [], future = [] } = JSON.parse(sessionStorage.getItem(this.key)) ?? {};
      return { past, future };
    } catch {
      return { past: [], future: [] };
    }
  }

  /** A line that was put back has another address. */
  rename(line, renamed) {
    for (const step of [...this.past, ...this.future]) {
      if (removalIn(step)) {
        if (step.line === line) step.line = renamed;
        continue;
      }
      for (const change of step) {
        const [sheet, row, column] = change.address.split("/");
        if (row === line) change.address = `${sheet}/${renamed}/${column}`;
      }
    }
  }
}

function removalIn(step) { return step && !Array.isArray(step) ? step : null; }

function isSameRemoval(step, { node, line }) {
  const removal = removalIn(step);
  return removal !== null && removal.node === node && removal.line === line;
}

/** The server may spell a text differently: without blanks at its ends, a number without needless zeros. */
function isSame(one, other) {
  const [a, b] = [one, other].map((text) => text.replace(/\s+/g, " ").trim());
  return a === b || sameNumber(a, b);
}

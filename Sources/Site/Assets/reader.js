// A sheet that is only read: the line above it tells of the cell that was clicked or walked to.

import { SheetGrid } from "./sheetgrid.js";

const arrows = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
const idleText = "点一格，或按 Tab 后用方向键走动，看它的算式、来源和修改记录";

class Reader {
  constructor(sheet) {
    this.bar = sheet.querySelector("[data-reader-bar]");
    this.cells = new Map();
    for (const holder of sheet.querySelectorAll("td[data-cell]")) {
      const field = holder.querySelector(":scope > :is(.value, output)");
      const address = holder.dataset.cell;
      if (field) this.cells.set(address, { address, field, holder, raw: field.textContent.trim() });
    }
    this.grid = new SheetGrid(sheet, this.cells);
    this.stop([...this.cells.values()][0]);
    this.show(null);
    sheet.addEventListener("focusin", ({ target }) => {
      const cell = this.grid.cellAt(target);
      if (!cell) return;
      this.stop(cell);
      this.show(cell);
    });
    sheet.addEventListener("click", ({ target }) => {
      const cell = this.grid.cellAt(target);
      if (cell && !target.closest("a, button") && getSelection().isCollapsed) cell.field.focus({ preventScroll: true });
    });
    sheet.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** One cell at a time is a stop for Tab: the one that was left last. */
  stop(cell) {
    if (this.stopped) this.stopped.field.tabIndex = -1;
    this.stopped = cell;
    if (cell) cell.field.tabIndex = 0;
  }

  pressed(event) {
    const direction = arrows[event.key];
    const cell = this.grid.cellAt(event.target);
    if (!direction || !cell || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = this.grid.neighbour(cell, direction);
    if (!next) return;
    event.preventDefault();
    next.field.focus();
  }

  show(cell) {
    if (!cell) {
      this.bar.replaceChildren(part("formula-idle", idleText));
      return;
    }
    const { formula, synced, syncedFrom, changed } = cell.holder.dataset;
    const { history, notes } = this.bar.dataset;
    const parts = [part("formula-name", cell.holder.dataset.caption || this.grid.captionOf(cell))];
    if (formula) parts.push(part("formula-part", formula));
    if (synced !== undefined) parts.push(part("formula-part", `${syncedFrom}：${synced}`));
    if (changed) parts.push(link(`最后修改：${changed}`, history, cell));
    if (notes) parts.push(link("写批注", notes, cell));
    this.bar.replaceChildren(...parts);
  }
}

function part(className, text) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  return made;
}

function link(text, page, { address }) {
  const made = document.createElement("a");
  made.href = `${page}${encodeURIComponent(address)}`;
  made.textContent = text;
  return made;
}

for (const sheet of document.querySelectorAll(".editor.readonly")) {
  if (sheet.querySelector("[data-reader-bar]") && sheet.querySelector("table.sheet")) new Reader(sheet);
}

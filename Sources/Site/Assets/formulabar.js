// The line above the sheet: what the current cell is, where its figure comes from, what is wrong with it.

import { withSeparators } from "./numbers.js";

const idleText = "方向键移动，Enter 下一行，F2 修改，Ctrl+Z 撤销，Ctrl+D 向下填充，F8 下一处问题；可从 Excel 整块粘贴";

export class FormulaBar {
  /** `editor` offers grid, findings, adopt(cell), restore(cell). */
  constructor(form, editor) {
    this.bar = form.querySelector("[data-formula-bar]");
    this.editor = editor;
    this.history = form.dataset.history;
    this.show(null);
    // A click on its buttons must not take the caret out of the cell.
    this.bar?.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
  }

  show(cell) {
    if (!this.bar) return;
    if (!cell) {
      this.bar.replaceChildren(part("formula-idle", idleText));
      return;
    }
    const { holder } = cell;
    const { formula, synced, syncedFrom = "预算系统", changed } = holder.dataset;
    const parts = [part("formula-name", cell.caption || this.editor.grid.captionOf(cell))];
    if (cell.isComputed) parts.push(part("formula-part", formula ?? "自动计算"));
    if (cell.problem !== null) parts.push(part("formula-part error", cell.problem));
    if (cell.proposal) {
      parts.push(part("formula-part", `按规则：${cell.proposal}${formula ? `　${formula}` : ""}`));
      if (cell.raw !== cell.proposal) {
        parts.push(button(`采用 ${cell.proposal}`, "Ctrl+Enter", () => this.editor.adopt(cell)));
      }
    } else if (formula && !cell.isComputed) {
      parts.push(part("formula-part", formula));
    }
    if (synced !== undefined) {
      parts.push(part("formula-part", `${syncedFrom}：${withSeparators(synced)}`));
      if (holder.classList.contains("edited")) parts.push(button("恢复", "", () => this.editor.restore(cell)));
    }
    for (const { severity, title, message } of this.editor.findings.about(cell)) {
      parts.push(part(`formula-part ${severity}`, message || title));
    }
    if (changed) parts.push(link(`最后修改：${changed}`, `${this.history}${encodeURIComponent(cell.address)}`));
    this.bar.replaceChildren(...parts);
  }
}

function part(className, text) {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  if (className !== "formula-idle") made.title = text;
  return made;
}

function link(text, address) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function button(text, title, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.title = title;
  made.addEventListener("click", action);
  return made;
}

// The tools in the save bar: undo, redo, zoom, full width, next finding. Zoom and width are remembered on this machine.

const zooms = [0.8, 0.9, 1, 1.1, 1.25, 1.5];

export class Toolbar {
  /** `actions`: undo(), redo(), step(). */
  constructor(form, undo, actions) {
    this.form = form;
    this.history = undo;
    this.place = form.querySelector("[data-tools]");
    this.workbench = form.closest(".workbench");
    this.sheets = [...form.querySelectorAll("table.sheet")];
    if (!this.place) return;
    this.undo = tool("撤销", "Ctrl+Z", actions.undo);
    this.redo = tool("重做", "Ctrl+Y", actions.redo);
    const next = tool("下一处问题", "F8", actions.step);
    this.full = tool("全宽", "收起右边的检查结果", () => this.setFull(!this.isFull));
    this.place.append(this.undo, this.redo, gap(), next);
    if (this.sheets.length) this.addZoom();
    if (this.workbench?.querySelector("aside.findings")) this.place.append(gap(), this.full);
    this.setFull(remembered("full") === "yes");
    this.refresh();
  }

  addZoom() {
    this.smaller = tool("缩小", "", () => this.stepZoom(-1));
    this.larger = tool("放大", "", () => this.stepZoom(1));
    this.figure = document.createElement("output");
    this.figure.setAttribute("aria-label", "缩放");
    this.place.append(gap(), this.smaller, this.figure, this.larger);
    this.setZoom(Number(remembered("zoom")) || 1);
  }

  get isFull() { return this.workbench?.classList.contains("full") ?? false; }

  setFull(full) {
    this.workbench?.classList.toggle("full", full);
    this.full.setAttribute("aria-pressed", String(full));
    remember("full", full ? "yes" : "no");
  }

  stepZoom(step) {
    const index = zooms.indexOf(this.zoom);
    this.setZoom(zooms[Math.min(zooms.length - 1, Math.max(0, index + step))]);
  }

  setZoom(zoom) {
    this.zoom = zooms.includes(zoom) ? zoom : 1;
    for (const sheet of this.sheets) {
      sheet.style.setProperty("--zoom", this.zoom);
      sheet.closest(".sheet-scroll")?.classList.toggle("zoomed", this.zoom > 1);
    }
    this.figure.value = `${Math.round(this.zoom * 100)}%`;
    this.smaller.disabled = this.zoom === zooms[0];
    this.larger.disabled = this.zoom === zooms.at(-1);
    remember("zoom", String(this.zoom));
  }

  refresh() {
    if (!this.undo) return;
    this.undo.disabled = !this.history.canUndo;
    this.redo.disabled = !this.history.canRedo;
  }
}

function tool(text, title, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  if (title) made.title = title;
  made.addEventListener("mousedown", (event) => event.preventDefault()); // Keeps the caret in its cell.
  made.addEventListener("click", action);
  return made;
}

function gap() {
  const made = document.createElement("span");
  made.className = "gap";
  return made;
}

function remembered(name) {
  try { return localStorage.getItem(`jiheng.view.${name}`); } catch { return null; }
}

function remember(name, value) {
  try { localStorage.setItem(`jiheng.view.${name}`, value); } catch { /* Then it is not remembered. */ }
}

// Moving and selecting in a sheet as in a spreadsheet.
//
// A cell reached by keyboard, or a figure by one click, is in "move" mode: its text is selected, arrows walk on, typing
// replaces. Typing makes it "enter": arrows still leave the cell. F2, a second click, or one click into a text, where
// it puts the caret, makes it "edit": left and right move the caret and leave only at the ends. What is pasted does not
// ask for the mode, except in paragraphs. Keys that belong to an input method (拼音) are never touched.

const isRedo = (event, key) => key === "y" || (key === "z" && event.shiftKey);
const isUndoing = (event, key) => key === "z" || isRedo(event, key);
const arrows = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

export class Keyboard {
  /**
   * `editor` offers cells, grid, focused(cell), commit(cell, before), write(changes), undo(), redo(), adopt(cell),
   * step(backwards), save().
   */
  constructor(form, editor) {
    this.form = form;
    this.editor = editor;
    this.mode = "move";
    this.current = null;
    /** The text at the moment the cell was entered: what Esc brings back. */
    this.before = "";
    this.anchor = null;
    this.head = null;
    this.goal = undefined;
    form.addEventListener("focusin", (event) => this.entered(event));
    form.addEventListener("focusout", (event) => this.left(event));
    form.addEventListener("keydown", (event) => this.pressed(event));
    form.addEventListener("mousedown", (event) => this.mouseDown(event));
    form.addEventListener("dblclick", () => { this.mode = "edit"; });
    // Dragging selects cells; the browser would move the selected text into another cell.
    form.addEventListener("dragstart", (event) => {
      if (event.target.closest?.("table.sheet")) event.preventDefault();
    });
    document.addEventListener("keydown", (event) => this.pressedAnywhere(event));
  }

  cellOf(target) {
    return [...(target.name ? [target.name] : []), target.closest("[data-cell]")?.dataset.cell]
      .map((address) => this.editor.cells.get(address)).find((cell) => cell?.field === target);
  }

  entered({ target }) {
    const cell = this.cellOf(target);
    if (!cell || cell === this.current) return;
    this.current = cell;
    this.before = cell.raw;
    this.mode = cell.isProse || (cell.isText && this.byMouse) ? "edit" : "move";
    this.select(cell, cell);
    cell.show();
    if (!this.byMouse) this.placeCaret(cell);
    this.editor.focused(cell);
  }

  /** Whole paragraphs are not selected: one keystroke must not wipe them out. */
  placeCaret(cell) {
    const { field } = cell;
    if (cell.isProse || cell.isTick || cell.isComputed) return;
    if (cell.isText) field.setSelectionRange(field.value.length, field.value.length);
    else field.select?.();
  }

  left({ target }) {
    const cell = this.cellOf(target);
    if (!cell || cell !== this.current) return;
    if (!cell.isComputed) this.editor.commit(cell, this.before);
    if (cell.isFocused) { // Only the window lost the focus; the person comes back to where the caret stands.
      this.before = cell.raw;
      return;
    }
    this.current = null;
    cell.show();
  }

  /** Text typed in the current cell that is not yet a step of the history. */
  get hasTyped() { return this.current && !this.current.isComputed && this.current.typed() !== this.before; }

  typing() { if (this.mode === "move") this.mode = "enter"; }

  mouseDown(event) {
    const cell = this.editor.grid.cellAt(event.target);
    if (!cell || event.button !== 0) return;
    this.goal = undefined;
    if (event.shiftKey && this.anchor) {
      event.preventDefault();
      this.select(this.anchor, cell);
      return;
    }
    const again = cell === this.current;
    if (again) this.select(cell, cell);
    this.byMouse = true;
    const finish = (up) => {
      removeEventListener("mouseup", finish);
      this.form.removeEventListener("mouseover", drag);
      this.byMouse = false;
      this.sheets((table) => table.classList.remove("selecting"));
      if (again && !this.hasBlock) this.mode = "edit";
      // A click beside the input, in the same cell, means the input.
      if (!again && this.editor.grid.cellAt(up.target) === cell && document.activeElement !== cell.field
        && !up.target.closest("button, label, a, select")) cell.field.focus();
      // The browser has just put the caret where the mouse was: on first click select all instead.
      else if (!again && this.current === cell && this.mode === "move" && !cell.isText) cell.field.select?.();
    };
    const drag = (over) => {
      const head = this.editor.grid.cellAt(over.target);
      if (!head || head === this.head || (head === cell && this.anchor === this.head)) return;
      this.sheets((table) => table.classList.add("selecting"));
      getSelection()?.removeAllRanges();
      this.select(cell, head);
    };
    addEventListener("mouseup", finish);
    this.form.addEventListener("mouseover", drag);
  }

  sheets(change) { this.form.querySelectorAll("table.sheet").forEach(change); }

  select(anchor, head) {
    for (const marked of this.form.querySelectorAll("td.selected")) marked.classList.remove("selected");
    const { grid } = this.editor;
    const known = grid.boxOf(anchor) && grid.boxOf(head);
    this.anchor = known ? anchor : null;
    this.head = known ? head : null;
    if (!this.hasBlock) return;
    for (const cell of this.block().flat()) cell.holder.classList.add("selected");
  }

  get hasBlock() { return this.anchor !== null && this.anchor !== this.head; }
  block() { return this.anchor ? this.editor.grid.block(this.anchor, this.head) : []; }

  goTo(cell) {
    cell.field.focus({ preventScroll: true });
    this.reveal(cell);
  }

  /** Scrolls just enough; headings and label columns that stick must not cover the cell. */
  reveal(cell) {
    const { holder } = cell;
    const scroll = holder.closest(".sheet-scroll");
    if (scroll) {
      const heading = this.editor.grid.headingOver(cell);
      const label = holder.parentElement.querySelector(":scope > .stick");
      const left = label && label !== holder ? label.offsetWidth : 0;
      scroll.style.scrollPadding = `${heading?.offsetHeight ?? 0}px 0 0 ${left}px`;
    }
    holder.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  walk(direction) {
    const { current } = this;
    const vertical = direction === "up" || direction === "down";
    if (vertical) this.goal ??= this.editor.grid.middle(current);
    else this.goal = undefined;
    const { goal } = this;
    const next = this.editor.grid.neighbour(current, direction, goal);
    if (next) this.goTo(next);
    else if (!current.isText) current.field.select?.();
    this.goal = vertical ? goal : undefined;
  }

  extend(direction) {
    this.anchor ??= this.current;
    const head = this.editor.grid.neighbour(this.head ?? this.current, direction);
    if (!head) return;
    this.select(this.anchor, head);
    this.reveal(head);
  }

  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const cell = this.cellOf(event.target);
    if (!cell) return;
    if (event.ctrlKey || event.metaKey) this.pressedWithControl(event, cell);
    else if (!event.altKey && !cell.isProse) this.pressedAlone(event, cell);
  }

  /** These also work from the findings beside the form; undoing only where no field has an undo of its own. */
  pressedAnywhere(event) {
    const key = (event.ctrlKey || event.metaKey) && !event.altKey ? event.key.toLowerCase() : "";
    if (event.key === "F8") this.handle(event, () => this.editor.step(event.shiftKey));
    else if (key === "s") this.handle(event, () => this.editor.save());
    else if (event.target === document.body && isUndoing(event, key)) {
      this.handle(event, () => (isRedo(event, key) ? this.editor.redo() : this.editor.undo()));
    }
  }

  handle(event, action) {
    event.preventDefault();
    action();
  }

  pressedWithControl(event, cell) {
    const key = event.key.toLowerCase();
    if (cell.isProse) return; // The browser's own undo serves long text better.
    if (isUndoing(event, key)) {
      if (this.hasTyped) return;
      this.handle(event, () => (isRedo(event, key) ? this.editor.redo() : this.editor.undo()));
    } else if (key === "d") {
      this.handle(event, () => this.fillDown(cell));
    } else if (key === "enter") {
      this.handle(event, () => this.editor.adopt(cell));
    }
  }

  pressedAlone(event, cell) {
    const direction = this.editor.grid.boxOf(cell) && arrows[event.key];
    if (direction) {
      if (event.shiftKey) {
        if (this.mode === "edit" || cell.field.localName === "select") return;
        if (this.mode === "move") this.handle(event, () => this.extend(direction));
      } else if (this.leavesCell(direction, cell)) {
        this.handle(event, () => this.walk(direction));
      }
      return;
    }
    switch (event.key) {
      case "Enter":
        if (cell.isText && this.mode !== "move") return;
        this.handle(event, () => this.enter(event, cell));
        return;
      case "Escape":
        this.handle(event, () => this.escape(cell));
        return;
      case "F2":
        this.handle(event, () => this.edit(cell));
        return;
      case "Delete":
      case "Backspace":
        if (this.hasBlock) this.handle(event, () => this.clearBlock());
        return;
      case "Tab":
        this.goal = undefined;
        return;
      default:
    }
  }

  /** Enter never submits the form; below the sheet, where nothing lies underneath, it only saves. */
  enter(event, cell) {
    if (this.editor.grid.boxOf(cell)) this.walk(event.shiftKey ? "up" : "down");
    else this.editor.commit(cell, this.before);
  }

  leavesCell(direction, cell) {
    const { field } = cell;
    if (field.localName === "select") return direction === "left" || direction === "right";
    if (cell.isComputed || cell.isTick || this.mode === "move") return true;
    const vertical = direction === "up" || direction === "down";
    if (field.list && vertical) return false; // The list of suggestions is open.
    if (vertical && !cell.isText) return true;
    if (this.mode === "enter" && !cell.isText) return true;
    const { selectionStart, selectionEnd, value } = field;
    if (selectionStart !== selectionEnd) return false;
    return direction === "up" || direction === "left" ? selectionStart === 0 : selectionEnd === value.length;
  }

  escape(cell) {
    if (!cell.isComputed && cell.typed() !== this.before) {
      cell.write(this.before);
      this.editor.commit(cell, this.before);
    }
    this.select(cell, cell);
    this.mode = "move";
    if (!cell.isText) cell.field.select?.();
  }

  edit(cell) {
    if (cell.isComputed || cell.isTick) return;
    this.mode = "edit";
    const { length } = cell.field.value ?? "";
    cell.field.setSelectionRange?.(length, length);
  }

  clearBlock() {
    const changes = this.block().flat().filter((cell) => !cell.isComputed).map((cell) => ({ cell, text: "" }));
    this.editor.write(changes);
  }

  /** A block takes its first row's texts downwards; a single cell takes the text of the cell above. */
  fillDown(cell) {
    const { grid } = this.editor;
    if (!this.hasBlock) {
      const above = grid.neighbour(cell, "up");
      if (above && !cell.isComputed) this.editor.write([{ cell, text: above.raw }]);
      return;
    }
    const [first, ...rest] = this.block();
    const changes = rest.flat().filter((target) => !target.isComputed).flatMap((target) => {
      const source = first.find((candidate) => grid.covers(candidate, grid.middle(target)));
      return source ? [{ cell: target, text: source.raw }] : [];
    });
    this.editor.write(changes);
  }
}

// Names that indicators bear elsewhere, offered while one is typed. Nothing is chosen until an arrow key or a click does.

const most = 8;

export class Suggestions {
  constructor(form, announce) {
    this.form = form;
    this.announce = announce;
    /** Second-level indicator → names; asked for once, when a name is first typed. */
    this.names = null;
    this.field = null;
    this.current = -1;
    if (!form.dataset.names || !form.querySelector("[data-suggest]")) return;
    this.list = document.createElement("ul");
    Object.assign(this.list, { id: "suggestions", className: "suggestions", popover: "manual" });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "用过的指标名称");
    form.append(this.list);
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // The caret stays in the cell.
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("li")?.textContent));
    form.addEventListener("input", (event) => this.typed(event));
    form.addEventListener("compositionend", (event) => this.typed(event));
    form.addEventListener("focusout", () => this.close());
    addEventListener("scroll", () => this.close(), { capture: true, passive: true });
    // Before the sheet's own keys: while names are offered, the arrows walk among them.
    form.addEventListener("keydown", (event) => this.pressed(event), { capture: true });
  }

  get isOpen() { return this.field !== null; }

  async typed(event) {
    const field = event.target;
    if (!field.dataset?.suggest || event.isComposing || this.isChoosing) return;
    this.names ??= await this.ask();
    if (document.activeElement !== field) return;
    const typed = field.value.trim();
    const offered = typed === "" ? [] : (this.names[field.dataset.suggest] ?? [])
      .filter((name) => name !== typed && name.includes(typed)).slice(0, most);
    if (offered.length) this.open(field, offered); else this.close();
  }

  async ask() {
    try {
      const answer = await fetch(this.form.dataset.names, { credentials: "same-origin" });
      return answer.ok && !answer.redirected ? await answer.json() : {};
    } catch {
      return {}; // Without a connection nothing is offered.
    }
  }

  open(field, names) {
    if (this.field !== field) this.close();
    this.list.replaceChildren(...names.map((name, index) => {
      const item = document.createElement("li");
      Object.assign(item, { id: `suggestion-${index}`, textContent: name });
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      return item;
    }));
    this.current = -1;
    const isNew = !this.isOpen;
    this.field = field;
    if (!this.list.matches(":popover-open")) this.list.showPopover();
    const { left, bottom, top, width } = field.getBoundingClientRect();
    this.list.style.minWidth = `${width}px`;
    const { offsetHeight, offsetWidth } = this.list;
    this.list.style.left = `${Math.max(4, Math.min(left, innerWidth - offsetWidth - 4))}px`;
    this.list.style.top = `${bottom + offsetHeight < innerHeight ? bottom : top - offsetHeight}px`;
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    if (isNew) this.announce(`有 ${names.length} 个用过的名称，按向下键选择`);
  }

  close() {
    if (!this.isOpen) return;
    for (const name of ["aria-activedescendant", "aria-controls", "aria-autocomplete"]) this.field.removeAttribute(name);
    this.field = null;
    if (this.list.matches(":popover-open")) this.list.hidePopover();
  }

  pressed(event) {
    if (!this.isOpen || event.target !== this.field || event.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") this.step(key === "ArrowDown" ? 1 : -1);
    else if ((key === "Enter" || key === "Tab") && this.current >= 0) this.choose(this.items[this.current].textContent);
    else if (key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  get items() { return [...this.list.children]; }

  step(by) {
    const { items } = this;
    this.current = (this.current + by + items.length + (this.current < 0 && by < 0 ? 1 : 0)) % items.length;
    items.forEach((item, index) => item.setAttribute("aria-selected", String(index === this.current)));
    this.field.setAttribute("aria-activedescendant", items[this.current].id);
    this.announce(items[this.current].textContent);
  }

  /** The name is put in as if it had been typed: it is saved and undone like typing. */
  choose(name) {
    const { field } = this;
    if (!field || !name) return;
    this.close();
    this.isChoosing = true;
    field.value = name;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    this.isChoosing = false;
  }
}

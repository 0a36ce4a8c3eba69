// Reports: cells named in the text, how it will read, the outline's states.

const bracketed = /【[^【】\n]+】/g;
const gone = "已删除的数据";

/** What the page calls the cells: "【公务接待，2024年决算数】" → { cell, value }. */
class Names {
  constructor(form) {
    this.byName = new Map();
    for (const { value, dataset, textContent } of form.querySelectorAll("#cell-names option")) {
      this.byName.set(value, { cell: dataset.cell, value: textContent });
    }
    for (const { value } of form.querySelectorAll("input[name^='names:']")) {
      for (const line of value.split("\n").filter(Boolean)) {
        const [cell, name] = [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];
        if (!this.byName.has(name)) this.byName.set(name, { cell, value: "" });
      }
    }
  }

  /** The names in some texts with their cells, as a save sends them along. */
  within(...texts) {
    const found = texts.flatMap((text) => text.match(bracketed) ?? []).filter((name) => this.byName.has(name));
    return Object.fromEntries(found.map((name) => [name, this.byName.get(name).cell]));
  }

  /** New figures and names from an answer. Returns the cells that show something else. */
  follow(answered) {
    const touched = new Set();
    for (const [address, { text, names }] of Object.entries(answered)) {
      for (const { name, cell, value } of names ?? []) this.byName.set(name, { cell, value });
      if (names || text === undefined) continue;
      for (const entry of this.byName.values()) {
        if (entry.cell === address && entry.value !== text) {
          entry.value = text;
          touched.add(address);
        }
      }
    }
    return touched;
  }
}

/** The sections of a report. */
export class Prose {
  constructor(form, cells) {
    this.form = form;
    this.names = new Names(form);
    this.sections = [...cells.values()].filter((cell) => cell.isProse);
    for (const chip of form.querySelectorAll("span[data-insert]")) this.makeButton(chip);
    for (const line of form.querySelectorAll(".inserts")) this.addSearch(line);
    for (const cell of this.sections) {
      cell.field.addEventListener("input", () => this.refresh(cell));
      cell.field.addEventListener("cellshown", () => this.refresh(cell));
      this.refresh(cell);
    }
    this.followScroll();
  }

  /** With scripts a name is put into the text by a click. */
  makeButton(chip) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: chip.className });
    button.dataset.insert = chip.dataset.insert;
    button.append(...chip.childNodes);
    const name = button.firstChild.textContent.trim();
    button.addEventListener("mousedown", (event) => event.preventDefault()); // The caret says where the name goes.
    button.addEventListener("click", () => this.insert(name, button));
    chip.replaceWith(button);
  }

  /** A field that finds any cell of the filing by a part of its name. */
  addSearch(line) {
    const field = document.createElement("input");
    field.setAttribute("list", "cell-names");
    field.setAttribute("aria-label", "查找其他数据");
    Object.assign(field, { className: "insert-search", placeholder: "查找其他数据" });
    const take = () => {
      const name = field.value.trim();
      if (!this.names.byName.has(name)) return;
      field.value = "";
      this.insert(name, field);
    };
    field.addEventListener("input", take); // A chosen name comes whole.
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    line.append(field);
  }

  insert(name, from) {
    const field = from.closest(".report-section").querySelector("textarea.prose");
    field.focus();
    field.setRangeText(name, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** New figures from an answer: names, chips and previews follow their cells. */
  follow(answered) {
    const touched = this.names.follow(answered);
    for (const address of touched) {
      for (const chip of this.form.querySelectorAll(`[data-insert="${CSS.escape(address)}"] b`)) {
        chip.textContent = answered[address].text;
      }
    }
  }

  refresh(cell) {
    const link = document.querySelector(`[data-outline="${CSS.escape(cell.address)}"]`);
    if (link) {
      const text = cell.field.value.trim();
      const isFilled = text !== "";
      const isBegun = isFilled && text === link.dataset.starter;
      link.classList.toggle("filled", isFilled && !isBegun);
      link.classList.toggle("missing", !isFilled && "required" in link.dataset);
      for (const mark of ["flagged", "error", "warning"]) {
        link.classList.toggle(mark, cell.holder.classList.contains(mark));
      }
      const state = link.querySelector(".outline-state");
      if (state) state.textContent = isBegun ? "已预填" : isFilled ? "已写" : link.dataset.blank;
    }
    const preview = document.querySelector(`[data-preview="${CSS.escape(cell.address)}"]`);
    if (preview) this.renderPreview(preview, cell.field.value);
  }

  renderPreview(preview, text) {
    const pieces = [];
    let end = 0;
    for (const { 0: name, index } of text.matchAll(bracketed)) {
      const known = this.names.byName.get(name);
      if (!known) continue;
      pieces.push(text.slice(end, index), this.chipFor(name, known.value));
      end = index + name.length;
    }
    preview.hidden = !pieces.length;
    preview.replaceChildren(...pieces, text.slice(end));
  }

  chipFor(name, value) {
    const chip = document.createElement("span");
    chip.className = value ? "chip" : "chip broken";
    chip.textContent = value || gone;
    chip.title = name;
    return chip;
  }

  /** Marks in the outline the section with the caret, else the one that is on screen. */
  followScroll() {
    const links = new Map([...document.querySelectorAll("[data-outline]")].map((link) => [link.dataset.outline, link]));
    if (!links.size) return;
    const mark = (address) => {
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(address)?.setAttribute("aria-current", "true");
    };
    const watcher = new IntersectionObserver((entries) => {
      const written = this.sections.find((cell) => cell.isFocused);
      for (const { isIntersecting, target } of entries) if (isIntersecting) mark(written?.address ?? target.name);
    }, { rootMargin: "-20% 0px -60% 0px" });
    for (const cell of this.sections) {
      watcher.observe(cell.field);
      cell.field.addEventListener("focus", () => mark(cell.address));
    }
  }
}

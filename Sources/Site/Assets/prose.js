// Long text: fields that grow, character counts, cell references inserted as chips, the outline's states.

/** Counts as the server does: Unicode scalars. */
export const countOf = (text) => [...text].length;

const growsByItself = CSS.supports("field-sizing", "content");

/** Makes one textarea grow with its text and count against data-limit. Safe to call twice. */
export function preparePlainText(field) {
  if (field.dataset.prepared) return;
  field.dataset.prepared = "yes";
  const limit = Number(field.dataset.limit) || 0;
  const inSheet = field.closest("table.sheet") !== null;
  let counter = null;
  const update = () => {
    if (!growsByItself) {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 2}px`;
    }
    if (!limit) return;
    const count = countOf(field.value);
    // In a table the count would stand in every row: there it appears only when the end is near.
    const wanted = !inSheet || count > limit * 0.8;
    if (wanted && !counter) {
      counter = document.createElement("span");
      counter.className = "counter";
      field.after(counter);
    }
    if (!counter) return;
    counter.hidden = !wanted;
    counter.textContent = count > limit ? `${count} / ${limit} 字，超出 ${count - limit} 字` : `${count} / ${limit} 字`;
    counter.classList.toggle("over", count > limit);
  };
  field.addEventListener("input", update);
  field.addEventListener("cellshown", update);
  update();
}

const reference = /\{\{([\w.-]+\/[\w.-]+\/[\w.-]+)\}\}/g;

/** The report's sections: chips, preview, outline. `changed(cell)` saves after an insertion. */
export class Prose {
  constructor(form, cells, changed) {
    this.form = form;
    this.cells = cells;
    this.changed = changed;
    /** Cell address → text to show, from the chips on the page and the answers. */
    this.values = new Map();
    this.sections = [...cells.values()].filter((cell) => cell.isProse);
    for (const chip of form.querySelectorAll("[data-insert]")) this.prepareChip(chip);
    for (const line of form.querySelectorAll(".inserts")) line.hidden = false;
    for (const cell of this.sections) {
      cell.field.addEventListener("input", () => this.refresh(cell));
      cell.field.addEventListener("cellshown", () => this.refresh(cell));
      this.refresh(cell);
    }
    this.followScroll();
  }

  prepareChip(chip) {
    const [, address] = /\{\{(.+)\}\}/.exec(chip.dataset.insert) ?? [];
    if (address) this.values.set(address, chip.dataset.value ?? "");
    chip.addEventListener("mousedown", (event) => event.preventDefault()); // The caret says where the chip goes.
    chip.addEventListener("click", () => {
      const target = chip.dataset.for
        ? document.getElementById(chip.dataset.for)
        : chip.closest(".report-section")?.querySelector("textarea.prose");
      const cell = this.sections.find(({ field }) => field === target);
      if (!cell) return;
      target.focus();
      target.setRangeText(chip.dataset.insert, target.selectionStart, target.selectionEnd, "end");
      target.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /** New figures from an answer: the chips and previews follow their cells. */
  follow(answered) {
    let touched = false;
    for (const [address, { text }] of Object.entries(answered)) {
      if (text === undefined || !this.values.has(address)) continue;
      this.values.set(address, text);
      touched = true;
      for (const chip of this.form.querySelectorAll(`[data-insert="{{${CSS.escape(address)}}}"]`)) {
        chip.dataset.value = text;
        const figure = chip.querySelector("b");
        if (figure) figure.textContent = text;
      }
    }
    if (touched) for (const cell of this.sections) this.refresh(cell);
  }

  refresh(cell) {
    const link = document.querySelector(`[data-outline="${CSS.escape(cell.address)}"]`);
    if (link) {
      const isFilled = cell.field.value.trim() !== "";
      link.classList.toggle("filled", isFilled);
      link.classList.toggle("missing", !isFilled);
      link.classList.toggle("flagged", cell.holder.classList.contains("flagged"));
      const state = link.querySelector(".outline-state");
      if (state) state.textContent = isFilled ? "已写" : "未写";
    }
    const preview = document.querySelector(`[data-preview="${CSS.escape(cell.address)}"]`);
    if (preview) this.renderPreview(preview, cell.field.value);
  }

  renderPreview(preview, text) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(reference)) {
      pieces.push(text.slice(end, match.index), this.chipFor(match[1]));
      end = match.index + match[0].length;
    }
    preview.hidden = !pieces.length;
    preview.replaceChildren(...pieces, text.slice(end));
  }

  chipFor(address) {
    const chip = document.createElement("span");
    const value = this.values.get(address);
    chip.className = value ? "chip" : "chip broken";
    chip.textContent = value || (this.values.has(address) ? "未填" : "没有这个数据");
    chip.title = address;
    return chip;
  }

  /** Marks in the outline the section that is on screen. */
  followScroll() {
    const links = new Map([...document.querySelectorAll("[data-outline]")].map((link) => [link.dataset.outline, link]));
    if (!links.size) return;
    const watcher = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute("aria-current");
        links.get(target.name)?.setAttribute("aria-current", "true");
      }
    }, { rootMargin: "-20% 0px -60% 0px" });
    for (const cell of this.sections) watcher.observe(cell.field);
  }
}

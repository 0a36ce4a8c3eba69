// The cells of one editor: what each holds, what the server last confirmed, and how it looks.

import { cleanNumber, finishedNumber, looksFinished, withSeparators } from "./numbers.js";

const numberKinds = ["amount", "count", "area", "percent", "percentNumber", "points", "score"];
const separatedKinds = ["amount", "count", "area"];
const addressPattern = /^[\w.-]+\/[\w.-]+\/[\w.-]+$/;

export const idOf = (address) => address.replaceAll("/", "_");

/**
 * One cell: an input, textarea, select or tick box that the person fills, or what the server computes: an output, or a
 * read-only input where a sum may become a typed figure again when its lines are emptied.
 */
export class Cell {
  constructor(address, field) {
    this.address = address;
    this.field = field;
    this.holder = field.closest("[data-cell]") ?? field.closest(".report-section") ?? field.parentElement;
    this.isOutput = field.localName === "output";
    this.isTick = field.type === "checkbox";
    this.isText = field.localName === "textarea";
    this.isProse = field.classList.contains("prose");
    const kinds = this.holder.classList;
    /** Takes several lines; other texts are one line, however long the field is. */
    this.isParagraph = kinds.contains("paragraph");
    this.isNumber = numberKinds.some((kind) => kinds.contains(kind));
    this.isAmount = kinds.contains("amount");
    this.isSeparated = separatedKinds.some((kind) => kinds.contains(kind));
    this.raw = this.rendered();
    /** What the server holds. */
    this.saved = this.raw;
    /** What was typed to get there, when the server spells it differently: "4,64" and "4.64". */
    this.acknowledged = this.raw;
    this.problem = this.holder.querySelector(":scope > .problem")?.textContent ?? null;
    this.conflict = null;
    // Typing may have begun before this script arrived.
    if (!this.isComputed && this.typed() !== this.raw) this.raw = this.typed();
    this.show();
  }

  /** The text that the page came with. */
  rendered() {
    if (this.isOutput) return this.field.textContent.trim();
    if (this.isTick) return this.field.defaultChecked ? this.field.value : "";
    if (this.field.localName === "select") {
      const option = [...this.field.options].find((option) => option.defaultSelected) ?? this.field.options[0];
      return option?.value ?? "";
    }
    return this.field.defaultValue;
  }

  /** The text that stands in the field now. */
  typed() {
    if (this.isTick) return this.field.checked ? this.field.value : "";
    return this.field.value;
  }

  get isComputed() { return this.isOutput || this.field.readOnly === true; }
  get isFocused() { return document.activeElement === this.field; }
  get isChanged() { return this.raw !== this.saved && this.raw !== this.acknowledged; }

  /** Takes what stands in the field; on leaving, numbers are cleaned too. */
  take({ leaving = false } = {}) {
    const text = this.typed();
    this.raw = leaving && this.isNumber ? finishedNumber(text) : text;
  }

  /** Puts a text into the cell, as a paste, an undo or an answer does. */
  write(text) {
    if (this.isNumber) text = cleanNumber(text);
    else if (this.field.localName === "input" && !this.isTick) text = text.replace(/\s*\n\s*/g, " ");
    if (this.field.localName === "select") {
      const chosen = this.option(text);
      if (!chosen) return;
      text = chosen.value;
    }
    if (this.isTick) text = text && !/^(否|无|0|x|×)$/i.test(text.trim()) ? this.field.value : "";
    this.raw = text;
    this.show();
  }

  /** The choice that a text means; undefined where the list has none. */
  option(text) {
    const wanted = text.trim();
    return [...this.field.options].find((option) => option.value === wanted || option.text.trim() === wanted);
  }

  /** Why a text that was written here is not what is saved; null where it is, or where only the server can tell. */
  refusal(text) {
    if (this.field.localName === "select" && !this.option(text)) return "不在可选的内容中";
    if (this.isNumber && this.isChanged && !looksFinished(this.raw)) return "不是数字";
    return this.problem === null ? null : "没有存下";
  }

  /** Separators stand only while the cell is not being edited. */
  show() {
    const text = this.isSeparated && (this.isComputed || !this.isFocused) ? withSeparators(this.raw) : this.raw;
    if (this.isOutput) this.field.textContent = text;
    else if (this.isTick) this.field.checked = this.raw !== "";
    else if (this.field.value !== text) this.field.value = text;
    this.field.dispatchEvent(new CustomEvent("cellshown", { bubbles: true }));
  }

  get caption() {
    return this.field.getAttribute("aria-label") ?? this.field.labels?.[0]?.textContent.trim()
      ?? this.holder.dataset.caption ?? "";
  }

  /** A sum that became a typed figure, or the other way round. */
  setComputed(computed) {
    if (this.isOutput) return;
    this.field.readOnly = computed;
    this.holder.classList.toggle("computed", computed);
  }

  setProblem(message) {
    this.problem = message;
    this.holder.classList.toggle("invalid", message !== null);
    let note = this.holder.querySelector(":scope > .problem");
    if (message === null) {
      note?.remove();
      if (this.field.getAttribute("aria-invalid")) {
        this.field.removeAttribute("aria-invalid");
        this.describe(`${idOf(this.address)}_problem`, false);
      }
      return;
    }
    if (!note) {
      note = document.createElement("p");
      note.className = "problem";
      note.id = `${idOf(this.address)}_problem`;
      this.field.after(note);
    }
    note.textContent = message;
    this.field.setAttribute("aria-invalid", "true");
    this.describe(note.id, true);
  }

  /** Adds or takes away one id in aria-describedby and keeps the others, such as a hint's. */
  describe(id, present) {
    const ids = new Set((this.field.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean));
    if (present) ids.add(id); else ids.delete(id);
    if (ids.size) this.field.setAttribute("aria-describedby", [...ids].join(" "));
    else this.field.removeAttribute("aria-describedby");
  }

  /** Keeps the marks that depend on the value: unsaved typing, edited since the sync, proposal taken. */
  mark() {
    this.holder.classList.toggle("unsaved", !this.isComputed && this.isChanged && !this.isProse);
    const { synced } = this.holder.dataset;
    if (synced !== undefined) {
      const edited = this.raw !== "" && !sameNumber(this.raw, synced);
      this.holder.classList.toggle("edited", edited);
      this.holder.title = `${this.holder.dataset.syncedFrom ?? "预算系统"}：${withSeparators(synced)}`;
    }
    const proposal = this.proposal;
    if (proposal) this.proposalNote.classList.toggle("agrees", sameNumber(this.raw, proposal));
  }

  get proposalNote() { return this.holder.querySelector(":scope > [data-proposal]"); }
  /** The figure that can be taken over; a stretch such as 9–12 leaves the choice to the person. */
  get proposal() {
    const text = this.proposalNote?.querySelector("b")?.textContent.trim() ?? "";
    return /^\d+(\.\d+)?$/.test(text) ? text : null;
  }
}

/** 4.6 and 4.60 are the same figure. */
export function sameNumber(one, other) {
  return one === other || (one !== "" && other !== "" && Number(one) === Number(other));
}

/** Finds every cell of the form: address → Cell. */
export function collectCells(form) {
  const cells = new Map();
  const kinds = "input[name]:not([type=hidden]), textarea[name], select[name], [data-cell] output";
  const fields = form.querySelectorAll(kinds);
  for (const field of fields) {
    const address = addressPattern.test(field.name) ? field.name : field.closest("[data-cell]")?.dataset.cell;
    if (addressPattern.test(address)) cells.set(address, new Cell(address, field));
  }
  return cells;
}

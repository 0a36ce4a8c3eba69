// Long text: fields that grow, and a count that appears when the end is near.

/** Counts as the server does: Unicode scalars, without control characters and without blanks at the ends. */
const countOf = (text) => [...text.replace(controls, "").replace(blankEnds, "")].length;
const controls = /[\0-\x08\v\f\x0e-\x1f\x7f\ufffe\uffff\r]/g;
const blankEnds = /^[\s\x85\u200b]+|[\s\x85\u200b]+$/g;

const growsByItself = CSS.supports("field-sizing", "content");
/** The count stands there from this share of the limit on. */
const near = 0.8;
/** Milliseconds without typing after which the count is read out. */
const pause = 1200;

/** Makes one textarea grow with its text and count against data-limit. Safe to call twice. */
export function preparePlainText(field) {
  if (field.dataset.prepared) return;
  field.dataset.prepared = "yes";
  const limit = Number(field.dataset.limit) || 0;
  const counter = limit ? new Counter(field, limit) : null;
  const update = () => {
    if (!growsByItself) {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 2}px`;
    }
    counter?.show(countOf(field.value));
  };
  field.addEventListener("input", update);
  field.addEventListener("cellshown", update);
  update();
}

/** The count under a field, and its quiet twin for those who listen. */
class Counter {
  constructor(field, limit) {
    this.field = field;
    this.limit = limit;
    this.note = null;
    this.timer = 0;
  }

  show(count) {
    const wanted = count > this.limit * near;
    if (wanted && !this.note) this.make();
    if (!this.note) return;
    const rest = this.limit - count;
    this.note.hidden = !wanted;
    this.note.textContent = `${count} / ${this.limit} 字${rest < 0 ? `，超出 ${-rest} 字` : ""}`;
    this.note.classList.toggle("over", rest < 0);
    clearTimeout(this.timer);
    const words = wanted ? (rest < 0 ? `超出 ${-rest} 字` : `还可写 ${rest} 字`) : "";
    if (document.activeElement !== this.field) return;
    this.timer = setTimeout(() => { this.voice.textContent = words; }, pause);
  }

  make() {
    this.note = document.createElement("span");
    this.note.className = "counter";
    this.note.setAttribute("aria-hidden", "true");
    this.voice = document.createElement("span");
    this.voice.className = "visually-hidden";
    this.voice.setAttribute("role", "status");
    this.field.after(this.note, this.voice);
  }
}

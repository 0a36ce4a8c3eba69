// A message above the sheet, never in the way; a new one takes the place of the old.

export class Message {
  /** `action`: { caption, run() } for a button that is pressed once. */
  constructor(form, text, kind, action = null) {
    form.querySelector(".editor-message")?.remove();
    this.box = document.createElement("div");
    this.words = document.createElement("span");
    this.box.append(this.words, " ");
    this.button = action && this.add(action.caption, action.run);
    this.add("知道了", () => {});
    this.say(text, kind);
    (form.querySelector("[data-formula-bar]") ?? form.querySelector(".savebar")).after(this.box);
  }

  add(caption, action) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "quiet small", textContent: caption });
    made.addEventListener("click", () => { this.box.remove(); action(); });
    this.box.append(made);
    return made;
  }

  get isShown() { return this.box.isConnected; }

  say(text, kind) {
    this.words.textContent = text;
    this.box.className = `notice ${kind} editor-message`;
  }

  /** What it told is so no more. */
  close() { this.box.remove(); }

  /** What its button did cannot be done any more. */
  withdraw() { this.button?.remove(); }
}

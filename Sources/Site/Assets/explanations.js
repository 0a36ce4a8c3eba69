// Explanations of warnings that are typed and not yet noted. They are kept on this machine until the server has them:
// noting one loads the page anew, as does adding a line, and both would empty the other boxes.

const prefix = "jiheng.explanations.";
const { person } = document.body.dataset;

const keyOf = (form) => `${prefix}${person}.${new URL(form.action).pathname}`;
const boxOf = (form) => form.querySelector("textarea[name=text]");

/** Puts back what was typed into the boxes within an element; forgets what has been noted meanwhile. */
export function restoreExplanations(within) {
  for (const form of within.querySelectorAll("form.explain")) {
    const box = boxOf(form);
    const text = read(keyOf(form))[form.elements.key.value];
    if (text === undefined) continue;
    if (text.trim() === box.defaultValue.trim()) {
      keep(form, undefined);
    } else if (box.value !== text && box.value === box.defaultValue) {
      box.value = text;
      tellRestored(box);
    }
  }
}

/** Keeps what is typed in any of them, also in those that come later. */
export function keepExplanations() {
  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form.explain");
    if (form && target === boxOf(form)) keep(form, target.value === target.defaultValue ? undefined : target.value);
  });
  restoreExplanations(document);
}

function tellRestored(box) {
  const note = document.createElement("p");
  note.className = "hint";
  note.textContent = "尚未记下，已从本机恢复。";
  box.after(note);
}

function keep(form, text) {
  const key = keyOf(form);
  const texts = { ...read(key), [form.elements.key.value]: text };
  try {
    if (Object.values(texts).some((one) => one !== undefined)) localStorage.setItem(key, JSON.stringify(texts));
    else localStorage.removeItem(key);
  } catch { /* Then it is kept only as long as the page. */ }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

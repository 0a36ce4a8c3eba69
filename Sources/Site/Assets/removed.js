// What was removed can be put back, by the notice or by undoing, and removed again by redoing: a line with its texts,
// and an indicator that was said not to apply. Each loads the page anew; what is under way is kept meanwhile.

const key = "jiheng.removed";

export const Removed = {
  /** Keeps what this button removes: which indicator, or what stands in the line. */
  remember(submitter, cells) {
    const [action, line] = submitter.value.split(":");
    const isAgain = read()?.isAgain === submitter.value;
    if (action === "removeNode") keep({ removal: { node: line }, isAgain });
    if (action !== "remove" || !submitter.dataset.under) return;
    const texts = {};
    for (const cell of cells.values()) {
      const [, row, column] = cell.address.split("/");
      if (row === line && !cell.isComputed && cell.raw) texts[column] = cell.raw;
    }
    const name = submitter.getAttribute("aria-label").replace(/^删除 /, "");
    keep({ removal: { line, under: submitter.dataset.under, texts, name }, isAgain });
  },

  /** Takes a removal back. */
  putBack(editor, removal) {
    const button = putBackButton(editor.form, removal);
    if (!button) return;
    keep({ removal, isComingBack: true });
    editor.form.requestSubmit(button);
  },

  /** Carries a removal out again. */
  removeAgain(editor, removal) {
    const button = removeButton(editor.form, removal);
    if (!button) return;
    keep({ isAgain: button.value });
    editor.form.requestSubmit(button);
  },

  /** Nothing is under way any more. */
  forget() {
    try { sessionStorage.removeItem(key); } catch { /* Nothing was kept. */ }
  },

  /** On the page after it: tells the history what became of what was under way, and offers to put back what is gone. */
  arrive(editor, added) {
    const { removal, isComingBack, isAgain, path } = read() ?? {};
    this.forget();
    const isHere = removal && path === location.pathname;
    const isRemoved = isHere && !isComingBack && isGone(editor, removal);
    if (isHere && isComingBack) comeBack(editor, removal, added);
    if (isRemoved) editor.history.removed(removal, isAgain);
    editor.history.check({
      canUndo: (step) => isGone(editor, step), canRedo: (step) => removeButton(editor.form, step) !== null,
    });
    if (!isRemoved) return;
    const name = removal.name ?? putBackButton(editor.form, removal).textContent.replace(/^恢复 /, "");
    editor.tell(`已删除“${name}”。`, "info", { caption: "恢复", run: () => this.putBack(editor, removal) });
  },
};

/** Writes what stood in a line into the new one for it; no step of its own. */
function comeBack(editor, removal, added) {
  if (removal.node) {
    if (!isGone(editor, removal)) editor.history.cameBack(removal);
    return;
  }
  if (!added) return;
  const [sheet, line] = added.address.split("/");
  const written = Object.entries(removal.texts).flatMap(([column, text]) => {
    const cell = editor.cells.get(`${sheet}/${line}/${column}`);
    cell?.write(text);
    return cell ? [cell] : [];
  });
  editor.afterWriting(written);
  editor.history.cameBack(removal, line);
  editor.announce(`已恢复“${removal.name}”`);
}

function isGone({ cells, form }, removal) {
  if (!putBackButton(form, removal)) return false;
  return removal.node || ![...cells.keys()].some((address) => address.split("/")[1] === removal.line);
}

function putBackButton(form, { node, under }) { return button(form, node ? `restoreNode:${node}` : `add:${under}`); }
function removeButton(form, { node, line }) { return button(form, node ? `removeNode:${node}` : `remove:${line}`); }

function button(form, value) { return form.querySelector(`button[name="action"][value="${CSS.escape(value)}"]`); }

function keep(what) {
  const kept = { ...what, path: location.pathname };
  try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch { /* Then it is gone, as without this script. */ }
}

function read() {
  try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
}

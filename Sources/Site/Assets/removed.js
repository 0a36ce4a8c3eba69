// What was removed can be put back, by the notice or by undoing: a line with its texts, and an indicator that was said
// not to apply. Removing loads the page anew.

const key = "jiheng.removed";

export const Removed = {
  /** Keeps what this button removes: which indicator, or what stands in the line. */
  remember(submitter, cells) {
    const [action, line] = submitter.value.split(":");
    if (action === "removeNode") keep({ path: location.pathname, node: line });
    if (action !== "remove" || !submitter.dataset.under) return;
    const texts = {};
    for (const cell of cells.values()) {
      const [, row, column] = cell.address.split("/");
      if (row === line && !cell.isComputed && cell.raw) texts[column] = cell.raw;
    }
    keep({
      path: location.pathname, line, under: submitter.dataset.under, texts,
      name: submitter.getAttribute("aria-label").replace(/^删除 /, ""),
    });
  },

  /** On the page with a new line for the removed one: writes what stood in it; no step of its own. */
  comeBack(editor, added) {
    const removed = read();
    if (!removed?.isComingBack) return;
    forget();
    if (removed.path !== location.pathname || !added) return;
    const [sheet, line] = added.address.split("/");
    const written = Object.entries(removed.texts).flatMap(([column, text]) => {
      const cell = editor.cells.get(`${sheet}/${line}/${column}`);
      cell?.write(text);
      return cell ? [cell] : [];
    });
    editor.afterWriting(written);
    editor.history.rename(removed.line, line);
    editor.announce(`已恢复“${removed.name}”`);
  },

  /** On the page without the line: the offer to put it back. */
  offer(editor) {
    const removed = read();
    forget();
    if (!removed || removed.path !== location.pathname) return;
    if (removed.node) return offerIndicator(editor, removed.node);
    const { cells, form, history } = editor;
    const stillThere = [...cells.keys()].some((address) => address.split("/")[1] === removed.line);
    const button = form.querySelector(`button[name="action"][value="add:${CSS.escape(removed.under)}"]`);
    if (stillThere || !button) return;
    const putBack = () => {
      keep({ ...removed, isComingBack: true });
      form.requestSubmit(button);
    };
    history.removed(putBack);
    editor.tell(`已删除“${removed.name}”。`, "info", { caption: "恢复", run: putBack });
  },
};

function offerIndicator(editor, node) {
  const { form, history } = editor;
  const button = form.querySelector(`button[name="action"][value="restoreNode:${CSS.escape(node)}"]`);
  if (!button) return;
  const putBack = () => form.requestSubmit(button);
  history.removed(putBack);
  editor.tell(`已删除“${button.textContent.replace(/^恢复 /, "")}”。`, "info", { caption: "恢复", run: putBack });
}

function keep(removed) {
  try { sessionStorage.setItem(key, JSON.stringify(removed)); } catch { /* Then it is gone, as without this script. */ }
}

function read() {
  try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
}

function forget() {
  try { sessionStorage.removeItem(key); } catch { /* Nothing was kept. */ }
}

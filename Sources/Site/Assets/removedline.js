// A line that was removed can be put back, by the notice or by undoing: removing loads the page anew.

const key = "jiheng.removed";

export const RemovedLine = {
  /** Keeps what stands in the line that this button removes. */
  remember(submitter, cells) {
    const [action, line] = submitter.value.split(":");
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

  /** On the next page: the offer to put it back, or, once its new line is there, its texts. */
  offer(editor, added) {
    const removed = taken();
    if (!removed || removed.path !== location.pathname) return;
    const { cells, form, history } = editor;
    const stillThere = [...cells.keys()].some((address) => address.split("/")[1] === removed.line);
    if (removed.isComingBack && added) {
      const [sheet, line] = added.address.split("/");
      const changes = Object.entries(removed.texts).flatMap(([column, text]) => {
        const cell = cells.get(`${sheet}/${line}/${column}`);
        return cell ? [{ cell, text }] : [];
      });
      // Putting back is undoing, not a step of its own.
      for (const { cell, text } of changes) cell.write(text);
      editor.afterWriting(changes.map(({ cell }) => cell));
      history.rename(removed.line, line);
      editor.announce(`已恢复“${removed.name}”`);
      return;
    }
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

function keep(removed) {
  try { sessionStorage.setItem(key, JSON.stringify(removed)); } catch { /* Then it is gone, as without this script. */ }
}

function taken() {
  try {
    const removed = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    return removed;
  } catch {
    return null;
  }
}

// The editor of policies: numbers of lines, what is wrong beside its line, and the text kept in this browser until it
// is published. Without this script the text is typed, checked and published all the same.

const form = document.querySelector("form[data-policy-editor]");
if (form) prepare(form);

function prepare(form) {
  const field = form.querySelector("textarea[name=text]");
  const box = field.parentElement;
  const faults = new Map();
  for (const item of document.querySelectorAll(".fault-list [data-fault]")) {
    const line = Number(item.dataset.line);
    faults.set(line, [...(faults.get(line) ?? []), item.dataset.fault]);
  }

  // Numbers stand in a column that scrolls with the text.
  const gutter = document.createElement("pre");
  gutter.className = "policy-gutter";
  gutter.setAttribute("aria-hidden", "true");
  box.prepend(gutter);
  box.classList.add("numbered");
  let count = 0;
  const number = () => {
    const lines = field.value.split("\n").length;
    if (lines !== count) {
      count = lines;
      gutter.replaceChildren(...Array.from({ length: lines }, (_, index) => {
        const line = document.createElement("span");
        line.textContent = `${index + 1}\n`;
        const found = faults.get(index + 1);
        if (found) {
          line.className = "faulty";
          line.title = found.join("\n");
        }
        return line;
      }));
    }
    gutter.scrollTop = field.scrollTop;
  };
  field.addEventListener("scroll", () => { gutter.scrollTop = field.scrollTop; });

  // A fault leads to its line in the field.
  const go = (line) => {
    const lines = field.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    field.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(field).lineHeight));
    box.scrollIntoView({ block: "nearest" });
  };
  for (const item of document.querySelectorAll(".fault-list [data-line]")) {
    item.querySelector("a")?.addEventListener("click", (event) => {
      event.preventDefault();
      go(Number(item.dataset.line));
    });
  }

  // Tab leaves the field, as everywhere; two blanks begin a line as the one before does.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    const blanks = field.value.slice(start, field.selectionStart).match(/^ */)[0];
    if (!blanks) return;
    event.preventDefault();
    document.execCommand("insertText", false, `\n${blanks}`);
  });

  keep(form, field, number);
  field.addEventListener("input", number);
  number();
  document.getElementById("preview-title")?.focus();
}

/** What was typed and not published stays in this browser, for the person who typed it. */
function keep(form, field, number) {
  const key = `policy ${document.body.dataset.person} ${form.dataset.policyEditor}`;
  const note = form.querySelector(".policy-kept");
  const sent = field.value;
  const stored = read(key);
  if (stored === sent) write(key, null);
  // The page comes with the text that was sent last; an older one is offered, never put in place of it.
  const isFresh = !document.querySelector(".fault-list, .policy-preview, .notice.success, .error-summary");
  if (isFresh && stored && stored !== sent) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "恢复";
    button.addEventListener("click", () => {
      field.value = stored;
      number();
      note.textContent = "已恢复上次没有发布的文本。";
      field.focus();
    });
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "quiet";
    drop.textContent = "丢弃";
    drop.addEventListener("click", () => {
      write(key, null);
      note.textContent = "";
    });
    note.append("本浏览器中有上次没有发布的文本。", button, drop);
  }
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (write(key, field.value)) note.textContent = "还没有发布的文本已存在本浏览器中。";
    }, 500);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (event.submitter?.value === "publish") sessionStorage.setItem("published policy", key);
    write(key, field.value);
  });
  // A page that is still the editor was refused.
  sessionStorage.removeItem("published policy");
}

function read(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function write(key, text) {
  try {
    if (text === null) localStorage.removeItem(key); else localStorage.setItem(key, text);
    return true;
  } catch { return false; }
}

// Small conveniences for every page. Nothing here is needed: without scripts each page works the same, only slower.

import { keptFilings, forget } from "./outbox.js";
import { preparePlainText } from "./longtext.js";
import { keepExplanations } from "./explanations.js";

const each = (selector, prepare) => document.querySelectorAll(selector).forEach(prepare);

// The summary of what is wrong is read first.
document.querySelector(".error-summary")?.focus();

each("textarea[data-limit]", (field) => { if (!field.closest("form.editor")) preparePlainText(field); });

keepExplanations();

// A menu closes when one goes elsewhere.
each("details.menu", (menu) => {
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});

each("[data-copy]", (button) => {
  button.hidden = false;
  const caption = button.textContent;
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy);
    const text = source.value ?? source.textContent.trim();
    button.textContent = await copied(text, source) ? "已复制" : "请按 Ctrl+C";
    setTimeout(() => { button.textContent = caption; }, 2000);
  });
});

/** The clipboard interface needs https; in an office network without it the old way still works. */
async function copied(text, source) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }
}

// A deadline that has passed may be meant, for a task held later; it is told of.
each("input[type=date][name=deadline]", (input) => {
  const warning = document.createElement("p");
  warning.className = "hint";
  warning.setAttribute("role", "status");
  input.after(warning);
  const refresh = () => {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
    const isPast = input.value !== "" && input.value < today;
    warning.textContent = isPast ? "这个日期已过，下达后各单位随即显示为逾期。" : "";
  };
  input.addEventListener("change", refresh);
  refresh();
});

each("[data-print]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

// Tick all: the box in the heading follows the boxes below it.
each("[data-tick-all]", (all) => {
  all.hidden = false;
  const scope = all.closest("form") ?? all.closest("table");
  const boxes = () => [...scope.querySelectorAll(`input[type=checkbox][name="${CSS.escape(all.dataset.tickAll)}"]`)]
    .filter((box) => !box.disabled && !box.closest("[hidden]"));
  const count = scope.querySelector("[data-ticked]");
  const refresh = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
    if (count) count.textContent = ticked ? `已选 ${ticked} 个` : "";
  };
  all.addEventListener("change", () => {
    for (const box of boxes()) box.checked = all.checked;
    refresh();
  });
  scope.addEventListener("change", (event) => { if (event.target !== all) refresh(); });
  refresh();
});

// Filter while typing, over the rows that are on the page.
each("table[data-filter]", (table) => {
  const input = document.querySelector(table.dataset.filter);
  if (!input) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const texts = rows.map((row) => row.textContent.normalize("NFKC").toLowerCase());
  const count = document.createElement("p");
  count.className = "list-count";
  count.setAttribute("role", "status");
  table.closest(".list-scroll")?.before(count);
  input.addEventListener("input", () => {
    const words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      if (!row.hidden) shown += 1;
    });
    count.textContent = words.length ? (shown ? `本页有 ${shown} 行符合` : "本页没有符合的行，可改用“筛选”查全部") : "";
  });
});

// A list is found again as it was left: the menu leads to what was last asked of it in this window.
const asked = (path) => `jiheng.list.${path}`;
if (document.querySelector("form.filters[method=get]")) {
  try { sessionStorage.setItem(asked(location.pathname), location.search); } catch { /* Then it begins anew. */ }
}
each(".topnav a", (link) => {
  try { link.search = sessionStorage.getItem(asked(link.pathname)) ?? ""; } catch { /* The whole list, then. */ }
});

// How long until the deadline, in its last days: before, lists count the working days. The date stays as the tooltip.
const day = 86_400_000;
each("[data-countdown]", (note) => {
  const due = new Date(note.dataset.countdown);
  if (Number.isNaN(due.getTime())) return;
  note.title = note.textContent.trim();
  const refresh = () => {
    const left = due - Date.now();
    const days = Math.floor(left / day);
    const hours = Math.floor(left / 3_600_000);
    const span = left < 0 ? "，已过期" : days >= 3 ? ""
      : hours >= 1 ? `，还有 ${hours} 小时` : `，还有 ${Math.max(1, Math.ceil(left / 60_000))} 分钟`;
    note.textContent = `${note.title}${span}`;
    note.classList.toggle("overdue", left < 0);
    note.classList.toggle("soon", left >= 0 && left < 3 * day);
  };
  refresh();
  setInterval(refresh, 60_000);
});

// Uploads: drop a file anywhere on the box; what the server would refuse is said before it is sent.
each("form.upload", (form) => {
  const input = form.querySelector("input[type=file]");
  const field = input.closest(".field");
  const hint = document.createElement("p");
  hint.className = "upload-drop";
  hint.textContent = "也可以把文件拖到这里";
  input.after(hint);
  const types = (form.dataset.types ?? "").toLowerCase().split(",").filter(Boolean);
  const most = Number(form.dataset.maxBytes) || Infinity;

  const fault = (file) => {
    const name = file.name.toLowerCase();
    if (types.length && !types.some((type) => name.endsWith(type))) {
      return `“${file.name}”的类型不能上传，只收 ${types.join("、")}`;
    }
    if (file.size > most) return `“${file.name}”有 ${inWords(file.size)}，超过 ${inWords(most)}`;
    return file.size === 0 ? `“${file.name}”是空文件` : null;
  };
  const check = () => {
    const message = [...input.files].map(fault).find(Boolean) ?? null;
    let note = field.querySelector(".error");
    if (!note && message) {
      note = document.createElement("p");
      note.className = "error";
      note.id = `${input.id}-error`;
      note.setAttribute("role", "alert");
      input.before(note);
    }
    if (note) note.textContent = message ?? "";
    field.classList.toggle("invalid", message !== null);
    if (message) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    return message === null;
  };
  input.addEventListener("change", check);
  form.addEventListener("submit", (event) => { if (!check()) { event.preventDefault(); input.focus(); } });
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    check();
  });
});

function inWords(bytes) {
  if (bytes < 1_048_576) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1).replace(".0", "")} MB`;
}

// A reason is asked for where the button stands; the caret goes there.
each("details.return", (details) => {
  details.addEventListener("toggle", () => { if (details.open) details.querySelector("textarea")?.focus(); });
});

// One press is one request.
each("form[method=post]:not(.editor, .upload)", (form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 5000) event.preventDefault();
    else form.dataset.sent = String(Date.now());
  });
});

// What scrolls sideways can be scrolled by keyboard.
each(".sheet-scroll, .list-scroll, .checked .scroll", (box) => {
  if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) box.tabIndex = 0;
});

// A tab that is open lies in view, also where the tabs scroll sideways.
each(".tabs [aria-current], .subtabs [aria-current]", (tab) => {
  const strip = tab.parentElement;
  strip.scrollLeft = tab.offsetLeft - strip.clientWidth / 2 + tab.offsetWidth / 2;
});

// Typing that never reached the server, found again on pages other than the filing itself.
const { person } = document.body.dataset;
if (person && !document.querySelector("form.editor")) {
  for (const { key, page, changes } of keptFilings(person)) {
    const note = document.createElement("div");
    note.className = "notice warning";
    note.setAttribute("role", "status");
    const open = document.createElement("a");
    open.href = page;
    open.textContent = "打开并补存";
    const drop = document.createElement("button");
    Object.assign(drop, { type: "button", className: "quiet small", textContent: "不要了" });
    drop.addEventListener("click", () => { forget(key); note.remove(); });
    const list = document.createElement("ul");
    for (const { caption, text } of changes) {
      const line = document.createElement("li");
      line.textContent = `${caption || "未命名"}：${text || "（空）"}`;
      list.append(line);
    }
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "看是哪些";
    details.append(summary, list);
    note.append(`这台电脑上还有 ${changes.length} 格填写没有送到服务器。 `);
    if (page !== location.pathname) note.append(open, " ");
    note.append(drop, details);
    document.querySelector("main")?.prepend(note);
  }
}

// What was typed in the editor of policies and then published need not be kept any more.
if (!document.querySelector("form[data-policy-editor]")) {
  try {
    const published = sessionStorage.getItem("published policy");
    if (published && location.pathname.startsWith("/admin/policies/")) localStorage.removeItem(published);
    sessionStorage.removeItem("published policy");
  } catch { /* A browser that keeps nothing has nothing to forget. */ }
}

// The findings beside the form: the panel, the marks at the cells, the counts in the tabs, walking with F8.

import { idOf } from "./cells.js";
import { restoreExplanations } from "./explanations.js";

export class Findings {
  constructor(form, cells, announce) {
    this.form = form;
    this.cells = cells;
    this.announce = announce;
    this.panel = document.querySelector("[data-findings]");
    this.list = this.panel?.querySelector(".finding-list");
    this.current = -1;
    /** Counts requests, so that an old answer is known by its number. */
    this.asked = 0;
    /** What stands in the panel: [{ key, severity, words, title, message, cells }]. */
    this.items = [...(this.list?.children ?? [])].map((item) => ({
      key: item.dataset.key,
      severity: ["error", "warning", "info"].find((name) => item.classList.contains(name)),
      words: item.querySelector(".severity")?.textContent.trim() ?? "",
      title: item.querySelector(".finding-title a")?.textContent.trim() ?? "",
      message: item.querySelector(".finding-message")?.textContent.trim() ?? "",
      explained: item.querySelector(".severity.explained") !== null,
      cells: (item.dataset.cells ?? "").split(/\s+/).filter(Boolean),
    }));
    this.flagCells();
  }

  get sheet() { return this.panel?.dataset.findings ?? ""; }

  /** Asks for what a save did not tell. Resolves to null where a later answer made it old, or none came. */
  async fetch() {
    this.asked += 1;
    const mine = this.asked;
    try {
      const response = await fetch(this.form.dataset.findingsFrom, { credentials: "same-origin" });
      const answer = response.ok && !response.redirected ? await response.json() : null;
      return mine === this.asked ? answer : null;
    } catch { return null; } // No connection: the next save tells.
  }

  /** Takes the findings of an answer: all of the filing; those of other sheets only count. */
  show(findings, counts) {
    this.asked += 1;
    if (counts) this.showCounts(counts);
    if (!this.panel || !findings) return;
    const mine = findings.filter(({ sheet }) => !this.sheet || sheet === this.sheet);
    const before = new Set(this.items.map(({ key }) => key));
    const gone = this.items.length && !mine.length;
    const fresh = mine.filter(({ key, severity }) => !before.has(key) && severity !== "info");
    this.items = mine;
    this.current = -1;
    this.showList(mine);
    this.showElsewhere(findings.filter((finding) => !mine.includes(finding)));
    this.flagCells();
    if (gone) this.announce("本表没有问题了");
    else if (fresh.length) this.announce(`新发现 ${fresh.length} 处问题：${fresh[0].title}`);
  }

  showList(findings) {
    if (!this.list) {
      this.list = element("ol", "finding-list");
      this.panel.append(this.list);
    }
    const old = new Map([...this.list.children].map((item) => [item.dataset.key, item]));
    const items = findings.map((finding) => {
      const kept = old.get(finding.key);
      // Untouched items stay as they are, so that open details and half-written explanations survive.
      if (kept && kept.dataset.text === fingerprint(finding)) return kept;
      const half = kept?.querySelector("textarea")?.value ?? "";
      const item = this.item(finding);
      if (half && item.querySelector("textarea")) item.querySelector("textarea").value = half;
      if (kept?.querySelector("details[open]")) item.querySelector("details")?.setAttribute("open", "");
      return item;
    });
    if (items.some((item, index) => this.list.children[index] !== item) || this.list.children.length !== items.length) {
      this.list.replaceChildren(...items);
      restoreExplanations(this.list);
    }
    let none = this.panel.querySelector(".findings-none");
    if (!none) {
      none = element("p", "findings-none", "没有发现问题。");
      this.list.after(none);
    }
    none.hidden = findings.length > 0;
  }

  item(finding) {
    const item = element("li", `finding ${finding.severity}`);
    item.dataset.key = finding.key;
    item.dataset.cells = (finding.cells ?? []).join(" ");
    item.dataset.text = fingerprint(finding);
    const link = element("a", "", finding.title);
    link.href = this.addressOf(finding);
    const severity = finding.explained ? "explained" : finding.severity;
    const title = element("p", "finding-title");
    title.append(element("span", `severity ${severity}`, finding.words), " ", link);
    item.append(title, element("p", "finding-message", finding.message));
    if (finding.explanation) item.append(element("p", "finding-message muted", `说明：${finding.explanation}`));
    if (finding.why || finding.suggestion || finding.rule) item.append(this.details(finding));
    const wantsExplanation = finding.severity === "warning" && !finding.explained;
    if (wantsExplanation && this.panel.dataset.explain) item.append(this.explainForm(finding));
    return item;
  }

  details(finding) {
    const details = element("details");
    details.append(element("summary", "", "为什么、怎么改"));
    if (finding.why) details.append(element("p", "", finding.why));
    if (finding.suggestion) details.append(element("p", "suggestion", finding.suggestion));
    if (finding.rule) {
      const line = element("p");
      const rule = element("a", "", `规则 ${finding.check}`);
      rule.href = finding.rule;
      line.append(rule);
      details.append(line);
    }
    return details;
  }

  explainForm(finding) {
    const form = element("form", "explain");
    form.method = "post";
    form.action = this.panel.dataset.explain;
    const id = `explain_${finding.key.replace(/[^\w-]/g, "_")}`;
    const label = element("label", "", "说明");
    label.htmlFor = id;
    const text = element("textarea");
    Object.assign(text, { id, name: "text", rows: 2 });
    form.append(hidden("csrf", this.form.elements.csrf?.value ?? ""), hidden("key", finding.key),
      hidden("sheet", this.sheet), label, text, element("button", "small", "记下说明"));
    return form;
  }

  /** Findings of the other sheets stand folded below, with links. */
  showElsewhere(findings) {
    this.panel.querySelector(".findings-elsewhere")?.remove();
    const open = findings.filter(({ severity, explained }) => severity !== "info" && !explained);
    if (!open.length) return;
    const box = element("details", "findings-elsewhere");
    box.append(element("summary", "", `其他表还有 ${open.length} 处`));
    const list = element("ol", "finding-list");
    for (const finding of open) {
      const item = element("li", "finding");
      const link = element("a", "", finding.title);
      link.href = this.addressOf(finding);
      const title = element("p", "finding-title");
      title.append(element("span", `severity ${finding.severity}`, finding.words), " ", link);
      item.append(title, element("p", "finding-message", finding.message));
      list.append(item);
    }
    box.append(list);
    this.panel.append(box);
  }

  addressOf(finding) {
    const [cell] = finding.cells ?? [];
    const anchor = cell ? `#${idOf(cell)}` : "";
    if (!finding.sheet || (cell && this.cells.has(cell))) return anchor || location.pathname;
    const tabs = [...document.querySelectorAll("nav [data-sheet]")];
    const tab = tabs.find((link) => link.dataset.sheet.split(" ").includes(finding.sheet));
    return (tab?.getAttribute("href") ?? "") + anchor;
  }

  flagCells() {
    for (const cell of this.cells.values()) cell.holder.classList.remove("flagged", "error", "warning");
    for (const { severity, explained, cells } of this.items) {
      if (severity === "info" || explained) continue;
      for (const address of cells) {
        const holder = this.cells.get(address)?.holder;
        if (!holder || holder.classList.contains("error")) continue;
        holder.classList.remove("warning");
        holder.classList.add("flagged", severity);
      }
    }
    for (const cell of this.cells.values()) if (cell.isProse) this.flagSection(cell);
  }

  /** A report's section says itself what is wrong with it: the panel may be far away. */
  flagSection(cell) {
    cell.holder.querySelector(".section-flags")?.remove();
    const open = this.about(cell).filter(({ severity, cells }) => severity !== "info" && cells[0] === cell.address);
    if (!open.length) return;
    const list = element("ul", "section-flags");
    for (const { severity, words, message } of open) {
      const line = element("li");
      line.append(element("span", `severity ${severity}`, words), ` ${message}`);
      list.append(line);
    }
    cell.holder.querySelector("h2, h3").after(list);
  }

  /** A sheet that the answer does not name has nothing to count. */
  showCounts(counts) {
    for (const mark of document.querySelectorAll("[data-count]")) {
      const sheets = mark.dataset.count.split(/\s+/).map((sheet) => counts[sheet]).filter(Boolean);
      const errors = sum(sheets, "error");
      const warnings = sum(sheets, "warning");
      mark.replaceChildren(String(errors + warnings), element("span", "visually-hidden", " 处问题"));
      mark.hidden = errors + warnings === 0;
      mark.classList.toggle("error", errors > 0);
      mark.classList.toggle("warning", errors === 0 && warnings > 0);
    }
  }

  /** The findings that concern a cell, worst first. */
  about(cell) {
    return this.items.filter(({ cells, explained }) => !explained && cells.includes(cell.address))
      .sort((one, other) => (one.severity === "error" ? 0 : 1) - (other.severity === "error" ? 0 : 1));
  }

  /** The cell of the next finding (F8); undefined when this sheet has none. */
  next(backwards) {
    const places = this.items.map(({ cells }) => cells.map((address) => this.cells.get(address)).find(Boolean));
    const reachable = places.flatMap((cell, index) => (cell ? [index] : []));
    if (!reachable.length) return undefined;
    const { current } = this;
    this.current = backwards
      ? reachable.findLast((index) => index < current) ?? reachable.at(-1)
      : reachable.find((index) => index > current) ?? reachable[0];
    [...(this.list?.children ?? [])].forEach((item, index) => item.classList.toggle("current", index === this.current));
    const number = reachable.indexOf(this.current) + 1;
    this.announce(`第 ${number} 处，共 ${reachable.length} 处：${this.items[this.current].title}`);
    return places[this.current];
  }
}

const fingerprint = (finding) => JSON.stringify([finding.severity, finding.title, finding.message, finding.explained,
  finding.explanation, finding.why, finding.suggestion, finding.cells]);

const sum = (counts, name) => counts.reduce((total, count) => total + (count[name] ?? 0), 0);

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function hidden(name, value) {
  const made = document.createElement("input");
  Object.assign(made, { type: "hidden", name, value });
  return made;
}

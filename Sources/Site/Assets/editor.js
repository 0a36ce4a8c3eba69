// The table and report editor on server-rendered forms. Ties the parts together:
// cells (what stands where), saving (to the server), keyboard, clipboard, undo, findings, formula bar, tools, prose.

import { collectCells } from "./cells.js";
import { Saving } from "./saving.js";
import { SheetGrid } from "./sheetgrid.js";
import { Keyboard } from "./keyboard.js";
import { Undo } from "./undo.js";
import { Findings } from "./findings.js";
import { FormulaBar } from "./formulabar.js";
import { Toolbar } from "./toolbar.js";
import { Suggestions } from "./suggestions.js";
import { Prose } from "./prose.js";
import { preparePlainText } from "./longtext.js";
import { offerChoice, refreshChoice } from "./conflict.js";
import { rememberPlace, returnToPlace } from "./place.js";
import { Removed } from "./removed.js";
import { placeBlock, readBlock, writeBlock } from "./clipboard.js";
import { Message } from "./message.js";
import { Pasted } from "./pasted.js";

class Editor {
  constructor(form) {
    this.form = form;
    this.stateNote = form.querySelector("[data-save-state]");
    this.voice = this.makeVoice();
    this.cells = collectCells(form);
    this.grid = new SheetGrid(form, this.cells);
    this.history = new Undo(this.cells, [form.dataset.person, form.dataset.filing, form.dataset.sheet].join("."));
    this.findings = new Findings(form, this.cells, (text) => this.announce(text));
    this.formulaBar = new FormulaBar(form, this);
    this.toolbar = new Toolbar(form, this.history, {
      undo: () => this.undo(), redo: () => this.redo(), step: () => this.step(false),
    });
    this.saving = new Saving(form, this.cells, {
      applied: (answer, sent) => this.applied(answer, sent),
      conflicted: (cell) => this.showConflict(cell),
      lost: (address, text) => this.tell(`“${text}”所在的行已被删除，没有存下。`, "warning"),
      stateChanged: () => this.showState(),
      names: (...texts) => this.prose.names.within(...texts),
    });
    this.prose = new Prose(form, this.cells);
    this.keyboard = new Keyboard(form, this);
    this.suggestions = new Suggestions(form, (text) => this.announce(text));
    for (const field of form.querySelectorAll("textarea")) preparePlainText(field);
    this.listen();
    this.begin();
  }

  /** Typing that began before this script arrived, and what an earlier visit left behind. */
  begin() {
    const early = [...this.cells.values()].filter((cell) => !cell.isComputed && cell.isChanged);
    const restored = this.saving.restore();
    for (const cell of early) this.saving.changed(cell);
    for (const cell of this.cells.values()) cell.mark();
    this.tellRestored(restored);
    this.arrive();
    addEventListener("hashchange", () => this.arrive());
    const added = returnToPlace(this.form, this.cells);
    if (added) this.keyboard.goTo(added);
    Removed.arrive(this, added);
    this.toolbar.refresh();
  }

  /** What came back from this machine is told when it is known what became of it. */
  async tellRestored(addresses) {
    if (!addresses.length) return;
    const sent = await this.saving.flush();
    if (this.form.querySelector(".editor-message")) return;
    const kept = this.saving.outbox.entries();
    const left = addresses.filter((address) => address in kept);
    const story = `上次有 ${addresses.length} 格没有送出，已从本机恢复`;
    // They may stand in another table.
    const names = left.map((address) => `“${kept[address].caption || "未命名"}”`).slice(0, 6).join("、");
    const isUndecided = left.every((address) => this.cells.get(address)?.conflict);
    if (!left.length) this.tell(`${story}并补存。`, "info");
    else if (!sent) this.tell(`${story}，连上后补存。`, "info");
    else if (isUndecided) this.tell(`${story}，其中 ${left.length} 格别人也改过，请选用哪一个：${names}。`, "warning");
    else this.tell(`${story}，但有 ${left.length} 格没有存下，请改正：${names}${left.length > 6 ? "等" : ""}。`, "warning");
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", (event) => this.typed(event));
    form.addEventListener("change", (event) => this.typed(event));
    form.addEventListener("compositionend", (event) => this.typed(event));
    form.addEventListener("submit", (event) => this.submit(event));
    form.addEventListener("formdata", (event) => this.fillFormData(event.formData));
    form.addEventListener("paste", (event) => this.paste(event));
    form.addEventListener("copy", (event) => this.copy(event));
    form.addEventListener("cut", (event) => this.copy(event, true));
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href^='#']");
      if (link && link.hash === location.hash) this.arrive(); // A second click on the same finding.
    });
  }

  typed(event) {
    const cell = this.keyboard.cellOf(event.target);
    if (!cell || cell.isComputed) return;
    this.keyboard.typing();
    cell.take();
    this.pasted?.message.withdraw();
    if (event.isComposing) return;
    refreshChoice(cell);
    const isChoice = cell.isTick || cell.field.localName === "select";
    this.saving.changed(cell, { now: isChoice && event.type === "change" });
  }

  // MARK: What the keyboard asks for

  focused(cell) {
    this.formulaBar.show(cell);
  }

  /** A cell is left: its typing becomes one step of the history and is sent. */
  commit(cell, before) {
    cell.take({ leaving: true });
    this.record([{ address: cell.address, before, after: cell.raw }]);
    if (cell.isChanged || cell.problem !== null || this.saving.waiting.has(cell.address)) {
      this.saving.changed(cell, { now: true });
    }
  }

  record(changes) {
    this.history.record(changes);
    this.refreshHistory();
    for (const { address } of changes) this.nameLine(this.cells.get(address));
  }

  /** The button that removes a line names it as it is called now. */
  nameLine(cell) {
    if (!cell?.address.endsWith("/name")) return;
    const button = cell.holder.parentElement.querySelector('.row-tools button[value^="remove:"]');
    button?.setAttribute("aria-label", `删除 ${cell.raw || "未命名的行"}`);
  }

  /** Writes texts into cells as one step and one save: [{ cell, text }]. Returns the cells that changed. */
  write(changes) {
    const steps = changes.map(({ cell, text }) => {
      const before = cell.raw;
      cell.write(text);
      return { address: cell.address, before, after: cell.raw };
    });
    this.record(steps);
    const touched = changes.map(({ cell }) => cell).filter((cell, index) => steps[index].before !== steps[index].after);
    this.afterWriting(touched);
    return touched;
  }

  afterWriting(cells) {
    for (const cell of cells) {
      if (cell === this.keyboard.current) this.keyboard.before = cell.raw;
      this.saving.changed(cell);
      cell.holder.classList.remove("filled");
      requestAnimationFrame(() => cell.holder.classList.add("filled"));
    }
    this.saving.send();
    this.refreshHistory();
    this.formulaBar.show(this.keyboard.current);
  }

  undo() {
    const removal = this.history.removalToUndo;
    if (removal) Removed.putBack(this, removal);
    else this.replay(this.history.undo(), "没有可撤销的了");
  }

  redo() {
    const removal = this.history.removalToRedo;
    if (removal) Removed.removeAgain(this, removal);
    else this.replay(this.history.redo(), "没有可重做的了");
  }

  replay(cells, nothing) {
    if (!cells.length) { this.announce(nothing); return; }
    this.afterWriting(cells);
    this.keyboard.goTo(cells[0]);
  }

  /** A pasted block is undone by its notice only as long as it is the last step, which goes once the block is undone. */
  refreshHistory() {
    this.toolbar.refresh();
    const { step, message } = this.pasted ?? {};
    if (step && !this.history.holds(step)) {
      message.close();
      this.pasted = null;
    } else if (step !== this.history.last) message?.withdraw();
  }

  adopt(cell) {
    if (cell.proposal && !cell.isComputed) this.write([{ cell, text: cell.proposal }]);
  }

  restore(cell) {
    this.write([{ cell, text: cell.holder.dataset.synced }]);
  }

  step(backwards) {
    const cell = this.findings.next(backwards);
    if (cell) { this.keyboard.goTo(cell); return; }
    const elsewhere = document.querySelector(".findings-elsewhere");
    if (!elsewhere) { this.announce("没有发现问题"); return; }
    elsewhere.open = true;
    elsewhere.querySelector("a").focus();
  }

  async save() {
    const { current } = this.keyboard;
    if (current && !current.isComputed) { this.saving.changed(current); }
    const sent = await this.saving.flush();
    if (sent) this.announce(this.stateNote?.textContent ?? "已保存");
  }

  // MARK: Blocks from and to a spreadsheet

  paste(event) {
    const cell = this.keyboard.cellOf(event.target);
    if (!cell || cell.isProse || !this.grid.boxOf(cell)) return;
    const { isParagraph } = cell;
    const block = readBlock(event.clipboardData, { isParagraph, isWriting: this.keyboard.mode !== "move" });
    if (!block) {
      if (!this.keyboard.hasBlock) return;
      event.preventDefault();
      const text = event.clipboardData.getData("text/plain").trim();
      const targets = this.keyboard.block().flat().filter((target) => !target.isComputed);
      this.write(targets.map((target) => ({ cell: target, text })));
      return;
    }
    event.preventDefault();
    if (this.keyboard.hasTyped) this.commit(cell, this.keyboard.before);
    const start = this.keyboard.hasBlock ? this.keyboard.block()[0][0] : cell;
    const plan = placeBlock(block, start, this.grid);
    const touched = this.write(plan.changes);
    const pasted = new Pasted(plan, touched);
    const undo = touched.length ? { caption: "撤销", run: () => this.undo() } : null;
    this.pasted = { pasted, step: this.history.last, message: this.tell(pasted.text, pasted.kind, undo) };
  }

  /** The answer says what was refused of a pasted block. */
  retellPasted() {
    if (!this.pasted?.message.isShown) return;
    const { pasted, message } = this.pasted;
    const { text } = pasted;
    if (text === message.words.textContent) return;
    message.say(text, pasted.kind);
    this.announce(text);
  }

  copy(event, cutting = false) {
    const { keyboard } = this;
    const single = keyboard.current?.isComputed ? [[keyboard.current]] : null;
    const rows = keyboard.hasBlock ? keyboard.block() : single;
    if (!rows) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", writeBlock(rows));
    if (cutting && keyboard.hasBlock) keyboard.clearBlock();
    else this.announce(`已复制 ${rows.flat().length} 格`);
  }

  // MARK: Answers

  applied(answer, sent) {
    for (const [address, { text, proposal, computed }] of Object.entries(answer.cells ?? {})) {
      const cell = this.cells.get(address);
      if (!cell) continue;
      if (computed !== undefined) cell.setComputed(computed);
      if (text !== undefined) {
        this.takeText(cell, text, sent.get(address));
        if (sent.has(address)) this.history.respell(address, sent.get(address).text, text);
      }
      if (proposal !== undefined && cell.proposalNote) this.showProposal(cell, proposal);
      cell.mark();
    }
    this.noteChanges(answer, sent);
    this.retellPasted();
    this.prose.follow(answer.cells ?? {});
    if (answer.findings) this.showFindings(answer);
    else this.findings.fetch().then((later) => { if (later) this.showFindings(later); });
    this.formulaBar.show(this.keyboard.current);
  }

  showFindings({ findings, counts }) {
    this.findings.show(findings, counts);
    for (const cell of this.prose.sections) this.prose.refresh(cell);
    this.formulaBar.show(this.keyboard.current);
  }

  /** What was just saved was last changed by the person who sits here. */
  noteChanges(answer, sent) {
    const refused = new Set([...answer.problems ?? [], ...answer.conflicts ?? []].map(({ cell }) => cell));
    for (const [address, { text, was }] of sent) {
      const cell = this.cells.get(address);
      if (!cell || refused.has(address) || text === was) continue;
      cell.holder.dataset.changed = `您 ${answer.savedAt}`;
      const note = cell.holder.querySelector(":scope > .section-changed");
      if (note) (note.querySelector("a") ?? note).textContent = `最后修改：您 ${answer.savedAt}`;
    }
  }

  takeText(cell, text, sent) {
    const newer = this.saving.waiting.get(cell.address);
    if (newer) { // Typed on meanwhile: only the base of the next save changes.
      if (sent) this.saving.wait(cell.address, { ...newer, was: text });
      return;
    }
    if (cell.conflict || cell.problem !== null) return;
    cell.saved = text;
    const isTyping = cell.isFocused && !cell.isComputed && cell.raw !== text;
    if (isTyping && sent) return;
    cell.raw = text;
    cell.acknowledged = text;
    cell.show();
    if (cell === this.keyboard.current) this.keyboard.before = text;
  }

  showProposal(cell, proposal) {
    let figure = cell.proposalNote.querySelector("b");
    if (!figure) {
      figure = document.createElement("b");
      cell.proposalNote.replaceChildren("按规则 ", figure);
    }
    figure.textContent = proposal ?? "";
    cell.proposalNote.hidden = !proposal;
  }

  showConflict(cell) {
    const story = offerChoice(cell, (keepMine) => {
      const before = cell.raw;
      this.saving.settle(cell, keepMine);
      this.record([{ address: cell.address, before, after: cell.raw }]);
      this.keyboard.goTo(cell);
    });
    this.announce(`${cell.caption} 有冲突：${story}`);
  }

  // MARK: The state in words

  showState() {
    const { saving, stateNote } = this;
    if (!stateNote) return;
    const [name, text] = this.stateOf(saving);
    stateNote.className = `save-state ${name}`;
    if (stateNote.textContent !== text) stateNote.replaceChildren(text);
    const isSignedOut = saving.obstacle === "signedOut";
    if (saving.obstacle === "refused" || (isSignedOut && this.form.dataset.signIn)) {
      const link = document.createElement("a");
      link.href = isSignedOut ? this.form.dataset.signIn : location.pathname;
      link.textContent = isSignedOut ? "重新登录" : "刷新页面";
      stateNote.append(" ", link);
    }
    if (name !== this.lastState && ["offline", "conflict", "refused"].includes(name)) this.announce(text);
    if (name === "saved" && ["offline", "refused"].includes(this.lastState)) this.announce(`已连上。${text}`);
    if (name !== "saving") this.lastState = name;
  }

  stateOf(saving) {
    const conflicts = saving.conflicts.length;
    const problems = saving.problems.length;
    if (saving.obstacle === "refused") return ["refused", saving.message || "现在不能修改，填写已留在本机"];
    if (saving.obstacle === "signedOut") return ["refused", "登录已过期，已留在本机。"];
    if (saving.obstacle === "offline") return ["offline", "未连接，已留在本机"];
    if (conflicts) return ["conflict", `有冲突：${conflicts} 格，请选用哪一个`];
    if (saving.isBusy) return ["saving", "正在保存"];
    const since = saving.savedAt ? `已保存 ${saving.savedAt}` : this.stateNote.dataset.initial;
    if (problems) return ["conflict", `${since}，${problems} 格未存：请改正`];
    return ["saved", since];
  }

  /** Screen readers hear what matters, not every save. */
  makeVoice() {
    const voice = document.createElement("p");
    voice.className = "visually-hidden";
    voice.setAttribute("role", "status");
    this.form.append(voice);
    if (this.stateNote) {
      this.stateNote.dataset.initial = this.stateNote.textContent.trim();
      this.stateNote.removeAttribute("role");
      this.stateNote.setAttribute("aria-live", "off");
    }
    return voice;
  }

  announce(text) {
    this.voice.textContent = "";
    setTimeout(() => { this.voice.textContent = text; }, 50);
  }

  /** A message above the sheet; `action`: { caption, run() }. */
  tell(text, kind, action = null) {
    this.announce(text);
    return new Message(this.form, text, kind, action);
  }

  // MARK: Native submits: adding and removing rows

  async submit(event) {
    if (this.isSubmitting) return;
    event.preventDefault();
    if (this.isFlushing) return; // Pressed twice.
    const { submitter } = event;
    if (document.activeElement !== submitter) this.keyboard.current?.take({ leaving: true });
    this.isFlushing = true;
    const sent = await this.saving.flush();
    this.isFlushing = false;
    const isPlainSave = !submitter || submitter.value === "save" || !submitter.name;
    if (isPlainSave) {
      if (sent) this.announce(this.stateNote?.textContent ?? "已保存");
      return;
    }
    if (!sent) {
      Removed.forget();
      this.tell("现在连不上服务器，暂时不能增删行；已填的都留在本机。", "warning");
      return;
    }
    if (submitter.value === "removeProject") this.saving.outbox.dropSheet(this.form.dataset.sheet);
    rememberPlace(this.form, this.cells);
    Removed.remember(submitter, this.cells);
    this.isSubmitting = true;
    // A form does not submit again while its submit event is still under way.
    setTimeout(() => this.form.requestSubmit(submitter));
  }

  /** What is submitted is always raw; a text the server refused or that is in conflict waits in the outbox instead. */
  fillFormData(data) {
    for (const cell of this.cells.values()) {
      if (cell.isComputed || !cell.field.name) continue;
      const text = cell.problem !== null || cell.conflict ? cell.saved : cell.raw;
      if (cell.isTick) {
        data.delete(cell.address);
        data.append(cell.address, text);
      } else {
        data.set(cell.address, text);
      }
    }
  }

  /** A link to a cell, from a finding or a new row: go there and be ready to type. */
  arrive() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const cell = target && [...this.cells.values()].find(({ field }) => field === target);
    if (cell) requestAnimationFrame(() => this.keyboard.goTo(cell));
  }
}

for (const form of document.querySelectorAll("form.editor")) new Editor(form);

// Sends changed cells, one request at a time, newest text first; keeps them on this machine until they are confirmed.

import { Outbox } from "./outbox.js";
import { looksFinished } from "./numbers.js";

const idleDelay = 600;
const longestWait = 60_000;
const requestTimeout = 20_000;
const largestBatch = 400;
/** So many changes at once are saved before they are checked; the findings are fetched right after. */
const largeBlock = 20;

/** Statuses that blame the content of a request, not its moment or its sender. */
const blamesContent = (status) => status === 400 || status === 413 || status === 422;
const canPass = (status) => status === 0 || status === 408 || status === 429 || status >= 500;

export class Saving {
  /** `hooks`: applied(answer, sent), conflicted(cell), lost(address, text), stateChanged(saving), names(...texts). */
  constructor(form, cells, hooks) {
    this.form = form;
    this.cells = cells;
    this.hooks = hooks;
    this.outbox = new Outbox(form.dataset.filing, form.dataset.person ?? document.body.dataset.person ?? "0");
    /** address → { text, was, tried } of cells whose newest text waits to be sent. */
    this.waiting = new Map();
    this.inFlight = null;
    this.batch = largestBatch;
    this.failures = 0;
    /** null, "offline", "signedOut" or "refused". */
    this.obstacle = null;
    this.message = "";
    this.savedAt = null;
    this.timer = 0;
    this.listeners = [];
    this.watchPage();
  }

  watchPage() {
    addEventListener("online", () => this.retry());
    // A page brought back from the browser's memory may be older than what was saved elsewhere meanwhile.
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    addEventListener("pagehide", () => this.sendLast());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.send();
      else if (this.obstacle && this.obstacle !== "refused") this.retry();
    });
    addEventListener("beforeunload", (event) => {
      if (this.outbox.unstored.size && this.isBusy) event.preventDefault();
    });
  }

  get isBusy() { return this.waiting.size > 0 || this.inFlight !== null; }
  get problems() { return [...this.cells.values()].filter((cell) => cell.problem !== null); }
  get conflicts() { return [...this.cells.values()].filter((cell) => cell.conflict); }

  /** Brings back what an earlier visit could not send. Returns the addresses. */
  restore() {
    for (const [address, change] of Object.entries(this.outbox.entries())) {
      const cell = this.cells.get(address);
      if (cell?.saved === change.text) {
        this.outbox.drop(address);
        continue;
      }
      if (cell) {
        cell.raw = change.text;
        cell.show();
        cell.mark();
      }
      // Sent with the base it was typed on, so the server can see whether somebody else was here meanwhile.
      this.wait(address, change);
    }
    const addresses = [...this.waiting.keys()];
    if (addresses.length) this.send();
    return addresses;
  }

  wait(address, change) {
    this.waiting.set(address, change);
    this.keep(address, change);
  }

  keep(address, change) {
    const caption = this.cells.get(address)?.caption ?? change.caption;
    this.outbox.put(address, { ...change, caption, names: this.namesIn(address, change) });
  }

  /** What a report's text calls the cells in it: the server knows them by address. */
  namesIn(address, { text, was, names }) {
    return this.cells.get(address)?.isProse ? { ...names, ...this.hooks.names(text, was ?? "") } : names;
  }

  /** A cell's text changed. Without `now` it waits until typing pauses. */
  changed(cell, { now = false } = {}) {
    const { address } = cell;
    const flying = this.inFlight?.get(address);
    const basis = this.waiting.get(address) ?? flying ?? { was: cell.saved, tried: [] };
    const change = { text: cell.raw, was: basis.was, tried: basis.tried };
    if (cell.conflict) { // The person has to choose first; the typing is kept.
      this.keep(address, { ...change, was: cell.conflict.was });
      return;
    }
    if (cell.problem !== null && cell.rejected === cell.raw) return;
    cell.setProblem(null);
    if (flying ? flying.text === cell.raw : !cell.isChanged) {
      this.waiting.delete(address);
      if (!flying) this.outbox.drop(address);
    } else {
      this.wait(address, change);
    }
    cell.mark();
    clearTimeout(this.timer);
    if (now) this.send();
    else this.timer = setTimeout(() => this.sendIdle(), idleDelay);
    this.tell();
  }

  /** A half-typed number such as "4." waits until its cell is left. */
  sendIdle() {
    const unfinished = [...this.waiting.keys()].some((address) => {
      const cell = this.cells.get(address);
      return cell?.isFocused && cell.isNumber && !looksFinished(cell.raw);
    });
    if (!unfinished) this.send();
  }

  /** Sends now. Resolves to true when all is sent, to false when something stands in the way. */
  async flush() {
    this.failures = 0;
    this.obstacle = null;
    this.send();
    while (this.isBusy && !this.obstacle) {
      await new Promise((resolve) => this.listeners.push(resolve));
    }
    return !this.obstacle;
  }

  retry() {
    if (this.obstacle === "refused") return;
    this.failures = 0;
    this.obstacle = null;
    this.send();
    this.tell();
  }

  async send() {
    if (this.inFlight || !this.waiting.size || this.obstacle === "refused") return;
    clearTimeout(this.timer);
    const batch = [...this.waiting].slice(0, this.batch);
    this.inFlight = new Map(batch);
    for (const [address, change] of batch) {
      this.waiting.delete(address);
      this.noteTried(address, change);
    }
    this.tell();
    let status = 0;
    let answer = null;
    try {
      const response = await this.post(batch, { signal: AbortSignal.timeout(requestTimeout) });
      status = response.redirected ? 401 : response.status;
      if (response.headers.get("Content-Type")?.includes("json")) answer = await response.json();
    } catch { /* No connection: status stays 0. */ }
    const sent = this.inFlight;
    this.inFlight = null;
    if (status === 200 && answer) this.accept(sent, answer);
    else this.fail(sent, status === 200 ? 0 : status, answer?.message);
    this.tell();
    if (this.waiting.size && !this.obstacle) this.send();
  }

  post(batch, options) {
    const changes = batch.map(([cell, change]) => {
      const { text, was } = change;
      return { cell, text, was, names: this.namesIn(cell, change) };
    });
    return fetch(this.form.dataset.save, {
      method: "POST", credentials: "same-origin", ...options,
      headers: { "Content-Type": "application/json", "X-CSRF-Token": this.form.elements.csrf?.value ?? "" },
      body: JSON.stringify(batch.length > largeBlock ? { changes, findings: "later" } : { changes }),
    });
  }

  /** An answer can get lost after the server saved. Then its "other person's text" is our own, one of these. */
  noteTried(address, change) {
    change.tried = [...change.tried, change.text].slice(-5);
    this.keep(address, change);
  }

  /** The page goes away: one last attempt that may outlive it. Its answer is not needed, the next visit asks again. */
  sendLast() {
    if (!this.waiting.size || this.obstacle) return;
    const batch = [...this.waiting].slice(0, this.batch);
    for (const [address, change] of batch) this.noteTried(address, change);
    this.post(batch, { keepalive: true }).catch(() => {});
  }

  accept(sent, answer) {
    this.failures = 0;
    this.obstacle = null;
    this.batch = largestBatch;
    this.savedAt = answer.savedAt;
    this.form.dataset.version = answer.version;
    if (this.form.elements.version) this.form.elements.version.value = answer.version;
    const problems = new Map((answer.problems ?? []).map((problem) => [problem.cell, problem.message]));
    const conflicts = new Map((answer.conflicts ?? []).map((conflict) => [conflict.cell, conflict]));
    for (const [address, change] of sent) {
      const conflict = conflicts.get(address);
      if (conflict && conflict.theirs !== change.text) this.collide(address, change, conflict);
      else if (problems.has(address)) this.reject(address, change.text, problems.get(address));
      else this.confirm(address, change.text);
    }
    this.hooks.applied(answer, sent);
  }

  confirm(address, text) {
    this.outbox.drop(address, text);
    const next = this.waiting.get(address);
    // Typed on meanwhile: the next request starts from what is confirmed now.
    if (next) this.wait(address, { text: next.text, was: text, tried: [] });
    const cell = this.cells.get(address);
    if (!cell) return;
    cell.saved = text;
    cell.acknowledged = text;
    cell.rejected = undefined;
    if (cell.raw === text) cell.setProblem(null);
    cell.mark();
  }

  reject(address, text, message) {
    const cell = this.cells.get(address);
    if (!cell) {
      // A row of this sheet that somebody removed: there is no place left for the text, so say it once.
      if (!address.startsWith(`${this.form.dataset.sheet}/`)) return;
      this.outbox.drop(address);
      this.hooks.lost(address, text);
    } else if (cell.raw === text) {
      cell.rejected = text;
      cell.setProblem(message);
    }
  }

  collide(address, change, conflict) {
    const cell = this.cells.get(address);
    const newest = this.waiting.get(address) ?? change;
    this.waiting.delete(address);
    if (change.tried.includes(conflict.theirs)) {
      this.wait(address, { text: newest.text, was: conflict.theirs, tried: [] });
      if (cell) cell.saved = conflict.theirs;
    } else if (cell) {
      cell.conflict = { ...conflict, was: change.was };
      this.hooks.conflicted(cell);
    }
  }

  /** Puts the batch back, newer typing untouched, and decides whether to try again. */
  fail(sent, status, message) {
    this.message = message ?? "";
    if (blamesContent(status) && sent.size === 1) {
      const [[address, { text }]] = sent;
      this.reject(address, text, message ?? "这一格没有存下，请检查内容");
      return;
    }
    for (const [address, change] of sent) {
      const newer = this.waiting.get(address);
      this.wait(address, newer ? { ...newer, was: change.was, tried: change.tried } : change);
    }
    if (blamesContent(status)) {
      this.batch = sent.size >> 1;
    } else if (status === 401) {
      this.obstacle = "signedOut";
    } else if (canPass(status)) {
      this.obstacle = "offline";
      this.failures += 1;
      const wait = Math.min(longestWait, 1000 * 2 ** this.failures) * (0.75 + Math.random() / 2);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => { this.obstacle = null; this.send(); this.tell(); }, wait);
    } else {
      this.obstacle = "refused";
    }
  }

  /** The person chose between two texts. */
  settle(cell, keepMine) {
    const { theirs } = cell.conflict;
    cell.conflict = null;
    cell.saved = theirs;
    cell.acknowledged = theirs;
    if (!keepMine) {
      cell.raw = theirs;
      cell.show();
    }
    this.changed(cell, { now: true });
  }

  tell() {
    this.hooks.stateChanged(this);
    if (!this.isBusy || this.obstacle) this.listeners.splice(0).forEach((resolve) => resolve());
  }
}

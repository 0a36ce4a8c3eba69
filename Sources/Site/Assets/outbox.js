// What was typed and not yet confirmed by the server. It lives in localStorage, one record per filing and person,
// so it outlasts a lost connection, a closed window and the end of the session.

const prefix = "jiheng.outbox.";
const keyOf = (filing, person) => `${prefix}${person}.${filing}`;

export class Outbox {
  constructor(filing, person) {
    this.key = keyOf(filing, person);
    /** Addresses that could not be stored: only for these the page asks before it is left. */
    this.unstored = new Set();
  }

  /**
   * address → { text, was, tried, caption }: the text to save, the text it replaces, texts sent without hearing back,
   * and what the cell is called for those who have to decide without its form.
   */
  entries() {
    return readRecord(this.key).cells;
  }

  put(address, change) {
    // Another window may write the same record, so it is read again each time.
    const record = readRecord(this.key);
    record.cells[address] = change;
    record.page = location.pathname;
    if (writeRecord(this.key, record)) this.unstored.delete(address);
    else this.unstored.add(address);
  }

  /** Forgets a cell; with a text, only when that text is still the one kept. */
  drop(address, text) {
    this.unstored.delete(address);
    const record = readRecord(this.key);
    const entry = record.cells[address];
    if (!entry || (text !== undefined && entry.text !== text)) return;
    delete record.cells[address];
    writeRecord(this.key, record);
  }

  /** Forgets all cells of a sheet that is removed. */
  dropSheet(sheet) {
    for (const address of Object.keys(this.entries())) {
      if (address.startsWith(`${sheet}/`)) this.drop(address);
    }
  }
}

/** Filings with something kept for this person: [{ key, page, changes: [{ caption, text }] }]. */
export function keptFilings(person) {
  const kept = [];
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      if (!key.startsWith(keyOf("", person))) continue;
      const { page, cells } = readRecord(key);
      const changes = Object.values(cells);
      if (changes.length && page) kept.push({ key, page, changes });
    }
  } catch { /* Storage is switched off: nothing is kept. */ }
  return kept;
}

export function forget(key) {
  try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ }
}

function readRecord(key) {
  try {
    const record = JSON.parse(localStorage.getItem(key));
    if (record && typeof record.cells === "object" && record.cells) return record;
  } catch { /* Switched off or damaged: start anew. */ }
  return { cells: {} };
}

function writeRecord(key, record) {
  try {
    if (Object.keys(record.cells).length) localStorage.setItem(key, JSON.stringify(record));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

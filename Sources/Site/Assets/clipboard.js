// Blocks from and to Excel, WPS and Word: what the clipboard holds, and which cell each pasted text belongs to.

import { finishedNumber, pastedAmount } from "./numbers.js";

/**
 * The clipboard as rows of texts; null when it holds a single text, in a paragraph also one of several lines. In a
 * paragraph that is being written one column is several lines too, a tab before the first word only indents, and a
 * table among other text is a part of it.
 */
export function readBlock(data, { isParagraph, isWriting }) {
  const html = data.getData("text/html");
  if (html && /<table/i.test(html)) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const table = body.querySelector("table");
    const bare = ({ textContent }) => textContent.replace(/\s/g, "");
    if (isParagraph && isWriting && bare(body) !== bare(table)) return null;
    const rows = rowsOfTable(table);
    const isWide = rows.some((texts) => texts.length > 1);
    if (isWide || (rows.length > 1 && !(isParagraph && isWriting))) return rows;
  }
  const text = data.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const several = isParagraph ? (isWriting ? /\S[^\n]*\t/ : /\t/) : /[\t\n]/;
  return several.test(text) ? rowsOfText(text) : null;
}

/** Merged cells take their place once; what they cover is empty, as in the tab-separated form. */
function rowsOfTable(table) {
  const rows = [];
  [...(table?.rows ?? [])].forEach((tr, number) => {
    rows[number] ??= [];
    let column = 0;
    for (const cell of tr.cells) {
      while (rows[number][column] !== undefined) column += 1;
      for (let below = 0; below < Math.min(cell.rowSpan, table.rows.length - number); below += 1) {
        rows[number + below] ??= [];
        for (let beside = 0; beside < cell.colSpan; beside += 1) rows[number + below][column + beside] = "";
      }
      rows[number][column] = cell.textContent.replace(/[^\S\n]+/g, " ").trim();
      column += cell.colSpan;
    }
  });
  return rows.map((row) => Array.from(row, (text) => text ?? ""));
}

/** Tab-separated text; a text in quotes may hold tabs and line breaks. */
function rowsOfText(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;
  while (pattern.lastIndex <= text.length) {
    const [, quoted, plain, end] = pattern.exec(text);
    rows.at(-1).push((quoted !== undefined ? quoted.replaceAll('""', '"') : plain).trim());
    if (end === "\n") rows.push([]);
    else if (end === "") break;
  }
  return rows;
}

/** Rows of cells as tab-separated text that Excel takes. */
export function writeBlock(rows) {
  const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(({ raw }) => quoted(raw)).join("\t")).join("\n");
}

/** Labels are compared without numbering, 其中, units, blanks and punctuation: “1、公务接待（万元）” is “公务接待”. */
export function plainLabel(text) {
  return text.normalize("NFKC").replace(/\s/g, "")
    .replace(/\((万元|元|㎡|m2|人|%|分|A|B|C|B\/A)\)/gi, "")
    .replace(/^其中[::]?/, "").replace(/^[(]?[\d一二三四五六七八九十]+[)、.．]\s*/, "")
    .replace(/[::，,。、;()*＊]/g, "");
}

/**
 * Decides where a pasted block goes, beginning at `start`.
 *
 * Rows that repeat headings of the form (in the block's first row or further down, as when a whole form is copied) say
 * which column is which; a column that repeats the form's row labels says which row is which. Without them the block
 * is laid down cell by cell to the right and downwards, as it is where it begins at the name of an added line and has no
 * headings: its first column are the names then.
 * Returns { changes: [{ cell, text }], computed: how many were skipped, unmatched: [label], rowsLost and cellsLost: how
 * many found no place, linesCanBeAdded: whether the rows are such that a person adds }.
 */
export function placeBlock(block, start, grid) {
  const first = grid.boxOf(start).row;
  const linesCanBeAdded = grid.rows[first].tr.matches(".line");
  const plan = { changes: [], computed: 0, unmatched: [], rowsLost: 0, cellsLost: 0, linesCanBeAdded };
  const headings = block.map((texts, number) => matchHeadings(texts, number === 0 ? first : null, grid));
  if (block.length === 1) headings[0] = null;
  const beginsAtName = grid.nameCellOf(first) === start && !headings.some(Boolean);
  const labels = beginsAtName ? null : matchLabels(block, headings, grid);
  const offset = labels ? labels.column + 1 : 0;
  let columns = sequentialUnits(block[0].length - offset, start, grid, offset);
  let next = first;
  block.forEach((texts, number) => {
    if (headings[number]) {
      columns = headings[number].columns;
      if (number > 0 || headings[number].row !== grid.headingRowOver(first)) next = headings[number].row + 1;
      return;
    }
    const label = labels && texts[labels.column];
    let row = label ? labels.rowOf(number) : nextRow(next, columns, grid);
    // What stands below the last line, such as a total, is no line.
    if (!label && linesCanBeAdded && row !== undefined && !canWrite(row, columns, grid)) row = undefined;
    if (row === undefined) {
      if (label && !/^[-+\d.,%]+$/.test(label)) plan.unmatched.push(label);
      else if (texts.some(Boolean)) plan.rowsLost += 1;
      return;
    }
    next = row + 1;
    texts.forEach((text, column) => {
      const unit = columns.get(column);
      const isLabel = labels && (column === labels.column || (column < labels.column && unit === undefined));
      if (isLabel) return;
      const box = unit === undefined ? undefined : grid.boxAt(row, unit);
      const cell = box?.row === row ? box.cell : undefined;
      if (cell && !cell.isComputed) plan.changes.push({ cell, text: pastedText(text, cell) });
      else if (cell && text) plan.computed += 1;
      // What the form itself says needs no place.
      else if (text && (!box || box.cell)) plan.cellsLost += 1;
    });
  });
  return plan;
}

function pastedText(text, cell) {
  if (cell.isAmount) return pastedAmount(text);
  return cell.isNumber ? finishedNumber(text) : text;
}

/** { row, columns: pasted column → unit } when the texts repeat a heading row of the form. */
function matchHeadings(texts, startRow, grid) {
  const given = texts.filter(Boolean).length;
  let best = null;
  for (const row of grid.headingRows()) {
    const headings = grid.headingsAt(row).map((heading) => ({ ...heading, plain: plainLabel(heading.caption) }));
    const columns = new Map();
    texts.forEach((text, column) => {
      const heading = text && headings.find(({ plain }) => plain && plain === plainLabel(text));
      if (heading) columns.set(column, (heading.left + heading.right) / 2);
    });
    const isNear = startRow !== null && row === grid.headingRowOver(startRow);
    const enough = columns.size * 2 >= given && columns.size >= (startRow === null ? 2 : 1);
    if (enough && (!best || isNear || columns.size > best.columns.size)) best = { row, columns };
    if (enough && isNear) break;
  }
  return best;
}

/** Which pasted column names the rows: { column, rowOf(number of the pasted row) }. */
function matchLabels(block, headings, grid) {
  const known = grid.rows.map((_, row) => plainLabel(grid.labelOf(row)));
  for (let column = 0; column < Math.min(3, block[0].length); column += 1) {
    const labels = block.map((texts, number) => (headings[number] ? "" : plainLabel(texts[column] ?? "")));
    const wanted = labels.filter((label) => label && !/^[-+\d.,%]+$/.test(label));
    const found = wanted.filter((label) => known.includes(label));
    if (!found.length || found.length * 2 < wanted.length) continue;
    // The same label may stand in several blocks of a form: take the next one below the last match.
    let last = -1;
    const rows = labels.map((label) => {
      if (!label) return undefined;
      let row = known.indexOf(label, last + 1);
      if (row < 0) row = known.indexOf(label);
      if (row < 0) return undefined;
      last = row;
      return row;
    });
    return { column, rowOf: (number) => rows[number] };
  }
  return null;
}

/** Without headings the pasted columns follow one another from the start cell to the right. */
function sequentialUnits(count, start, grid, offset) {
  const inRow = grid.cellsOf(grid.boxOf(start).row);
  const from = inRow.indexOf(start);
  const columns = new Map();
  for (let number = 0; number < count; number += 1) {
    const cell = inRow[from + number];
    if (cell) columns.set(offset + number, grid.middle(cell));
  }
  return columns;
}

/** Whether a row has a cell to fill in one of the columns. */
function canWrite(row, columns, grid) {
  return [...columns.values()].some((unit) => {
    const box = grid.boxAt(row, unit);
    return box?.row === row && box.cell && !box.cell.isComputed;
  });
}

/** The next row from `from` on that has a cell in one of the columns. */
function nextRow(from, columns, grid) {
  const units = [...columns.values()];
  for (let row = from; row < grid.rows.length; row += 1) {
    if (grid.cellsOf(row).some((cell) => units.some((unit) => grid.covers(cell, unit)))) return row;
  }
  return undefined;
}

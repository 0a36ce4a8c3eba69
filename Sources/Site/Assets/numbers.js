// Numbers as people type and paste them, and as the form shows them.

const plainNumber = /^[+-]?\d+(\.\d+)?%?$/;
const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?%?$/;

/** What the server accepts: ASCII digits, no blanks, no thousands separators. Anything else comes back unchanged. */
export function cleanNumber(text) {
  // NFKC would also rewrite units such as ㎡, so it only serves to try whether a number stands here.
  const folded = text.normalize("NFKC").replace(/[\u2212\u2013\u2014]/g, "-").replace(/[\s\u200b\ufeff]/g, "");
  if (grouped.test(folded)) return folded.replaceAll(",", "");
  return plainNumber.test(folded) ? folded : text.trim();
}

/** The same of a text that is whole, as a spreadsheet shows it or as it was left: ￥12.5, (5.2) for -5.2, .5 and 5. */
export function finishedNumber(text) {
  const bare = text.normalize("NFKC").replace(/[\s\u200b\ufeff]/g, "").replace(/^([+-]?)¥/, "$1");
  const [, inside] = /^\(¥?([\d.,]+)\)$/.exec(bare) ?? [];
  const whole = (inside === undefined ? bare : `-${inside}`).replace(/^([+-]?)\./, "$10.").replace(/\.(%?)$/, "$1");
  const clean = cleanNumber(whole);
  return plainNumber.test(clean) ? clean : cleanNumber(text);
}

/** An amount from a spreadsheet, which shows nothing as a dash. */
export function pastedAmount(text) {
  return /^[-\u2012-\u2015\u2212]+$/.test(text.normalize("NFKC").trim()) ? "0" : finishedNumber(text);
}

/** True when the text is a finished number, so that it may be sent while the caret still stands in the cell. */
export function looksFinished(text) {
  return text === "" || plainNumber.test(cleanNumber(text));
}

/** 8562.37 → 8,562.37; text that is no number is shown as it is. */
export function withSeparators(text) {
  const parts = /^([+-]?)(\d+)(\.\d+)?$/.exec(text);
  if (!parts) return text;
  return parts[1] + parts[2].replace(/\B(?=(\d{3})+$)/g, ",") + (parts[3] ?? "");
}

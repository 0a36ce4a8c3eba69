// What came of a pasted block, in words. What the server refuses is known when it has answered; until then this page
// goes by what it can tell itself.

export class Pasted {
  /** `plan` is that of placeBlock; `touched` the cells whose text changed. */
  constructor(plan, touched) {
    this.plan = plan;
    this.touched = new Set(touched);
  }

  /** reason → how many cells do not hold what was pasted, or hold it unsaved. */
  get refused() {
    const reasons = new Map();
    for (const { cell, text } of this.plan.changes) {
      const reason = cell.refusal(text);
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    return reasons;
  }

  get text() {
    const { changes, computed, unmatched, rowsLost, cellsLost, linesCanBeAdded } = this.plan;
    const filled = changes.filter(({ cell, text }) => !cell.refusal(text));
    const different = filled.filter(({ cell }) => this.touched.has(cell)).length;
    const parts = [`粘贴：填入 ${filled.length} 格`];
    if (different < filled.length) parts.push(`其中 ${different} 格与原来不同`);
    for (const [reason, count] of this.refused) parts.push(`${count} 格${reason}，请改正`);
    if (computed) parts.push(`跳过 ${computed} 个自动计算的格`);
    if (unmatched.length) {
      parts.push(`没有对上的行：${unmatched.slice(0, 6).join("、")}${unmatched.length > 6 ? "等" : ""}`);
    }
    if (rowsLost) {
      parts.push(`${rowsLost} 行没有位置，没有填入${linesCanBeAdded ? "，请先添加行再粘贴" : ""}`);
    }
    if (cellsLost) parts.push(`${cellsLost} 格没有位置，没有填入`);
    return `${parts.join("；")}。`;
  }

  get kind() {
    const { changes, unmatched, rowsLost, cellsLost } = this.plan;
    return unmatched.length || rowsLost || cellsLost || this.refused.size || !changes.length ? "warning" : "success";
  }
}

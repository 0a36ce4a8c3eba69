// Two people changed the same cell: both texts stand in the cell, and the person picks.

const shortened = (text) => (text.length > 24 ? `${text.slice(0, 24)}…` : text || "（空）");
const boxOf = (cell) => cell.holder.querySelector(":scope > .conflict-choice");
const mine = (cell) => `用我的 ${shortened(cell.raw)}`;

/** Shows the choice in the cell; `chosen(keepMine)` is called once. Returns the story for the screen reader. */
export function offerChoice(cell, chosen) {
  const { theirs, by, at } = cell.conflict;
  boxOf(cell)?.remove();
  cell.holder.classList.add("conflicted");
  const box = document.createElement("div");
  box.className = "conflict-choice";
  const story = document.createElement("p");
  story.textContent = `${by} ${at} 把这里改成了“${shortened(theirs)}”。`;
  const choice = (text, keepMine) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      box.remove();
      cell.holder.classList.remove("conflicted");
      chosen(keepMine);
    });
    return button;
  };
  box.append(story, choice(mine(cell), true), choice(`用对方的 ${shortened(theirs)}`, false));
  cell.field.after(box);
  return story.textContent;
}

/** Typing goes on while the choice is open. */
export function refreshChoice(cell) {
  const button = boxOf(cell)?.querySelector("button");
  if (button) button.textContent = mine(cell);
}

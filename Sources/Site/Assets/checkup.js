// 报告体检: says that it goes on while a report is looked at; walks from finding to finding with F8.

const form = document.querySelector("form[data-checkup]");
const progress = form?.querySelector("[data-progress]");
form?.addEventListener("submit", (event) => {
  // Another script on the page refuses what is too large or of another kind.
  if (event.defaultPrevented) return;
  const isPage = form.elements.result.value === "page";
  progress.textContent = isPage ? "正在体检，请稍候……" : "正在体检，完成后自动下载……";
  if (!isPage) setTimeout(() => { progress.textContent = ""; }, 20_000);
});
addEventListener("pageshow", () => { if (progress) progress.textContent = ""; });

const walk = document.querySelector("[data-walk]");
if (walk) {
  walk.hidden = false;
  const place = walk.querySelector("[data-place]");
  let current = null;

  const shown = () => [...document.querySelectorAll(".checked .note")].filter((note) => note.offsetParent !== null);
  const count = () => {
    const notes = shown();
    const index = notes.indexOf(current);
    place.textContent = index < 0 ? `共 ${notes.length} 处` : `${index + 1} / ${notes.length}`;
  };

  const step = (by) => {
    const notes = shown();
    if (!notes.length) return;
    const index = notes.indexOf(current);
    const next = notes[index < 0 ? (by > 0 ? 0 : notes.length - 1) : (index + by + notes.length) % notes.length];
    current?.classList.remove("current");
    current = next;
    current.classList.add("current");
    const mark = document.getElementById(current.id.replace("finding", "place"));
    document.querySelector("sup.current")?.classList.remove("current");
    mark?.classList.add("current");
    // Where notes stand beside the text they stay in view with it; where they stand below, the note is what to read.
    const isBeside = matchMedia("(min-width: 1001px)").matches && mark !== null;
    current.scrollIntoView({ block: isBeside ? "nearest" : "center" });
    if (isBeside) mark.scrollIntoView({ block: "center" });
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    count();
  };

  walk.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  document.querySelector(".checked-bar").addEventListener("change", () => {
    current?.classList.remove("current");
    current = null;
    count();
  });
  count();
}

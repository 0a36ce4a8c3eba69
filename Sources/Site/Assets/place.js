// Adding or removing a row loads the page anew; the person stays where they were, and a new row is ready to type in.

const key = "jiheng.place";

/** `cells`: address → Cell. */
export function rememberPlace(form, cells) {
  const scroll = form.querySelector(".sheet-scroll");
  const place = {
    path: location.pathname, top: scrollY, left: scroll?.scrollLeft ?? 0, inner: scroll?.scrollTop ?? 0,
    addresses: [...cells.keys()],
  };
  try { sessionStorage.setItem(key, JSON.stringify(place)); } catch { /* Then the page begins at its top. */ }
}

/** Returns the first cell that was not there before, if one was added. */
export function returnToPlace(form, cells) {
  try {
    const place = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    if (!place || place.path !== location.pathname || location.hash) return undefined;
    scrollTo(0, place.top);
    form.querySelector(".sheet-scroll")?.scrollTo(place.left, place.inner);
    const known = new Set(place.addresses);
    return [...cells.values()].find((cell) => !known.has(cell.address) && !cell.isComputed);
  } catch {
    return undefined;
  }
}

// Adding or removing a row loads the page anew; the person stays where they were.

const key = "jiheng.place";

export function rememberPlace(form) {
  const scroll = form.querySelector(".sheet-scroll");
  const place = { path: location.pathname, top: scrollY, left: scroll?.scrollLeft ?? 0, inner: scroll?.scrollTop ?? 0 };
  try { sessionStorage.setItem(key, JSON.stringify(place)); } catch { /* Then the page begins at its top. */ }
}

export function returnToPlace(form) {
  try {
    const place = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    if (!place || place.path !== location.pathname || location.hash) return;
    scrollTo(0, place.top);
    form.querySelector(".sheet-scroll")?.scrollTo(place.left, place.inner);
  } catch { /* Nothing remembered. */ }
}

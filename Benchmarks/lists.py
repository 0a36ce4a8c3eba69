"""Every list of the bureau with many filings stored: p95 of each page."""

import os
from urllib.parse import quote

import stored

PAGES = [
    "/", "/reviews", "/query", "/query?q=" + quote("第00"), "/query?stage=done&page=40", "/progress?task={task}",
    "/tasks/{task}/progress?sort=errors-down", "/tasks/{task}/progress?mark=late&page=3", "/tasks/{task}/reminders",
    "/admin/tasks", "/admin/tasks/{task}", "/search?q=" + quote("专项"), "/statistics", "/statistics?department=702",
    "/statistics/sums", "/statistics/item?item=base/reception/final", "/statistics/item?item=base/reception/final&page=9",
    "/public",
]
ADMINISTRATOR = ["/admin/units", "/admin/people", "/admin/calendar"]


def measure(program, folder, rounds):
    text, missed = [], []
    for units in (50, 150, 500):
        place = folder / f"lists{units}"
        place.mkdir()
        made = stored.County(program, place, units, 10)
        made.sheets("601001")
        made.figures()
        administrator = made.signed_in("admin")
        made.serve()
        try:
            pages = [page.format(task=made.tasks[-1][0]) for page in PAGES]
            times = {page: [] for page in pages + ADMINISTRATOR}
            bureau = made.cookie
            for number in range(4 * rounds + 1):
                for page in times:
                    made.cookie = administrator if page in ADMINISTRATOR else bureau
                    spent = made.ask(page)[1] if not page.startswith("/progress") else redirected(made, page)
                    if number:
                        times[page].append(spent)
        finally:
            made.stop()
        slowest = sorted(times, key=lambda page: -stored.share(times[page], 0.95))
        text += [f"{len(made.filings):,} filings, {len(times)} pages, each {4 * rounds} times, load average"
                 f" {os.getloadavg()[0]:.1f}; the slowest:", "", "| page | p50 ms | p95 ms |", "|---|---|---|"]
        text += [f"| {page} | {stored.share(times[page], 0.5):.1f} | {stored.share(times[page], 0.95):.1f} |"
                 for page in slowest[:8]] + [""]
        missed += [f"{page}: p95 {stored.share(times[page], 0.95):.0f} ms instead of 300 ms at {len(made.filings):,} filings"
                   for page in slowest if stored.share(times[page], 0.95) > 300]
    return text, missed, "Over HTTP, one request after another, as the bureau and the administrator."


def redirected(made, page):
    """The page that the address leads to."""
    made.connection.request("GET", page, headers={"Cookie": made.cookie})
    answer = made.connection.getresponse()
    answer.read()
    return made.ask(answer.getheader("Location"))[1]

"""P12: the dashboard over units × years × items, beside group-bys of pandas over the same rows."""

import os
import re
import sqlite3
import time

import pandas
import stored

ITEMS = 60


def measure(program, folder, rounds):
    text, missed = [], []
    for units in (50, 150, 500):
        place = folder / f"dashboard{units}"
        place.mkdir()
        made = stored.County(program, place, units, 10)
        items = made.figures(ITEMS)
        made.serve()
        try:
            frame = read(made)
            check(made, frame)
            pages = [
                "/statistics?year=2020", "/statistics?year=2023", "/statistics?year=2023&done=1",
                "/statistics?year=2022&units=lead", "/statistics?year=2023&department=702",
                "/statistics/sums?year=2023", "/statistics/item?year=2023&item=base/reception/final",
            ]
            times = {page: [] for page in pages}
            peer = []
            for number in range(6 * rounds + 1):
                for page in pages:
                    spent = made.ask(page)[1]
                    if number:
                        times[page].append(spent)
                began = time.perf_counter()
                frame.groupby(["item", "year"], observed=True)["value"].sum()
                if number:
                    peer.append((time.perf_counter() - began) * 1_000)
        finally:
            made.stop()
        text += [f"{units} units, 10 years, {len(items)} items: {len(frame):,} figures, each page {6 * rounds} times, load"
                 f" average {os.getloadavg()[0]:.1f}:", "", "| | p50 ms | p95 ms |", "|---|---|---|"]
        text += [f"| {page} | {stored.share(spent, 0.5):.1f} | {stored.share(spent, 0.95):.1f} |"
                 for page, spent in times.items()]
        text += [f"| pandas, one group-by of the rows in memory | {stored.share(peer, 0.5):.1f} |"
                 f" {stored.share(peer, 0.95):.1f} |", ""]
        worst = max(times, key=lambda page: stored.share(times[page], 0.95))
        if units == 500 and stored.share(times[worst], 0.95) > 50:
            missed.append(f"{worst}: p95 {stored.share(times[worst], 0.95):.0f} ms instead of 50 ms")
    return text, missed, ("A page is a whole answer over HTTP: about ten statements, its tables and bars; pandas does one"
                          " group-by over rows that are in its memory already. Sums of both are equal.")


def read(made):
    """All rows, as a data frame with the year of each."""
    database = sqlite3.connect(made.data / "jiheng.sqlite")
    frame = pandas.read_sql_query(
        "SELECT item, year, unit_code, value FROM extract_figure JOIN task ON task.id = task_id", database)
    database.close()
    return frame.astype({"item": "category", "year": "category"})


def check(made, frame):
    """Stops unless page and pandas tell the same sums of every item."""
    page, _ = made.ask("/statistics/sums?year=2023&form=%E5%9F%BA%E7%A1%80%E8%A1%A8")
    wanted = frame[frame.year == 2023].groupby("item", observed=True)["value"].sum()
    links = re.findall(r'item=([^&"]+)[^"]*year=2023[^"]*">([\d,.-]+)<', page) or re.findall(
        r'year=2023[^"]*item=([^&"]+)[^"]*">([\d,.-]+)<', page)
    if not links:
        raise SystemExit("the page of sums has no figures")
    for item, shown in links:
        item = item.replace("%2F", "/").replace("%2E", ".")
        value = int(round(float(shown.replace(",", "")) * 1_000_000))
        if value != int(wanted[item]):
            raise SystemExit(f"{item}: the page tells {shown}, pandas {wanted[item]}")

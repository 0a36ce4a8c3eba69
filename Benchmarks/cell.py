"""P3: one cell saved, all dependent cells and findings answered; and a control that a full recalculation agrees."""

import http.client
import json
import os
import random
import re
import statistics
import time

import servers
from form_page import shown_cells


def measure(bench, program, saves=3000):
    """Milliseconds at the client over one connection, the server's own count of its answers, and the control."""
    cookie, csrf, filing = bench.ours.first()
    connection = http.client.HTTPConnection("127.0.0.1", bench.ours.port)
    headers = {"Cookie": cookie, "X-CSRF-Token": csrf, "Content-Type": "application/json"}
    cells = [line.split("\t")[1] for line in (bench.folder / "cells.tsv").read_text().splitlines() if "amount" in line]
    chance = random.Random(3)

    def save(cell, text):
        body = json.dumps({"changes": [{"cell": cell, "text": text}]})
        began = time.perf_counter()
        connection.request("POST", f"/filings/{filing}/cells", body, headers)
        answer = connection.getresponse()
        content = answer.read()
        took = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise SystemExit(f"a save answered {answer.status}: {content.decode()}")
        return took, json.loads(content)

    for _ in range(200):
        save(chance.choice(cells), f"{chance.randint(1, 999)}.{chance.randint(1, 9)}")
    shown = shown_cells(bench.ours.page(0)[0])
    before = buckets(bench.ours)
    times = []
    for _ in range(saves):
        took, answer = save(chance.choice(cells), f"{chance.randint(1, 999)}.{chance.randint(1, 9)}")
        times.append(took)
        shown |= {cell: change["text"] for cell, change in answer["cells"].items() if "text" in change and cell in shown}
    after = buckets(bench.ours)
    times.sort()
    return {
        "saves": saves, "p50": statistics.median(times), "p99": times[int(saves * 0.99)], "max": times[-1],
        "server": {bound: after[bound] - before[bound] for bound in after}, "load": os.getloadavg()[0],
        "control": control(bench, program, shown, answer), "findings": len(answer["findings"]),
    }


def buckets(contender):
    """The server's own histogram of how long its answers took: counts up to each bound, in seconds."""
    text = contender.get("/metrics", "")[1]
    return {bound: int(count) for bound, count in re.findall(r'request_seconds_bucket\{le="([^"]+)"\} (\d+)', text)}


def control(bench, program, shown, answer):
    """A second program over the same database works everything out anew: it must show what the first one answered."""
    second = servers.ours(program, bench.data, bench.folder)
    second.name = "control"
    second.requests = bench.ours.requests
    second.start()
    try:
        first_page, second_page = bench.ours.page(0)[0], second.page(0)[0]
        fresh = shown_cells(second_page)
        differing = [cell for cell, text in fresh.items() if shown.get(cell) != text]
        cookie, _, filing = bench.ours.first()
        checks = second.get(f"/filings/{filing}/check", cookie)[1]
        missing = [found["key"] for found in answer["findings"] if found["message"] not in unescaped(checks)]
        counted = len(re.findall(r'<li class="finding ', checks))
    finally:
        second.stop()
    if first_page != second_page or differing or missing or counted != len(answer["findings"]):
        raise SystemExit(f"The full recalculation differs: cells {differing}, findings {missing}, {counted} findings")
    return f"{len(fresh)} cells and {counted} findings equal those of a full recalculation"


def unescaped(text):
    for entity, character in (("&quot;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text

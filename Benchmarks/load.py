"""Puts a server under load with wrk, in turns with the others."""

import os
import re
import statistics
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(contender, kind, connections, seconds, seed):
    """One run: requests a second, failures, milliseconds at the median, at the 99th percentile and at most, and
    processor milliseconds a request."""
    environment = {
        **os.environ, "LOAD_KIND": kind, "LOAD_REQUESTS": str(contender.requests), "LOAD_SEED": str(seed),
        "LOAD_CELLS": str(contender.folder / "cells.tsv"),
    }
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s",
               str(HERE / "load.lua"), f"http://127.0.0.1:{contender.port}"]
    before = contender.processor_seconds()
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    used = contender.processor_seconds() - before
    found = re.search(r"RESULT (\S+) (\d+) (\S+) (\S+) (\S+)", done.stdout)
    if found is None:
        raise SystemExit(f"wrk failed:\n{done.stdout}{done.stderr}")
    rate, failures, median, high, most = (float(part) for part in found.groups())
    cost = 1000 * used / max(1, rate * seconds)
    return {"rate": rate, "failures": int(failures), "p50": median, "p99": high, "max": most, "cost": cost}


def compare(contenders, kind_of, connections, rounds, seconds):
    """Medians by contender over rounds in which each has its turn, after a warm-up."""
    results = {contender.name: [] for contender in contenders}
    for contender in contenders:
        run(contender, kind_of(contender), connections, max(1, seconds // 2), 0)
    loads = []
    for number in range(rounds):
        for contender in contenders:
            results[contender.name].append(run(contender, kind_of(contender), connections, seconds, number + 1))
            time.sleep(0.2)
        loads.append(os.getloadavg()[0])
    summary = {}
    for contender in contenders:
        runs = results[contender.name]
        summary[contender.name] = {
            key: statistics.median(one[key] for one in runs) for key in ("rate", "p50", "p99", "max", "cost")
        } | {
            "failures": sum(one["failures"] for one in runs), "memory": contender.memory(),
            "start": contender.start_seconds, "low": min(one["rate"] for one in runs),
            "high": max(one["rate"] for one in runs),
        }
    return summary, statistics.median(loads)

"""Runs programs in turns that work in process and print one line of JSON: {"rounds": …, "seconds": …, …}."""

import json
import os
import resource
import statistics
import subprocess
from dataclasses import dataclass, field


@dataclass
class Contender:
    name: str
    command: list
    environment: dict = field(default_factory=dict)
    runs: list = field(default_factory=list)

    def run(self):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            self.command, capture_output=True, text=True, env={**os.environ, **self.environment})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            raise SystemExit(f"{self.name} failed:\n{done.stdout}{done.stderr}")
        answer = json.loads(done.stdout.splitlines()[-1])
        answer["processor"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return answer


def compare(contenders, rounds, rate):
    """Medians of `rate(answer)` by contender over rounds in which each has its turn, after a warm-up; and the load."""
    for contender in contenders:
        contender.runs.clear()
        contender.run()
    loads = []
    for _ in range(rounds):
        for contender in contenders:
            contender.runs.append(contender.run())
        loads.append(os.getloadavg()[0])
    summary = {}
    for contender in contenders:
        rates = [rate(run) for run in contender.runs]
        summary[contender.name] = {
            "rate": statistics.median(rates), "low": min(rates), "high": max(rates), "last": contender.runs[-1]}
    return summary, statistics.median(loads)


def table(summary, unit, show=lambda value: f"{value:,.1f}"):
    """A table whose first contender is ours."""
    ours = next(iter(summary.values()))["rate"]
    lines = [f"| | {unit} | lowest–highest | ours is |", "|---|---|---|---|"]
    for name, one in summary.items():
        ratio = "" if one["rate"] == ours else f"{ours / one['rate']:.1f} ×"
        lines.append(f"| {name} | {show(one['rate'])} | {show(one['low'])}–{show(one['high'])} | {ratio} |")
    return lines

"""The programs that are measured: each is started, asked until it answers, weighed and stopped."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

HERE = Path(__file__).resolve().parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Contender:
    """One server with its requests: lines of cookie, token and filing."""

    def __init__(self, name, command, folder, port, environment=None):
        self.name = name
        self.command = command
        self.folder = folder
        self.port = port
        self.environment = {**os.environ, **(environment or {})}
        self.requests = folder / f"{name}.tsv"
        self.process = None
        self.start_seconds = 0.0

    def start(self):
        began = time.perf_counter()
        with open(self.folder / f"{self.name}.log", "wb") as log:
            self.process = subprocess.Popen(
                self.command, cwd=HERE / "peers", env=self.environment, stdout=log, stderr=log)
        cookie, _, filing = self.first()
        while True:
            try:
                status, _ = self.get(f"/filings/{filing}/sheets/base", cookie)
                if status == 200:
                    break
                raise SystemExit(f"{self.name} answered {status}; see {log.name}")
            except OSError:
                if self.process.poll() is not None or time.perf_counter() - began > 60:
                    raise SystemExit(f"{self.name} did not start; see {log.name}") from None
                time.sleep(0.005)
        self.start_seconds = time.perf_counter() - began

    def await_health(self):
        """Waits until our own server answers, before there is any filing to ask for."""
        for _ in range(3_000):
            try:
                self.get("/healthz", "")
                return
            except OSError:
                time.sleep(0.01)
        raise SystemExit(f"{self.name} does not answer")

    def first(self, number=0):
        return self.requests.read_text().splitlines()[number].split("\t")

    def get(self, path, cookie):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def page(self, number):
        """The form page of the filing with this number, and its token."""
        cookie, csrf, filing = self.first(number)
        return self.get(f"/filings/{filing}/sheets/base", cookie)[1], csrf

    def save(self, texts):
        """Saves these texts in the first filing, the way the server takes them."""
        cookie, csrf, filing = self.first()
        headers = {"Cookie": cookie, "X-CSRF-Token": csrf, "X-CSRFToken": csrf}
        if self.name == "jiheng":
            path, kind = f"/filings/{filing}/cells", "application/json"
            body = json.dumps({"changes": [{"cell": cell, "text": text} for cell, text in texts.items()]})
        else:
            path, kind = f"/filings/{filing}/sheets/base", "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(texts)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", path, body, {**headers, "Content-Type": kind})
        answer = connection.getresponse()
        content = answer.read().decode()
        connection.close()
        if answer.status != 200 or json.loads(content).get("problems"):
            raise SystemExit(f"{self.name} answered a save with {answer.status}: {content[:500]}")

    def memory(self):
        """Proportional memory of the whole process tree, in MB; shared pages are counted once."""
        total = 0
        for process in family(self.process.pid):
            try:
                total += int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)[1])
            except OSError:
                pass
        return total / 1024

    def processor_seconds(self):
        """What the whole process tree has used so far; says more than the clock where others use the machine too."""
        ticks = 0
        for process in family(self.process.pid):
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)


def family(root):
    """The process and all that came from it."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parent = int(Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry))
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting += children.get(process, [])
    return found


def ours(program, data, folder):
    port = free_port()
    command = [program, "serve", "--data", str(data), "--port", str(port), "--log", "warning"]
    return Contender("jiheng", command, folder, port)


def django(folder):
    port = free_port()
    command = [f"{Path(sys.executable).parent}/gunicorn", "--workers", "2", "--worker-class", "gthread", "--threads", "4",
               "--keep-alive", "75", "--bind", f"127.0.0.1:{port}", "django_peer.wsgi"]
    return Contender("django", command, folder, port, {"PEER_DATA": str(folder), "PYTHONPATH": str(HERE / "peers")})


def fastapi(folder):
    port = free_port()
    command = [f"{Path(sys.executable).parent}/uvicorn", "fastapi_peer:app", "--workers", "2", "--no-access-log",
               "--log-level", "warning", "--host", "127.0.0.1", "--port", str(port)]
    return Contender("fastapi", command, folder, port, {"PEER_DATA": str(folder), "PYTHONPATH": str(HERE / "peers")})


def seed_peer(contender):
    """Fills a peer's database and writes its requests."""
    command = [sys.executable, "seed.py", contender.name]
    done = subprocess.run(command, cwd=HERE / "peers", env=contender.environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    contender.requests.write_text(done.stdout)

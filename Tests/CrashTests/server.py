"""The program under test as a process of its own, started again after every kill."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def compiled(name, folder):
    """A library of this folder to be preloaded into the server, compiled into another folder."""
    compiler = next((found for found in map(shutil.which, ("cc", "gcc", "clang")) if found), None)
    if compiler is None:
        raise SystemExit("A C compiler is needed: the Swift toolchain's clang will do.")
    library = (folder / name).with_suffix(".so")
    source = Path(__file__).resolve().parent / name
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True)
    return library


class Server:
    """`jiheng serve` on a loopback port that stays the same over all restarts."""

    def __init__(self, program, storage, log, library=None):
        self.program = program
        self.library = library
        self.environment = {}
        self.storage = storage
        self.log = log
        self.port = free_port()
        self.process = None
        self.restart_seconds = []

    def run(self, *words, check=True):
        """Runs another command of the program on the same data."""
        command = [self.program, *words, *self.storage]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        if check and done.returncode != 0:
            raise SystemExit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def start(self, preloaded=False):
        """Starts, with the library where it is asked for and there, and waits until it answers."""
        environment = {**os.environ, **self.environment}
        if preloaded and self.library is not None:
            environment["LD_PRELOAD"] = str(self.library)
        began = time.monotonic()
        command = [self.program, "serve", "--port", str(self.port), "--log", "warning", *self.storage]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environment)
        while not self.answers():
            if self.process.poll() is not None:
                raise SystemExit(f"The server ended by itself with {self.process.returncode}; see {self.log}")
            if time.monotonic() - began > 60:
                raise SystemExit("The server did not answer within 60 seconds.")
            time.sleep(0.02)
        self.restart_seconds.append(time.monotonic() - began)

    def answers(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def kill(self):
        """kill -9, whatever it is doing."""
        self.process.send_signal(signal.SIGKILL)

    def wait(self):
        self.process.wait(30)

    def stop(self):
        """Asks it to end, and insists where it does not. Answers its exit status."""
        if self.process is None or self.process.poll() is not None:
            return None
        self.process.terminate()
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait(30)
            return None

"""Documents that link to something: whoever reads them fetches nothing, from the network or from the disk.

Each is first converted as LibreOffice would by itself: where that does not fetch it either, the document shows nothing.
"""

import os
import shutil
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" office:version="1.2"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>一、基本情况。{inside}</text:p>{below}</office:text></office:body></office:document>"""
PICTURE = """<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">
<draw:image xlink:href="{address}/picture.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
</draw:frame>"""
SECTION = """<text:section text:name="a"><text:section-source xlink:href="{file}" xlink:type="simple"/>
<text:p>原有内容。</text:p></text:section>"""
PAGE = """<html><head><meta charset="utf-8"><link rel="stylesheet" href="{address}/style.css"></head>
<body><p>一、基本情况。</p><img src="{address}/picture.png"></body></html>"""
MARK = "本机文件里的内容"


class Listener:
    """Writes down whatever is asked of it."""

    def __init__(self):
        asked = self.asked = []

        class Handler(BaseHTTPRequestHandler):
            def handle_one_request(self):
                line = self.rfile.readline()
                if line:
                    asked.append(line.decode("latin-1").strip())
                self.close_connection = True

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def documents(folder, address):
    """Name, text, whether LibreOffice by itself fetches what it links to, and whether it can be read."""
    inner = Path(folder) / "inner.txt"
    inner.write_text(MARK, encoding="utf-8")
    yield "flat.doc", FLAT.format(inside=PICTURE.format(address=address), below=""), True, True
    yield "page.doc", PAGE.format(address=address), True, True
    yield "section.doc", FLAT.format(inside="", below=SECTION.format(file=inner.as_uri())), False, True


def faults():
    """What is wrong, by the name of the document; an empty text where nothing is."""
    office = shutil.which("soffice")
    if office is None:
        return {"links": "LibreOffice is needed"}
    listener, found = Listener(), {}
    with tempfile.TemporaryDirectory(prefix="jiheng-links.") as folder:
        for name, text, fetches, is_read in documents(folder, listener.address):
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx",
                       "--outdir", f"{folder}/bare", str(path)]
            subprocess.run(command, capture_output=True, timeout=120, check=False)
            shows = bool(listener.asked) or not fetches
            listener.asked.clear()
            read = subprocess.run(
                [os.environ["JIHENG"], "import", str(path)], capture_output=True, text=True, timeout=120, check=False)
            found[name] = "; ".join(listener.asked)
            if not shows:
                found[name] = "LibreOffice by itself fetches nothing: the document shows nothing"
            elif is_read and (read.returncode != 0 or "基本情况" not in read.stdout):
                found[name] = f"was not read: {read.returncode} {read.stderr[-200:]}"
            elif MARK in read.stdout:
                found[name] = "what stands in a file of this machine came in"
            listener.asked.clear()
    listener.server.shutdown()
    return found

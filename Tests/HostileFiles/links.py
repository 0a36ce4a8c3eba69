"""Documents that link to something on the network: whoever reads them fetches nothing."""

import os
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
<text:p>一、基本情况。<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">
<draw:image xlink:href="{address}/picture.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
</draw:frame></text:p></office:text></office:body></office:document>"""
PAGE = """<html><head><link rel="stylesheet" href="{address}/style.css"></head>
<body><p>一、基本情况。</p><img src="{address}/picture.png"></body></html>"""
RICH = r"""{{\rtf1\ansi One.\par{{\field{{\*\fldinst INCLUDEPICTURE "{address}/picture.png" \\d}}{{\fldrslt x}}}}\par}}"""


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


def faults():
    """What was fetched, by the name of the document."""
    listener, found = Listener(), {}
    with tempfile.TemporaryDirectory(prefix="jiheng-links.") as folder:
        for name, text in (("flat.doc", FLAT), ("page.doc", PAGE), ("rich.doc", RICH)):
            path = Path(folder) / name
            path.write_text(text.format(address=listener.address), encoding="utf-8")
            subprocess.run([os.environ["JIHENG"], "import", str(path)], capture_output=True, timeout=120, check=False)
            found[name] = "; ".join(listener.asked)
            listener.asked.clear()
    listener.server.shutdown()
    return found

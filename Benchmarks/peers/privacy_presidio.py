"""Presidio's recognisers that know patterns of China or of the net: privacy_presidio.py [--list] FILE [SECONDS]."""

import json
import sys
import time

from presidio_analyzer.predefined_recognizers import EmailRecognizer, IpRecognizer, PhoneRecognizer, UrlRecognizer

RECOGNISERS = [
    PhoneRecognizer(supported_regions=("CN",)), UrlRecognizer(), IpRecognizer(), EmailRecognizer(),
]


def scan(text):
    return [
        (one.start, one.end, one.entity_type)
        for recogniser in RECOGNISERS for one in recogniser.analyze(text, recogniser.supported_entities, None)
    ]


def main():
    arguments = [one for one in sys.argv[1:] if one != "--list"]
    text = open(arguments[0], encoding="utf-8").read()
    if "--list" in sys.argv:
        for start, end, kind in scan(text):
            print(kind, start, end)
        return
    seconds = float(arguments[1]) if len(arguments) > 1 else 1
    found = len(scan(text))
    rounds, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds or not rounds:
        scan(text)
        rounds += 1
    print(json.dumps({"rounds": rounds, "seconds": time.perf_counter() - start, "bytes": len(text.encode()),
                      "characters": len(text), "found": found}))


if __name__ == "__main__":
    main()

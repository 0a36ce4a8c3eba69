"""What an answer of the import must look like."""

import json
from pathlib import Path

import jsonschema_rs

SCHEMA = Path(__file__).resolve().parents[2] / "Documentation" / "Schemas" / "import.schema.json"
VALIDATOR = jsonschema_rs.validator_for(json.loads(SCHEMA.read_text()))


def faults(answer):
    """Each with its place; a few of them."""
    return [f"{'/'.join(str(step) for step in fault.instance_path)}: {fault.message[:120]}"
            for fault, _ in zip(VALIDATOR.iter_errors(answer), range(4))]

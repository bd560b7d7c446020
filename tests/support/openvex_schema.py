# SPDX-License-Identifier: Apache-2.0
"""openvex_schema: what the published JSON schema of OpenVEX 0.2.0 asks of a document.

No package of a registry carries that schema, so its rules stand here: which members there are, which
must be there, and what each status must be explained with. Nothing else is allowed.
"""
TEXT = {"type": "string"}
TIME = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
VERSION = {"type": "integer", "minimum": 1}


def only(required=(), **members):
    return {"type": "object", "properties": members, "required": list(required), "additionalProperties": False}


def set_of(item, **more):
    return {"type": "array", "items": item, "uniqueItems": True, **more}


def when(status, then):
    return {"if": {"properties": {"status": {"const": status}}}, "then": then}


HASHES = only(**{name: TEXT for name in (
    "md5", "sha1", "sha-256", "sha-384", "sha-512", "sha3-224", "sha3-256", "sha3-384", "sha3-512",
    "blake2s-256", "blake2b-256", "blake2b-512")})
PART = {"@id": IRI, "identifiers": only(purl=TEXT, **{"@cpe22": TEXT, "@cpe23": TEXT}), "hashes": HASHES}
STATEMENT = only(
    ("vulnerability", "status"),
    **{"@id": IRI},
    version=VERSION,
    vulnerability=only(("name",), **{"@id": IRI}, name=TEXT, description=TEXT, aliases=set_of(TEXT)),
    timestamp=TIME,
    last_updated=TIME,
    products=set_of(only(**PART, subcomponents=set_of(only(**PART)))),
    status={"enum": ["not_affected", "affected", "fixed", "under_investigation"]},
    supplier=TEXT,
    status_notes=TEXT,
    justification={"enum": [
        "component_not_present", "vulnerable_code_not_present", "vulnerable_code_not_in_execute_path",
        "vulnerable_code_cannot_be_controlled_by_adversary", "inline_mitigations_already_exist"]},
    impact_statement=TEXT,
    action_statement=TEXT,
    action_statement_timestamp=TIME)
STATEMENT["allOf"] = [
    when("not_affected", {"oneOf": [
        {"required": ["justification"], "not": {"required": ["impact_statement"]}},
        {"required": ["impact_statement"], "not": {"required": ["justification"]}}]}),
    when("affected", {"required": ["action_statement"]}),
]
OPENVEX = only(
    ("@context", "@id", "author", "timestamp", "version", "statements"),
    **{"@context": IRI, "@id": IRI},
    author=TEXT, role=TEXT, timestamp=TIME, last_updated=TIME, version=VERSION, tooling=TEXT,
    statements=set_of(STATEMENT, minItems=1))

"""What the IPTC ninjs 3.1 schema says of the properties that we write, as our own words in JSON Schema."""

_TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}


def _object(required: list[str], **properties: object) -> dict[str, object]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def _list(item: dict[str, object]) -> dict[str, object]:
    return {"type": "array", "items": item}


_NAMED = {"name": _TEXT, "rel": {"enum": ["about", "mentions"]}, "uri": _URI, "literal": _TEXT}
SCHEMA = _object(
    ["uri"],
    uri=_URI,
    standard=_object([], name={"const": "ninjs"}, version={"const": "3.1"}, schema=_URI),
    type={"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
    representationType={"enum": ["full", "partial"]},
    language=_TEXT,
    contentCreated={"type": "string", "format": "date-time"},
    title=_TEXT,
    by=_TEXT,
    located=_TEXT,
    headlines=_list(_object(["value"], role=_TEXT, contentType=_TEXT, value=_TEXT)),
    bodies=_list(_object(["value"], role=_TEXT, contentType=_TEXT, charCount={"type": "integer"}, wordCount={"type": "integer"}, value=_TEXT)),
    people=_list(_object([], **_NAMED)),
    organisations=_list(_object([], **_NAMED)),
    places=_list(_object([], **_NAMED)),
    infoSources=_list(_object([], name=_TEXT, role=_TEXT, uri=_URI, literal=_TEXT)),
    altIds=_list(_object(["value"], role=_TEXT, value=_TEXT)),
)

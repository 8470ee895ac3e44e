"""A call as a JSON document and back; the same shape in the reference file and in the database."""

from typing import Final

from pydantic import TypeAdapter

from models.call import Call

CALL_DOCUMENT: Final = TypeAdapter(Call)


def read_call_document(document: object) -> Call:
    """Return the call that a document describes."""
    return CALL_DOCUMENT.validate_python(document)


def write_call_document(call: Call) -> dict[str, object]:
    """Return the document that describes a call; dates and times are ISO strings."""
    document: dict[str, object] = CALL_DOCUMENT.dump_python(call, mode="json")
    return document

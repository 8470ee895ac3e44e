"""Files that nobody meant: thousands of them, read or refused, never anything else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.sheet_file import read_sheet
from models.errors import UnreadableFileError

BEGINNINGS = (b"", b"PK\x03\x04", b"[{", b'{"ideas":', b"\xff\xfe", b"\xef\xbb\xbf", b"Otsikko;Hakija\r\n", b'"a\tb')


@pytest.mark.soak
@settings(max_examples=20_000)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=2_000))
def test_any_bytes_are_a_sheet_or_refused(beginning: bytes, rest: bytes) -> None:
    """Whatever a file holds, it is read as a sheet or refused with a sentence."""
    try:
        result = read_sheet(beginning + rest, "file")
    except UnreadableFileError:
        return

    assert result.columns

"""What is kept of an evaluation; that it is stored as a whole is tested with the stores, on both databases."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluate_partners import evaluate_partners
from matcher.record_evaluation import MeasuredData, hash_files, keep_figures
from models.evaluation_record import EvaluationRecord
from models.partner_evaluation import PartnerEvaluation
from tests.fakes import FakeEncoder
from tests.matcher.measuring import BACKGROUND, make_world

DATA = MeasuredData(name="Tehty maailma", data_version="0" * 64, cut=date(2012, 1, 1))


def test_everything_but_the_rankings_is_kept() -> None:
    """Counts, figures, differences and weights are those that were measured; names of organisations are not there."""
    started_at = datetime.now(UTC) - timedelta(minutes=1)
    world = make_world(n_organisations=24, n_history=30, n_test=6)
    found = evaluate_partners([world], encoder=FakeEncoder(), background=BACKGROUND)

    record = keep_figures(found, data=DATA, started_at=started_at)

    kept = {field.name for field in fields(EvaluationRecord)}
    assert {field.name for field in fields(PartnerEvaluation)} - kept == {"rankings"}
    for name in kept & {field.name for field in fields(PartnerEvaluation)}:
        assert getattr(record, name) == getattr(found, name), name
    assert (record.name, record.data_version, record.cut) == ("Tehty maailma", "0" * 64, date(2012, 1, 1))
    assert record.started_at == started_at < record.finished_at
    assert not any(member in repr(record) for project in world.history for member in project.members)


@given(st.lists(st.binary(max_size=20), max_size=4))
def test_data_go_by_the_hash_of_their_bytes(contents: list[bytes]) -> None:
    """One file or the same bytes in several: the hash is that of `sha256sum`, and another byte changes it."""
    assert hash_files(contents) == sha256(b"".join(contents)).hexdigest()
    assert hash_files([*contents, b"x"]) != hash_files(contents)

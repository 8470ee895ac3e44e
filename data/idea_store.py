"""Ideas in the database, with their parties, needs and offers."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from data.party_rows import read_party, write_parties
from data.tables import idea_parties, idea_resources, ideas
from models.call import CallId
from models.errors import UnknownIdeaError
from models.idea import Idea, IdeaDraft, IdeaId, IdeaStatus, Need, Offer, Origin, Party, ResourceKind
from models.language import LanguageCode

_NEED: Final = "need"
_OFFER: Final = "offer"


class SqlIdeaStore:
    """Reads, adds and updates ideas."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, idea_id: IdeaId) -> Idea:
        """Return one idea, or raise UnknownIdeaError."""
        found = self._select(idea_id)
        if not found:
            raise UnknownIdeaError(idea_id)
        return found[0]

    def list_all(self) -> tuple[Idea, ...]:
        """Return all ideas by id, in three queries however many there are."""
        return self._select(None)

    def add_all(self, drafts: Sequence[IdeaDraft], at: datetime) -> tuple[IdeaId, ...]:
        """Store new ideas and return their ids in the same order."""
        if not drafts:
            return ()
        result = self._connection.execute(
            insert(ideas).returning(ideas.c.id, sort_by_parameter_order=True),
            [_write_idea(draft) | {"created_at": at, "updated_at": at} for draft in drafts],
        )
        idea_ids = tuple(IdeaId(number) for number in result.scalars())
        self._insert_parts(idea_ids, drafts)
        return idea_ids

    def update(self, idea_id: IdeaId, draft: IdeaDraft, at: datetime) -> None:
        """Replace the content of one idea, which keeps its id; raise UnknownIdeaError where it is not."""
        changed = self._connection.execute(
            update(ideas).where(ideas.c.id == idea_id).values(**_write_idea(draft), updated_at=at)
        )
        if changed.rowcount == 0:
            raise UnknownIdeaError(idea_id)
        for table in (idea_parties, idea_resources):
            self._connection.execute(delete(table).where(table.c.idea_id == idea_id))
        self._insert_parts([idea_id], [draft])

    def _insert_parts(self, idea_ids: Sequence[IdeaId], drafts: Sequence[IdeaDraft]) -> None:
        """Store the parties, needs and offers of new content."""
        parties = []
        resources = []
        for idea_id, draft in zip(idea_ids, drafts, strict=True):
            parties += [row | {"idea_id": idea_id} for row in write_parties(draft.parties)]
            sides: tuple[tuple[str, Sequence[Need | Offer]], ...] = ((_NEED, draft.needs), (_OFFER, draft.offers))
            for side, entries in sides:
                resources += [
                    {
                        "idea_id": idea_id,
                        "side": side,
                        "position": position,
                        "text": entry.text,
                        "kind": None if entry.kind is None else entry.kind.value,
                    }
                    for position, entry in enumerate(entries)
                ]
        if parties:
            self._connection.execute(insert(idea_parties), parties)
        if resources:
            self._connection.execute(insert(idea_resources), resources)

    def _select(self, idea_id: IdeaId | None) -> tuple[Idea, ...]:
        """Return all ideas, or the one asked for."""
        query = select(ideas).order_by(ideas.c.id)
        party_query = select(idea_parties).order_by(idea_parties.c.idea_id, idea_parties.c.position)
        resource_query = select(idea_resources).order_by(idea_resources.c.idea_id, idea_resources.c.position)
        if idea_id is not None:
            query = query.where(ideas.c.id == idea_id)
            party_query = party_query.where(idea_parties.c.idea_id == idea_id)
            resource_query = resource_query.where(idea_resources.c.idea_id == idea_id)
        parties: defaultdict[int, list[Party]] = defaultdict(list)
        for row in self._connection.execute(party_query):
            parties[row.idea_id].append(read_party(row))
        needs: defaultdict[int, list[Need]] = defaultdict(list)
        offers: defaultdict[int, list[Offer]] = defaultdict(list)
        for row in self._connection.execute(resource_query):
            kind = None if row.kind is None else ResourceKind(row.kind)
            if row.side == _NEED:
                needs[row.idea_id].append(Need(row.text, kind))
            else:
                offers[row.idea_id].append(Offer(row.text, kind))
        return tuple(
            _read_idea(row, tuple(parties[row.id]), tuple(needs[row.id]), tuple(offers[row.id]))
            for row in self._connection.execute(query)
        )


def _write_idea(draft: IdeaDraft) -> dict[str, object]:
    """Return the columns that hold a draft."""
    return {
        "title": draft.title,
        "text": draft.text,
        "language": draft.language,
        "call_id": draft.call_id,
        "year": draft.year,
        "status": draft.status.value,
        "origin": draft.origin.value,
        "reference": draft.reference,
        "source": draft.source,
        "content_hash": draft.content_hash,
    }


def _read_idea(
    row: Row[tuple[object, ...]], parties: tuple[Party, ...], needs: tuple[Need, ...], offers: tuple[Offer, ...]
) -> Idea:
    """Return the idea of one row and its parts."""
    return Idea(
        id=IdeaId(row.id),
        title=row.title,
        text=row.text,
        language=LanguageCode(row.language),
        parties=parties,
        needs=needs,
        offers=offers,
        call_id=None if row.call_id is None else CallId(row.call_id),
        year=row.year,
        status=IdeaStatus(row.status),
        origin=Origin(row.origin),
        reference=row.reference,
        source=row.source,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )

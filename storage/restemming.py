"""Stems in a database are of one stemmer: another version makes them all anew, and a migrated file gets its first."""

from storage.catalogue import Catalogue
from storage.connection import Connection
from storage.gig_index import GigIndex
from storage.gig_row import read_gig
from storage.stems import STEMMER

_STEMMER = "SELECT version FROM stemmers"
_FORGET = (
    "DELETE FROM gig_stems",
    "DELETE FROM stem_grams",
    "DELETE FROM stems",
    "DELETE FROM catalogue",
    "DELETE FROM stemmers",
)
_GIGS = "SELECT * FROM gigs WHERE id > ? AND status <> 'removed' ORDER BY id LIMIT ?"
_AT_ONCE = 1_000
_NOTE = "INSERT INTO stemmers (version) VALUES (?)"


async def stem_anew(connection: Connection) -> None:
    """Make stems and catalogue anew, where they were made by another version or never."""
    if await connection.row(_STEMMER) is not None and (await connection.rows(_STEMMER))[0]["version"] == STEMMER:
        return
    connection.begin("BEGIN IMMEDIATE")
    try:
        await _all(connection)
        await connection.commit()
    except BaseException:
        await connection.abandon()
        raise


async def _all(connection: Connection) -> None:
    for statement in _FORGET:
        connection.later(statement)
    index, catalogue = GigIndex(connection), Catalogue(connection)
    last, sellers = 0, set[int]()
    while rows := await connection.rows(_GIGS, last, _AT_ONCE):
        gigs = [read_gig(row) for row in rows]
        await index.put_many([(gig.id, gig.terms) for gig in gigs])
        sellers |= {gig.seller_id for gig in gigs}
        last = gigs[-1].id
    for seller in sorted(sellers):
        catalogue.follow_seller(seller)
    connection.later(_NOTE, STEMMER)

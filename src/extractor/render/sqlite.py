"""Records into a SQLite file: articles, sections, entities, mentions, unresolved; full-text search over titles and texts.

An article is known by the SHA-256 of its input: the same article again replaces its rows, so a run may be repeated, and other
runs may add to the file. `identities` holds what a user accepted with `extractor link`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from extractor.errors import UsageError
from extractor.render.entities import entities_of, titles_of
from extractor.types import Country, CountryMention, DateEntity, DateMention, Organization, Person, Record

APPLICATION = 0x65787472  # "extr", in the file's header: what tells our file from another
VERSION = 1
BATCH = 200  # articles a transaction

TABLES = """
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT, url TEXT, title TEXT, published TEXT, published_basis TEXT NOT NULL,
  dateline TEXT, dateline_country TEXT, authors TEXT NOT NULL, outlet TEXT, language TEXT NOT NULL, text TEXT, warnings TEXT NOT NULL, producer TEXT NOT NULL);
CREATE TABLE sections (
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, kind TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, "start"));
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
  type TEXT, role TEXT, countries TEXT NOT NULL, titles TEXT NOT NULL, aliases TEXT NOT NULL, acronym TEXT, focus INTEGER,
  edtf TEXT, start_date TEXT, end_date TEXT,
  UNIQUE (article, kind, key));
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, section TEXT NOT NULL, rule TEXT NOT NULL, how TEXT, anchor TEXT, mod TEXT, confidence REAL);
CREATE TABLE unresolved (
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, text TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  reason TEXT NOT NULL, candidates TEXT NOT NULL);
CREATE TABLE decisions (
  kind TEXT NOT NULL, left_name TEXT NOT NULL, right_name TEXT NOT NULL, accepted INTEGER NOT NULL, PRIMARY KEY (kind, left_name, right_name));
CREATE TABLE identities (
  kind TEXT NOT NULL, name TEXT NOT NULL, identity TEXT NOT NULL, PRIMARY KEY (kind, name));
CREATE INDEX entities_name ON entities(kind, name);
CREATE INDEX entities_dates ON entities(start_date, end_date) WHERE kind = 'date';
CREATE INDEX mentions_entity ON mentions(entity);
CREATE INDEX articles_published ON articles(published);
CREATE INDEX unresolved_article ON unresolved(article);
CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content='articles', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, title, text) VALUES (new.id, new.title, new.text); END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text); END;
CREATE VIEW named AS
  SELECT e.kind, e.name, i.identity, e.article, e.id AS entity FROM entities e LEFT JOIN identities i ON i.kind = e.kind AND i.name = e.name;
"""


@contextmanager
def database(path: str, create: bool = False) -> Iterator[sqlite3.Connection]:
    """An open database of ours, made when `create` and missing. UsageError when the file is something else or can't be opened."""
    try:
        db = sqlite3.connect(f"file:{_quoted(path)}?mode={'rwc' if create else 'rw'}", uri=True, isolation_level=None)
    except sqlite3.Error as e:
        raise UsageError(f"{path}: can't be opened ({e}); check the path") from None
    try:
        db.execute("PRAGMA foreign_keys = ON")
        if create and not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            db.executescript(f"BEGIN; {TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;")
        found = tuple(db.execute(f"PRAGMA {p}").fetchone()[0] for p in ("application_id", "user_version"))
        if found != (APPLICATION, VERSION):
            raise UsageError(f"{path}: not a database of extractor's; choose another file")
        yield db
    except sqlite3.DatabaseError as e:
        raise UsageError(f"{path}: {e}; choose another file, or free the disk") from None
    finally:
        db.close()


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def write_sqlite(records: Iterable[Record], path: str) -> None:
    """Add records; what was committed stays when the run is interrupted. UsageError when the file isn't ours."""
    with database(path, create=True) as db:
        pending = 0
        try:
            for r in records:
                if not pending:
                    db.execute("BEGIN")
                _add(db, r)
                pending = (pending + 1) % BATCH
                if not pending:
                    db.execute("COMMIT")
        finally:
            if db.in_transaction:
                db.execute("COMMIT")


def _add(db: sqlite3.Connection, r: Record) -> None:
    a = r.article
    db.execute("DELETE FROM articles WHERE sha256 = ?", (r.source.sha256,))
    dateline = (a.dateline.place, a.dateline.country) if a.dateline else (None, None)
    title, published = a.title.text if a.title else None, (a.published.value, a.published.basis)
    producer = f"{r.producer.version} {r.producer.model} {r.producer.data}"
    warnings = [w.code for w in r.warnings]
    row = (
        r.source.sha256,
        r.id,
        r.source.path,
        r.source.url,
        title,
        *published,
        *dateline,
        _json(a.authors),
        a.outlet,
        a.language,
        r.text,
        _json(warnings),
        producer,
    )
    article = db.execute(
        "INSERT INTO articles (sha256, name, path, url, title, published, published_basis, dateline, dateline_country, authors, outlet, language, text,"
        f" warnings, producer) VALUES ({_marks(len(row))})",
        row,
    ).lastrowid
    db.executemany(f"INSERT INTO sections VALUES ({_marks(4)})", [(article, s.kind, s.start, s.end) for s in a.sections])
    db.executemany(f"INSERT INTO unresolved VALUES ({_marks(6)})", [(article, u.text, u.start, u.end, u.reason, _json(u.candidates)) for u in r.unresolved])
    for e in entities_of(r):
        s = e.source
        titles = titles_of(s) if isinstance(s, Person) else ""
        acronym = s.acronym if isinstance(s, Organization) else None
        focus = s.focus if isinstance(s, Country) else None
        bounds = (s.edtf, s.start_date, s.end_date) if isinstance(s, DateEntity) else (None, None, None)
        kind = e.type if not isinstance(s, Country) else None
        values = (article, e.kind, e.id, e.name, kind or None, e.role or None, " ".join(e.countries), titles, _json(list(e.aliases)), acronym, focus, *bounds)
        entity = db.execute(
            "INSERT INTO entities (article, kind, key, name, type, role, countries, titles, aliases, acronym, focus, edtf, start_date, end_date)"
            f" VALUES ({_marks(len(values))})",
            values,
        ).lastrowid
        rows = []
        for m in e.mentions:
            how = m.how if isinstance(m, CountryMention) else None
            said = (m.anchor, m.mod) if isinstance(m, DateMention) else (None, None)
            rows.append((entity, m.start, m.end, m.text, m.section, m.rule, how, *said, m.confidence))
        db.executemany(f'INSERT INTO mentions (entity, "start", "end", text, section, rule, how, anchor, mod, confidence) VALUES ({_marks(10)})', rows)


def _marks(n: int) -> str:
    return ", ".join("?" * n)


def _json(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)

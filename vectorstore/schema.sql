-- One document is one row; what hangs on it goes with it.
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, path TEXT NOT NULL, body TEXT NOT NULL, doubts TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    "index" INTEGER NOT NULL, label TEXT NOT NULL, width REAL NOT NULL, height REAL NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (document, "index")
);
CREATE TABLE IF NOT EXISTS passages (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    place INTEGER NOT NULL, tbl TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document, place);
-- Terms are stems and compound parts made by corpus.swedish, so the tokenizer has only blanks to see.
CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5 (stems, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (terms, row);
CREATE TRIGGER IF NOT EXISTS forget_terms AFTER DELETE ON passages BEGIN DELETE FROM terms WHERE rowid = old.rowid; END;
CREATE TABLE IF NOT EXISTS vectors (
    model TEXT NOT NULL, key TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, key)
) WITHOUT ROWID;

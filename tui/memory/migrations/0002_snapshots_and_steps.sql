-- What the entries of a guide come to, up to a place: computed from them, written anew at any time, and thrown away.
CREATE TABLE snapshot (
    guide INTEGER PRIMARY KEY REFERENCES guide (number),
    place INTEGER NOT NULL,
    last BLOB NOT NULL CHECK (length(last) = 16),
    entries INTEGER NOT NULL,
    form INTEGER NOT NULL,
    body BLOB NOT NULL,
    crc INTEGER NOT NULL
) STRICT;

-- What happened in the sittings that are open now; it goes when they end.
CREATE TABLE step (
    sitting BLOB NOT NULL CHECK (length(sitting) = 16),
    number INTEGER NOT NULL,
    guide INTEGER NOT NULL REFERENCES guide (number),
    body BLOB NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (sitting, number)
) STRICT, WITHOUT ROWID;

-- The entries of one guide beyond a place, without a look at those of the others.
CREATE INDEX entry_of_guide ON entry (guide);

-- All that a learner did, in the order in which it was written here.
CREATE TABLE guide (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE entry (
    place INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    guide INTEGER NOT NULL REFERENCES guide (number),
    body BLOB NOT NULL,
    crc INTEGER NOT NULL
) STRICT;

CREATE TRIGGER guide_stays BEFORE UPDATE ON guide BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;

CREATE TRIGGER guide_remains BEFORE DELETE ON guide BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;

CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN
    SELECT RAISE(ABORT, 'the record is only added to');
END;

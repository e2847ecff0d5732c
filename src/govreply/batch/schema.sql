-- One batch of documents. Whoever reads this: join over `inputs` and sort by inputs.path, inputs.member; the ids of inputs
-- follow the order in which the files were found, those of findings are input * 2^24 + ordinal. Texts hold no lone surrogates.
-- What is private is masked in all texts but those of `contacts` and `documents.reply`, unless meta.show_private is 1.
-- Offsets (start, end) count code points of the text, lines, columns, pages and paragraphs from 1; dates are ISO.

-- Keys of meta: schema; version, options (JSON) and show_private (0 or 1) of the last run; folders (JSON) that it was given and
-- here, the folder that they count from; skipped (JSON), what its search passed over: hidden, other, repeated, ignored.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,       -- UTC, with seconds
    ended TEXT,                  -- NULL for a run that was killed, and while it is going on
    version TEXT NOT NULL,
    options TEXT NOT NULL,       -- JSON
    outcome TEXT                 -- complete | interrupted; NULL as `ended`
);

CREATE TABLE inputs (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,          -- as found, see names.py for names that are no text
    member TEXT NOT NULL,        -- '' or the document within the archive `path`: inner.zip!/reply.md
    size INTEGER,                -- bytes; NULL where there was nothing to read
    sha256 TEXT,                 -- of what was checked, taken before it was parsed; NULL where it could not be read whole
    modified TEXT,               -- UTC, as the file system said when it was found
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'unread', 'gone')),
    fingerprint TEXT,            -- of version, options and waivers that it was checked with
    run INTEGER NOT NULL,        -- the last run that found it
    verified INTEGER,            -- the last run that checked it, or saw that it need not
    UNIQUE (path, member)
);

CREATE TABLE documents (         -- one for each input that is done or unread
    input INTEGER PRIMARY KEY REFERENCES inputs ON DELETE CASCADE,
    verdict TEXT NOT NULL,       -- pass | fail | undetermined
    is_reply INTEGER NOT NULL,   -- 0 or 1
    media_type TEXT,
    kind TEXT,                   -- proposal | suggestion | bill
    profile TEXT,
    title TEXT,
    number TEXT,                 -- document number, canonical
    class_mark TEXT,             -- A to D
    issuer TEXT,                 -- full name where it is known, else as written
    date TEXT,                   -- of the signature
    lead_role TEXT,              -- lead | joint: an answer to the proposer, or an opinion for the lead organ; NULL for no reply
    pages INTEGER,               -- of page formats
    characters INTEGER,          -- length of the text
    seconds REAL,                -- that reading and checking took
    cause TEXT,                  -- why it could not be read, of govreply.errors.Cause; then all else is NULL or empty
    detail TEXT,                 -- what was found, in English
    reply BLOB,                  -- zlib of the JSON of the reply, without `places`
    text BLOB,                   -- zlib of the text, UTF-8 with surrogatepass
    places BLOB                  -- zlib of the JSON of `places` of the reply; NULL for text formats
);

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,    -- from 0: by place in the text, then those that were waived
    rule TEXT NOT NULL,
    code TEXT NOT NULL,
    family TEXT,                 -- NULL for what is no rule (waiver-invalid, rule-crashed)
    severity TEXT NOT NULL,      -- error | warning | info
    message_zh TEXT NOT NULL,
    message_en TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    page INTEGER,
    paragraph INTEGER,
    story TEXT,                  -- of laid-out formats: body | text-box | header | footer | footnote | endnote
    table_number INTEGER,        -- of laid-out formats, the innermost table there and the cell in it, from 1
    table_row INTEGER,
    table_column INTEGER,
    quote TEXT NOT NULL,         -- the text there, at most 200 characters
    suggestion_zh TEXT,
    suggestion_en TEXT,
    fix TEXT,                    -- what it can be replaced by, where that is certain
    waived INTEGER NOT NULL,     -- 0 or 1; waived ones do not count for the verdict
    waiver_reason TEXT,
    waiver_who TEXT,
    waiver_origin TEXT
);
CREATE INDEX findings_of_input ON findings (input, ordinal);
CREATE INDEX findings_by_rule ON findings (rule, severity);

CREATE TABLE related (           -- the other places that take part in a contradiction
    finding INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    page INTEGER,
    paragraph INTEGER,
    story TEXT,
    table_number INTEGER,
    table_row INTEGER,
    table_column INTEGER,
    quote TEXT NOT NULL,
    PRIMARY KEY (finding, ordinal)
) WITHOUT ROWID;

CREATE TABLE rule_states (       -- only undetermined and crashed
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    rule TEXT NOT NULL,
    state TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (input, rule)
) WITHOUT ROWID;

CREATE TABLE matters (           -- what is answered; several for one letter that answers several
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT,                   -- proposal | suggestion | bill
    body TEXT,                   -- cppcc | npc
    level TEXT,                  -- national | provincial | municipal | county | township
    place TEXT,                  -- of the assembly, where it is named
    session_term INTEGER,
    session_meeting INTEGER,
    number TEXT,                 -- digits as written
    topic TEXT,
    year INTEGER,                -- of the letter: its signature's, else its number's
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (input, ordinal)
) WITHOUT ROWID;
CREATE INDEX matters_by_number ON matters (number);

CREATE TABLE contacts (          -- one row for each phone of a contact, one without for none
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT,
    unit TEXT,                   -- the issuer
    phone TEXT,                  -- digits and hyphens
    extension TEXT,
    mobile TEXT,                 -- instead of phone: eleven digits that begin with 1
    role TEXT,                   -- label as written
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (input, ordinal)
) WITHOUT ROWID;
CREATE INDEX contacts_by_name ON contacts (name);

CREATE TABLE organs (            -- one row for each role of each organ named
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,          -- full name where it is known, else as written
    written TEXT NOT NULL,
    role TEXT NOT NULL,          -- issuer | lead | joint | signatory | addressee | copied | mentioned
    PRIMARY KEY (input, ordinal)
) WITHOUT ROWID;
CREATE INDEX organs_by_name ON organs (name, role);

CREATE TABLE minhash (           -- what bodies that are nearly alike share, see Record.bands
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    band INTEGER NOT NULL,
    bucket INTEGER NOT NULL,     -- 63 bits at most
    PRIMARY KEY (input, band)
) WITHOUT ROWID;
CREATE INDEX minhash_by_bucket ON minhash (band, bucket);

CREATE TABLE waiver_uses (       -- entries of a file of waivers that a document came under
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    file TEXT NOT NULL,
    entry INTEGER NOT NULL,      -- index in the file, from 0
    used INTEGER NOT NULL,       -- 0 or 1: whether it let a finding pass
    PRIMARY KEY (input, file, entry)
) WITHOUT ROWID;

CREATE TABLE cross_findings (    -- over many documents; filled anew at the end of each run, see batch/cross
    id INTEGER PRIMARY KEY,      -- in the order of the rules, then of the paths
    rule TEXT NOT NULL,          -- all are of the family batch
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    message_zh TEXT NOT NULL,
    message_en TEXT NOT NULL,
    suggestion_zh TEXT,
    suggestion_en TEXT,
    waived INTEGER NOT NULL DEFAULT 0,  -- 0 or 1, and by what, as in findings
    waiver_reason TEXT,
    waiver_who TEXT,
    waiver_origin TEXT
);

CREATE TABLE cross_places (      -- every document and every row of the catalogue that takes part; at least one of the two
    finding INTEGER NOT NULL REFERENCES cross_findings ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    input INTEGER REFERENCES inputs ON DELETE CASCADE,       -- NULL for a row of the catalogue without a file
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    start INTEGER,               -- NULL for the document as a whole
    "end" INTEGER,
    catalogue_row INTEGER REFERENCES catalogue_rows ON DELETE CASCADE,
    field TEXT,                  -- column of the catalogue, of batch.catalogue.fields.Field
    PRIMARY KEY (finding, ordinal)
) WITHOUT ROWID;
CREATE INDEX cross_places_of_input ON cross_places (input);

CREATE TABLE catalogue_rows (    -- the entries of the catalogue, in its order
    id INTEGER PRIMARY KEY,
    sheet TEXT NOT NULL,         -- of a workbook, else ''
    source_row INTEGER NOT NULL, -- row of the sheet or file, from 1
    entry TEXT NOT NULL          -- JSON: field → text
);

CREATE TABLE catalogue_files (   -- which documents an entry speaks of
    catalogue_row INTEGER NOT NULL REFERENCES catalogue_rows ON DELETE CASCADE,
    input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
    PRIMARY KEY (catalogue_row, input)
) WITHOUT ROWID;
CREATE INDEX catalogue_files_of_input ON catalogue_files (input);

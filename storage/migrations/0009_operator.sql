-- What the operator decides about people, and the texts that the operator has written anew.

ALTER TABLE people ADD COLUMN standing TEXT NOT NULL DEFAULT 'good' CHECK (standing IN ('good', 'paused', 'banned'));
ALTER TABLE people ADD COLUMN standing_reason TEXT;

CREATE TABLE operator_texts (
    name        TEXT    NOT NULL,
    language    TEXT    NOT NULL,
    content     TEXT    NOT NULL,  -- JSON object: text and entities
    changed_at  INTEGER NOT NULL,
    changed_by  INTEGER NOT NULL,
    PRIMARY KEY (name, language)
) STRICT, WITHOUT ROWID;

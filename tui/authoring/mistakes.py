"""What each code of a mistake means: the long answer to the one line that a check prints."""

from collections.abc import Mapping
from types import MappingProxyType

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        # Files and characters
        "missing-folder": "A guide is a folder with `lessons/` and `quiz_bank.yaml`; `lessons/` is not there.",
        "missing-file": "A guide needs `lessons/guide.yaml` and `quiz_bank.yaml`; one of them is not there.",
        "misnamed-file": "A file looks like a part of the guide, and its name is none of those that are read.",
        "unreadable-folder": "The system does not let kruzhok look into the folder: see who may read it.",
        "unreadable-file": "The system does not let kruzhok read the file: see who may read it.",
        "outside-the-guide": "A guide reads no file outside its folder, so that it cannot show what is not its own.",
        "not-a-file": "Something other than a file, such as a folder, has a name that a guide's file should have.",
        "empty-file": "The file is there and has nothing in it.",
        "file-too-large": "Files have a limit, so that no guide can make the program hang.",
        "not-utf-8": "Files are text in the encoding UTF-8, which editors offer when they save.",
        "not-a-text": "The file is full of characters that no text has; it may be a picture or a program.",
        "nul-character": "The character with the number 0 belongs in no text; it comes from other kinds of files.",
        "bidi-character": "Characters that turn the direction of writing can make a text look like another one.",
        "control-character": "Control characters can move the cursor or change what a terminal shows; text needs none.",
        "invisible-character": "A character that nobody sees makes two texts differ that look the same.",
        "tab": "YAML forbids tabs before a field, as they are as wide as each editor likes. Blanks do.",
        "no-libyaml": "PyYAML is installed without libyaml, so guides are read much more slowly.",
        "more-problems": "Only the first 500 problems of a file are listed.",
        # Learners
        "key-changed": "An edit changed the key since you last answered the question; other edits are not told.",
        "doubtful": "A learner pressed ! at this question. The mark counts until the question is edited.",
        # YAML
        "unclosed-quote": "A text that starts with a quotation mark ends with the same one. It opens at this place.",
        "text-after-quote": "What stands between quotation marks is the whole value; nothing follows the closing one.",
        "text-starts-with-sign": "Some signs mean something to YAML at the start of a value. In quotes they are text.",
        "colon-in-text": "A colon and a blank separate a field from its value. In quotes they are text.",
        "unknown-escape": "Between \" and \", a backslash and the next sign make one. Between ' and ' they do not.",
        "unclosed-bracket": "A list in brackets or fields in braces are not closed. In quotes, brackets are text.",
        "no-colon": "Every line is a field with its value, an item of a list, or goes on, indented, with a text.",
        "dash-missing": "Every entry of a list starts with a - and a blank; without it, it runs into the one above.",
        "no-break-space": "A no-break space looks like a blank and is none to YAML. It comes with text that is pasted.",
        "dash-in-text": "An item of a list starts in a line of its own.",
        "indentation": "What belongs together starts in the same column; what belongs to it is indented further.",
        "yaml": "The file is not YAML at this place; the message says what YAML itself makes of it.",
        "alias": "YAML can repeat a value by `*name`. Guides do not, so that every value stands where it is read.",
        "anchor": "YAML can name a value by `&name`. Guides do not, so that every value stands where it is read.",
        "tag": "YAML can give a value a type by `!name`. In a guide the field decides what its value must be.",
        "merge-key": "YAML can copy fields by `<<`. Guides do not, so that every value stands where it is read.",
        "duplicate-key": "A field stands once; of two, one would be lost without a word.",
        "odd-key": "A field's name is text; a list or fields in braces cannot be one.",
        "empty-item": "A dash without anything after it is an item with no value.",
        "second-document": "YAML can hold several documents in one file, parted by `---`; a guide's files hold one.",
        "too-deep": "Lists and fields stand in each other deeper than any guide needs: mostly a bracket meant as text.",
        "too-many-fields": "So many fields in one place slow everything down; mostly it is a slip of indentation.",
        "too-many-items": "So many items in one list would slow everything down.",
        "text-too-long": "One text has a limit, so that no guide can make the program hang.",
        "comment-in-text": "A blank and a # start a comment, which is left out. In quotes they are text.",
        # Fields
        "unknown-field": "Every field has a name; this one is not among them, so it is mostly misspelt.",
        "missing-field": "A field that must be there is missing, or has no value.",
        "wrong-shape": "A value has another form than is meant: a list for one text, a text for fields.",
        "not-a-number": "The field holds a number, in digits.",
        "number-out-of-range": "The number is smaller or larger than it can be here.",
        "not-true-or-false": "The field is `true` or `false`, and nothing else.",
        "unknown-kind": "The kind says what a question or key point is about; there are seven of them.",
        "bad-id": "Ids are of lower-case letters, digits and hyphens, so that they can stand anywhere.",
        "duplicate-id": "What the learner remembers hangs on the id, so two things cannot share one.",
        "bad-date": "Dates are written in EDTF: 1920, 1920-09, 1920-09-22, 1919~ for about, 1919/1922 for an interval.",
        "bad-language": "The language is its BCP 47 tag: en, ru, pt-BR.",
        # Lessons
        "no-lessons": "A guide teaches by lessons: Markdown files in `lessons/`.",
        "too-many-lessons": "So many files would slow everything down.",
        "duplicate-lesson": "A lesson's id is its file's name without number and ending, and two files share one.",
        "unreadable-name": "A lesson's id is its file's name without number and ending, and this has none.",
        "no-front-matter": "A lesson starts with its title and key points, between two lines of three hyphens.",
        "unclosed-front-matter": "The line of three hyphens that ends a lesson's title and key points is missing.",
        "front-matter-no-mapping": "Between its two lines of three hyphens a lesson has fields: title and key points.",
        "no-panels": "A lesson is read panel by panel, and each panel starts with a heading of two #.",
        "heading-level": "A panel's heading starts with two #; the lesson's title stands in its front matter.",
        "heading-without-blank": "In Markdown a heading's # are followed by a blank; without it, this is text.",
        "empty-heading": "A panel's heading has no words, and key points name their panel by it.",
        "empty-panel": "A panel without anything in it would be an empty screen.",
        "duplicate-panel": "Key points name their panel by its heading, so no two panels of a guide share one.",
        "long-panel": (
            "A panel is one idea, on one screen: 120 words at most, those of its blocks included. Longer ones are "
            "scrolled through instead of read."
        ),
        "text-before-heading": "Text above the first heading of two # stands in no panel, so nobody would see it.",
        "underlined-heading": "A line of = or - under a text makes it a heading in Markdown, but not a panel's.",
        "panel-too-large": "A panel is one idea, on one screen; this one would not be read.",
        "markdown-too-deep": "Lists and quotations stand deeper in each other than a terminal can show.",
        "list-too-long": "A list so long would not be read, and is slow to show.",
        "table-too-wide": "A table so wide cannot be shown in a terminal.",
        "table-too-long": "A table so long would not be read, and is slow to show.",
        "unknown-panel": "A key point names the panel that teaches it by its heading; the lesson has no such heading.",
        "unknown-stance": "A stance says whose view it is; those there are stand in `lessons/guide.yaml`.",
        "no-source": "A key point or a table's entry names the ¶ of the source that it comes from, at least one.",
        "paragraph-out-of-range": "The source has no such ¶; `lessons/guide.yaml` says how many it has.",
        # Blocks and tables
        "unclosed-fence": "A block ends with a line of three backticks.",
        "unknown-block": "A block of three backticks has a name that says how it is drawn; this one is not known.",
        "empty-block": "A block or a list in it has nothing to show.",
        "wrong-columns": "A comparison has two or three columns; more do not fit.",
        "wrong-row": "A row of a comparison has a cell for every column, and no more.",
        "unknown-position": "The entry is not in `lessons/positions.yaml`, where each fact stands once.",
        "unknown-date": "The entry is not in `lessons/dates.yaml`, where each fact stands once.",
        "unknown-claim": "The claim is not in `lessons/argument.yaml`.",
        "no-such-view": "The position has no view of this stance in `lessons/positions.yaml`.",
        "two-parents": "A claim supports another or objects to another; it cannot do both.",
        "argument-in-a-circle": "A claim supports or attacks, over some steps, itself, so the argument has no top.",
        "argument-too-deep": "The argument is deeper than a terminal can show.",
        # Questions
        "unknown-type": "The type says how a question asks; docs/questions.md shows each.",
        "no-key-point": "A question tests a key point of a lesson, so that the learner's memory can be kept by it.",
        "unknown-key-point": "Key points stand in the front matter of the lessons; this id is not among them.",
        "too-few": "There is too little to choose from or to put in order.",
        "key-among-distractors": "A right answer stands among the wrong ones, so whoever picks it is wronged.",
        "given-twice": "The same answer stands twice; only its spelling or a sign may differ.",
        "cannot-be-typed": "The answer has no letter and no digit, or is too long for anybody to type.",
        "long-answer": (
            "In a class an answer is one message of at most 4 KiB, be it all items of an order or pairs of a match. "
            "What does not fit is asked only of those who learn alone."
        ),
        "correction-missing": "Who takes a false statement for true must be told what is true instead.",
        "correction-needless": "A true statement has nothing to correct.",
        "tolerance-negative": "The tolerance is how far off an answer may be, so it cannot be below 0.",
        "number": "The answer to a number question is a number, in digits.",
        "date": "The answer to a date question is a date in EDTF: 1920, 1920-09, 1920-09-22.",
        "brace": "In a cloze the gaps stand in braces: {word}. One brace has no partner.",
        "no-gap": "A cloze is a text with gaps, in braces: {word}. There is none.",
        # Comments that silence rules
        "ignore-unreadable": "A comment that starts with `kruzhok:` silences a rule: `# kruzhok: ignore[code] reason`.",
        "ignore-without-reason": "Whoever reads the bank later needs to know why a rule does not hold here.",
        "ignore-unknown-code": "A comment silences a rule that does not exist; mistakes cannot be silenced.",
        "ignore-unused": "A comment silences a rule that finds nothing there; left in, it would hide what comes later.",
    }
)
"""What each code means and why it is told, in a sentence or two."""

WARNINGS = frozenset(
    {
        "comment-in-text",
        "ignore-unreadable",
        "ignore-without-reason",
        "ignore-unknown-code",
        "ignore-unused",
        "long-answer",
        "misnamed-file",
        "no-libyaml",
        "underlined-heading",
    }
)
"""Those that keep nothing from being used."""

ADVICE = frozenset({"doubtful", "key-changed", "long-panel"})
"""Those that say what might be better."""

"""A question whose grammar fits its key alone."""

import re
from collections.abc import Iterator

from tui.authoring.parts import Options, key_field, picks
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import knows, listed, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

_ARTICLE = re.compile(r"\b(?P<article>an?)[\s….:_]*$", re.IGNORECASE)
_VERB = re.compile(r"^(?:who|what|which(?: of (?:these|the following))?)\s+(is|was|are|were)\b", re.IGNORECASE)
_SILENT_H = re.compile("(?i)(honou?r|honest|hour|heir)")
_SPOKEN_AS_CONSONANT = re.compile("(?i)(uni(?!n|m)|use|usu|eu|one|once)")
_DETERMINERS = listed("a an the that those its their his her")


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions in which an article or a number gives the key away."""
    if not knows(guide):
        return
    for question, options in picks(guide):
        message = _by_article(question.question, options) or _by_number(question.question, options)
        if message:
            hint = "write “a(n)”, or reword question or options so that all of them fit"
            yield Finding(question.id, message, hint, key_field(question))


def _by_article(asked: str, options: Options) -> str:
    found = _ARTICLE.search(asked)
    if not found:
        return ""
    wanted = found["article"].casefold() == "an"
    if all(_vowel(key) == wanted for key in options.keys) and all(_vowel(other) != wanted for other in options.others):
        return f"“{found['article']}” at the end of the question fits the key alone"
    return ""


def _vowel(option: str) -> bool:
    """Whether a word wants "an" before it."""
    if _SILENT_H.match(option):
        return True
    return option[:1].casefold() in set("aeiou8") and not _SPOKEN_AS_CONSONANT.match(option)


def _by_number(asked: str, options: Options) -> str:
    found = _VERB.match(asked)
    if not found:
        return ""
    plural = found[1].casefold() in {"are", "were"}
    keys, others = map(_plurals, (options.keys, options.others))
    if None in keys | others or keys != {plural} or others != {not plural}:
        return ""
    return f"“{found[1]}” in the question fits the number of the key alone"


def _plurals(options: tuple[str, ...]) -> set[bool | None]:
    return {_plural(option) for option in options}


def _plural(option: str) -> bool | None:
    """Whether a short option means several; nothing, where its number cannot be told from its ending."""
    said = [word for word in words(option) if word not in _DETERMINERS]
    if not 1 <= len(said) <= 2 or any(map(str.isdigit, option)):
        return None
    return said[-1].endswith("s") and not said[-1].endswith(("ss", "us", "is"))


RULE = Rule(
    code="fits-only-the-key",
    severity=Severity.WARNING,
    looks_for="“a” or “an” at the end of a question, or “is” or “are” in it, that fits the key and no distractor.",
    reason="Grammar alone picks the key.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): avoid grammatical clues; Case & Swanson, Constructing "
        "written test questions for the basic and clinical sciences (NBME): grammatical cues."
    ),
    example="""\
  # Only one fits:
  - id: what-the-council-was
    kind: criticism
    tests: wanted
    question: "By this time, says the document, the unions' council had become an …"
    answer: arm of the state
    distractors:
      - choice: school of the party
        why: The document does not call it so.
      - choice: home of the workers
        why: The document denies that.
    explanation: The document calls it an arm of the state (¶7).

  # Mended:
  - id: what-the-council-was
    kind: criticism
    tests: wanted
    question: What had the unions' council become by this time, according to the document?
    answer: An arm of the state
    distractors:
      - choice: A school of the party
        why: The document does not call it so.
      - choice: A home of the workers
        why: The document denies that.
    explanation: The document calls it an arm of the state (¶7).
""",
    find=find,
)

"""What a code that a check prints stands for: of a mistake, or of a rule of question writing."""

from collections.abc import Iterator, Sequence
from textwrap import fill, indent

from tui.authoring.mistakes import ADVICE, MEANINGS, WARNINGS
from tui.authoring.rules.rule import Rule
from tui.guide.errors import Severity

_WIDTH = 79


def codes(rules: Sequence[Rule]) -> tuple[str, ...]:
    """Every code that can be explained: the rules' first."""
    return (*(rule.code for rule in rules), *MEANINGS)


def severity_of(code: str, rules: Sequence[Rule]) -> Severity:
    """How much what a code stands for matters.

    Args:
        code: a code.
        rules: the rules there are.
    """
    for rule in rules:
        if rule.code == code:
            return rule.severity
    if code in ADVICE:
        return Severity.ADVICE
    return Severity.WARNING if code in WARNINGS else Severity.ERROR


def explanation(code: str, rules: Sequence[Rule]) -> str | None:
    """What a code stands for.

    Args:
        code: a code.
        rules: the rules there are.

    Returns:
        Some lines, or None if there is no such code.
    """
    for rule in rules:
        if rule.code == code:
            return "\n".join(_of_rule(rule))
    if code in MEANINGS:
        return f"{code} ({severity_of(code, rules)})\n\n{fill(MEANINGS[code], _WIDTH)}\n"
    return None


def listing(rules: Sequence[Rule]) -> str:
    """All codes, each with what it means."""
    wide = max(len(code) for code in codes(rules))
    lines = ["Rules of question writing", ""]
    lines += [_row(rule.code, f"{rule.looks_for} ({rule.severity})", wide) for rule in rules]
    lines += ["", "Mistakes", ""]
    lines += [_row(code, meaning, wide) for code, meaning in MEANINGS.items()]
    return "\n".join(lines) + "\n"


def silencing(code: str) -> str:
    """How a rule is silenced, in a sentence."""
    return (
        f"Write `# kruzhok: ignore[{code}] reason` in a line of its own, inside the question or right above it, or "
        "above `questions:` for the whole bank. The reason is for whoever reads the bank later."
    )


def _row(code: str, meaning: str, wide: int) -> str:
    return fill(meaning, _WIDTH, initial_indent=f"  {code:{wide}}  ", subsequent_indent=" " * (wide + 4))


def _of_rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} ({rule.severity})"
    yield ""
    yield fill(f"Looks for: {rule.looks_for}", _WIDTH)
    yield ""
    yield fill(f"Why: {rule.reason}", _WIDTH)
    yield ""
    yield fill(f"On what evidence: {rule.basis}", _WIDTH)
    yield ""
    yield "For example:"
    yield ""
    yield indent(rule.example.strip("\n"), "  ")
    yield ""
    yield fill(f"To silence it: {silencing(rule.code)}", _WIDTH)
    yield ""

"""The rules of question writing: one file a rule, one import and one line here."""

from tui.authoring.rules import tested_once
from tui.authoring.rules.rule import Rule

RULES: tuple[Rule, ...] = (tested_once.RULE,)
"""Every rule, in the order in which they are listed."""

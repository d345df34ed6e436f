"""The rules of question writing: one file a rule, one import and one line here."""

from tui.authoring.rules import (
    absolutes_in_distractors,
    all_or_none,
    blind_guesser,
    clue_word,
    date_unlike_table,
    distractor_without_why,
    fits_only_the_key,
    gives_away,
    idea_in_options,
    key_much_longer,
    key_position,
    name_unlike_table,
    near_duplicate,
    no_explanation,
    odd_option,
    overlapping_ranges,
    quotation_not_in_lessons,
    tested_once,
    unstressed_not,
    view_without_holder,
)
from tui.authoring.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    blind_guesser.RULE,
    key_position.RULE,
    key_much_longer.RULE,
    clue_word.RULE,
    absolutes_in_distractors.RULE,
    fits_only_the_key.RULE,
    all_or_none.RULE,
    overlapping_ranges.RULE,
    odd_option.RULE,
    idea_in_options.RULE,
    unstressed_not.RULE,
    no_explanation.RULE,
    distractor_without_why.RULE,
    near_duplicate.RULE,
    gives_away.RULE,
    view_without_holder.RULE,
    quotation_not_in_lessons.RULE,
    date_unlike_table.RULE,
    name_unlike_table.RULE,
    tested_once.RULE,
)
"""Every rule, in the order in which they are listed."""

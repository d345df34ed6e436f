"""What is read only when somebody looks into it."""

from pathlib import Path

from tests.guides import BANK, small_guide
from tui.guide.later import LateMapping, LateSequence
from tui.study import open_guide


def test_it_is_made_once_at_the_first_look() -> None:
    made: list[str] = []

    def mapping() -> dict[str, int]:
        made.append("mapping")
        return {"a": 1, "b": 2}

    def sequence() -> tuple[str, ...]:
        made.append("sequence")
        return ("a", "b")

    numbers, letters = LateMapping(mapping), LateSequence(sequence)
    assert made == []
    assert (dict(numbers), numbers["b"], len(numbers)) == ({"a": 1, "b": 2}, 2, 2)
    assert (letters[1], letters[:1], list(letters), bool(letters)) == ("b", ("a",), ["a", "b"], True)
    assert letters == LateSequence(lambda: ["a", "b"])
    assert hash(letters) == hash(LateSequence(lambda: ["a", "b"]))
    assert letters != LateSequence(lambda: ["a"])
    assert made == ["mapping", "sequence"]


def test_the_bank_is_read_at_the_first_look_and_its_mistakes_with_it(tmp_path: Path) -> None:
    folder = small_guide(tmp_path)
    guide = open_guide(folder)
    (folder / "quiz_bank.yaml").write_text(BANK.replace("kind: date", "kind: dtae"), encoding="utf-8")
    assert [problem.code for problem in guide.problems] == ["unknown-kind"]
    assert list(guide.questions) == ["what"]
    assert list(guide.question_places) == ["what"]

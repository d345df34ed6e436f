"""Load one bank, cold: `load.py kruzhok FOLDER` or `load.py yaml FOLDER`; prints the seconds it took."""

import sys
import time
from pathlib import Path


def by_kruzhok(folder: Path) -> float:
    """With lines and columns, every question checked and built."""
    from tui.guide.reader import read_guide
    from tui.quiz.types import TYPES

    began = time.perf_counter()
    guide = read_guide(folder, TYPES)
    # The bank is read when one asks what is wrong with it.
    problems = tuple(guide.problems)
    took = time.perf_counter() - began
    if problems:
        sys.exit(f"the bank has problems: {problems[0]}")
    return took


def by_yaml(folder: Path) -> float:
    """With PyYAML's C loader alone."""
    import yaml

    began = time.perf_counter()
    text = (folder / "quiz_bank.yaml").read_bytes()
    yaml.load(text, Loader=yaml.CSafeLoader)
    return time.perf_counter() - began


if __name__ == "__main__":
    loader = {"kruzhok": by_kruzhok, "yaml": by_yaml}[sys.argv[1]]
    print(loader(Path(sys.argv[2])))

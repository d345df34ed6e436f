"""What the page is made of."""

import re

import msgspec

from tests.classroom.page.fake_host import PAGE
from tui.classroom import protocol
from tui.classroom.client import TOO_LARGE
from tui.quiz.signs import LETTERS

FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(PAGE.iterdir())}
LARGEST = 60_000
MOST_LINES = 400


def test_the_page_is_small() -> None:
    assert sum(len(text.encode()) for text in FILES.values()) < LARGEST
    assert max(text.count("\n") for text in FILES.values()) <= MOST_LINES


def test_the_page_takes_nothing_from_outside_and_all_it_takes_is_there() -> None:
    taken = {name for text in FILES.values() for name in re.findall(r'(?:from "\./|(?:src|href)="/)([^"]*)"', text)}
    assert taken <= FILES.keys()
    assert FILES.keys() - taken == {"index.html", "see.html"}
    addresses = {address for text in FILES.values() for address in re.findall(r"\w+://[^\s\"`$]+", text)}
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_no_text_can_become_markup_script_or_style() -> None:
    for name, text in FILES.items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|DOMParser", text
        ), name
        assert not re.search(r"<style|<script(?! type=\"module\" src=)|\sstyle=|\son[a-z]+=\"", text), name


def test_the_page_speaks_this_version_and_knows_all_that_a_host_says() -> None:
    page = FILES["page.js"]
    assert f"const VERSION = {protocol.VERSION};" in page
    assert f'const LETTERS = "{LETTERS}";' in FILES["pair.js"]
    assert f"const LARGEST = {protocol.LARGEST_FRAME};" in FILES["answering.js"]
    assert f'const TOO_LARGE = "{TOO_LARGE}";' in FILES["answering.js"]
    schema = msgspec.json.schema(protocol.FromHost)
    for tag in schema["discriminator"]["mapping"]:
        assert re.search(rf'"{tag}"|\b{tag}\b[:,]', page), tag
    gone = FILES["words.js"] + page
    for refusal in protocol.Refusal:
        assert re.search(rf'"{refusal}"|\b{refusal}: \[', gone), refusal

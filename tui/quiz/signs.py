"""The signs by which the parts of an ask are called: the same in a terminal, on the projector and on a phone."""

LETTERS = "abcdefghijklmrstwxz"
"""Of partners, and of points to tick. Of a quiz's and an exam's commands only those have one whose capital does too."""

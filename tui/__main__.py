"""`python -m tui` is the command `kruzhok`."""

import sys

from tui.cli.main import main

sys.exit(main())

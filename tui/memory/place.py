"""Whether a file lies in another computer's keeping: there SQLite cannot share a log between windows."""

import os
import re
from contextlib import suppress
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
"""What file systems there are, a line each; where there is no such list, all are taken for this computer's own."""
NETWORK = frozenset(
    (
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "prl_fs",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
    )
)
"""The kinds of file systems that are another computer's, or a virtual machine's host's."""


def on_network(path: Path) -> bool:
    """Whether a file is kept by another computer.

    Args:
        path: the file, there or not.
    """
    where, found = os.path.realpath(path), ("", "")
    with suppress(OSError):
        for line in MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            _, point, kind, *_ = f"{line}   ".split(" ")
            # The longest wins; of two in one place, the later one lies on top.
            point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point)
            if len(point) >= len(found[0]) and f"{where}/".startswith(f"{point.rstrip('/')}/"):
                found = point, kind
    return found[1] in NETWORK

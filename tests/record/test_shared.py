"""A record is not kept where other machines write or copy its files; what is known of such places is told by tables."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from onrecord.errors import InputError
from onrecord.record import open_record, shared

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
server:/export /home nfs4 rw,vers=4.2 0 0
//nas/desk /mnt/the\040desk cifs rw 0 0
reader@host: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdb1 /home/local btrfs rw 0 0
C:\134 /mnt/c 9p rw 0 0
overlay /srv overlay rw 0 0
tmpfs /tmp tmpfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "kind", "why"),
    [
        ("/root", "ext4", "a disk of this machine"), ("/home/ana", "nfs4", "a home over NFS"), ("/home/local/ana", "btrfs", "a local disk within one over NFS"),
        ("/homely", "ext4", "a name that only begins like a mount point"), ("/mnt/the desk/x", "cifs", "a name with a blank, written \\040"),
        ("/mnt/ssh", "fuse.sshfs", "the mount point itself"), ("/mnt/c/Users", "9p", "the disk of the machine around this one"),
        ("/srv/x", "overlay", "a container"), ("/tmp/x", "tmpfs", "memory"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount_point(folder: str, kind: str, why: str) -> None:
    assert shared.filesystem(PurePosixPath(folder), MOUNTS) == kind, why
    told = shared.why_unsafe(PurePosixPath(folder), MOUNTS, lambda name: False)
    assert (told is not None) == (kind in ("nfs4", "cifs", "fuse.sshfs", "9p")), why
    assert told is None or kind in told


@pytest.mark.parametrize(
    ("folder", "unsafe"),
    [
        ("/u/ana/Dropbox/talks", True), ("/u/ana/dropbox", True), ("/u/ana/OneDrive - Example Desk/talks", True), ("/u/ana/OneDrive", True),
        ("/u/ana/Library/Mobile Documents/com~apple~CloudDocs/talks", True), ("/u/ana/Library/CloudStorage/Any/talks", True), ("/u/ana/Google Drive", True),
        ("/u/ana/GoogleDrive-ana@example.org/My Drive", True), ("/u/ana/Nextcloud (2)/x", True), ("/u/ana/Syncthing", True),
        ("/u/ana/talks", False), ("/u/ana/dropboxes", False), ("/u/ana/about Dropbox", False), ("/u/ana/cloud", False), ("/u/ana/box", False),
    ],
)
def test_folders_that_are_copied_are_known_by_their_names(folder: str, unsafe: bool) -> None:
    assert (shared.why_unsafe(PurePosixPath(folder), "", lambda name: False) is not None) == unsafe


@pytest.mark.parametrize(("mark", "program"), shared.places().markers.items())
def test_folders_that_are_copied_are_known_by_what_lies_in_them_or_above(mark: str, program: str) -> None:
    told = shared.why_unsafe(PurePosixPath("/u/ana/talks/2026"), "", lambda name: name == f"/u/ana/talks/{mark}")
    assert told is not None and program in told and "/u/ana/talks " in told


def test_a_share_of_windows_is_another_machine() -> None:
    assert shared.why_unsafe(PureWindowsPath(r"\\nas\desk\talks"), "", lambda name: False) is not None
    assert shared.why_unsafe(PureWindowsPath(r"C:\Users\ana\talks"), "", lambda name: False) is None


def test_a_record_is_not_written_there_and_the_error_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    for path in (tmp_path / "r.db", tmp_path / "deep" / "r.db"):
        path.parent.mkdir(exist_ok=True)
        with pytest.raises(InputError, match=r"Syncthing.*onrecord backup"):
            open_record(path, write=True)
        assert not path.exists(), "nothing was made"


def test_a_link_does_not_hide_where_a_folder_is(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(InputError, match="Dropbox"):
        open_record(tmp_path / "mine" / "r.db", write=True)
    (tmp_path / "real.db").symlink_to(tmp_path / "Dropbox" / "r.db")
    with pytest.raises(InputError, match="Dropbox"):
        open_record(tmp_path / "real.db", write=True)


def test_what_lies_there_already_can_be_read_and_backed_up_elsewhere(tmp_path: Path) -> None:
    from onrecord.record.backups import back_up

    open_record(tmp_path / "r.db", write=True).close()
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "r.db").rename(tmp_path / "Dropbox" / "r.db")
    open_record(tmp_path / "Dropbox" / "r.db").close()
    back_up(tmp_path / "Dropbox" / "r.db", tmp_path / "r.db")
    open_record(tmp_path / "r.db", write=True).close()

"""ZIP and tar (plain, gzip, bzip2, xz): the files in them, read as they stream past; nothing is written to disk, so no name can do harm."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat
import struct
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO, cast

from onrecord.errors import ReportError
from onrecord.read.form import Head, Member, Source, Taken
from onrecord.read.metered import BROKEN, Budget, Counting, Giver, Metered
from onrecord.read.result import Input
from onrecord.types import Problem, ProblemKind

UNPACKERS: dict[bytes, Callable[[BinaryIO], Giver]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream), b"BZh": bz2.BZ2File, b"\xfd7zXZ\0": lzma.LZMAFile,
}
"""How packed streams are opened, by their first bytes."""
TAR_MARK = (257, b"ustar")
OFFICE = ("[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "mimetype", "customXml/")
"""First names in a ZIP that is an Office file."""
LARGEST_DIRECTORY = 32_000_000
"""Bytes of a ZIP's list of members: it is held in memory before any limit on members can count."""
HEAD_ROOM = 16_000_000
"""Bytes that a tar's own heads may have between two members."""
END = struct.Struct("<4s4H2LH")
ENDS = 66_000
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e]")


@dataclass(slots=True)
class Passed:
    """Members that no reader knows, by their endings; lives as long as the archive's reading."""

    endings: Counter[str] = field(default_factory=Counter)
    read: int = 0

    def told(self, source: Source) -> Iterator[Taken]:
        """The Problem that names them, if there are any; lost only where nothing else was in the archive."""
        count = sum(self.endings.values())
        if not count and self.read:
            return
        seen = ", ".join(f"{n} {ending or 'without an ending'}" for ending, n in sorted(self.endings.items()))
        message = f"members that no reader knows were passed over: {seen}; unpack them if they are reports" if count else "an archive without a file in it"
        kind: ProblemKind = "binary" if count else "empty"
        yield Taken(Input(b"", source.where, source.name), None, (Problem(kind, f"{source.where}: {message}", where=source.where, lost=not self.read),))


def first_name(raw: bytes) -> str:
    """The name of the first member of a ZIP."""
    if not raw.startswith(b"PK\x03\x04") or len(raw) < 30:
        return ""
    return raw[30 : 30 + int.from_bytes(raw[26:28], "little")].decode("utf-8", "replace")


def is_office(head: Head, folder: str, extensions: tuple[str, ...]) -> bool:
    """Whether it is the Office file whose parts lie in *folder*; its name tells where that is not seen in the first bytes."""
    if not first_name(head.raw).startswith(OFFICE):
        return False
    return folder.encode() in head.raw or head.claims(extensions)


def is_zip(head: Head) -> bool:
    """Whether it is a ZIP, an empty one too."""
    return head.raw.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not first_name(head.raw).startswith("mimetype")


def is_packed(head: Head) -> bool:
    """Whether it is a tar, or anything packed with gzip, bzip2 or xz."""
    return head.raw[TAR_MARK[0] :].startswith(TAR_MARK[1]) or head.raw.startswith(tuple(UNPACKERS))


def read_zip(source: Source, known: Callable[[str], bool]) -> Iterator[Taken | Member]:
    """The members of a ZIP whose names *known* takes, in their order."""
    stream = seekable(source)
    try:
        size = directory_size(stream)
        archive = zipfile.ZipFile(stream) if size <= LARGEST_DIRECTORY else None
    except BROKEN as error:
        raise ReportError(f"broken or incomplete ZIP ({type(error).__name__}: {error}); get it again") from error
    if archive is None:
        raise ReportError(f"its list of members claims {size:,} bytes; at most {LARGEST_DIRECTORY:,} are read: split it", kind="limit")
    budget, passed = Budget(), Passed()
    for info in archive.infolist():
        name = shown(info.filename)
        if info.is_dir() or is_hidden(name):
            continue
        budget.enter()
        if not known(name):
            passed.endings[PurePath(name).suffix.lower()] += 1
            continue
        passed.read += 1
        where = f"{source.where}!{name}"
        refusal = zip_refusal(info, budget)
        if refusal:
            yield refused(where, *refusal)
            continue
        try:
            member = archive.open(info)
        except BROKEN as error:
            yield refused(where, "unreadable", f"broken member of a ZIP ({type(error).__name__}: {error}); get the archive again")
            continue
        yield Member(io.BufferedReader(Metered(member, budget, max(info.compress_size, 1))), where)
    yield from passed.told(source)


def zip_refusal(info: zipfile.ZipInfo, budget: Budget) -> tuple[ProblemKind, str] | None:
    """Why a member is not even opened; None for one that is."""
    if info.flag_bits & 0x1:
        return "unreadable", "this member is protected by a password; unpack it yourself"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "unreadable", "a link to another file, not a report; links are not followed"
    if info.file_size > budget.left:
        return "limit", f"claims to unpack to {info.file_size:,} bytes, more than the {budget.left:,} that are left for this archive; unpack it yourself"
    return None


def seekable(source: Source) -> BinaryIO:
    """The archive as a stream that can go back, as a ZIP's list stands at its end; held in memory only where it comes from another archive or a pipe."""
    if isinstance(source.rest, io.BufferedReader | io.BytesIO) and source.rest.seekable():
        source.rest.seek(0)
        return source.rest
    return io.BytesIO(source.whole().raw)


def directory_size(stream: BinaryIO) -> int:
    """How many bytes a ZIP's list of members claims to have; one of the large form (ZIP64) is told by its own record."""
    stream.seek(0, io.SEEK_END)
    stream.seek(max(0, stream.tell() - ENDS))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + END.size:
        return 0  # zipfile says what is wrong with it
    large = tail.rfind(b"PK\x06\x06", 0, at)
    if large >= 0 and len(tail) >= large + 48:
        return int.from_bytes(tail[large + 40 : large + 48], "little")
    return int(END.unpack(tail[at : at + END.size])[5])


def read_packed(source: Source, known: Callable[[str], bool]) -> Iterator[Taken | Member]:
    """The members of a tar whose names *known* takes, or the one file that was packed without a tar."""
    budget = Budget()
    packed = Counting(cast(BinaryIO, source.stream()))
    opener = next((UNPACKERS[mark] for mark in UNPACKERS if source.head.startswith(mark)), None)
    plain = io.BufferedReader(packed)
    if opener is None:
        yield from read_tar(source, Metered(plain, budget, packed), budget, known)
        return
    metered = Metered(opener(cast(BinaryIO, plain)), budget, packed)
    stream = io.BufferedReader(metered)
    if stream.peek(512)[TAR_MARK[0] :].startswith(TAR_MARK[1]):
        yield from read_tar(source, metered, budget, known, stream)
    else:
        yield Member(cast(BinaryIO, stream), f"{source.where}!{inner_name(source)}")


def inner_name(source: Source) -> str:
    """The name of what was packed: the file's name without its last ending."""
    return PurePath(source.where.rpartition("!")[2]).stem or "file"


def read_tar(
    source: Source, metered: Metered, budget: Budget, known: Callable[[str], bool], stream: BinaryIO | None = None
) -> Iterator[Taken | Member]:
    """The members of a tar as they stream past."""
    passed = Passed()
    metered.most = HEAD_ROOM
    try:
        archive = tarfile.open(fileobj=stream or metered, mode="r|")  # noqa: SIM115 - it holds no file of its own
    except BROKEN as error:
        raise ReportError(f"broken or incomplete tar ({type(error).__name__}: {error}); get it again") from error
    while (info := following(archive)) is not None:
        name = shown(info.name)
        metered.most = metered.count + info.size + HEAD_ROOM
        if info.isdir() or is_hidden(name):
            continue
        budget.enter()
        where = f"{source.where}!{name}"
        if not known(name):
            passed.endings[PurePath(name).suffix.lower()] += 1
            continue
        passed.read += 1
        if not info.isreg() or info.issparse():
            what = "a link to another file" if info.issym() or info.islnk() else "a device or a file with holes"
            yield refused(where, "unreadable", f"{what}, not a report; it was not followed")
            continue
        member = archive.extractfile(info)
        if member is not None:
            yield Member(io.BufferedReader(Metered(member, Budget(), info.size)), where)
    yield from passed.told(source)


def following(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    """The next member's head; ReportError where the tar is broken there."""
    try:
        return archive.next()
    except BROKEN as error:
        raise ReportError(f"broken or incomplete tar ({type(error).__name__}: {error}); what came before was read, get it again") from error


def refused(where: str, kind: ProblemKind, message: str) -> Taken:
    """The Problem in the place of a member; none of its bytes are held."""
    return Taken(Input(b"", where, PurePath(where).stem), None, (Problem(kind, f"{where}: {message}", where=where, lost=True),))


def shown(name: str) -> str:
    """A member's name as it may be printed: one line, no marks that turn its direction."""
    return UNPRINTABLE.sub("\ufffd", name)[:500]


def is_hidden(name: str) -> bool:
    """Whether a member is what systems leave in archives: hidden files, macOS's second copies."""
    parts = PurePath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(p.startswith(".") and p not in (".", "..") for p in parts)

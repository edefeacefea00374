"""Archives for these tests: the tiny folders of ``tests/archives`` as they are, zipped, changed or damaged."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analyzer.archive import Archive, Part

FOLDERS = Path(__file__).resolve().parents[2] / "archives"
ERAS = ("era-a", "era-a-csv", "era-b1", "era-b2", "era-c", "era-d", "era-2026", "pruned-and-stale")
OWNER = 9000000001


def files_of(name: str) -> dict[str, bytes]:
    """Path → bytes of one folder in ``tests/archives``."""
    root = FOLDERS / name
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def zip_bytes(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def zipped(path: Path, files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """``path``, now a zip with these members."""
    path.write_bytes(zip_bytes(files, compression))
    return path


def unpacked(folder: Path, files: Mapping[str, bytes]) -> Path:
    """``folder``, now holding these files."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def everything(archive: Archive) -> dict[Part, list[Any]]:
    """All records of all parts that the archive has."""
    return {part: [record for batch in archive.read(part) for record in batch] for part in Part if part is not Part.MANIFEST and archive.has(part)}


def data_file(type_: str, records: list[Any], part: int = 0) -> bytes:
    """A data file in the newer layout."""
    text = json.dumps(records, indent=2, ensure_ascii=False, separators=(",", " : ")) if records else "[ ]"
    return f"window.YTD.{type_.replace('-', '_')}.part{part} = {text}".encode()


def tweet(id_: int, text: str = "words", **more: Any) -> dict[str, Any]:
    """A wrapped tweet as archives of the newer layout have it."""
    entities = {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []}
    base = {"source": '<a href="https://example.org">x</a>', "entities": entities, "id_str": str(id_), "id": str(id_)}
    return {"tweet": {"retweeted": False, **base, "created_at": "Tue Mar 05 12:34:56 +0000 2024", "full_text": text, **more}}


def follows(type_: str, *ids: int) -> bytes:
    """follower.js or following.js."""
    return data_file(type_, [{type_: {"accountId": str(id_)}} for id_ in ids])


def with_media(path: Path, files: Mapping[str, bytes], size: int = 4_400_000_000, photos: int = 20_000) -> Path:
    """``path``, now a Zip64 of these members after ``size`` bytes of video (a hole in the file, which costs no disk) and many small photos."""
    with path.open("wb") as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        video = zipfile.ZipInfo("data/tweets_media/1000000000000001-film.mp4")
        video.file_size = video.compress_size = size
        video.CRC = video.header_offset = 0
        raw.write(video.FileHeader(zip64=True))
        raw.seek(size, io.SEEK_CUR)
        # What zipfile itself does after a member was written.
        archive.filelist.append(video)
        archive.NameToInfo[video.filename] = video
        archive.start_dir = raw.tell()
        for number in range(photos):
            archive.writestr(zipfile.ZipInfo(f"data/tweets_media/{10**15 + number}-photo.jpg"), b"")
        for name, content in files.items():
            archive.writestr(name, content)
    return path

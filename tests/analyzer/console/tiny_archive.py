"""A tiny invented archive of era D as a zip, for tests of the command; big enough to fill a list, small enough to read."""

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

EGO = 9_000_000_001
BEA, SILENT, MUTUAL, FAN = 9_100_000_001, 1_500_000_000_000_000_123, 9_100_000_003, 9_100_000_004
SNOWFLAKE_EPOCH = 1_288_834_974_657


def snowflake(when: datetime) -> str:
    """A tweet id of that time."""
    return str((int(when.timestamp() * 1000) - SNOWFLAKE_EPOCH) << 22)


def reply(when: datetime) -> dict[str, object]:
    """An own reply to Bea, twenty minutes after her tweet."""
    return {
        "tweet": {
            "id_str": snowflake(when), "id": snowflake(when), "created_at": when.strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "full_text": "@bea_writes good morning", "in_reply_to_user_id_str": str(BEA), "in_reply_to_user_id": str(BEA),
            "in_reply_to_screen_name": "bea_writes", "in_reply_to_status_id_str": snowflake(when - timedelta(minutes=20)),
            "in_reply_to_status_id": snowflake(when - timedelta(minutes=20)),
            "entities": {
                "hashtags": [], "symbols": [], "urls": [],
                "user_mentions": [{"name": "Bea", "screen_name": "bea_writes", "indices": ["0", "11"], "id_str": str(BEA), "id": str(BEA)}],
            },
        }
    }  # fmt: skip


def parts() -> dict[str, list[dict[str, object]]]:
    """The records of each data file by its type."""
    start = datetime(2022, 1, 3, 7, 30, tzinfo=UTC)
    account = {"accountId": str(EGO), "username": "mara", "accountDisplayName": "Mara Lindqvist", "createdAt": "2012-05-05T00:00:00.000Z"}
    follows = [("following", SILENT), ("following", MUTUAL), ("following", BEA), ("follower", MUTUAL), ("follower", FAN)]
    return {
        "tweets": [reply(start + timedelta(days=11 * step)) for step in range(70)],
        "account": [{"account": account}],
        "follower": [{"follower": {"accountId": str(key)}} for kind, key in follows if kind == "follower"],
        "following": [{"following": {"accountId": str(key)}} for kind, key in follows if kind == "following"],
        "like": [],
        "direct-message-headers": [],
        "direct-message-group-headers": [],
    }


def write(path: Path) -> Path:
    """Write the archive; the manifest counts every part."""
    records = parts()
    types = {}
    for name, items in records.items():
        word = "".join(piece if place == 0 else piece.title() for place, piece in enumerate(name.split("-")))
        slug = name.replace("-", "_")
        file = {"fileName": f"data/{name}.js", "globalName": f"YTD.{slug}.part0", "count": str(len(items))}
        types[word] = {"files": [file]}
    manifest = {
        "userInfo": {"accountId": str(EGO), "userName": "mara", "displayName": "Mara Lindqvist"},
        "archiveInfo": {"sizeBytes": "1", "generationDate": "2024-03-06T09:10:11.000Z", "isPartialArchive": False, "maxPartSizeBytes": "1"},
        "dataTypes": types,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/manifest.js", "window.__THAR_CONFIG = " + json.dumps(manifest))
        for name, items in records.items():
            archive.writestr(f"data/{name}.js", f"window.YTD.{name.replace('-', '_')}.part0 = {json.dumps(items)}")
    return path

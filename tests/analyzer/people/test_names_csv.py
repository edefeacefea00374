"""Names that the user brings."""

from pathlib import Path

import pytest

from analyzer.errors import WorkspaceError
from analyzer.people.names_csv import read_names


def names(tmp_path: Path, text: str) -> dict[int, tuple[str, str | None]]:
    path = tmp_path / "names.csv"
    path.write_bytes(text.encode())
    return read_names(path)


@pytest.mark.parametrize(
    "text",
    [
        "id,handle,name,note\n9100000001,bea,Bea,met at the fair\n",
        "\ufeffid;handle;name\r\nid:9100000001;@bea;Bea\r\n",
        "Handle\tName\tAccount_ID\nbea\tBea\tid:9100000001\n",
        "id,handle,name\n\n9100000001,old,Old\n9100000001,bea,Bea\n,nobody,\n9100000002,,\n",
    ],
)
def test_columns_may_stand_in_any_form_that_spreadsheets_write(tmp_path: Path, text: str) -> None:
    assert names(tmp_path, text) == {9100000001: ("bea", "Bea")}


def test_a_name_is_not_needed_and_a_disarmed_one_is_read_back(tmp_path: Path) -> None:
    assert names(tmp_path, "id,handle\n1500000000000000123,bea\n") == {1500000000000000123: ("bea", None)}
    assert names(tmp_path, "id,handle,name\n1,bea,'=Bea\n") == {1: ("bea", "=Bea")}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no-columns"),
        ("id,name\n1,Bea\n", "no-columns"),
        ("id,handle\n1,bea\n1.5E+18,kim\n", "row 3"),
        ("id,handle\n1,not a handle\n", "row 2"),
        ("id,handle\n99999999999999999999,bea\n", "row 2"),
        ("id,handle\n1,\x00\n", "row 2"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        names(tmp_path, text)
    assert caught.value.problem == problem


def test_a_missing_or_binary_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        read_names(tmp_path / "none.csv")
    assert caught.value.problem == "missing"
    (tmp_path / "binary.csv").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(WorkspaceError) as caught:
        read_names(tmp_path / "binary.csv")
    assert caught.value.problem == "not-text"

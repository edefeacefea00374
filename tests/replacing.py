"""One `replace` for frozen dataclasses and for msgspec structs, as `copy.replace` of Python 3.13."""

import dataclasses
from typing import Any

import msgspec


def replace(value: Any, /, **changes: Any) -> Any:
    """A copy of ``value`` with these fields changed."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)

"""The version that files, commands and the window name; equal to the one in pyproject.toml (a test compares them)."""

VERSION = "0.1.0"

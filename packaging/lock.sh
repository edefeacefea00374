#!/bin/sh
# Makes packaging/requirements.lock and requirements-dev.lock anew from pyproject.toml: hashes for every platform, no addresses.
# Needs uv (https://docs.astral.sh/uv/). Run it after a change of the dependencies, then ./test.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$root/pyproject.toml" "$work/"
cd "$work"
export UV_PYTHON_DOWNLOADS=never
uv lock --quiet "$@"

# $1: file, $2: what it is for; the rest goes to uv. uv's own comments name where it ran, so they are left out.
write() {
    file=$1 purpose=$2
    shift 2
    {
        echo "# $purpose Made by packaging/lock.sh; do not edit."
        uv export --quiet --locked --format requirements-txt --no-emit-project --no-header --no-annotate "$@"
    } > "$root/packaging/$file"
}
write requirements.lock "What Kithmap needs to run." --no-default-groups
write requirements-dev.lock "What Kithmap needs to run and to be tested." --all-groups

#!/usr/bin/env bash
# Writes the lock files from pyproject.toml: exact versions with hashes, for every supported Python and platform.
#
#   requirements.lock         what the program runs with
#   requirements-dev.lock     the same and what the tests need
#   requirements-build.lock   what builds this project and the dependencies that come as source
#   requirements-fuzz.lock    what make fuzz drives the targets with
#   requirements-audit.lock   what make audit asks with
#
# The files hold no address: pip takes the packages from wherever it is configured to, and the hashes say whether
# they are the right ones. uv is fetched into a folder of its own; nothing else needs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.venv/bin/python -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check 'uv>=0.7'

# compile OUTPUT ARGUMENT…
compile() {
    local output=$1
    shift
    "$folder/venv/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header "$@" -o "$folder/$output"
}

compile requirements.lock pyproject.toml
compile requirements-dev.lock -c "$folder/requirements.lock" --group dev pyproject.toml
compile requirements-build.lock -c "$folder/requirements-dev.lock" --group build
compile requirements-fuzz.lock --group fuzz
compile requirements-audit.lock -c "$folder/requirements-dev.lock" --group audit
for file in "$folder"/*.lock; do
    { echo "# Written by: make lock"; cat "$file"; } >"$(basename "$file")"
done

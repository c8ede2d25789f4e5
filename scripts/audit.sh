#!/usr/bin/env bash
# Asks what is known of weaknesses in the locked packages that the program, a cluster and the tests run with: pip-audit, in a place of its own.
#
# Exit codes: 0 nothing is known, 1 something is (the table says what), 3 nobody could be asked (no network, or an index without these data).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

unasked() {
    echo "audit: $1: nobody could be asked, and nothing is said of the packages" >&2
    echo "audit: by hand: see docs/dependencies.md, Known weaknesses" >&2
    exit 3
}

.venv/bin/python -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements-audit.lock 2>"$folder/log" ||
    unasked "pip-audit can't be installed ($(tail -n 1 "$folder/log"))"

status=0
timeout "${AUDIT_SECONDS:-300}" "$folder/venv/bin/pip-audit" --progress-spinner off --disable-pip --require-hashes --timeout 15 \
    --format json -r requirements-dev.lock >"$folder/answer" 2>"$folder/log" || status=$?
[ -s "$folder/answer" ] || unasked "pip-audit ended with $status ($(tail -n 1 "$folder/log"))"

# pip-audit passes over a package of which its index has no data and still ends well: that is no answer.
.venv/bin/python - "$folder/answer" <<'END' || { [ $? = 1 ] && exit 1; unasked "the index has no data of these packages"; }
import json, sys
packages = json.load(open(sys.argv[1], encoding="utf-8"))["dependencies"]
asked = [package for package in packages if "vulns" in package]
for package in asked:
    for known in package["vulns"]:
        print(f"{package['name']} {package['version']}: {known['id']}, mended in {', '.join(known['fix_versions']) or 'no version'}")
print(f"audit: {len(asked)} of {len(packages)} packages could be asked about")
sys.exit(1 if any(package["vulns"] for package in asked) else 0 if len(asked) == len(packages) else 3)
END
echo "audit: nothing is known against the packages of requirements-dev.lock"

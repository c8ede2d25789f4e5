#!/usr/bin/env bash
# Runs a command with the rights it needs, wherever it is called from.
#
#   scripts/as.sh root CMD…    as root: directly, or through sudo; exit 77 when neither is possible
#   scripts/as.sh owner CMD…   as the checkout's owner, so that `sudo make` leaves no file of root's in it
#
# sudo drops the environment: what says how to reach the network and how to behave is handed over by name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

CARRIED='^(https?_proxy|ftp_proxy|all_proxy|no_proxy|HTTPS?_PROXY|FTP_PROXY|ALL_PROXY|NO_PROXY|SSL_CERT_FILE'
CARRIED+='|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|PIP_[A-Z_]+|REPORTER_[A-Z_]+|SOURCE_DATE_EPOCH|LC_ALL|PYTHON)$'

kept=()
while IFS= read -r name; do
    kept+=("$name=${!name}")
done < <(compgen -e | grep -E "$CARRIED" || true)

owner_of_checkout() {
    stat -c %u . 2>/dev/null || stat -f %u .
}

role=$1
shift
case $role in
root)
    if [ "$(id -u)" -eq 0 ]; then
        exec env DEBIAN_FRONTEND=noninteractive "$@"
    fi
    # Without a terminal a password cannot be asked for: sudo must then work without one.
    if ! command -v sudo >/dev/null || ! { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        exit 77
    fi
    exec sudo env ${kept[@]+"${kept[@]}"} DEBIAN_FRONTEND=noninteractive "$@"
    ;;
owner)
    owner=$(owner_of_checkout)
    if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] && [ "$owner" -ne 0 ]; then
        exec sudo -H -u "#$owner" env ${kept[@]+"${kept[@]}"} "$@"
    fi
    exec "$@"
    ;;
*)
    echo "as.sh: expected root or owner, not '$role'" >&2
    exit 2
    ;;
esac

#!/usr/bin/env bash
# Makes the checkout ready to run: system packages, .venv, locked Python packages. Says in one line each what it
# installs and does nothing that is already done, so that it can be repeated and works offline the second time.
#
#   scripts/setup.sh          what `make` needs
#   scripts/setup.sh --dev    what `make test` needs as well
#
# PYTHON names the interpreter to use (3.11 or later); by default the first that fits is taken.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

HERE=$(pwd -P)
DEV=no
case ${1:-} in
--dev) DEV=yes ;;
"") ;;
*)
    echo "setup: unknown option '$1'; the only one is --dev" >&2
    exit 2
    ;;
esac

say() { echo "setup: $*"; }

stop() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# Prints the first interpreter of 3.11 or later; nothing where there is none.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

# The name of the apt package that gives this interpreter its venv module; nothing when it has one.
# Debian and Ubuntu take ensurepip out of Python and put it into that package.
venv_package() {
    local version
    if ! "$1" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "python$version-venv"
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# What the tests call, for this distribution. Ubuntu's chromium is a stub that calls snap: browser tests skip there.
test_packages() {
    echo poppler-utils
    if grep -qs '^ID=debian' /etc/os-release; then
        echo chromium
    fi
}

install_with_apt() {
    local wanted=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig)
    # 宋 and 黑 for every theme; 仿宋 (traditional) and 楷体 for official documents.
    wanted+=(fonts-noto-cjk fonts-cwtex-fs fonts-arphic-ukai)
    local missing=() package
    if [ "$DEV" = yes ]; then
        mapfile -t -O "${#wanted[@]}" wanted < <(test_packages)
    fi
    for package in "${wanted[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    mapfile -t -O "${#missing[@]}" missing < <(venv_package "$PY")
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi
    local line="apt-get update && apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 ${missing[*]}"
    if ! bash scripts/as.sh root true; then
        stop "system packages are missing, and installing them needs root. Run this line, then make again:" \
            "  $(command -v sudo >/dev/null && echo sudo sh || echo su) -c '$line'"
    fi
    say "apt installs ${missing[*]}"
    if ! bash scripts/as.sh root bash -c "$line" >"$LOG" 2>&1; then
        tail -n 20 "$LOG" >&2
        stop "apt failed (above). Mend that, or run this line as root, then make again:" "  $line"
    fi
}

# Without apt nothing is installed for the user: what is missing is named, and how it is called elsewhere.
name_what_is_missing() {
    local missing=()
    "$PY" -c 'import ensurepip, venv' 2>/dev/null || missing+=("Python's venv and ensurepip modules")
    "$PY" -c 'if True:
        import sys
        from ctypes.util import find_library
        wanted = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")
        sys.exit(not all(map(find_library, wanted)))' || missing+=("the libraries Pango and HarfBuzz (with subset)")
    fc-list :lang=zh-cn family 2>/dev/null | grep -q . || missing+=("Chinese fonts (Noto CJK) and fontconfig")
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi
    printf 'setup: missing: %s\n' "${missing[@]}" >&2
    stop "there is no apt here; install them with the one that fits, then run make again:" \
        "  Fedora  sudo dnf install python3 pango harfbuzz fontconfig google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts" \
        "  Arch    sudo pacman -S python pango harfbuzz fontconfig noto-fonts-cjk" \
        "  macOS   brew install python pango fontconfig && brew install --cask font-noto-sans-cjk font-noto-serif-cjk"
}

# 仿宋 in simplified characters for official documents: one file of 7 MB out of a package of TeX that would install 277.
# Without it the theme gongwen uses a stand-in and says so, and nothing else needs it: a failure stops no set-up.
FANG=FandolFang-Regular.otf
fetch_fang() {
    local folder
    for folder in .venv/share/fonts /usr/share/{texlive/texmf-dist,texmf-dist}/fonts/opentype/public/fandol; do
        if [ -f "$folder/$FANG" ]; then
            return
        fi
    done
    say "fetches the face FandolFang"
    folder=$(owner mktemp -d)
    if owner bash -c "cd '$folder' && apt-get download -q texlive-lang-chinese" >"$LOG" 2>&1 &&
        owner bash -c "dpkg-deb --fsys-tarfile '$folder'/*.deb | tar -x -C '$folder' --wildcards --transform 's|.*/||' '*/$FANG'" \
            >>"$LOG" 2>&1; then
        owner mkdir -p .venv/share/fonts
        owner mv "$folder/$FANG" .venv/share/fonts/
    else
        say "FandolFang could not be fetched: official documents will be set in a stand-in (see reporter doctor)"
    fi
    owner rm -rf "$folder"
}

owner() { bash scripts/as.sh owner "$@"; }

# A .venv counts only when it was finished in this very place: an interrupted or moved one is made anew.
make_venv() {
    if [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
        [ "$(cat .venv/.place 2>/dev/null)" = "$HERE" ]; then
        return
    fi
    say "creates .venv with $("$PY" --version)"
    rm -rf .venv
    owner "$PY" -m venv .venv
    owner bash -c 'printf "%s\n" "$1" >.venv/.place' - "$HERE"
}

# pip with the given arguments; its output only when it fails.
pip_install() {
    if ! owner .venv/bin/python -m pip install -q --disable-pip-version-check --no-input "$@" >"$LOG" 2>&1; then
        tail -n 20 "$LOG" >&2
        stop "pip failed (above). What is not installed yet it fetches from the network, or from the package index" \
            "that its own configuration names."
    fi
}

# jieba and textrank4zh come as source: the locked build tools go in first and are used instead of fetched ones.
install_locked() {
    say "pip installs $(grep -c '==' "$1") packages of $1"
    pip_install --require-hashes -r requirements-build.lock
    pip_install --require-hashes --use-pep517 --no-build-isolation -r "$1"
    pip_install --no-deps --no-build-isolation -e .
}

LOG=$(mktemp)
trap 'rm -f "$LOG"' EXIT

PY=$(find_python)
if [ -z "$PY" ]; then
    stop "Python 3.11 or later is needed; found: $("${PYTHON:-python3}" --version 2>/dev/null || echo none)." \
        "Install one and name it: make PYTHON=/path/to/python3.12"
fi
if command -v apt-get >/dev/null; then
    install_with_apt
else
    name_what_is_missing
fi
make_venv
if command -v apt-get >/dev/null; then
    fetch_fang
fi
if [ "$DEV" = yes ]; then
    install_locked requirements-dev.lock
else
    install_locked requirements.lock
fi
# What every start would otherwise make anew: compiled modules, templates, patterns. None of it is needed, and where
# PYTHONDONTWRITEBYTECODE is set nobody else would keep it: a second for each process.
say "compiles the program, its templates and patterns"
owner .venv/bin/python -m reporter.prepare || say "what could not be kept is made anew by each build"
.venv/bin/python -c 'import weasyprint' || stop "WeasyPrint does not find its libraries (above)."
# The stamps that the Makefile looks at: touched last, when all the rest has worked.
owner touch .venv/.ready
if [ "$DEV" = yes ]; then
    owner touch .venv/.ready-dev
fi

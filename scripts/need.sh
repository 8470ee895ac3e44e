#!/usr/bin/env bash
# Makes sure a program of the system is there: installs it as root on Debian, otherwise says in a sentence what is missing.
# Usage: need.sh python COMMAND | node | chromium
set -eu

install() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $* with apt (once) …"
        { apt-get update && apt-get install -y --no-install-recommends "$@"; } >/dev/null 2>&1 && return
        echo "apt could not install $*; install it by hand and run make again." >&2
        exit 1
    fi
    echo "Kumppani needs $*, which this machine does not have; install it and run make again." >&2
    exit 1
}

case "$1" in
python)
    "$2" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && exit 0
    echo "Kumppani needs Python 3.11 or newer with venv; name yours with make PYTHON=…" >&2
    exit 1
    ;;
node)
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || install nodejs npm
    node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' && exit 0
    echo "Kumppani needs Node 20 or newer, but found $(node --version); install it and run make again." >&2
    exit 1
    ;;
chromium)
    command -v chromium >/dev/null 2>&1 || install chromium
    ;;
*)
    echo "need.sh knows python, node and chromium, not '$1'" >&2
    exit 2
    ;;
esac

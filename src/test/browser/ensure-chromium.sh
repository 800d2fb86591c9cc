#!/usr/bin/env bash
# Finds a Chromium for the browser tests and writes its path to the file named by the first argument.
# As root on Debian it installs the distribution's package; elsewhere it says what to install.
# Set MAYDAY_CHROMIUM to the path of a Chromium or Chrome to use that one.
set -euo pipefail

answer="${1:?usage: ensure-chromium.sh FILE-FOR-THE-PATH}"

find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if command -v "$name"; then
            return
        fi
    done
    return 1
}

# Ubuntu's package of this name is only a pointer to a snap, so Debian itself is asked for.
is_debian() {
    [[ -r /etc/os-release ]] && grep -q '^ID=debian' /etc/os-release && command -v apt-get >/dev/null
}

install_chromium() {
    echo "No Chromium found: installing Debian's package for the browser tests."
    export DEBIAN_FRONTEND=noninteractive
    local log
    log="$(mktemp)"
    if ! { apt-get update && apt-get install -y --no-install-recommends chromium; } </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "The browser tests need Chromium, and installing it failed (above)." >&2
        exit 1
    fi
    rm -f "$log"
}

if [[ -n "${MAYDAY_CHROMIUM:-}" ]]; then
    path="$MAYDAY_CHROMIUM"
    if [[ ! -f "$path" || ! -x "$path" ]]; then
        echo "MAYDAY_CHROMIUM is '$path', which is not a program. Mend it, or unset it." >&2
        exit 1
    fi
elif ! path="$(find_chromium)"; then
    if is_debian && [[ "$(id -u)" -eq 0 ]]; then
        install_chromium
        path="$(find_chromium)"
    else
        cat >&2 <<'MESSAGE'

The browser tests need Chromium or Chrome, and there is none on this machine. Either
  Debian:  sudo apt-get install chromium
  Ubuntu:  sudo snap install chromium
  Fedora:  sudo dnf install chromium
  macOS:   brew install --cask chromium
or point MAYDAY_CHROMIUM at one that is installed elsewhere, or leave these tests out: mvn verify -DskipITs

MESSAGE
        exit 1
    fi
fi

mkdir -p "$(dirname "$answer")"
echo "$path" >"$answer"
echo "Browser tests use $path"

#!/usr/bin/env bash
# Runs the server once, as the container will run it, and writes what the JVM learnt about the classes to the file that is
# named by the first argument (an AOT cache, JEP 514). Run where mayday.jar is; give further JVM flags after the file.
set -euo pipefail

cache="${1:?usage: train.sh FILE [JVM-FLAG...]}"
shift
port="${PORT:-8080}"
data="$(mktemp -d)"
limit_seconds=120

get() { # the status of a GET, without needing curl in the image
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
    head -n 1 <&3 | cut -d ' ' -f 2
    exec 3<&-
}

java -XX:AOTCacheOutput="$cache" "$@" -jar "$PWD/mayday.jar" serve --port "$port" --data "$data" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$data"' EXIT

until [[ "$(get /health/ready 2>/dev/null)" == 200 ]]; do
    if ((SECONDS > limit_seconds)) || ! kill -0 "$server" 2>/dev/null; then
        echo "The server was not ready after $SECONDS s, so there is no AOT cache." >&2
        exit 1
    fi
    sleep 0.2
done
for path in / /health/live /mayday.css; do
    get "$path" >/dev/null
done

# An orderly end is what makes the JVM write the cache.
kill -TERM "$server"
wait "$server" || true
if [[ ! -s "$cache" ]]; then
    echo "The JVM ended without writing $cache." >&2
    exit 1
fi

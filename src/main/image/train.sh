#!/usr/bin/env bash
# Runs the server once, as the container will run it, plays an incident to its debrief, lets a scenario be judged as `check` does,
# and writes what the JVM learnt about the classes and about how often their methods are called to the file that is named by the
# first argument (an AOT cache, JEP 514 and 515). Run where mayday.jar is; give further JVM flags after the file.
set -euo pipefail

cache="${1:?usage: train.sh FILE [JVM-FLAG...]}"
shift
port="${PORT:-8080}"
data="$(mktemp -d)"
limit_seconds=600 # for the start, and for the proofs: on a busy machine these take minutes
password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"

cookies=""
authorization=""

call() { # the answer to METHOD PATH [JSON], head and all, without needing curl in the image
    local body="${3-}"
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf '%s %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: %s\r\n%s' \
        "$1" "$2" "$port" "$cookies" "$authorization" >&3
    printf 'Content-Type: application/json\r\nContent-Length: %s\r\n\r\n%s' "${#body}" "$body" >&3
    tr -d '\r\0' <&3
    exec 3<&-
}

get() { # the status of a GET
    local answer
    answer="$(call GET "$1")" || return 1
    cut -d ' ' -f 2 <<<"${answer%%$'\n'*}"
}

as_facilitator() { # the answer to a GET by who may see the studio
    authorization="Authorization: Basic $(printf "facilitator:%s" "$password" | base64 -w 0)"$'\r\n' made GET "$1"
}

made() { # calls, and gives up if the answer is no success
    local answer
    answer="$(call "$@")"
    if [[ ! "$answer" =~ ^HTTP/1.1\ [23] ]]; then
        echo "The server answered $1 $2 with: ${answer:0:400}" >&2
        exit 1
    fi
    printf '%s\n' "$answer"
}

play() { # an incident, as somebody plays it who asks, acts and closes
    local opened incident
    opened="$(made POST /api/v1/incidents '{"scenario":"elevated-500s","seed":3,"clock":"practice"}')"
    cookies="$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' <<<"$opened" | paste -sd ';')"
    incident="$(sed -n 's/^[Ll]ocation: //p' <<<"$opened")"
    for question in "which services are failing?" "since when?" "all regions or one?" "any recent deploys?" \
        "any config or flag changes?" "errors of checkout and latency of payments?" "logs of checkout" "cpu of orders-db" \
        "are the connection pools exhausted?" "do the dependencies answer?" "is it the database?" "trace of a failed request"; do
        made POST "$incident/questions" "{\"text\":\"$question\"}" >/dev/null
    done
    made POST "$incident/hypotheses" \
        '{"faultClass":"bad-release","target":"checkout","confidence":60,"text":"the release of checkout"}' >/dev/null
    made POST "$incident/actions" '{"action":"roll-back","target":"checkout","arguments":{},"expectation":"errors fall"}' >/dev/null
    made POST "$incident/wait" '{"seconds":300}' >/dev/null
    made POST "$incident/updates" '{"audience":"stakeholders","text":"Checkout fails; we roll it back."}' >/dev/null
    made GET "/incidents/${incident##*/}" >/dev/null
    made POST "$incident/close" '{"statement":"The release of checkout was bad and was rolled back."}' >/dev/null
    made GET "$incident/debrief" >/dev/null
    made GET "/incidents/${incident##*/}/debrief" >/dev/null
}

judge() { # a scenario, as its author lets it be judged in the studio: `check` proves the same
    local page revision proofs="" end
    page="$(as_facilitator /studio/elevated-500s)"
    revision="$(sed -n 's/.* data-revision="\([^"]*\)".*/\1/p' <<<"$page")"
    end=$((SECONDS + limit_seconds))
    until [[ "$proofs" == *'"proofs":"done"'* ]]; do
        if ((SECONDS > end)); then
            echo "The scenario was not judged after $limit_seconds s, so there is no AOT cache." >&2
            exit 1
        fi
        sleep 0.5
        proofs="$(as_facilitator "/api/v1/studio/scenarios/elevated-500s/proofs/$revision")"
    done
}

MAYDAY_ADMIN_PASSWORD="$password" java -XX:AOTCacheOutput="$cache" "$@" -jar "$PWD/mayday.jar" serve --port "$port" --data "$data" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$data"' EXIT

until [[ "$(get /health/ready 2>/dev/null)" == 200 ]]; do
    if ((SECONDS > limit_seconds)) || ! kill -0 "$server" 2>/dev/null; then
        echo "The server was not ready after $SECONDS s, so there is no AOT cache." >&2
        exit 1
    fi
    sleep 0.2
done
for path in / /health/live /static/mayday.css; do
    get "$path" >/dev/null
done
play
judge

# An orderly end is what makes the JVM write the cache.
kill -TERM "$server"
wait "$server" || true
if [[ ! -s "$cache" ]]; then
    echo "The JVM ended without writing $cache." >&2
    exit 1
fi

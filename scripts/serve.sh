#!/usr/bin/env bash
# Builds the site and serves it on this machine only, until Ctrl+C. PORT chooses the port (8080).
. "$(dirname "$0")/lib.sh"

./scripts/build.sh
exec node scripts/static_server.mjs build/site "${PORT:-8080}"

#!/usr/bin/env bash
# Builds the site and serves it on this machine only, until Ctrl+C; a change in content/ is in the page once it is saved.
# PORT chooses the port (8080).
. "$(dirname "$0")/lib.sh"

./scripts/build.sh
exec build/native/byte serve --content content --assets build/web/assets --interface assets/interface --out build/site \
  --port "${PORT:-8080}"

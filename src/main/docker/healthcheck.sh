#!/usr/bin/env bash
# Whether this node takes visitors: it has started, and has its database. By bash alone, because the image has no program for it.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
grep -q '^HTTP/1\.[01] 200' <&3

#!/usr/bin/env bash
# Run once by the image of PostgreSQL, on an empty volume: the role that Stile uses owns its database and is no superuser.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --set password="$STILE_DB_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role stile login password :'password';
create database stile owner stile encoding 'UTF8' locale 'C.UTF-8' template template0;
SQL

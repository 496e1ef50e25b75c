#!/bin/bash
# As the official image does it: an empty data folder becomes a database of POSTGRES_USER with
# POSTGRES_PASSWORD and POSTGRES_DB, then the server runs with the options of the command.
set -euo pipefail
data=/var/lib/postgresql/data
as_server=(setpriv --reuid=999 --regid=999 --clear-groups)
if [ "${1:-}" = postgres ]; then
  shift
fi
user=${POSTGRES_USER:-postgres}
if [ ! -s "$data/PG_VERSION" ]; then
  mkdir -p "$data"
  chmod 700 "$data"
  printf '%s\n' "${POSTGRES_PASSWORD:?}" > /tmp/password
  chown -R 999:999 /var/lib/postgresql /tmp/password
  "${as_server[@]}" initdb -D "$data" -U "$user" --pwfile=/tmp/password -E UTF8 \
    --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C \
    --auth-local=trust --auth-host=scram-sha-256 --no-sync
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$data/pg_hba.conf"
  if [ "${POSTGRES_DB:-$user}" != postgres ]; then
    echo "create database \"${POSTGRES_DB:-$user}\"" |
      "${as_server[@]}" postgres --single -D "$data" postgres
  fi
  # once for a trial, as the official image does: who waits for it waits for its second word
  "${as_server[@]}" pg_ctl -D "$data" -o "-c listen_addresses= -c unix_socket_directories=/tmp" -w start
  "${as_server[@]}" pg_ctl -D "$data" -m fast -w stop
fi
exec "${as_server[@]}" postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=/tmp "$@"

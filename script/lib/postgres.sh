# Scratch PostgreSQL 15 clusters for tests. Sourced by other scripts, not run.
#
#   conninfo=$(postgres_start [DIR [setting=value …]])   starts a cluster in DIR and prints how to reach it
#   postgres_stop DIR-or-conninfo                        stops that cluster and removes its data
#
# A cluster listens on a Unix socket in its own DIR and nowhere else, so it cannot meet another one. Without DIR a new
# folder is made. It does not wait for the disk (fsync=off) unless a setting says otherwise.

postgres_bin=${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}

# PostgreSQL refuses to run as root.
postgres_as_owner() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_start() {
  local dir=${1:-} setting
  [ $# -gt 0 ] && shift
  if [ ! -x "$postgres_bin/initdb" ]; then
    echo "PostgreSQL 15 is missing: apt-get install postgresql-15" >&2
    return 1
  fi
  if [ -z "$dir" ]; then dir=$(mktemp -d /tmp/jiheng-postgres.XXXXXX) || return 1; fi
  mkdir -p "$dir" && dir=$(cd "$dir" && pwd) && chmod 755 "$dir" || return 1
  # The path of a socket has at most 107 bytes.
  if [ ${#dir} -gt 85 ]; then
    echo "The path is too long for a socket: $dir" >&2
    return 1
  fi
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$dir" || return 1; fi
  if [ ! -s "$dir/data/PG_VERSION" ]; then
    (cd "$dir" && postgres_as_owner "$postgres_bin/initdb" -D "$dir/data" -U postgres -A trust \
      --locale=C.UTF-8 -E UTF8 --no-sync) >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; return 1; }
    {
      echo "listen_addresses = ''"
      echo "unix_socket_directories = '$dir'"
      echo "unix_socket_permissions = 0700"
      echo "max_connections = 100"
      echo "fsync = off"
      echo "max_pred_locks_per_page = 64"
      echo "max_pred_locks_per_transaction = 512"
    } >>"$dir/data/postgresql.conf"
  fi
  for setting in "$@"; do echo "${setting%%=*} = '${setting#*=}'" >>"$dir/data/postgresql.conf"; done
  (cd "$dir" && postgres_as_owner "$postgres_bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w start) \
    >"$dir/start.log" 2>&1 </dev/null || { cat "$dir/start.log" "$dir/data/server.log" >&2; return 1; }
  echo "host=$dir dbname=postgres user=postgres"
}

postgres_stop() {
  local dir=${1#host=}
  dir=${dir%% *}
  if [ -z "$dir" ] || [ ! -s "$dir/data/PG_VERSION" ]; then
    echo "There is no scratch cluster in: $dir" >&2
    return 1
  fi
  if [ -s "$dir/data/postmaster.pid" ]; then
    (cd "$dir" && postgres_as_owner "$postgres_bin/pg_ctl" -D "$dir/data" -m fast -w stop) >/dev/null 2>&1 || return 1
  fi
  rm -rf "$dir/data" "$dir/initdb.log" "$dir/start.log"
  rmdir "$dir" 2>/dev/null || true
}

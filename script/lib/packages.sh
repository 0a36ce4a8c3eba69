# System packages of Debian 12. Sourced by other scripts, not run.
#
#   package NAME REASON   notes a package that is needed, and what for
#   install_packages      installs the noted ones that are missing, saying which and why

needed_packages=()
needed_reasons=()

package() {
  needed_packages+=("$1")
  needed_reasons+=("$2")
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs root: run it as root, or install sudo. It was: $*" >&2
    return 1
  fi
}

is_installed() {
  dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$@"
}

install_packages() {
  local index missing=()
  if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian; please see to it that these are there: ${needed_packages[*]}" >&2
    return 0
  fi
  for index in "${!needed_packages[@]}"; do
    is_installed "${needed_packages[$index]}" && continue
    if [ ${#missing[@]} -eq 0 ]; then echo "System packages to install:"; fi
    printf '  %-22s %s\n' "${needed_packages[$index]}" "${needed_reasons[$index]}"
    missing+=("${needed_packages[$index]}")
  done
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  as_root apt-get update --quiet
  case " ${missing[*]} " in *' postgresql-15 '*) install_postgres ;; esac
  apt_install "${missing[@]}"
}

# Only the programs: Debian would also make and start a cluster of its own, which nobody here asked for.
install_postgres() {
  local settings=/etc/postgresql-common/createcluster.conf
  apt_install postgresql-common
  if as_root pg_conftool "$settings" show --boolean create_main_cluster >/dev/null 2>&1; then
    apt_install postgresql-15
  else
    as_root pg_conftool "$settings" set create_main_cluster off
    apt_install postgresql-15
    as_root pg_conftool "$settings" remove create_main_cluster
  fi
}

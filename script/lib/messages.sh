# Two languages for the people who start the program. Sourced by other scripts, not run.

say() {
  printf '%s\n%s\n' "$1" "$2"
}

complain() {
  say "$@" >&2
}

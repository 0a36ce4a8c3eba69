# The Swift toolchain. Sourced by other scripts, not run.

# Stops with a message unless Swift 6.3 or newer can be started.
require_swift() {
  local version
  if ! command -v swift >/dev/null; then
    echo "Swift is not on the PATH. Install Swift 6.3 for Debian 12: https://www.swift.org/install/linux/" >&2
    return 1
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ]; then
    echo "Swift does not start: $(swift --version 2>&1 | head -n 3)" >&2
    return 1
  fi
  if [ "$(printf '6.3\n%s\n' "$version" | sort -V | head -n 1)" != 6.3 ]; then
    echo "This needs Swift 6.3; here is Swift $version." >&2
    return 1
  fi
}

# The Swift files of all packages, each ended by a zero byte.
swift_files() {
  find Package.swift Sources Tests Core/Package.swift Core/Sources Core/Tests Benchmarks -name .build -prune -o \
    -name '*.swift' -type f -print0
}

# SwiftPM plans a build anew when files of its own package come or go, but not for those of the Core package beside it:
# a build in folder $1 would miss them. Forgets its plan where Core's files differ from the last build's.
notice_core_files() {
  local known=$1/core-files files
  files=$(find Core/Sources -name '*.swift' -type f | LC_ALL=C sort | cksum)
  mkdir -p "$1"
  if [ "$files" != "$(cat "$known" 2>/dev/null)" ]; then rm -f "$1/debug.yaml" "$1/release.yaml"; fi
  echo "$files" >"$known"
}

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

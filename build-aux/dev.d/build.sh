# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Configuring, building and installing into a prefix of the build directory itself.

# use_build NAME: sets the build directory; each environment and each kind of build has its own.
use_build() {
  build=$project/build/$1
  prefix=$build/installed
}

open_build_directory() {
  if ! mkdir -p "$build/log" 2>/dev/null || ! [ -w "$build" ]; then
    die "cannot write $build: give $(id -un) the right to, or copy the project to a place of your own"
  fi
  # The folder hides itself from git, whatever the project's own list says.
  [ -e "$project/build/.gitignore" ] || echo '*' >"$project/build/.gitignore"
  exec 8>"$build/.lock"
  if has flock && ! flock -n 8; then
    say "another dev is building in $build: waiting for it"
    attend flock 8
  fi
}

close_build_directory() {
  exec 8>&-
}

ninja_name() {
  if [ "$environment" != host ] || has ninja; then
    echo ninja
  elif has ninja-build; then
    echo ninja-build
  else
    echo samu
  fi
}

# configure MESON-OPTION…: once, and again from the start when what it was made with is another now.
configure() {
  made_with="$project ${root:-host} $*"
  if [ -f "$build/build.ninja" ] && [ "$(cat "$build/.made-with" 2>/dev/null)" = "$made_with" ]; then
    return
  fi
  # Only what is in it: the lock must stay.
  find "$build" -mindepth 1 -maxdepth 1 ! -name .lock ! -name log -exec rm -rf {} +
  step "$build/log/setup.log" "configuring the build in $build" \
    enter private "$project" env HOME=/tmp LC_ALL=C.UTF-8 meson setup "--prefix=$prefix" --libdir=lib "$@" "$build" ||
    build_failed "configuring" "$build/log/setup.log"
  echo "$made_with" >"$build/.made-with"
}

# compile TARGET…: quiet while all goes well.
# shellcheck disable=SC2120 # other kinds of build name targets
compile() {
  step "$build/log/build.log" "building" \
    enter private "$project" env HOME=/tmp LC_ALL=C.UTF-8 "$(ninja_name)" -C "$build" "$@" ||
    build_failed "building" "$build/log/build.log"
}

# Into the build directory, so that a program finds its data where an installed one would.
install_build() {
  if grep -q '^ninja: no work to do' "$build/log/build.log" && [ -e "$build/.installed" ] &&
    [ -z "$(find "$project" \( -name build -o -name .git \) -prune -o -newer "$build/.installed" -type f -print | head -n 1)" ]; then
    return
  fi
  : >"$build/.installing"
  step "$build/log/install.log" "installing into $prefix" \
    enter private "$project" env HOME=/tmp LC_ALL=C.UTF-8 meson install -C "$build" --no-rebuild --only-changed ||
    build_failed "installing" "$build/log/install.log"
  mv "$build/.installing" "$build/.installed"
}

# The part of a log that a reader needs, then the one line.
build_failed() {
  if grep -q 'No space left on device' "$2"; then
    die "disk full: make room for $build and try again (log: $2)"
  fi
  if grep -q '^FAILED:' "$2"; then
    # Without the command lines, which hide what the compiler has to say.
    awk '/^FAILED:/ { shown = 1; print; getline; next } shown && !/^\[[0-9]+\/[0-9]+\]/' "$2" | head -n 60 >&2
  elif grep -q 'ERROR:' "$2"; then
    sed -n '/ERROR:/,$p' "$2" | grep -v -e '^$' -e '^A full log' | head -n 25 >&2
  else
    tail -n 25 "$2" >&2
  fi
  die "$1 failed: put right what is named above (whole log: $2)"
}

# make_build [KIND MESON-OPTION…]: the ordinary build that most commands share, or one of another kind beside it.
make_build() {
  use_build "$environment${1:+-$1}"
  [ $# -eq 0 ] || shift
  open_build_directory
  configure -Ddevelopment=true "$@"
  # shellcheck disable=SC2119
  compile
  install_build
  close_build_directory
}

# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: builds, installs, runs, tests or bundles the Flatpak

help_flatpak() {
  cat <<'END'
Usage: dev flatpak [--stable] build|install|test
       dev flatpak [--stable] run [ARG…]
       dev flatpak [--stable] bundle [--stand-in]

Works on the Flatpak of the working tree: the development one beside the app, or with --stable the app itself, as
the manifests in flatpak/ describe them.

  build      builds it, and runs the tests that need no display
  install    builds and installs it for you
  run        builds and installs what changed, and runs `codebook ARG…` of it; without a display a window is shown on
             a virtual one, and a picture of it taken
  test       builds and installs it, tests it from outside, and uninstalls it; standard output gets
             `N passed, N failed`, and as the last line the runtime that it was tested on
  bundle     builds it, and writes one .flatpak file of it; its place is printed

The runtime that the manifest names comes from a configured remote. Where none has it, a stand-in of that name is made of
a contained Debian 13 in ${XDG_CACHE_HOME:-~/.cache}/codebook (2.4 GB in all), and the Flatpak is installed there, out of
the way of your own. It serves for trying only: a bundle is refused on it unless --stand-in is given, and then called so.

What is missing for that (flatpak, flatpak-builder and others) is installed with the machine's package manager.
END
}

# shellcheck source=dev.d/flatpak-runtime.sh
. "$dev_d/flatpak-runtime.sh"
# shellcheck source=dev.d/flatpak-build.sh
. "$dev_d/flatpak-build.sh"

command_flatpak() {
  flatpak_kind=devel
  while [ "${1-}" = --stable ]; do
    flatpak_kind=stable
    shift
  done
  [ $# -gt 0 ] || misuse "dev flatpak needs one of build, install, run, test and bundle"
  subcommand=$1
  shift
  case $subcommand in
    build | install | test) [ $# -eq 0 ] || misuse "dev flatpak $subcommand takes no argument; --stable comes before it" ;;
    bundle) [ "${*:---stand-in}" = --stand-in ] || misuse "dev flatpak bundle takes --stand-in or nothing; --stable comes before it" ;;
    run) [ "${1-}" != -- ] || shift ;;
    *) misuse "there is no dev flatpak $subcommand; \`dev flatpak --help\` lists what there is" ;;
  esac
  "flatpak_$subcommand" "$@"
}

flatpak_build() {
  prepare_flatpak "$flatpak_kind"
  build_flatpak
}

flatpak_install() {
  prepare_flatpak "$flatpak_kind"
  build_flatpak
  install_flatpak
  [ "$runtime_kind" = real ] || say "installed on the stand-in only, where dev flatpak run runs it"
}

flatpak_run() {
  # shellcheck source=dev.d/commands/run.sh
  . "$dev_d/commands/run.sh"
  if opens_window "$@" && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    prepare_flatpak "$flatpak_kind" flatpak-test
    provide_flatpak
    picture=$project/build/$(basename "$build").png
    rm -f "$picture"
    say "no display here: showing it on a virtual one"
    run_status=0
    attend "$dev_d/clean-room" "$dev_d/with-display" \
      "$dev_d/take-picture" "$picture" flatpak run --user "$flatpak_id" "$@" || run_status=$?
    [ ! -e "$picture" ] || say "picture: $picture"
    exit "$run_status"
  fi
  prepare_flatpak "$flatpak_kind"
  provide_flatpak
  exec flatpak run --user "$flatpak_id" "$@"
}

flatpak_test() {
  prepare_flatpak "$flatpak_kind" flatpak-test
  # It is uninstalled at the end, and nobody's own may be.
  if [ "$runtime_kind" = real ] && flatpak_is_installed; then
    die "$flatpak_id is installed, and testing would uninstall it: type flatpak uninstall --user $flatpak_id first"
  fi
  build_flatpak
  install_flatpak
  # The tests call dev, too.
  close_build_directory

  test_begin=$(date +%s)
  test_log=$build/log/flatpak-test.log
  test_status=0
  step "$test_log" "testing the installed Flatpak" test_installed || test_status=$?
  cat "$test_log" >&2
  ! flatpak_is_installed || flatpak uninstall --user --noninteractive -y "$flatpak_id" >/dev/null 2>&1 || :
  say "tested in $(($(date +%s) - test_begin)) s"

  # As Meson would have written it down, for the one way of counting.
  count_status=0
  "$system_python" -c '
import json, sys
with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
    print(json.dumps({"name": "flatpak", "result": "FAIL" if int(sys.argv[2]) else "OK", "stdout": log.read()}))
' "$test_log" "$test_status" >"$build/testlog.json"
  "$system_python" "$dev_d/count-tests.py" "$build/testlog.json" || count_status=$?
  echo "tested on $runtime_words"
  exit "$count_status"
}

# In a home of its own, with a display and a session bus that knows what is installed.
test_installed() {
  exec env "XDG_DATA_DIRS=$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share" \
    LC_ALL=C.UTF-8 CB_PATIENCE=60 PYTHONDONTWRITEBYTECODE=1 "PYTHONPATH=$project/tests:$project/tests/e2e" \
    "$dev_d/clean-room" "$dev_d/with-display" \
    "$system_python" "$project/tests/flatpak/test_flatpak.py" "$manifest" "$build/log" "$runtime_kind" "$HOME" \
    "${XDG_CACHE_HOME:-$HOME/.cache}"
}

flatpak_bundle() {
  [ "${1-}" = --stand-in ] || refuse_standin=yes
  prepare_flatpak "$flatpak_kind"
  flatpak_is_current || build_flatpak
  bundle=$build/$flatpak_id.flatpak
  [ "$runtime_kind" = real ] || bundle=$build/$flatpak_id-standin.flatpak
  rm -f "$build"/*.flatpak
  step "$build/log/flatpak-bundle.log" "writing the bundle" \
    flatpak build-bundle "$build/repo" "$bundle" "$flatpak_id" ||
    die "the bundle could not be written: put right what the end of $build/log/flatpak-bundle.log names"
  say "$(du -k "$bundle" | cut -f 1) kB, on $runtime_words"
  echo "$bundle"
}

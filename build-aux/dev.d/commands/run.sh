# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: builds and runs codebook

help_run() {
  cat <<'END'
Usage: dev run [ARG…]

Sets up what is missing, builds, and runs `codebook ARG…`. Standard input, standard output and the exit status are
the program's: `dev run export | jq` works, and so does `dev run annotate <access.log`.

Where the program would open a window and there is no display, it is shown on a virtual one: a picture is taken
when it has drawn, its place is printed, and the program is ended. Settings are then those of a new user.

  dev run                    the window
  dev run 404                the window with one entry
  dev run show 404           an entry in the terminal
  dev run -- --help          the program's own help
END
}

command_run() {
  [ "${1-}" != -- ] || shift

  if opens_window "$@" && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    show_on_virtual_display "$@"
    return
  fi

  choose build
  make_build
  provide_user_locale
  run_installed open "$here" "$prefix/bin/codebook" "$@"
}

# What the program answers in the terminal; anything else opens a window.
opens_window() {
  case ${1-} in
    show | search | list | export | annotate | help | --version | --help | -h | -V | -v) return 1 ;;
  esac
}

# run_installed open|private DIRECTORY COMMAND…: with what the build installed in front of what the system has.
run_installed() {
  run_where=$1 run_in=$2
  shift 2
  if [ "$environment" = host ]; then
    set -- "PATH=$prefix/bin:$PATH" "XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" "$@"
  else
    # The host's settings service may be out of reach; a file in the user's home keeps the settings in any case.
    set -- "PATH=$prefix/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" \
      "XDG_DATA_DIRS=$prefix/share:/usr/local/share:/usr/share" \
      "GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-keyfile}" "$@"
  fi
  enter "$run_where" "$run_in" env "$@"
}

show_on_virtual_display() {
  choose window
  make_build
  provide_user_locale
  picture=$project/build/codebook.png
  rm -f "$picture"
  say "no display here: showing it on a virtual one"
  run_status=0
  attend run_installed private "$project" "$dev_d/clean-room" "$dev_d/with-display" \
    "$dev_d/take-picture" "$picture" "$prefix/bin/codebook" "$@" || run_status=$?
  [ ! -e "$picture" ] || say "picture: $picture"
  exit "$run_status"
}

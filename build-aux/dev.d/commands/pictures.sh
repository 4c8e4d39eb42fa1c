# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: takes the same pictures of the window every time

help_pictures() {
  cat <<'END'
Usage: dev pictures [SCENE…]

Sets up what is missing, builds what a user would install, and takes pictures of its window on a virtual display:
twelve scenes, each in Korean and in English, into build/pictures/ as SCENE-ko.png and SCENE-en.png. With names of
scenes, only those. The files' names are printed as they are made; the same program gives the same files.

Scenes: start list detail figure search nothing narrow-list narrow-detail dark contrast large vendor

  dev pictures               all of them
  dev pictures detail dark   two of them
  dev pictures --screenshots three of them, into data/screenshots/, for the metainfo and the README
END
}

command_pictures() {
  pictures=$project/build/pictures
  if [ "${1-}" = --screenshots ]; then
    [ $# -eq 1 ] || misuse "--screenshots takes no names of scenes"
    pictures=$project/data/screenshots
    set -- detail search figure
  fi
  for scene; do
    case " $(help_pictures | sed -n 's/^Scenes: //p') " in
      *" $scene "*) ;;
      *) misuse "there is no scene $scene; \`dev pictures --help\` lists them" ;;
    esac
  done

  choose test
  use_build "$environment-release"
  open_build_directory
  configure -Dtests=false
  # shellcheck disable=SC2119
  compile
  install_build
  close_build_directory
  provide_locales

  mkdir -p "$pictures"
  say "taking the pictures"
  attend enter private "$project" env CB_SCREEN=1400x1000 LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
    "$dev_d/clean-room" "$dev_d/with-display" \
    python3 "$dev_d/pictures/take.py" "$prefix" "$pictures" "$@" 2>"$build/log/pictures.log" ||
    die "the pictures could not be taken: $(grep . "$build/log/pictures.log" | tail -n 1) (whole log: $build/log/pictures.log)"
}

# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: updates po/codebook.pot and the translations

help_po() {
  cat <<'END'
Usage: dev po

Collects the messages of the sources and the catalog in po/codebook.pot, and brings po/*.po up to date with them:
new messages are left empty, never guessed. A file whose messages did not change is not touched.
END
}

command_po() {
  [ $# -eq 0 ] || misuse "dev po takes no argument"
  choose build
  use_build "$environment"
  open_build_directory
  # Meson wants a file of each language; an empty one is how a new language starts.
  # shellcheck disable=SC2013 # words are what is wanted
  for language in $(sed 's/#.*//' "$project/po/LINGUAS"); do
    [ -e "$project/po/$language.po" ] || : >"$project/po/$language.po"
  done
  configure -Ddevelopment=true
  close_build_directory
  attend enter private "$project" env HOME=/tmp LC_ALL=C.UTF-8 \
    "$dev_d/update-po" "$project/po" codebook "$build" >&2 || die "the messages could not be collected: put right what is named above"
}

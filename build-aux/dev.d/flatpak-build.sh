# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Building the Flatpak from the working tree and installing what was built.

manifest_field() {
  "$system_python" "$dev_d/flatpak-manifest" "$manifest" "$1"
}

# use_manifest devel|stable: sets the manifest and the build directory; each has its own.
use_manifest() {
  base_id=$(sed -n "s/^base_id = '\(.*\)'$/\1/p" "$project/meson.build")
  case $1 in
    devel) manifest=$project/flatpak/$base_id.Devel.json; use_build flatpak ;;
    stable) manifest=$project/flatpak/$base_id.json; use_build flatpak-stable ;;
  esac
  [ -f "$manifest" ] || die "there is no manifest $manifest: put it there, or correct base_id in meson.build"
}

# prepare_flatpak devel|stable LIST…: all that comes before building.
prepare_flatpak() {
  need_what=$1
  shift
  need_tools_for_flatpak flatpak "$@"
  use_manifest "$need_what"
  flatpak_id=$(manifest_field id) || die "$manifest cannot be read: correct what is named above"
  open_build_directory
  choose_runtime
}

# Whether the tree, its directories included, is as old as what was built of it, on the same runtime.
flatpak_is_current() {
  [ -e "$build/.built" ] && [ "$(cat "$build/.built")" = "$runtime_words" ] &&
    [ -z "$(find "$project" -mindepth 1 \( -name build -o -name .git \) -prune -o -newer "$build/.built" -print | head -n 1)" ]
}

build_flatpak() {
  build_begin=$(date +%s)
  rm -f "$build/.built"
  echo "$runtime_words" >"$build/.building"
  built_manifest=$manifest
  # The stable manifest names a tag; here it is to build the tree that the tag will be of.
  if [ "$(basename "$build")" = flatpak-stable ]; then
    built_manifest=$build/$flatpak_id.json
    "$system_python" "$dev_d/flatpak-manifest" "$manifest" --from "$project" >"$built_manifest"
  fi
  # Nothing is downloaded: the manifest has no other source, and the runtime is here.
  rm -rf "$build/state/build"
  step "$build/log/flatpak-build.log" "building the Flatpak $flatpak_id, its tests included" \
    flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-download --disable-cache \
    --state-dir="$build/state" --repo="$build/repo" "$build/app" "$built_manifest" ||
    flatpak_build_failed
  mv "$build/.building" "$build/.built"
  build_seconds=$(($(date +%s) - build_begin))
  say "built in $build_seconds s"
}

# Meson's summary does not say what in a test went wrong.
flatpak_build_failed() {
  for log in "$build"/state/build/*/_flatpak_build/meson-logs/testlog.txt; do
    [ ! -e "$log" ] || grep -A 12 '^not ok' "$log" | head -n 60 >&2
  done
  build_failed "building the Flatpak" "$build/log/flatpak-build.log"
}

flatpak_is_installed() {
  flatpak info --user "$flatpak_id" >/dev/null 2>&1
}

install_flatpak() {
  install_begin=$(date +%s)
  step "$build/log/flatpak-install.log" "installing the Flatpak $flatpak_id in $FLATPAK_USER_DIR" \
    flatpak install --user --noninteractive -y --reinstall "$build/repo" "$flatpak_id" ||
    die "the Flatpak could not be installed: put right what the end of $build/log/flatpak-install.log names"
  say "installed in $(($(date +%s) - install_begin)) s; $(flatpak_sizes)"
}

# What a user would download, which is compressed, and what it takes when it is installed.
flatpak_sizes() {
  flatpak_origin=$(flatpak info --user --show-origin "$flatpak_id")
  LC_ALL=C flatpak remote-info --user "$flatpak_origin" "$flatpak_id" |
    sed -n 's/^ *\(Download\|Installed\): */\1 size: /p' | tr 'DI?' 'di ' | paste -s -d , | sed 's/,/, /g'
}

# Built and installed, unless it is already.
provide_flatpak() {
  flatpak_is_current || build_flatpak
  if ! flatpak_is_installed || [ "$(flatpak info --user --show-commit "$flatpak_id")" != "$(ostree rev-parse --repo="$build/repo" "app/$flatpak_id/$flatpak_arch/master")" ]; then
    install_flatpak
  fi
  close_build_directory
}

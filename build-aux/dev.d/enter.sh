# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Running a command in the chosen environment.

# Finds a way into the contained Debian that works here, before time is spent on making it: sets $entry.
choose_entry() {
  if has bwrap && bwrap --bind / / --dev /dev --unshare-pid --proc /proc true 2>/dev/null; then
    entry=bwrap
  elif has bwrap && bwrap --bind / / --dev /dev --bind /proc /proc true 2>/dev/null; then
    entry=bwrap-host-proc # some containers let nobody mount a new /proc
  elif [ "$(id -u)" -eq 0 ] && unshare --mount true 2>/dev/null; then
    entry=chroot
  elif [ "$(id -u)" -eq 0 ]; then
    die "$(why_not_contained '')"
  else
    die "neither bubblewrap nor user namespaces work for $(id -un) here: run dev as root"
  fi
}

# Settings that name this machine's directories, or its compilers, mean nothing in another system.
forget_host() {
  unset LD_PRELOAD LD_LIBRARY_PATH LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH \
    PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR ACLOCAL_PATH CONFIG_SITE \
    PYTHONHOME PYTHONPATH PERL5LIB PERLLIB \
    XDG_DATA_DIRS XDG_CONFIG_DIRS GSETTINGS_SCHEMA_DIR GI_TYPELIB_PATH GIO_EXTRA_MODULES GIO_MODULE_DIR \
    GTK_PATH GTK_EXE_PREFIX GTK_DATA_PREFIX GTK_IM_MODULE_FILE GDK_PIXBUF_MODULE_FILE GDK_PIXBUF_MODULEDIR \
    FONTCONFIG_FILE FONTCONFIG_PATH LOCPATH NLSPATH TMPDIR
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  export PATH
}

# The host's directories that the contained system shall see at the same path, one a line.
shared_directories() {
  if [ "$1" = open ]; then
    echo /tmp
    for shared in "${HOME-}" "${XDG_RUNTIME_DIR-}" "$2"; do
      case $shared in
        # What belongs to a system itself is the contained one's.
        '' | / | /usr* | /etc* | /bin* | /sbin* | /lib* | /dev* | /proc* | /sys*) ;;
        *) [ ! -d "$shared" ] || echo "$shared" ;;
      esac
    done
  fi
  echo "$project"
}

# The caller's name, for programs that ask who they run as.
know_user() {
  user_id=$(id -u)
  grep -q "^[^:]*:[^:]*:$user_id:" "$root/etc/passwd" ||
    printf '%s:x:%s:%s::%s:/bin/sh\n' "$(id -un)" "$user_id" "$(id -g)" "${HOME:-/}" >>"$root/etc/passwd" 2>/dev/null || :
}

# enter open|private DIRECTORY COMMAND…: becomes the command, in that directory. "open" sees the user's files and
# display, "private" only the project.
enter() {
  openness=$1
  directory=$2
  shift 2
  if [ "$environment" = host ]; then
    cd "$directory" || exit 1
    exec "$@"
  fi
  know_user
  case $entry in
    chroot) enter_chroot "$@" ;;
    *) enter_bwrap "$@" ;;
  esac
}

enter_bwrap() {
  # Built from the last argument to the first, because each is put in front of the command.
  set -- --chdir "$directory" -- "$@"
  old_ifs=$IFS
  IFS='
'
  set -f
  for shared in $(shared_directories "$openness" "$directory" | sort -r -u); do
    set -- --bind "$shared" "$shared" "$@"
  done
  IFS=$old_ifs
  set +f
  if [ "$openness" = open ]; then
    # Real graphics, and the network's names.
    set -- --ro-bind-try /sys /sys --dev-bind-try /dev/dri /dev/dri --ro-bind-try /etc/resolv.conf /etc/resolv.conf "$@"
  else
    set -- --tmpfs /tmp "$@"
  fi
  case $entry in
    bwrap) set -- --unshare-pid --proc /proc "$@" ;;
    *) set -- --bind /proc /proc "$@" ;;
  esac
  bwrap_path=$(command -v bwrap)
  forget_host
  exec "$bwrap_path" --die-with-parent --bind "$root" / --dev /dev "$@"
}

enter_chroot() {
  unshare_path=$(command -v unshare)
  shared=$(shared_directories "$openness" "$directory" | sort -u)
  forget_host
  # No process namespace: as the first process of one, the command would be deaf to Ctrl+C.
  exec "$unshare_path" --mount \
    sh "$dev_d/in-chroot" "$root" "$openness" "$shared" "$directory" "$@"
}

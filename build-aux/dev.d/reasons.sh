# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Turns the log of a failed set-up into the one line that says what to do.

# why_apt_failed LOG WHAT-WAS-ASKED
why_apt_failed() {
  if grep -q -i -e 'No space left on device' -e 'have enough free space' "$1"; then
    echo "disk full: make room, or set XDG_CACHE_HOME to a directory on another disk, and try again (log: $1)"
  elif grep -q -E 'NO_PUBKEY|EXPKEYSIG|is not signed|signatures (were|was|could) (invalid|not)' "$1"; then
    echo "the signature of $2 cannot be checked: bring debian-archive-keyring up to date and try again (log: $1)"
  elif grep -q -i -E '(failure resolving|could not resolve|could not connect|connection (refused|timed out|failed))|Network is unreachable|No route to host|Cannot initiate the connection|unable to connect|Curl error' "$1"; then
    echo "no network: $2 cannot be reached: check the connection and the proxy, then try again (log: $1)"
  elif grep -q -E 'does not have a Release file|404 +Not Found' "$1"; then
    echo "$2 does not have what is asked for: choose another mirror in this machine's apt configuration and try again (log: $1)"
  elif grep -q -E 'Unable to locate package|has no installation candidate' "$1"; then
    echo "$2 lacks a package: choose a complete mirror in this machine's apt configuration and try again (log: $1)"
  elif grep -q -E 'Could not get lock|Unable to acquire the dpkg' "$1"; then
    echo "another program is installing packages: wait until it is done and try again (log: $1)"
  else
    echo "set-up failed: read the end of $1, put right what it names, and try again"
  fi
}

# why_not_contained WHAT-UNSHARE-SAID
why_not_contained() {
  if [ "$(id -u)" -eq 0 ]; then
    echo "root here may not mount: start the container with --privileged (or --cap-add SYS_ADMIN), or use a machine with GTK 4.18"
    return
  fi
  case $1 in
    *newuidmap* | *newgidmap* | *subuid* | *subgid* | *"subordinate"*)
      # The first range that nobody has.
      first_id=$(cat /etc/subuid /etc/subgid 2>/dev/null |
        awk -F : 'BEGIN { free = 100000 } $2 + $3 > free { free = $2 + $3 } END { print free }')
      id_range=$first_id-$((first_id + 65535))
      echo "$(id -un) has no subordinate ids: as root, type: usermod --add-subuids $id_range --add-subgids $id_range $(id -un)" ;;
    *) echo "user namespaces are forbidden here: run dev as root, or as root allow them (sysctl kernel.unprivileged_userns_clone=1 or the like)" ;;
  esac
}

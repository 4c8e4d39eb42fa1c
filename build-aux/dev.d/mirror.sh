# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The Debian mirror, and how to reach it, from this machine's own apt configuration. No address is written here:
# a machine without apt leaves the choice to mmdebstrap.

# Prints the address of the Debian archive that this machine uses, or nothing.
mirror() {
  has apt-config || return 0
  # shellcheck source=/dev/null
  [ "$(. /etc/os-release 2>/dev/null && echo "${ID-}")" = debian ] || return 0
  list='' parts=''
  eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
  for file in "$list" "$parts"/*.list "$parts"/*.sources; do
    [ -r "$file" ] || continue
    case $file in
      *.sources) deb822_sources "$file" ;;
      *) one_line_sources "$file" ;;
    esac
  done | debian_archive
}

# Both formats become lines of: address, suite, components.
one_line_sources() {
  sed -n 's/#.*//; s/^[[:space:]]*deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]*\)\{0,1\}//p' "$1"
}

deb822_sources() {
  awk '
    function flush(  u, s, i, j, n, m) {
      if (types ~ /(^| )deb( |$)/ && enabled !~ /^(no|false|0)$/) {
        n = split(uris, u, " ")
        m = split(suites, s, " ")
        for (i = 1; i <= n; i++)
          for (j = 1; j <= m; j++)
            print u[i], s[j], components
      }
      types = uris = suites = components = enabled = field = ""
    }
    /^#/ { next }
    /^[ \t]*$/ { flush(); next }
    /^[ \t]/ { value = $0 }
    /^[^ \t]/ { field = tolower($0); sub(/:.*/, "", field); value = $0; sub(/^[^:]*:/, "", value) }
    {
      gsub(/[ \t]+/, " ", value)
      sub(/^ /, "", value)
      if (field == "types") types = types " " value
      if (field == "uris") uris = uris " " value
      if (field == "suites") suites = suites " " value
      if (field == "components") components = components " " value
      if (field == "enabled") enabled = tolower(value)
    }
    END { flush() }
  ' "$1"
}

# The first that is the archive itself: neither its security nor its backports part, and no third party.
debian_archive() {
  while read -r address suite components; do
    case $suite in
      oldstable | stable | testing | unstable | sid | bookworm | trixie | forky | duke) ;;
      *) continue ;;
    esac
    case " $components " in
      *" main "*) ;;
      *) continue ;;
    esac
    case $address in
      mirror+file:*) address=$(grep -E -o -m 1 '^https?://[^[:space:]]+' "/${address#mirror+file:/}" 2>/dev/null) || continue ;;
    esac
    case $address in
      http://* | https://*) echo "$address"; break ;;
    esac
  done
}

# Proxies, certificates and the like, one option a line in apt's own form. Whether signatures are checked is not
# among them: they always are.
apt_options() {
  has apt-config || return 0
  apt-config dump |
    grep -E '^Acquire::(https?::[^ ]+|Check-Valid-Until|Check-Date|Retries|ForceIPv[46]) "[^"]+";$' |
    grep -E -i -v 'Verify-(Peer|Host)' || :
}

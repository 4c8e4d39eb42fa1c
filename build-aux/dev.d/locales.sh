# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The languages that the tests run in, which not every machine has, and the user's own in a contained Debian.

test_locales='ko_KR en_US fr_FR'

locales_missing() {
  for locale in $test_locales; do
    locale -a 2>/dev/null | grep -q -i "^$locale\.utf-\{0,1\}8$" || echo "$locale"
  done
}

can_make_locales() {
  has localedef || return 1
  for locale in $test_locales; do
    [ -f "/usr/share/i18n/locales/$locale" ] || [ -f "/usr/share/i18n/locales/$locale.gz" ] || return 1
  done
}

# On this machine they are made in the build directory, where that takes no root rights and changes nothing.
provide_locales() {
  [ "$environment" = host ] && [ -n "$(locales_missing)" ] || return 0
  for locale in $test_locales; do
    [ -d "$build/locales/$locale.UTF-8" ] && continue
    mkdir -p "$build/locales"
    step "$build/log/locales.log" "making the locale $locale.UTF-8 in $build/locales" \
      localedef --no-archive -i "$locale" -f UTF-8 "$build/locales/$locale.UTF-8" ||
      die "the locale $locale could not be made: see $build/log/locales.log"
  done
  LOCPATH=$build/locales
  export LOCPATH
}

# The user's own language, where the contained Debian does not have it yet.
provide_user_locale() {
  [ "$environment" != host ] || return 0
  for locale in "${LC_ALL-}" "${LC_MESSAGES-}" "${LC_CTYPE-}" "${LANG-}"; do
    case $locale in
      ko_KR.* | en_US.* | fr_FR.*) continue ;;
      [a-z][a-z]_[A-Z][A-Z].[Uu][Tt][Ff]8 | [a-z][a-z]_[A-Z][A-Z].[Uu][Tt][Ff]-8) ;;
      *) continue ;;
    esac
    locale=${locale%%.*}
    [ -d "$root/usr/lib/locale/$locale.utf8" ] || [ ! -w "$root/usr/lib/locale" ] ||
      step "$build/log/locales.log" "making the locale $locale.UTF-8" \
        enter private / localedef --no-archive -i "$locale" -f UTF-8 "$locale.UTF-8" || :
  done
}

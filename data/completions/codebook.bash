# codebook.bash: completion of codebook in bash
# SPDX-License-Identifier: GPL-3.0-or-later

# What may name an entry: its id and, of a class, a status code or a method, what stands behind the colon.
_codebook_entries()
{
  local group id
  "$1" list --format=tsv 2>/dev/null | cut -f1 | while read -r group; do
    "$1" list "$group" --format=tsv 2>/dev/null
  done | cut -f1 | while read -r id; do
    printf '%s\n' "$id"
    case $id in
      class:[0-9]* | status:[0-9]* | method:[A-Z]*) printf '%s\n' "${id#*:}" ;;
    esac
  done
}

_codebook()
{
  local program=$1 line=${COMP_LINE:0:COMP_POINT} word current command='' previous='' choices='' IFS=$' \t\n'
  local -a words

  # By blanks alone: bash itself also cuts at the colon of an id and at the equals sign of an option.
  read -ra words <<< "$line"
  current=''
  if [[ $line != *[[:blank:]] ]]; then
    current=${words[${#words[@]} - 1]}
    unset "words[${#words[@]} - 1]"
  fi

  for word in "${words[@]:1}"; do
    [[ -z $command && $word != -* ]] && command=$word
    previous=$word
  done
  [[ $previous == --search ]] && return

  case $command:$previous in
    show:-l | show:--lang | search:-l | search:--lang | list:-l | list:--lang | export:-l | export:--lang | \
      annotate:-l | annotate:--lang) choices='ko en both' ;;
    show:-f | show:--format) choices='text json markdown' ;;
    search:-f | search:--format | list:-f | list:--format) choices='text tsv json' ;;
    search:-n | search:--limit) return ;;
    annotate:--color) choices='auto always never' ;;
  esac

  if [[ -z $choices ]]; then
    case $command:$current in
      show:--lang=* | search:--lang=* | list:--lang=* | export:--lang=* | annotate:--lang=*)
        choices='--lang=ko --lang=en --lang=both' ;;
      show:--format=*) choices='--format=text --format=json --format=markdown' ;;
      search:--format=* | list:--format=*) choices='--format=text --format=tsv --format=json' ;;
      annotate:--color=*) choices='--color=auto --color=always --color=never' ;;
      :-*) choices='--search --new-window --help --version' ;;
      show:-*) choices='--lang= --format= --help' ;;
      search:-*) choices='--limit= --lang= --format= --stdin --ids --help' ;;
      list:-*) choices='--lang= --format= --help' ;;
      export:-*) choices='--lang= --help' ;;
      annotate:-*) choices='--lang= --color= --help' ;;
      :*) choices="show search list export annotate $(_codebook_entries "$program")" ;;
      show:*) choices=$(_codebook_entries "$program") ;;
      list:*) choices=$("$program" list --format=tsv 2>/dev/null | cut -f1) ;;
    esac
  fi

  COMPREPLY=()
  while read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen -W "$choices" -- "$current")

  # After --lang= goes no blank.
  if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi

  # Bash replaces only what stands behind the last of its own breaks.
  for word in : =; do
    if [[ $current == *"$word"* && $COMP_WORDBREAKS == *"$word"* ]]; then
      COMPREPLY=("${COMPREPLY[@]#"${current%"$word"*}$word"}")
    fi
  done
}

complete -F _codebook codebook

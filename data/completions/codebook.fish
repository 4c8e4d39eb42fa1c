# codebook.fish: completion of codebook in fish
# SPDX-License-Identifier: GPL-3.0-or-later

set -g __codebook_commands show search list export annotate

function __codebook_needs_command
    not __fish_seen_subcommand_from $__codebook_commands
    and test (count (commandline -opc)) -eq 1
end

function __codebook_list
    set -l program (commandline -opc)[1]
    $program list --format=tsv $argv 2>/dev/null
end

# What follows a tab is shown as the description.
function __codebook_groups
    __codebook_list | string replace -r '\t(.*)\t.*' '\t$1'
end

# An entry goes by its id and, if it is a class, a status code or a method, by what stands behind the colon.
function __codebook_entries
    for group in (__codebook_groups | string replace -r '\t.*' '')
        __codebook_list $group
    end | while read -l line
        echo $line
        string match -rq '^(class|status|method):[0-9A-Z]' -- $line
        and string replace -r '^[a-z]+:' '' -- $line
    end
end

complete -c codebook -f

complete -c codebook -n __codebook_needs_command -l search -x -d 'Open the window with a search'
complete -c codebook -n __codebook_needs_command -l new-window -d 'Open one more window'
complete -c codebook -n __codebook_needs_command -l version -d 'Show the version'
complete -c codebook -s h -l help -d 'Show help'

complete -c codebook -n __codebook_needs_command -a show -d 'Print entries'
complete -c codebook -n __codebook_needs_command -a search -d 'Print what a search finds'
complete -c codebook -n __codebook_needs_command -a list -d 'Print the entries of a group, or the groups'
complete -c codebook -n __codebook_needs_command -a export -d 'Print the whole catalog as JSON'
complete -c codebook -n __codebook_needs_command -a annotate -d 'Explain the status codes in a log'

complete -c codebook -n '__codebook_needs_command; or __fish_seen_subcommand_from show' -a '(__codebook_entries)'
complete -c codebook -n '__fish_seen_subcommand_from list' -a '(__codebook_groups)'

complete -c codebook -n "__fish_seen_subcommand_from $__codebook_commands" -s l -l lang -x -a 'ko en both' -d 'Language of the texts'
complete -c codebook -n '__fish_seen_subcommand_from show' -s f -l format -x -a 'text json markdown' -d 'How to print'
complete -c codebook -n '__fish_seen_subcommand_from search list' -s f -l format -x -a 'text tsv json' -d 'How to print'
complete -c codebook -n '__fish_seen_subcommand_from search' -s n -l limit -x -d 'Print at most this many'
complete -c codebook -n '__fish_seen_subcommand_from search' -l stdin -d 'Read queries from standard input'
complete -c codebook -n '__fish_seen_subcommand_from search' -l ids -d 'Print one line of ids for each query'
complete -c codebook -n '__fish_seen_subcommand_from annotate' -l color -x -a 'auto always never' -d 'Color what is added'

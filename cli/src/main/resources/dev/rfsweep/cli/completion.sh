# Completes rfsweep in bash and zsh: source <(rfsweep completion)
if [ -n "${ZSH_VERSION-}" ]; then
    autoload -Uz compinit && compinit -u
    autoload -Uz bashcompinit && bashcompinit
fi

_rfsweep_words() { # stem, current word, words
    COMPREPLY=($(compgen -P "$1" -W "$3" -- "$2"))
}

_rfsweep_list() { # stem, current word, words: the item behind the last comma
    case $2 in
    *,*) _rfsweep_words "$1${2%,*}," "${2##*,}" "$3" ;;
    *) _rfsweep_words "$1" "$2" "$3" ;;
    esac
    compopt -o nospace 2>/dev/null
}

_rfsweep_files() { # stem, current word
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -P "$1" -f -- "$2"))
}

_complete_rfsweep() {
    local current=${COMP_WORDS[COMP_CWORD]} before='' stem=''
    COMPREPLY=()
    if [ "$COMP_CWORD" -le 1 ]; then
        _rfsweep_words '' "$current" '@COMMANDS@'
        return
    fi
    before=${COMP_WORDS[COMP_CWORD - 1]}
    case $current in
    = | :) # bash begins a word with them
        before=$current
        current=''
        set -- "${COMP_WORDS[COMP_CWORD - 1]}"
        ;;
    --*=*) # zsh does not
        before=${current%%=*}
        stem=$before=
        current=${current#*=}
        ;;
    *)
        set -- "${COMP_WORDS[COMP_CWORD - 2]}"
        ;;
    esac
    if [ "$before" = = ]; then
        case $1 in
        -*) before=$1 ;;
        *) return ;; # a range is the user's to choose
        esac
    fi
    case $before$current in
    :*,*) before=--by ;; # the next objective
    :*)
        _rfsweep_list '' "$current" 'asc desc min max'
        return
        ;;
    esac
    case ${COMP_WORDS[1]} in
@CASES@
    esac
}

complete -F _complete_rfsweep rfsweep

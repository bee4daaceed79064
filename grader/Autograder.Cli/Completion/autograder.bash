# Completion of autograder in bash: put  eval "$(autograder completion bash)"  into ~/.bashrc.
_autograder() {
    local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" suggestion
    COMPREPLY=()
    # What stands behind the command's own name; a name that is not ended yet is not completed here.
    [[ $line == *[[:space:]]* ]] || return 0
    line="${line#*[[:space:]]}"
    while IFS= read -r suggestion; do
        # Options are offered to those who ask for them; everybody else is offered files where nothing else fits.
        if [[ $suggestion == "$word"* && ( $suggestion != -* || $word == -* ) ]]; then
            COMPREPLY+=("$suggestion")
        fi
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o bashdefault -o default -F _autograder autograder

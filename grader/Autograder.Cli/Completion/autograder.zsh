#compdef autograder
# Completion of autograder in zsh: put  source <(autograder completion zsh)  into ~/.zshrc, behind compinit.
_autograder() {
    local line="${(j: :)words[2,CURRENT]}" word="${words[CURRENT]}" suggestion
    local -a found
    for suggestion in "${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}"; do
        # Options are offered to those who ask for them.
        if [[ -n $suggestion && ( $suggestion != -* || $word == -* ) ]]; then
            found+=("$suggestion")
        fi
    done
    compadd -- $found
    [[ $word == -* ]] || _files
}
compdef _autograder autograder

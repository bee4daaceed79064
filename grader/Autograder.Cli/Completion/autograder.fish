# Completion of autograder in fish: put  autograder completion fish | source  into ~/.config/fish/config.fish.
function __autograder_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l line (string join ' ' -- $words[2..])
    # Options are offered to those who ask for them.
    $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -v -- (string match -q -- '-*' $words[-1]; and echo ''; or echo '-*')
end
complete -c autograder -a '(__autograder_complete)'

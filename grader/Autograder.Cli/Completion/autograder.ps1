# Completion of autograder in PowerShell: put  autograder completion powershell | Out-String | Invoke-Expression  into $PROFILE.
Register-ArgumentCompleter -Native -CommandName autograder -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $text = $commandAst.ToString().PadRight($cursorPosition - $commandAst.Extent.StartOffset)
    $command, $line = $text -split '\s+', 2
    # Options are offered to those who ask for them.
    & $command "[suggest:$($line.Length)]" "$line" 2>$null |
        Where-Object { $_ -like "$wordToComplete*" -and ($_ -notlike '-*' -or $wordToComplete -like '-*') } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}

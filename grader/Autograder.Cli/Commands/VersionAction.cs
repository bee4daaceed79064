using System.CommandLine;
using System.CommandLine.Invocation;
using Autograder.Cli.Display;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder --version</c></summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Consoles.Out.WriteLine(ProgramVersion.WithCommit);
        return (int)ExitCode.Done;
    }
}

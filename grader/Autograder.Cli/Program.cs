using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Autograder.Cli;
using Autograder.Cli.Commands;
using Autograder.Cli.Display;
using Autograder.Cli.Formats;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Confinement;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Confined.HideFromOthers();
// After Ctrl-C, what is being graded may come to its end; whoever wants it sooner kills, and loses nothing either.
TimeSpan patience = TimeSpan.FromSeconds(5);
var root = new RootCommand("Grades C# answers to the mathematics of machine learning.")
{
    CheckCommand.Create(CiEnvironment.OfProcess),
    CompletionCommand.Create(),
    DoctorCommand.Create(),
    GradeCommand.Create(CiEnvironment.OfProcess),
    GradescopeCommand.Create(),
    PackCommand.Create(),
    ReplayCommand.Create(),
    SchemaCommand.Create(),
    StarterCommand.Create(),
    VerifyCommand.Create(),
};
// Paths may begin with a slash here, and no option does.
HelpOption help = root.Options.OfType<HelpOption>().Single();
help.Aliases.Remove("/h");
help.Aliases.Remove("/?");
root.Options.OfType<VersionOption>().Single().Action = new VersionAction();

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // A page of help would scroll the reason away. What is asked for in the middle of a line, such as its completion, is no mistake.
    bool isToldMore = parsed.Action is ParseErrorAction && args.Length > 0;
    if (parsed.Action is ParseErrorAction telling)
    {
        (telling.ShowHelp, telling.ShowTypoCorrections) = (!isToldMore, false);
    }

    await parsed.InvokeAsync();
    if (isToldMore)
    {
        Consoles.Error.WriteLine($"{NameOf(parsed.CommandResult)} --help says more.");
    }

    return (int)ExitCode.Usage;
}

// Arguments that may be repeated take what looks like an option for a path.
if (parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)) is { } unknown)
{
    Consoles.Error.WriteLine($"There is no option {unknown.Value}.\n{NameOf(parsed.CommandResult)} --help says more.");
    return (int)ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = patience });
}
catch (Exception exception) when (exception is SpecException or IntakeException or UsageException)
{
    Consoles.Error.WriteLine(exception is SpecException spec ? SpecProblemsText.Of(spec) : exception.Message);
    return (int)ExitCode.Usage;
}
catch (SandboxRefusal refusal)
{
    Consoles.Error.WriteLine(refusal.Message);
    return (int)ExitCode.Failure;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
{
    Consoles.Error.WriteLine($"The grader failed: {exception.Message}");
    return (int)ExitCode.Failure;
}

static string NameOf(CommandResult command) => command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;

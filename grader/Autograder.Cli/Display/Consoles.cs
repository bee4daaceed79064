using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>The two streams to people. Colours and drawing only where a person sees them as such.</summary>
internal static class Consoles
{
    private const int WidthOfFiles = 160;

    internal static TextWriter Out { get; private set; } = Console.Out;

    internal static TextWriter Error => Console.Error;

    /// <summary>Standard output, for programs: see <see cref="LeaveOutput"/>.</summary>
    internal static TextWriter Data => Console.Out;

    internal static IAnsiConsole Screen { get; private set; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Whether <see cref="Out"/> is read by a person as it comes.</summary>
    internal static bool IsScreen { get; private set; } = !Console.IsOutputRedirected;

    internal static IAnsiConsole ErrorScreen { get; } = Create(Console.Error, Console.IsErrorRedirected);

    internal static bool IsErrorScreen => !Console.IsErrorRedirected;

    /// <summary>From here on standard output is for a program, and what is for people goes to standard error.</summary>
    internal static void LeaveOutput() => (Out, Screen, IsScreen) = (Error, ErrorScreen, IsErrorScreen);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}

using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>The two streams to people. Colours and drawing only where a person sees them as such.</summary>
internal static class Consoles
{
    private const int WidthOfFiles = 160;

    internal static TextWriter Out => Console.Out;

    internal static TextWriter Error => Console.Error;

    internal static IAnsiConsole Screen { get; } = Create(Console.Out, Console.IsOutputRedirected);

    internal static IAnsiConsole ErrorScreen { get; } = Create(Console.Error, Console.IsErrorRedirected);

    internal static bool IsErrorScreen => !Console.IsErrorRedirected;

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

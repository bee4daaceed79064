namespace Autograder.Cli.Formats;

/// <summary>In what other programs read results.</summary>
internal enum ReportFormat
{
    Github,
    Junit,
    Sarif,
    Markdown,
    Classroom50,
}

/// <param name="File">Null for standard output.</param>
internal sealed record RequestedFormat(ReportFormat Format, string? File)
{
    internal static string NameOf(ReportFormat format) => format.ToString().ToLowerInvariant();

    internal static IEnumerable<string> Names => Enum.GetValues<ReportFormat>().Select(NameOf);

    /// <param name="text">FORMAT or FORMAT=FILE.</param>
    /// <returns>Null where it is none.</returns>
    internal static RequestedFormat? Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        ReportFormat[] known = [.. Enum.GetValues<ReportFormat>().Where(format => NameOf(format) == parts[0])];
        return known is [var format] && (parts.Length == 1 || parts[1].Length > 0) ? new RequestedFormat(format, parts.ElementAtOrDefault(1)) : null;
    }
}

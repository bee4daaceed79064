using System.Text.RegularExpressions;

namespace Autograder.Engine.Packing;

/// <summary>
/// Where the package of this tool is that others install: a NuGet feed, or a folder of the machine that installs. Their package managers are told to
/// look there and nowhere else, because anyone may publish a package of any name on a public feed.
/// </summary>
public sealed partial record PackageSource
{
    private PackageSource(string location) => Location = location;

    public string Location { get; }

    /// <summary>For dotnet tool install, as shells and YAML read it.</summary>
    internal string Option => $" --source \"{Location}\"";

    /// <summary>What brings the tool to a person's machine.</summary>
    public string InstallCommand(string version) => $"dotnet tool install --global Autograder --version {version}{Option}";

    /// <returns>Null where it is neither; NuGet refuses feeds without TLS.</returns>
    public static PackageSource? Of(string location) => Form().IsMatch(location) ? new PackageSource(location) : null;

    /// <summary>Nothing that ends a text in shells, YAML or Python.</summary>
    [GeneratedRegex(@"\A(?:https://[A-Za-z0-9.-]+|/)[A-Za-z0-9._~:/?@&+,;=%-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>The walls between the assemblies: who may know whom (ARCHITECTURE.md).</summary>
public sealed class ArchitectureTests
{
    /// <summary>The command has the name that people type.</summary>
    private const string Command = "autograder";

    public static TheoryData<string, string[]> Walls => new()
    {
        { "Autograder.Core", [] },
        { "Autograder.Sandbox", [] },
        { "Autograder.Worker", ["Autograder.Sandbox"] },
        { "Autograder.Compiler", ["Autograder.Sandbox"] },
        { "Autograder.Engine", ["Autograder.Core", "Autograder.Sandbox"] },
        { "Autograder.Reporting", ["Autograder.Core"] },
        { "Autograder.Cli", ["Autograder.Core", "Autograder.Engine", "Autograder.Reporting", "Autograder.Sandbox"] },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void An_assembly_refers_only_to_those_it_may(string assembly, string[] allowed)
    {
        Assert.Empty(OwnReferences(assembly).Except(allowed));
    }

    private static IEnumerable<string> OwnReferences(string assembly)
    {
        string built = Directory.EnumerateFiles(Repository.PathTo("grader", assembly, "bin"), $"{(assembly == "Autograder.Cli" ? Command : assembly)}.dll", SearchOption.AllDirectories)
            .MaxBy(File.GetLastWriteTimeUtc)!;
        using var file = new PEReader(File.OpenRead(built));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name.StartsWith("Autograder.", StringComparison.Ordinal))];
    }
}

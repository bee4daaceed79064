using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Autograder.Compiler.Compiling;

/// <summary>What every C# file of a homework can use without asking for it: keys and students' answers alike.</summary>
internal static class ImplicitUsings
{
    /// <summary>What a project of the SDK imports by itself, so that a file which compiles at home compiles here.</summary>
    internal const string Source = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;
}

/// <summary>
/// What a homework's code may refer to: the runtime's own assemblies and MathNet. Taken from the running program, so that the
/// machine needs no SDK, and read once in a process: they are tens of megabytes that no collector sees, and what Roslyn learns of them serves every
/// compilation that has the same ones.
/// </summary>
internal static class ReferenceSet
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Read = new(ReadAll);

    internal static ImmutableArray<MetadataReference> All => Read.Value;

    private static ImmutableArray<MetadataReference> ReadAll()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return
        [
            .. trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path) == "MathNet.Numerics.dll")
                .Order(StringComparer.Ordinal)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}

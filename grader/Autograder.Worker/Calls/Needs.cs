using System.Reflection;
using System.Security.Cryptography;
using Autograder.Sandbox.Confinement;

namespace Autograder.Worker.Calls;

/// <summary>What a program may come to need once nothing can be loaded any more.</summary>
internal static class Needs
{
    /// <summary>
    /// What answers use, whatever their program refers to: it may do so through MathNet, and the last finds the line at which
    /// something was thrown.
    /// </summary>
    private static readonly string[] Usual =
    [
        "System.Linq", "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable", "System.Console", "System.Memory",
        "System.Runtime.Numerics", "System.Numerics.Vectors", "System.Text.RegularExpressions", "System.Threading.Tasks.Parallel",
        "System.Diagnostics.StackTrace", "System.Reflection.Metadata",
    ];

    /// <summary>Before any program is there, while every file can be read.</summary>
    internal static void LoadUsual() => Preloading.Load(
        [Assembly.GetEntryAssembly()!.GetName(), .. Usual.Select(name => new AssemblyName(name))]);

    internal static void LoadFor(Assembly program)
    {
        AssemblyName[] references = program.GetReferencedAssemblies();
        Preloading.Load(references);
        if (Array.Exists(references, reference => reference.Name == "MathNet.Numerics"))
        {
            LoadRandomNumbers();
        }
    }

    /// <summary>MathNet seeds every generator, also one that is given a seed, from the system's, a library outside of the runtime.</summary>
    private static void LoadRandomNumbers()
    {
        try
        {
            RandomNumberGenerator.GetInt32(2);
        }
        catch (Exception failure) when (failure is DllNotFoundException or CryptographicException or TypeInitializationException)
        {
            // This machine has none, so that nobody can use it.
        }
    }
}

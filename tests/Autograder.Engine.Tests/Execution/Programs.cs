using System.Text;
using Autograder.Engine.Compiling;
using Autograder.Engine.Intake;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Execution;

/// <summary>
/// One compiler process for all tests that run programs, and workers that can be told from those of other tests: they are
/// started through a link of this object's own.
/// </summary>
public sealed class Programs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-workers-").FullName;

    public Programs()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "worker"), Path.GetDirectoryName(ProcessPaths.Installed.Worker)!);
        Paths = ProcessPaths.Installed with { Worker = Path.Combine(_folder, "worker", Path.GetFileName(ProcessPaths.Installed.Worker)) };
        Compiler = new CompilerClient(Paths, isGated: false);
    }

    internal static SourceFile Given { get; } = new("Given.cs", """
        public static class Given
        {
            public static double Positive(double x) => x > 0 ? x : throw new ArgumentException("must be positive");

            public static double Apply(Func<double, double> f, double x)
            {
                return f(x);
            }

            public static Func<double, double> Scaled(double factor) => x => x < 1e6 ? factor * x : throw new ArgumentException("too large");
        }
        """u8.ToArray());

    internal ProcessPaths Paths { get; }

    internal CompilerClient Compiler { get; }

    internal static Submission Submission(params string[] sources) => new(
        "student",
        [.. sources.Select((source, index) => new SourceFile(index == 0 ? "Answers.cs" : $"More{index}.cs", Encoding.UTF8.GetBytes(source)))],
        []);

    internal CompiledSubmission Compile(params string[] sources)
    {
        CompiledSubmission compiled = Compiler.Compile(Given, Submission(sources));
        Assert.True(compiled.Program is not null, $"{compiled.WhyNotCompiled}{string.Join('\n', compiled.Errors)}");
        return compiled;
    }

    /// <summary>Every process that runs one of these workers is gone.</summary>
    internal void AssertNoWorkerIsLeft() => AssertNoProcessIsLeft(_folder);

    /// <summary>No process has this in its command line.</summary>
    internal static void AssertNoProcessIsLeft(string mark) =>
        Assert.True(SpinWait.SpinUntil(() => !CommandLines().Any(line => line.Contains(mark, StringComparison.Ordinal)), TimeSpan.FromSeconds(10)),
            $"a process with '{mark}' is left");

    public void Dispose()
    {
        Compiler.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> CommandLines()
    {
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            string line;
            try
            {
                line = File.ReadAllText($"{process}/cmdline").Replace('\0', ' ');
            }
            catch (IOException)
            {
                // It ended between being listed and being read.
                continue;
            }

            yield return line;
        }
    }
}

/// <summary>One after the other: they look for processes that are left.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProgramsCollection : ICollectionFixture<Programs>
{
    public const string Name = "programs";
}

using System.Diagnostics;
using System.Globalization;

namespace Autograder.Acceptance;

/// <summary>What runs for a grader does not outlive it, however it ends.</summary>
public sealed class GraderDeathTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Of the kernel's clock for processes, of which a second has 100.</summary>
    private const long HalfASecond = 50;

    [Fact]
    public void Workers_and_compilers_of_a_grader_that_is_killed_are_gone_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ada/Answers.cs", "public static class Answers { public static double DerivativeOfV(double a, double u) { while (true) { } } }");
        using Process grader = GraderCommand.Start("grade", "problems/matrix-calculus", folder.PathTo("ada"), "--unverified");
        Assert.True(SpinWait.SpinUntil(() => ChildrenOf(grader.Id).Any(IsLooping), Patience), "no worker has begun to loop");
        int[] children = ChildrenOf(grader.Id);

        grader.Kill();
        grader.WaitForExit();
        Assert.True(SpinWait.SpinUntil(() => children.All(child => StatusOf(child) is null or { State: 'Z' or 'X' }), TimeSpan.FromSeconds(10)), "a child lives on");
    }

    private sealed record Status(char State, int Parent, long ProcessorTime, string Command);

    private static bool IsLooping(int process) => StatusOf(process) is { } status
        && status.ProcessorTime > HalfASecond && status.Command.Contains("Autograder.Worker.dll", StringComparison.Ordinal);

    private static int[] ChildrenOf(int parent) =>
        [.. Directory.EnumerateDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => char.IsAsciiDigit(name[0]))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture)).Where(process => StatusOf(process)?.Parent == parent)];

    /// <summary>Null when it is gone.</summary>
    private static Status? StatusOf(int process)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{process}/stat");
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Status(
                fields[0][0],
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                long.Parse(fields[11], CultureInfo.InvariantCulture),
                File.ReadAllText($"/proc/{process}/cmdline"));
        }
        catch (IOException)
        {
            return null;
        }
    }
}

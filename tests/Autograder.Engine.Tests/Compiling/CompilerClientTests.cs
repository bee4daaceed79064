using System.Diagnostics;
using Autograder.Engine.Compiling;
using Autograder.Engine.Tests.Execution;
using Autograder.Sandbox.Confinement;

namespace Autograder.Engine.Tests.Compiling;

/// <summary>With the real compiler process: what one submission does to it costs that submission only.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class CompilerClientTests(Programs programs)
{
    private const string Honest = "static class Answers { static double F(double x) => x; }";

    [Fact]
    public void A_submission_comes_back_with_its_program_and_methods()
    {
        CompiledSubmission compiled = programs.Compiler.Compile(Programs.Given, Programs.Submission(Honest));
        Assert.NotNull(compiled.Program);
        Assert.Empty(compiled.Errors);
        Assert.Equal("F", Assert.Single(compiled.Methods).Place.Method);
        Assert.Null(compiled.WhyNotCompiled);
    }

    [Fact]
    public void The_given_code_is_compiled_in()
    {
        Assert.Empty(programs.Compile("static class Answers { static double F(double x) => Given.Positive(x); }").Errors);
    }

    [Fact]
    public void Errors_come_back_with_their_places()
    {
        CompiledSubmission compiled = programs.Compiler.Compile(Programs.Given, Programs.Submission("static class Answers {\n  static double F(double x) => y;\n}"));
        Assert.Equal("Answers.cs:2:32: CS0103: The name 'y' does not exist in the current context", Assert.Single(compiled.Errors).ToString());
        Assert.Equal(compiled.Errors, Assert.Single(compiled.Methods).Errors);
    }

    [Fact]
    public void Nothing_of_one_submission_is_seen_by_the_next()
    {
        programs.Compile("public static class Mine { public static double F(double x) => x; }");
        Assert.NotEmpty(programs.Compiler.Compile(Programs.Given, Programs.Submission("static class Answers { static double F(double x) => Mine.F(x); }")).Errors);
    }

    [Fact]
    public void A_crash_is_told_as_one()
    {
        using var compiler = Client(TimeSpan.FromSeconds(20));
        compiler.Compile(Programs.Given, Programs.Submission(Honest));
        CompilerProcess().Kill();
        CompiledSubmission compiled = compiler.Compile(Programs.Given, Programs.Submission(Honest));
        Assert.Contains("crashed", compiled.WhyNotCompiled, StringComparison.Ordinal);
        Assert.NotNull(compiler.Compile(Programs.Given, Programs.Submission(Honest)).Program);
    }

    [Fact]
    public async Task A_hang_is_ended_by_the_limit_and_told_as_one()
    {
        using var compiler = Client(TimeSpan.FromSeconds(0.5));
        await compiler.WarmUpAsync();
        using Process process = CompilerProcess();
        var clock = Stopwatch.StartNew();
        CompiledSubmission compiled = compiler.Compile(Programs.Given, Programs.Submission(BombSources.Overloads(levels: 20)));
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(0.4));
        Assert.Contains("in time", compiled.WhyNotCompiled, StringComparison.Ordinal);
        await process.WaitForExitAsync();
    }

    [Fact]
    public async Task Submissions_that_come_at_once_each_get_their_own_result()
    {
        string[] names = [.. Enumerable.Range(0, 20).Select(index => $"F{index}")];
        CompiledSubmission[] compiled = await Task.WhenAll(names.Select(name =>
            Task.Run(() => programs.Compiler.Compile(Programs.Given, Programs.Submission($"static class Answers {{ static double {name}(double x) => x; }}")))));
        Assert.Equal(names, compiled.Select(submission => submission.Methods.Single().Place.Method));
    }

    [Fact]
    public void A_compiler_that_cannot_be_started_is_a_failure_of_ours_that_says_so()
    {
        using var compiler = new CompilerClient(programs.Paths with { Compiler = Path.Combine(AppContext.BaseDirectory, "none.dll") });
        Assert.Contains(
            "did not start", Assert.Throws<SandboxException>(() => compiler.Compile(Programs.Given, Programs.Submission(Honest))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_ends_the_process_also_when_it_was_only_warmed_up()
    {
        var compiler = Client(TimeSpan.FromSeconds(20));
        await compiler.WarmUpAsync();
        using Process process = CompilerProcess();
        compiler.Dispose();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(5)));
    }

    private CompilerClient Client(TimeSpan patience) => new(programs.Paths, patience);

    /// <summary>The compiler that was started last.</summary>
    private static Process CompilerProcess() => Process.GetProcessesByName("dotnet")
        .Where(process => File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(ProcessPaths.Installed.Compiler, StringComparison.Ordinal))
        .MaxBy(process => process.Id)!;
}

using Autograder.Engine.Compiling;
using Autograder.Engine.Tests.Execution;

namespace Autograder.Engine.Tests.Compiling;

/// <summary>With the real compiler process: a source made to end it gets a verdict that says so, and the next one compiles.</summary>
public sealed class CompilerBombTests(CompilerBombTests.Compiler compiler) : IClassFixture<CompilerBombTests.Compiler>
{
    private const string Refused = "the compiler could not handle this source: ";

    public static TheoryData<string, string> Deep => BombSources.Deep;

    public static TheoryData<string, string> Long => BombSources.Long;

    public static TheoryData<string, string> Large => BombSources.Large;

    [Theory]
    [MemberData(nameof(Deep))]
    public void Deep_nesting_is_told_by_whoever_notices_it(string what, string source)
    {
        CompiledSubmission compiled = Compile(source);
        Assert.Null(compiled.Program);

        // Its own message, or an end of the file that it no longer sees; a slow machine may be cut off before.
        string told = compiled.WhyNotCompiled ?? Assert.Single(compiled.Errors).Code;
        Assert.True(told is $"{Refused}nesting too deep" or $"{Refused}it was not done in time" or "CS8078" or "CS1027", $"{what}: {told}");
    }

    [Theory]
    [MemberData(nameof(Long))]
    public void What_does_not_end_is_ended(string what, string source)
    {
        Assert.Equal((what, $"{Refused}it was not done in time"), (what, Compile(source).WhyNotCompiled));
    }

    /// <summary>Whether it is done in time is the machine's affair.</summary>
    [Theory]
    [MemberData(nameof(Large))]
    public void Much_of_something_is_compiled_or_told(string what, string source)
    {
        CompiledSubmission compiled = Compile(source);
        Assert.True(
            compiled.Program is not null || compiled.Errors.Length > 0 || compiled.WhyNotCompiled!.StartsWith(Refused, StringComparison.Ordinal), what);
        Assert.True(compiled.Errors.Length <= 2000, what);
    }

    /// <summary>And then an honest submission.</summary>
    private CompiledSubmission Compile(string source)
    {
        CompiledSubmission compiled = compiler.Client.Compile(Programs.Given, Programs.Submission(source));
        Assert.NotNull(compiler.Client.Compile(Programs.Given, Programs.Submission("static class A { static double F(double x) => x; }")).Program);
        return compiled;
    }

    /// <summary>One for all: it is started anew where a bomb has ended it.</summary>
    public sealed class Compiler : IDisposable
    {
        internal CompilerClient Client { get; } = new(ProcessPaths.Installed, patience: TimeSpan.FromSeconds(3));

        public void Dispose() => Client.Dispose();
    }
}

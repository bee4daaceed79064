using Autograder.Sandbox.Messages;
using Autograder.Tests.Shared;

namespace Autograder.Compiler.Tests.Gate;

/// <summary>What answers are written with passes, as source and as an assembly.</summary>
public sealed class BenignProgramsTests
{
    public static TheoryData<string, string> Programs => BenignCorpus.Programs;

    [Theory]
    [MemberData(nameof(Programs))]
    public void What_students_write_passes(string what, string source)
    {
        CompileResponse response = Gated.Compile(source, isGated: true);
        Assert.True(response.Errors.Length == 0, $"{what}: {string.Join('\n', (object[])response.Errors)}");
        Assert.NotNull(response.Program);
    }

    public static TheoryData<string> Homeworks =>
        [.. Directory.GetDirectories(Repository.PathTo("problems")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The given code, by itself and below the key, and the starter.</summary>
    [Theory]
    [MemberData(nameof(Homeworks))]
    public void What_homeworks_are_made_of_passes(string homework)
    {
        string key = string.Concat(homework.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        string given = Repository.PathTo("problems", homework, "Given.cs");
        Assert.Equal([], Forbidden([given], []));
        Assert.Equal([], Forbidden([], [given]));
        Assert.Equal([], Forbidden([given], [Repository.PathTo("reference", $"{key}.cs")]));
        Assert.Equal([], Forbidden([given], [Repository.PathTo("problems", homework, "Starter.cs")]));
    }

    [Theory]
    [MemberData(nameof(Homeworks))]
    public void Samples_pass_unless_they_are_expected_not_to(string homework)
    {
        foreach (string sample in Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)))
        {
            bool isExpected = File.ReadAllText(Path.Combine(sample, "expected.json")).Contains("\"ForbiddenApi\"", StringComparison.Ordinal);
            string[] forbidden = Forbidden(
                [Repository.PathTo("problems", homework, "Given.cs")], Directory.GetFiles(sample, "*.cs", SearchOption.AllDirectories));
            Assert.True(isExpected == forbidden.Length > 0, $"{sample}: {string.Join('\n', forbidden)}");
        }
    }

    private static string[] Forbidden(string[] given, string[] student) =>
        [.. Gated.Compile([.. given.Select(Read)], [.. student.Select(Read)]).Errors.Where(error => error.IsForbidden).Select(error => error.ToString())];

    private static SourceFile Read(string path) => new(Path.GetFileName(path), File.ReadAllBytes(path));
}

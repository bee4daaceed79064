using System.Globalization;
using System.Reflection;
using Autograder.Compiler.Compiling;
using Autograder.Core.Sampling;
using Autograder.Engine.Dumping;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Engine.Tests.Dumping;

public sealed class DumpFileTests
{
    /// <summary>Answers with vectors, matrices, arrays, tuples and functions as arguments.</summary>
    [Theory]
    [InlineData("chain-rule-and-softmax", "correct-arrays")]
    [InlineData("chain-rule-and-softmax", "correct-mathnet")]
    [InlineData("regression-and-neural-networks", "correct-mathnet")]
    public void It_compiles_by_itself_and_shows_what_the_answer_is_there(string homework, string sample)
    {
        LoadedAssignment loaded = AssignmentLoader.LoadPublic(Repository.PathTo("problems", homework));
        Submission submission = new SubmissionReader(loaded.GivenFileName).Read([Repository.PathTo("submissions-sample", homework, sample)]).Submissions[0];
        foreach (QuestionPlan plan in loaded.Plan(loaded.DefaultSeed).Questions.Where(plan => plan.Points[0].Parts.Any(part => part.IsJudged) && plan.Points[0].Reference is not null).Take(6))
        {
            string program = DumpFile.Of(loaded, submission, plan.Question, plan.Points[0].Point)!;
            Assert.True(FileBasedProgram.Is(System.Text.Encoding.UTF8.GetBytes(program)));

            double[] shown = [.. Run(program).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

            double[] right = [.. plan.Points[0].Reference!.NumericParts.SelectMany(part => part.Tensor.Entries)];
            Assert.Equal(right.Length, shown.Length);
            Assert.All(right.Zip(shown), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * Math.Max(1, Math.Abs(pair.First))));
        }
    }

    /// <summary>As a file-based program of .NET is: its directives aside, one file with statements.</summary>
    private static string Run(string program)
    {
        string source = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line))
            .Replace("Console.WriteLine(Show(", "Shown.Text = (Show(", StringComparison.Ordinal) + "public static class Shown { public static string Text = \"\"; }";
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Dump", [CSharpSyntaxTree.ParseText(source)], ReferenceSet.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var errors = compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors) + source);
        var assembly = Assembly.Load(image.ToArray());
        assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (string)assembly.GetType("Shown")!.GetField("Text")!.GetValue(null)!;
    }
}

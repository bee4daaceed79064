using System.Text.Json;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;
using Autograder.Worker.Values;

namespace Autograder.Engine.Tests.Support;

/// <summary>
/// A sample submission in the test's own process, where its answers can be graded at many points. For those that compile and harm
/// nobody; the processes that students meet are tried elsewhere.
/// </summary>
internal sealed class SampleAnswers
{
    private readonly KeyProgram _program;

    private SampleAnswers(KeyProgram program) => _program = program;

    internal static SampleAnswers Compile(LoadedAssignment loaded, string folder)
    {
        var problems = new SpecProblems();
        string file = Path.Combine(folder, "Answers.cs");
        var program = KeyProgram.Compile(
            new KeySource(loaded.GivenFileName, loaded.Given.Content), new KeySource(file, File.ReadAllBytes(file)), problems);
        Assert.False(problems.Any, string.Join('\n', problems.Ordered));
        return new SampleAnswers(program);
    }

    /// <summary>What expected.json says a sample's wrong answers are told, by question; of the samples that say it.</summary>
    internal static IEnumerable<(string Folder, string Question, string[] Ids)> Diagnosed(string homework) =>
        from folder in Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)).Order(StringComparer.Ordinal)
        let expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement
        where expected.TryGetProperty("diagnoses", out _)
        from question in expected.GetProperty("diagnoses").EnumerateObject()
        select (folder, question.Name, question.Value.EnumerateArray().Select(id => id.GetString()!).ToArray());

    internal Func<SamplePoint, Value> AnswerTo(Question question) =>
        KeyAnswer.Of(question, _program.AnswerTo(question.Answer)!, _program.Assembly, new ProgramFunctions(_program.Assembly));
}

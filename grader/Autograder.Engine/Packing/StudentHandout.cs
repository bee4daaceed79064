using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Starters;

namespace Autograder.Engine.Packing;

/// <summary>The homework as Markdown with LaTeX: every question with its statement, its signature and the shapes that go in and out.</summary>
internal static class StudentHandout
{
    internal static string Of(LoadedAssignment loaded, SamplePlan plan)
    {
        GivenOutline given = GivenOutline.Read(loaded.Given);
        IEnumerable<string> lines =
        [
            $"# {loaded.Assignment.Title}",
            "",
            $"Each question is answered by one C# method; {StarterFile.FileName} has them all, to be filled in.",
            .. given.Methods.IsEmpty ? [] : Functions(loaded.GivenFileName, given),
            .. plan.Questions.SelectMany(question => Question(question, given)),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Functions(string file, GivenOutline given) =>
    [
        "",
        "## What is given",
        "",
        $"These functions stand in {file}, and can be called by their names:",
        "",
        .. given.Methods.Select(method => $"- `{method.Signature}`{(method.FirstSentence.Length == 0 ? "" : $": {Plain(method.FirstSentence)}")}"),
    ];

    private static IEnumerable<string> Question(QuestionPlan plan, GivenOutline given)
    {
        Question question = plan.Question;
        IEnumerable<string> parameters = question.Answer.Parameters.Select(parameter =>
            $"- `{parameter.Name}`: {Plain(InputWords.Of(question, parameter.Name, parameter.Type, given))}");
        return
        [
            "",
            $"## {Plain(StarterFile.Heading(question))}",
            "",
            question.Statement.TrimEnd(),
            .. FollowThroughWords.Of(question),
            "",
            "```csharp",
            question.Answer.ToString(),
            "```",
            "",
            .. parameters,
            .. new ResultWords(plan, given).Lines().Select((line, index) => $"{(index == 0 ? "- returns: " : "  ")}{Plain(line)}"),
        ];
    }

    /// <summary>Words that are no Markdown, with what it would take for markup shown as it is.</summary>
    private static string Plain(string words) => string.Concat(words.Select(letter => "\\`*_{}[]<>$|#".Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"));
}

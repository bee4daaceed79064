using System.Globalization;
using System.Text.RegularExpressions;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Engine.Specs.Starters;

/// <summary>
/// The file with which a student begins a homework: a method for each question that only says that it is not written, with
/// everything that an editor can show beside it. It holds nothing that a student may not know, and the seed leaves no trace.
/// </summary>
public static partial class StarterFile
{
    public const string FileName = "Starter.cs";

    private const string Indent = "    ";

    /// <param name="plan">Of any seed: from its points it is seen which extent of an answer is which size.</param>
    public static string Generate(LoadedAssignment loaded, SamplePlan plan)
    {
        GivenOutline given = GivenOutline.Read(loaded.Given);
        IEnumerable<string> lines =
        [
            .. Opening(loaded.Assignment.Title),
            .. GivenBlock(given),
            "",
            "using MathNet.Numerics.LinearAlgebra;",
            .. given.Types.Select(type => $"using static {type};"),
            "",
            "public static class Answers",
            "{",
            .. plan.Questions.SelectMany((question, index) => Method(question, given)
                .Select(line => line.Length == 0 ? line : Indent + line).Prepend("").Skip(index == 0 ? 1 : 0)),
            "}",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Opening(string title) =>
    [
        $"// {title}",
        "//",
        "// One method answers one question. Write your answer in the place of the line that throws, and leave name, parameters",
        "// and result as they are; helper methods and further files are welcome. What is not written yet costs no other",
        "// question. System, System.Linq and System.Collections.Generic are at hand, arrays may stand for vectors and matrices.",
        "//",
        "// Do not change the arguments: return new vectors and matrices. Your methods are called with many inputs, and their",
        "// results compared to about seven digits, so compute in double and round nothing unless you are asked to.",
    ];

    private static IEnumerable<string> GivenBlock(GivenOutline given) => given.Methods.IsEmpty ? [] :
    [
        "//",
        "// The homework gives these functions, to be called by their names:",
        .. given.Methods.SelectMany(method => TextLines.Wrap($"//   {method.Signature}", "//           ")
            .Concat(method.FirstSentence.Length == 0 ? [] : TextLines.Wrap($"//       {method.FirstSentence}", "//       "))),
    ];

    private static IEnumerable<string> Method(QuestionPlan plan, GivenOutline given)
    {
        Question question = plan.Question;
        return
        [
            .. DocComment.Element("summary", "", [Heading(question)]),
            .. DocComment.Element("remarks", "", [.. question.Statement.TrimEnd().Split('\n'), .. FollowThroughWords.Of(question)]),
            .. question.Answer.Parameters.SelectMany(parameter =>
                DocComment.Element("param", parameter.Name, [InputWords.Of(question, parameter.Name, parameter.Type, given)])),
            .. DocComment.Element("returns", "", new ResultWords(plan, given).Lines()),
            .. Signature(question.Answer),
            "{",
            $"{Indent}throw new NotImplementedException();",
            "}",
        ];
    }

    internal static string Heading(Question question)
    {
        string points = question.Points is double number ? string.Create(CultureInfo.InvariantCulture, $"{number:0.##} point{(number == 1 ? "" : "s")}") : "no points";
        string end = question.Title[^1] is '.' or '?' or '!' ? "" : ".";
        return $"Question {question.Id} ({points}{(question.IsBonus ? ", bonus" : "")}{Sharing(question)}): {question.Title}{end}";
    }

    /// <summary>How several parts share the points.</summary>
    private static string Sharing(Question question) => question switch
    {
        { IsScoredByParts: true, Definition: PartsDefinition parts } =>
            $"; {string.Join(", ", parts.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Points:0.##}")))}",
        { Points: not null, Definition: PartsDefinition } => " for all parts together",
        _ => "",
    };

    /// <summary>On one line, or the parameters on lines of their own.</summary>
    private static IEnumerable<string> Signature(AnswerSignature answer)
    {
        string head = $"public static {TextLines.Unwrap(answer.WrittenResult)} {Escaped(answer.Name)}(";
        string parameters = string.Join(", ", answer.Parameters.Select(parameter => $"{TextLines.Unwrap(parameter.Written)} {Escaped(parameter.Name)}")) + ")";
        return head.Length + parameters.Length + Indent.Length <= TextLines.Width
            ? [head + parameters]
            : answer.Parameters.IsEmpty ? TextLines.Fill(Pieces(head + parameters), "", Indent)
            : [.. TextLines.Fill(Pieces(head), "", Indent), .. TextLines.Fill(Pieces(parameters), Indent, Indent)];
    }

    /// <summary>What stays together: a type with its name, up to the comma.</summary>
    private static string[] Pieces(string list) => BetweenPieces().Split(list);

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";

    /// <summary>The space after a comma, unless an angle bracket closes before another opens.</summary>
    [GeneratedRegex("(?<=,) (?![^<]*>)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenPieces();
}

using System.Globalization;
using Autograder.Core.Reports;

namespace Autograder.Cli.Display;

internal static class VerdictText
{
    internal static string Points(double points) => Math.Round(points, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Spectre's colour for a verdict.</summary>
    internal static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "green",
        Verdict.Partial or Verdict.Imprecise => "yellow",
        Verdict.Manual => "blue",
        Verdict.Inconclusive or Verdict.InternalError => "magenta",
        _ => "red",
    };

    /// <summary>A word or two for a table's cell, where the points alone would not say why.</summary>
    internal static string Short(QuestionGrade question) => question.Verdict switch
    {
        Verdict.Correct => "",
        Verdict.CompilationError => "compile",
        Verdict.Fault => question.Feedback[0].Id.Split('/')[^1],
        Verdict.InternalError => "not graded",
        Verdict.Inconclusive => "not graded",
        _ => question.Verdict.ToString().ToLowerInvariant(),
    };
}

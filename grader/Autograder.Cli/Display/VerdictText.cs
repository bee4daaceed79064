using System.Globalization;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Cli.Display;

internal static class VerdictText
{
    internal static string Points(double points) => Math.Round(points, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Spectre's colour for a verdict.</summary>
    internal static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "green",
        Verdict.Partial or Verdict.Imprecise => "yellow",
        Verdict.Manual or Verdict.Pending => "blue",
        Verdict.Inconclusive or Verdict.InternalError => "magenta",
        _ => "red",
    };

    /// <summary>A word or two for a table's cell, where the points alone would not say why.</summary>
    internal static string Short(QuestionGrade question) => question.Verdict switch
    {
        Verdict.Correct => "",
        Verdict.CompilationError => "compile",
        Verdict.ForbiddenApi => "banned",
        Verdict.Fault => Short(question.Points.First(point => point.Fault is not null).Fault!.Kind),
        Verdict.InternalError => "not graded",
        Verdict.Inconclusive => "not graded",
        _ => question.Verdict.ToString().ToLowerInvariant(),
    };

    private static string Short(FaultKind kind) => kind switch
    {
        FaultKind.TimeLimit => "time",
        FaultKind.MemoryLimit => "memory",
        FaultKind.OutputLimit => "output",
        FaultKind.ThreadLeftRunning => "thread",
        FaultKind.WrongShape => "shape",
        FaultKind.NonFinite => "NaN",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

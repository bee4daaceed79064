using System.Globalization;
using Autograder.Core.Reports;

namespace Autograder.Reporting;

/// <summary>Points as people read them.</summary>
public static class ScoreText
{
    /// <summary>"73 of 93 points", and what is not among the 93: a bonus, and points that the staff give.</summary>
    public static string Of(GradeReport report)
    {
        string[] beside =
        [
            .. report.MaxBonus > 0 ? [$"a bonus of up to {Number(report.MaxBonus)} is counted on top"] : Array.Empty<string>(),
            .. report.PointsByPeople > 0 ? [$"{Number(report.PointsByPeople)} more are given by the staff"] : Array.Empty<string>(),
        ];
        return $"{Number(report.Score)} of {Number(report.MaxScore)} points{(beside.Length == 0 ? "" : $" ({string.Join("; ", beside)})")}";
    }

    /// <summary>"3 right, 1 not right, 0 to do, 2 judged after submission."</summary>
    public static string Counts(GradeReport report)
    {
        int right = report.Questions.Count(question => question.Verdict == Verdict.Correct);
        int later = report.Questions.Count(question => question.Verdict is Verdict.Pending or Verdict.Manual);
        int toDo = report.Questions.Count(question => question.IsToDo);
        int ungraded = report.Ungraded.Length;
        int wrong = report.Questions.Length - right - later - toDo - ungraded;
        return $"{right} right, {wrong} not right, {toDo} to do, {later} judged after submission{(ungraded > 0 ? $", {ungraded} not graded" : "")}.";
    }

    private static string Number(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Summaries;

/// <summary>How many students something was seen of. A group counts each of its members.</summary>
internal sealed record SeenOften(int Students, string Question, string Id, string Rationale);

/// <summary>What a class made of one question. Shares are of those that were graded; null where none was.</summary>
/// <param name="Others">The verdicts that are not correct, with their numbers.</param>
internal sealed record QuestionFigures(double? CorrectShare, double? MeanShare, string Others)
{
    private const string FaultFamily = "fault/";

    /// <summary>One student's line or numbers would be taken for everybody's.</summary>
    private const string Differing = "(other words for each)";

    /// <summary>Of every answer, right or wrong: these say nothing about what kind of mistake it is.</summary>
    private static readonly string[] Outcomes = ["agreement", "parts", "right", "not-right", "trained", "not-trained", "manual", "missing", "skipped", "inconclusive", "internal-error", "does-not-compile"];

    internal static QuestionFigures Of(Gradebook gradebook, string id)
    {
        ImmutableArray<QuestionGrade> grades = [.. gradebook.Reports.SelectMany(report => report.Questions.Where(question => question.Id == id))];
        QuestionGrade[] graded = [.. grades.Where(question => question.Verdict.IsGraded())];
        IEnumerable<string> others = grades.Where(question => question.Verdict != Verdict.Correct).GroupBy(question => question.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key}");
        return new QuestionFigures(
            graded.Length == 0 || graded[0].IsForPeople ? null : graded.Count(question => question.Verdict == Verdict.Correct) / (double)graded.Length,
            Array.Exists(graded, question => question is { Score: not null, IsForPeople: false }) ? graded.Average(question => question.Score) : null,
            string.Join(", ", others));
    }

    /// <summary>The most frequent first.</summary>
    internal static IEnumerable<SeenOften> Diagnoses(Gradebook gradebook) => Seen(
        gradebook, feedback => feedback.Audience == Audience.Student && !Outcomes.Contains(feedback.Id, StringComparer.Ordinal) && !IsFault(feedback));

    /// <inheritdoc cref="Diagnoses"/>
    internal static IEnumerable<SeenOften> Faults(Gradebook gradebook) =>
        Seen(gradebook, IsFault).Select(fault => fault with { Id = fault.Id[FaultFamily.Length..] });

    private static bool IsFault(Feedback feedback) => feedback.Id.StartsWith(FaultFamily, StringComparison.Ordinal);

    private static IEnumerable<SeenOften> Seen(Gradebook gradebook, Func<Feedback, bool> isMeant) => gradebook.Reports
        .SelectMany(report => report.Questions.SelectMany(question => question.Feedback.Where(isMeant).DistinctBy(feedback => feedback.Id)
            .Select(feedback => new SeenOften(report.HandIn.People, question.Id, feedback.Id, feedback.Rationale))))
        .GroupBy(seen => (seen.Question, seen.Id))
        .Select(group => group.First() with
        {
            Students = group.Sum(seen => seen.Students),
            Rationale = group.Select(seen => seen.Rationale).Distinct(StringComparer.Ordinal).Count() == 1 ? group.First().Rationale : Differing,
        })
        .OrderByDescending(seen => seen.Students).ThenBy(seen => seen.Question, StringComparer.Ordinal).ThenBy(seen => seen.Id, StringComparer.Ordinal);
}

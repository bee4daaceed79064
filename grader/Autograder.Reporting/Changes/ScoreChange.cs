using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Reporting.Reports;

namespace Autograder.Reporting.Changes;

/// <summary>One submission whose score is not what it was.</summary>
/// <param name="Questions">What changed in each, question by question.</param>
/// <param name="Reasons">What it was made from that is not as it was; never empty.</param>
public sealed record ScoreChange(string Submission, double Before, double After, ImmutableArray<string> Questions, ImmutableArray<string> Reasons)
{
    /// <summary>Points are rounded before they are written; less is no change.</summary>
    private const double Noise = 1e-9;

    /// <returns>Null where the score is what it was.</returns>
    public static ScoreChange? Between(ReportDocument before, GradeReport after) => Math.Abs(after.Score - before.Score) <= Noise
        ? null
        : new ScoreChange(after.Submission, before.Score, after.Score, [.. Changed(before, after)], Why(before.Provenance, after.Provenance));

    private static IEnumerable<string> Changed(ReportDocument before, GradeReport after)
    {
        foreach (QuestionGrade now in after.Questions)
        {
            QuestionDocument? then = before.Questions.FirstOrDefault(question => question.Id == now.Id);
            double points = (now.EarnedPoints ?? 0) - ((then?.Score * then?.MaxPoints) ?? 0);
            if (Math.Abs(points) > Noise)
            {
                yield return $"{now.Id} {(points > 0 ? "+" : "")}{Number(points)}: {How(then, now)}";
            }
        }

        foreach (QuestionDocument gone in before.Questions.Where(then => after.Questions.All(now => now.Id != then.Id) && then is { Score: > 0, MaxPoints: > 0 }))
        {
            yield return $"{gone.Id} {Number(-gone.Score!.Value * gone.MaxPoints!.Value)}: no longer asked";
        }
    }

    private static string How(QuestionDocument? then, QuestionGrade now)
    {
        string after = Outcome(now.Verdict, now.Feedback.Where(said => said.Audience == Audience.Student).Select(said => said.Id));
        if (then is null)
        {
            return $"new → {after}";
        }

        string before = Outcome(then.Verdict, then.Feedback.Select(said => said.Id));
        double was = then.MaxPoints ?? 0, isNow = now.MaxPoints ?? 0;
        return Math.Abs(isNow - was) <= Noise ? $"{before} → {after}" : $"{(before == after ? after : $"{before} → {after}")}, of {Number(was)} → {Number(isNow)} points";
    }

    /// <summary>A verdict, and the kind of mistake where one was recognised.</summary>
    private static string Outcome(Verdict verdict, IEnumerable<string> ids) =>
        ids.FirstOrDefault(id => id.Contains('/') && !id.EndsWith("/evidence", StringComparison.Ordinal)) is { } kind ? $"{verdict} ({kind})" : $"{verdict}";

    private static ImmutableArray<string> Why(ProvenanceDocument before, Provenance after)
    {
        string[] reasons =
        [
            .. Reason(before.SubmissionFingerprint != after.SubmissionFingerprint, "something else was handed in"),
            .. Reason(before.AssignmentFingerprint != after.AssignmentFingerprint, "spec, given functions or key have changed"),
            .. Reason(before.Seed != after.Seed, $"other points are drawn (seed {before.Seed} → {after.Seed})"),
            .. Reason(before.GraderVersion != after.GraderVersion, $"the grader has changed ({before.GraderVersion} → {after.GraderVersion})"),
            .. Reason(before.RuntimeVersion != after.RuntimeVersion, $"the runtime has changed ({before.RuntimeVersion} → {after.RuntimeVersion})"),
            .. Reason(before.Sandbox.Level != after.Sandbox.Level, $"it was held otherwise ({before.Sandbox.Level} → {after.Sandbox.Level})"),
        ];
        return reasons.Length > 0 ? [.. reasons] : ["nothing that it was made from has changed, so its answers depend on time or chance, or the report was edited"];
    }

    private static IEnumerable<string> Reason(bool holds, string reason) => holds ? [reason] : [];

    public static string Number(double points) => points.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;

namespace Autograder.Core.Diagnosing;

/// <summary>What a student who made a mistake is told and given: by the spec where it says so, else by the grader.</summary>
internal static class Remedies
{
    internal static string MisconceptionId(Misconception misconception) => $"misconception/{misconception.Id}";

    /// <summary>The share of the points that is left; of two mistakes at once none.</summary>
    internal static double Credit(Question question, Finding finding) => finding.IsComposed ? 0 : Of(question, finding.Id).Credit;

    /// <summary>For each mistake one text for students that names the parts with it, and one for the staff.</summary>
    /// <param name="isTold">Of which parts students are told; the staff are of all.</param>
    internal static IEnumerable<Feedback> Tell(
        Question question, ImmutableArray<(string Part, Finding Finding)> found, Func<string, bool> isTold) =>
        found.GroupBy(part => part.Finding.Id).SelectMany(same => Tell(question, same.Key, [.. same], [.. same.Where(part => isTold(part.Part))]));

    private static IEnumerable<Feedback> Tell(
        Question question, string id, ImmutableArray<(string Part, Finding Finding)> found, ImmutableArray<(string Part, Finding Finding)> told)
    {
        if (!told.IsEmpty)
        {
            ImmutableArray<string> hints = Of(question, id).Hints is { Length: > 0 } own ? own : told[0].Finding.Hints;
            yield return new Feedback(id, Said(told, finding => finding.Rationale), hints.FirstOrDefault())
            {
                FurtherHints = [.. hints.Skip(1)],
            };
        }

        yield return new Feedback($"{id}/evidence", Said(found, finding => $"{finding.Evidence}."), Audience: Audience.Staff);
    }

    private static Remedy Of(Question question, string id) =>
        question.Diagnoses.GetValueOrDefault(id)
            ?? question.Misconceptions.FirstOrDefault(misconception => MisconceptionId(misconception) == id)?.Remedy
            ?? Remedy.None;

    /// <summary>"A known mistake gives exactly this: dW, db."</summary>
    private static string Said(IEnumerable<(string Part, Finding Finding)> found, Func<Finding, string> text) =>
        string.Join(' ', found.GroupBy(part => text(part.Finding), part => part.Part)
            .Select(same => same.Key is var said && same.First().Length == 0 ? said : $"{said.TrimEnd('.')}: {string.Join(", ", same)}."));
}

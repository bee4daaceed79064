using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;

namespace Autograder.Core.Scoring;

/// <summary>
/// Gives an answer that follows correctly from wrong earlier ones its share of the points, part by part, where that is more than
/// the answer has already.
/// </summary>
public static class FollowThroughScorer
{
    /// <param name="grade">Of the answer by itself, with its diagnosis; its first feedback is the outcome.</param>
    public static QuestionGrade Combine(
        QuestionGrade grade, Question question, QuestionComparison comparison, Diagnosis diagnosis, FollowThroughComparison followThrough)
    {
        ImmutableArray<Feedback> refused = [.. followThrough.Refused.Select(refusal => new Feedback("follow-through/refused", refusal, Audience: Audience.Staff))];
        QuestionGrade combined = question.FollowThrough is { } follow && !followThrough.Followed.IsEmpty
            ? question.IsScoredByParts
                ? CombineParts(grade, question, comparison, diagnosis, followThrough, follow.Share)
                : CombineWhole(grade, question, comparison, followThrough, follow.Share)
            : grade;
        return combined with { Feedback = [.. combined.Feedback, .. refused] };
    }

    private static QuestionGrade CombineWhole(
        QuestionGrade grade, Question question, QuestionComparison comparison, FollowThroughComparison followThrough, double share)
    {
        string[] all = [.. comparison.Points[0].PartAgreements().Select(part => part.Name)];
        if (grade.Verdict is not (Verdict.Wrong or Verdict.Partial) || !(grade.Score < share) || !Follows(all, comparison, followThrough))
        {
            return grade;
        }

        string[] from = [.. followThrough.Followed.SelectMany(followed => followed.From).Distinct()];
        var told = new Feedback("follow-through", $"This follows correctly {From(from)}: {Percent(share)} of the points.");
        return grade with
        {
            Verdict = Verdict.Partial,
            Score = share,
            Feedback = [OutcomeText.Of(question, comparison, Verdict.Wrong, parts: []), told, .. ForStaff(grade)],
        };
    }

    private static QuestionGrade CombineParts(
        QuestionGrade grade, Question question, QuestionComparison comparison, Diagnosis diagnosis, FollowThroughComparison followThrough, double share)
    {
        var definition = (PartsDefinition)question.Definition;
        string[] all = [.. comparison.Points[0].PartAgreements().Select(part => part.Name)];
        HashSet<string> raised = [.. grade.Parts
            .Where(part => part.Verdict is Verdict.Wrong or Verdict.Partial && part.Score < share)
            .Where(part => Follows([.. all.Where(name => definition.Of(name).Name == part.Name)], comparison, followThrough))
            .Select(part => part.Name)];
        if (raised.Count == 0)
        {
            return grade;
        }

        ImmutableArray<PartGrade> parts =
            [.. grade.Parts.Select(part => raised.Contains(part.Name) ? part with { Verdict = Verdict.Partial, Score = share } : part)];
        Verdict verdict = PartScorer.Combine(parts);
        IEnumerable<string> sentences = followThrough.Followed
            .Select(followed => (followed.From, Parts: definition.Parts.Select(part => part.Name)
                .Where(name => raised.Contains(name) && followed.Parts.Any(part => definition.Of(part).Name == name)).ToArray()))
            .Where(followed => followed.Parts.Length > 0)
            .Select(followed => followed.Parts is [var one]
                ? $"{one} follows correctly {From(followed.From)}: {Percent(share)} of its points."
                : $"{Enumerate(followed.Parts)} follow correctly {From(followed.From)}: {Percent(share)} of their points.");
        bool IsExplained(string name) => raised.Contains(definition.Of(name).Name);
        return grade with
        {
            Verdict = verdict,
            Score = PartScorer.Share(parts),
            Parts = parts,
            Feedback =
            [
                OutcomeText.Of(question, comparison, raised.Count == parts.Length ? Verdict.Wrong : verdict, parts),
                new Feedback("follow-through", string.Join(' ', sentences)),
                .. comparison.PartsThatAreOff().All(IsExplained) ? ForStaff(grade) : diagnosis.FeedbackWithout(question, IsExplained),
            ],
        };
    }

    /// <summary>Whether everything that these parts are wrong in follows, and there is something.</summary>
    private static bool Follows(string[] parts, QuestionComparison comparison, FollowThroughComparison followThrough)
    {
        HashSet<string> followed = [.. followThrough.Followed.SelectMany(one => one.Parts)];
        return Array.Exists(parts, followed.Contains)
            && Array.TrueForAll(parts, part => followed.Contains(part)
                || comparison.Points.All(point => point.PartAgreements().First(one => one.Name == part).Agreement == Agreement.Agree));
    }

    /// <summary>What else was recognised explains a mistake that is none here.</summary>
    private static IEnumerable<Feedback> ForStaff(QuestionGrade grade) => grade.Feedback.Where(feedback => feedback.Audience == Audience.Staff);

    private static string From(IReadOnlyList<string> questions) => questions.Count == 1
        ? $"from your answer to {questions[0]}, which is wrong"
        : $"from your answers to {Enumerate(questions)}, which are wrong";

    private static string Enumerate(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}

using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>Mistakes of which different things are said have different values at the points, and those that the spec names are named.</summary>
public static class HypothesesStep
{
    /// <summary>As near as an answer must be to a mistake to be told that it is this one.</summary>
    private const double Limit = 1e-6;

    /// <summary>
    /// What may rightly be the same: an answer can be that of two questions, and the transpose of a square matrix is its
    /// column-major order. Misconceptions are held against the diagnosis itself.
    /// </summary>
    private static readonly ImmutableArray<string> Synonyms = ["answer-of/", "misconception/", .. Layouts.Ids];

    public static StepResult Of(QuestionPlan plan)
    {
        ImmutableArray<Hypothesis> hypotheses = plan.Question.Inputs.IsEmpty ? [] : Hypotheses.Of(plan);
        ImmutableArray<VerificationFailure> failures =
        [
            .. plan.Question.Misconceptions.Zip(plan.Key.Misconceptions, (mistake, answer) => Unnamed(mistake, Rehearsal.Grade(plan, answer))).OfType<VerificationFailure>(),
            .. Alike([.. hypotheses.Where(hypothesis => !Synonyms.Any(synonym => hypothesis.Id.StartsWith(synonym, StringComparison.Ordinal)))]),
        ];
        return hypotheses.IsEmpty && plan.Question.Misconceptions.IsEmpty
            ? StepResult.Nothing(VerificationStep.Hypotheses, "no mistake is told by its values")
            : StepResult.Of(VerificationStep.Hypotheses, Figure(plan.Question.Misconceptions.Length, hypotheses), string.Create(CultureInfo.InvariantCulture, $"{hypotheses.Length}"), failures);
    }

    private static string Figure(int misconceptions, ImmutableArray<Hypothesis> hypotheses)
    {
        string told = hypotheses.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $"{hypotheses.Length} told apart at {hypotheses[0].Values.Length} points");
        string named = misconceptions == 0 ? "" : $"{VerificationText.Count(misconceptions, "misconception")} named";
        return string.Join(", ", new[] { told, named }.Where(text => text.Length > 0));
    }

    /// <summary>What comes before it in the order of the diagnosis is said instead.</summary>
    private static VerificationFailure? Unnamed(Misconception mistake, QuestionGrade grade)
    {
        bool isWrong = grade.Points.Any(point => point.Agreement == Agreement.Off);
        if (!isWrong || grade.Feedback.Any(feedback => feedback.Id == $"misconception/{mistake.Id}"))
        {
            return null;
        }

        string[] said = [.. grade.Feedback.Where(feedback => feedback.Id.EndsWith("/evidence", StringComparison.Ordinal)).Select(feedback => feedback.Id[..^"/evidence".Length])];
        return new VerificationFailure(
            $"the misconception '{mistake.Id}' is never named: {(said.Length == 0 ? "nothing is" : string.Join(" and ", said) + " is")} said instead.",
            said.Length == 0 ? "Write it so that it has values of the answer's shape." : $"Take it out and give '{said[0]}' its hint under diagnoses, or move it above a misconception that comes to the same.")
        {
            Entry = new SpecEntry(SpecEntryKind.Misconception, mistake.Id),
        };
    }

    private static IEnumerable<VerificationFailure> Alike(ImmutableArray<Hypothesis> hypotheses) =>
        from later in Enumerable.Range(0, hypotheses.Length)
        from earlier in Enumerable.Range(0, later)
        where hypotheses[earlier].Part == hypotheses[later].Part && Subject(hypotheses[earlier].Id) != Subject(hypotheses[later].Id)
            && AreAlike(hypotheses[earlier], hypotheses[later])
        select new VerificationFailure(
            $"'{hypotheses[earlier].Id}' and '{hypotheses[later].Id}'{(hypotheses[later].Part.Length == 0 ? "" : $" of {hypotheses[later].Part}")} are the same at every point: the first is always said.",
            "Vary what they differ in, such as a size or an input that is the same at every point.");

    /// <summary>What an id speaks of: a term with another sign is one with another factor, too, and both names are true.</summary>
    private static string Subject(string id) => id.Contains("-term/", StringComparison.Ordinal) ? id[(id.IndexOf("-term/", StringComparison.Ordinal) + 1)..] : id;

    private static bool AreAlike(Hypothesis one, Hypothesis other) => one.Values.Zip(other.Values).All(pair => AreAlike(pair.First, pair.Second));

    private static bool AreAlike(Tensor one, Tensor other) =>
        one.Shape == other.Shape && one.Entries.Zip(other.Entries).All(pair => Math.Abs(pair.First - pair.Second) <= Limit * one.LargestMagnitude);
}

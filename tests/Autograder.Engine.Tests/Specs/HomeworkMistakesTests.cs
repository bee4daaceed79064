using System.Collections.Immutable;
using System.Text.Json;
using Autograder.Core.Diagnosing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Core.Verifying;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>
/// What the homeworks say of answers other than the key's, at the points of several seeds: other right answers are accepted, known
/// mistakes rejected and named, terms add up to the key, and the key satisfies every invariant.
/// </summary>
public sealed class HomeworkMistakesTests
{
    /// <summary>Of the largest entry: two ways to add the same numbers differ by a few roundings.</summary>
    private const double SumLimit = 1e-9;

    private static readonly string[] Seeds = ["one", "two", "three"];

    public static TheoryData<string, string> Plans()
    {
        var plans = new TheoryData<string, string>();
        foreach (string homework in HomeworkTests.Homeworks.Keys.Order(StringComparer.Ordinal))
        {
            foreach (string seed in Seeds)
            {
                plans.Add(homework, seed);
            }
        }

        return plans;
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_other_right_answer_is_accepted(string homework, string seed) => AssertNone(
        from plan in Planned(homework, seed)
        from accepted in plan.Question.Accepts.Zip(plan.Key.Accepts, (text, answer) => (Text: text, Grade: Rehearsal.Grade(plan, answer)))
        where accepted.Grade.Verdict != Verdict.Correct
        select $"{plan.Question.Id}, '{accepted.Text}': {Told(accepted.Grade)}");

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_known_mistake_is_rejected_and_named(string homework, string seed) => AssertNone(
        from plan in Planned(homework, seed)
        from known in plan.Question.Misconceptions.Zip(plan.Key.Misconceptions, (mistake, answer) => (mistake.Id, Grade: Rehearsal.Grade(plan, answer)))
        where known.Grade.Verdict == Verdict.Correct || known.Grade.Feedback.All(feedback => feedback.Id != $"misconception/{known.Id}")
        select $"{plan.Question.Id}, {known.Id}: {Told(known.Grade)}");

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_terms_of_an_answer_add_up_to_it(string homework, string seed) => AssertNone(
        from plan in Planned(homework, seed)
        from name in plan.Question.Terms.Select(term => term.Part).Distinct()
        from planned in plan.Points
        let reference = planned.Reference!.NumericParts.First(part => part.Name == name).Tensor
        let terms = plan.Question.Terms.Zip(plan.Key.Terms).Where(term => term.First.Part == name).Select(term => term.Second(planned.Point)).ToArray()
        where !AddUp(terms, reference)
        select $"{plan.Question.Id} {name} at {planned.Point}");

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_key_satisfies_every_invariant(string homework, string seed) => AssertNone(
        from plan in Planned(homework, seed)
        from planned in plan.Points
        from invariant in plan.Question.Invariants.Zip(plan.Key.Invariants)
        where !invariant.Second(planned.Point, planned.Reference!)
        select $"{plan.Question.Id}, '{invariant.First.Expression}' at {planned.Point}");

    [Theory]
    [MemberData(nameof(HomeworkTests.Names), MemberType = typeof(HomeworkTests))]
    public void Every_known_mistake_is_made_in_some_sample(string homework)
    {
        string[] declared = [.. HomeworkTests.Homeworks[homework].Value.Assignment.Questions
            .SelectMany(question => question.Misconceptions.Select(mistake => $"{question.Id}: misconception/{mistake.Id}"))];
        AssertNone(declared.Except(Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)).SelectMany(Made)));
    }

    /// <summary>What the grader recognises by itself, and how a method may behave; families where an id goes on with a name of the question.</summary>
    [Fact]
    public void Every_kind_of_diagnosis_is_made_in_some_sample()
    {
        string[] behaviours = ["input-changed", "not-repeatable", "single-precision", "imprecise", "rounding", "not-stationary", "follow-through"];
        string[] recognised = [.. HomeworkTests.Homeworks.Values.SelectMany(loaded => loaded.Value.Assignment.Questions).SelectMany(DiagnosisIds.Of)
            .Where(id => !id.Contains('+', StringComparison.Ordinal)).Select(Kind).Distinct()];
        string[] made = [.. HomeworkTests.Homeworks.Keys.SelectMany(homework => Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)))
            .SelectMany(Made).Select(made => Kind(made.Split(": ")[1]))];
        AssertNone(behaviours.Concat(recognised).Except(made));
    }

    private static string Kind(string id) =>
        id.StartsWith("block/", StringComparison.Ordinal) || id == "factor/constant" ? id : id.Split('/')[0];

    /// <summary>The mistakes that a sample is to be told of, by question.</summary>
    private static IEnumerable<string> Made(string sample)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample, "expected.json")));
        return expected.RootElement.TryGetProperty("diagnoses", out JsonElement diagnoses)
            ? [.. diagnoses.EnumerateObject().SelectMany(question => question.Value.EnumerateArray().Select(id => $"{question.Name}: {id.GetString()}"))]
            : [];
    }

    private static ImmutableArray<QuestionPlan> Planned(string homework, string seed) => HomeworkTests.Homeworks[homework].Value.Plan(seed).Questions;

    private static bool AddUp(Tensor[] terms, Tensor sum)
    {
        double scale = terms.Append(sum).Max(tensor => tensor.LargestMagnitude);
        return terms.All(term => term.Shape == sum.Shape)
            && sum.Entries.Select((entry, index) => Math.Abs(entry - terms.Sum(term => term.Entries[index]))).All(difference => difference <= SumLimit * scale);
    }

    private static void AssertNone(IEnumerable<string> problems)
    {
        string[] found = [.. problems];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static string Told(QuestionGrade grade) =>
        $"{grade.Verdict}, {string.Join(", ", grade.Feedback.Select(feedback => $"{feedback.Id} ({feedback.Rationale})"))}";
}

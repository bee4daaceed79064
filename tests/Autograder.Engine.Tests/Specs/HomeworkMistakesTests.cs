using System.Collections.Immutable;
using System.Text.Json;
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
    public void Every_other_right_answer_is_accepted(string homework, string seed) => Assert.All(
        Planned(homework, seed).SelectMany(plan => plan.Question.Accepts.Zip(plan.Key.Accepts, (text, answer) => (Plan: plan, Text: text, Answer: answer))),
        accepted =>
        {
            QuestionGrade grade = Rehearsal.Grade(accepted.Plan, accepted.Answer);
            Assert.True(grade.Verdict == Verdict.Correct, $"{accepted.Plan.Question.Id}, '{accepted.Text}': {Told(grade)}");
        });

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_known_mistake_is_rejected_and_named(string homework, string seed) => Assert.All(
        Planned(homework, seed).SelectMany(plan => plan.Question.Misconceptions.Zip(plan.Key.Misconceptions, (mistake, answer) => (Plan: plan, Mistake: mistake, Answer: answer))),
        known =>
        {
            QuestionGrade grade = Rehearsal.Grade(known.Plan, known.Answer);
            Assert.True(grade.Verdict != Verdict.Correct, $"{known.Plan.Question.Id}, {known.Mistake.Id} is accepted");
            Assert.True(
                grade.Feedback.Any(feedback => feedback.Id == $"misconception/{known.Mistake.Id}"),
                $"{known.Plan.Question.Id}, {known.Mistake.Id} is not named: {Told(grade)}");
        });

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_terms_of_an_answer_add_up_to_it(string homework, string seed) => Assert.All(
        Planned(homework, seed).Where(plan => !plan.Question.Terms.IsEmpty),
        plan => Assert.All(plan.Points, planned =>
        {
            foreach ((string part, Tensor reference) in planned.Reference!.NumericParts)
            {
                ImmutableArray<Tensor> terms = [.. plan.Question.Terms.Zip(plan.Key.Terms)
                    .Where(term => term.First.Part == part).Select(term => term.Second(planned.Point))];
                Assert.All(terms, term => Assert.Equal(reference.Shape, term.Shape));
                double worst = terms.IsEmpty ? 0 : reference.Entries
                    .Select((entry, index) => Math.Abs(entry - terms.Sum(term => term.Entries[index]))).Max();
                double scale = terms.Append(reference).Max(tensor => tensor.LargestMagnitude);
                Assert.True(worst <= SumLimit * scale, $"{plan.Question.Id} {part} is off by {worst} at {planned.Point}");
            }
        }));

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_key_satisfies_every_invariant(string homework, string seed) => Assert.All(
        Planned(homework, seed),
        plan => Assert.All(plan.Points, planned => Assert.All(
            plan.Question.Invariants.Zip(plan.Key.Invariants),
            invariant => Assert.True(
                invariant.Second(planned.Point, planned.Reference!),
                $"{plan.Question.Id}, '{invariant.First.Expression}' at {planned.Point}"))));

    [Theory]
    [MemberData(nameof(HomeworkTests.Names), MemberType = typeof(HomeworkTests))]
    public void Every_known_mistake_is_made_in_some_sample(string homework)
    {
        string[] declared = [.. HomeworkTests.Homeworks[homework].Value.Assignment.Questions
            .SelectMany(question => question.Misconceptions.Select(mistake => $"{question.Id}: misconception/{mistake.Id}"))];
        Assert.Empty(declared.Except(Directory.GetDirectories(Repository.PathTo("submissions-sample", homework)).SelectMany(Made)));
    }

    /// <summary>The mistakes that a sample is to be told of, by question.</summary>
    private static IEnumerable<string> Made(string sample)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample, "expected.json")));
        return expected.RootElement.TryGetProperty("diagnoses", out JsonElement diagnoses)
            ? [.. diagnoses.EnumerateObject().SelectMany(question => question.Value.EnumerateArray().Select(id => $"{question.Name}: {id.GetString()}"))]
            : [];
    }

    private static ImmutableArray<QuestionPlan> Planned(string homework, string seed) => HomeworkTests.Homeworks[homework].Value.Plan(seed).Questions;

    private static string Told(QuestionGrade grade) =>
        $"{grade.Verdict}, {string.Join(", ", grade.Feedback.Select(feedback => $"{feedback.Id} ({feedback.Rationale})"))}";
}

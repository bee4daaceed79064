using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Support;

/// <summary>
/// A right answer in which mistakes are planted: G = (1/N) Σ yᵢ² M + λ a bᵀ, of m × n, the sum of the terms 'data' and 'penalty'.
/// </summary>
internal static class Planted
{
    internal static readonly Question Question = Examples.Question(
        "7", Examples.Vector("a", "m"), Examples.Vector("b", "n"), Examples.Matrix("M", "m", "n"), Examples.Vector("y", "N"), Examples.Scalar("lambda", NumericKind.Positive)) with
    {
        Sizes = Examples.Sizes.Remove("D").Add("m", new SizeRange(2, 5)).Add("n", new SizeRange(2, 5)),
        Terms = [new Term("", "data", "Data()"), new Term("", "penalty", "Penalty()")],
    };

    internal static readonly QuestionKey Key = Examples.Key(point => new NumericValue(Right(point))) with { Terms = [Data, Penalty] };

    internal static Tensor Data(SamplePoint point) => point.NumbersOf("M").Map(entry => MeanSquare(point) * entry);

    internal static Tensor Penalty(SamplePoint point) => Outer(point, "a", "b").Map(entry => Examples.NumberOf(point, "lambda") * entry);

    internal static Tensor Right(SamplePoint point) => Sum(Data(point), Penalty(point));

    internal static Tensor Outer(SamplePoint point, string rows, string columns)
    {
        Tensor left = point.NumbersOf(rows), right = point.NumbersOf(columns);
        return Tensor.Matrix(left.Entries.Length, right.Entries.Length, [.. left.Entries.SelectMany(row => right.Entries.Select(column => row * column))]);
    }

    internal static Tensor Sum(Tensor left, Tensor right, double factor = 1) =>
        new(left.Shape, [.. left.Entries.Zip(right.Entries, (one, other) => one + (factor * other))]);

    /// <summary>What a student is told of the numbers, as ids, when the mistake is made at points of that seed.</summary>
    internal static string Ids(string seed, Func<SamplePoint, Tensor> mistake, Question? question = null, QuestionKey? key = null) =>
        Ids(SamplePlanner.Plan(question ?? Question, key ?? Key, seed), mistake);

    internal static string Ids(QuestionPlan plan, Func<SamplePoint, Tensor> mistake) => Ids(plan, point => new NumericValue(mistake(point)));

    internal static string Ids(QuestionPlan plan, Func<SamplePoint, Value> mistake) =>
        string.Join(' ', Told(Classroom.Grade(plan, mistake)).Select(feedback => feedback.Id));

    internal static IEnumerable<Feedback> Told(QuestionGrade grade) => grade.Feedback.Where(feedback => feedback.Audience == Audience.Student
        && feedback.Id is not ("agreement" or "parts") && !feedback.Id.StartsWith("fault", StringComparison.Ordinal));

    private static double MeanSquare(SamplePoint point) => point.NumbersOf("y").Entries.Average(entry => entry * entry);
}

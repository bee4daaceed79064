using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>
/// The numbers of homework 4 that can be computed by hand, to the last digits: its own solution has most of those of the second
/// iteration wrong, and two decimals show none of it.
/// </summary>
public sealed class RegressionAndNeuralNetworksTests
{
    private static readonly string[] Weights = ["W13", "W14", "W23", "W24", "W35", "W45"];
    private static readonly double[] First = [1, -1, 2, -3, 2, -1];

    private static readonly Lazy<LoadedAssignment> Homework =
        new(() => AssignmentLoader.Load(Repository.PathTo("problems", "regression-and-neural-networks")));

    /// <summary>Three readings of the weights after the first iteration, and what follows: the output, then the new weights.</summary>
    public static TheoryData<double[], double[]> SecondIterations() => new()
    {
        // W23 cut off at two decimals, as the solution has it.
        {
            [1.11, -1.02, 1.88, -2.98, 2.08, -0.73],
            [-0.362232097835001, 1.39570799309908, -1.02108531249186, 1.59429200690092, -2.97891468750814, 2.16340345849667, -0.257925409113064]
        },

        // Rounded properly: the reading that is asked for.
        {
            [1.11, -1.02, 1.89, -2.98, 2.08, -0.73],
            [-0.368240443576033, 1.39273613391716, -1.02108807298804, 1.60726386608284, -2.97891192701196, 2.16224740247236, -0.256724685712427]
        },

        // Not rounded.
        {
            [1.1121588295559049, -1.0201516604105551, 1.8878411704440951, -2.9798483395894449, 2.0767098785476871, -0.72503142800565629],
            [-0.361265875737510, 1.39520421426897, -1.02123045213379, 1.60479578573103, -2.97876954786621, 2.15930188362662, -0.253150380494293]
        },
    };

    [Fact]
    public void It_has_100_points_and_a_bonus_of_15()
    {
        ILookup<bool, double?> points = Homework.Value.Assignment.Questions.ToLookup(question => question.IsBonus, question => question.Points);
        Assert.Equal(100, points[false].Sum());
        Assert.Equal(15, points[true].Sum());
    }

    [Fact]
    public void The_first_iteration_goes_forward()
    {
        AssertEqual([0.26894142136999512, 0.96402758007581688, -0.42614473733582664], Answer("3.1.2", Point(First, x1: 1, x2: -1)));
        AssertEqual([2.033888811830674], Answer("3.1.3", Point(First, x1: 1, x2: -1, t: 1)));
    }

    [Fact]
    public void The_first_iteration_goes_back() => AssertEqual(
        [-1.1215882955590489, 0.20151660410555146, 1.1215882955590489, -0.20151660410555146, -0.76709878547687113, -2.7496857199434369],
        Answer("3.1.4", Point(First, x1: 1, x2: -1, t: 1)));

    [Fact]
    public void The_first_iteration_updates_the_weights()
    {
        double[] expected =
            [1.1121588295559049, -1.0201516604105551, 1.8878411704440951, -2.9798483395894449, 2.0767098785476871, -0.72503142800565629];
        AssertEqual(expected, Answer("3.1.5", Point(First, x1: 1, x2: -1, t: 1, lr: 0.1)));
        AssertEqual(expected, Answer("3.1.5-table", Point([])));
    }

    [Theory]
    [MemberData(nameof(SecondIterations))]
    public void The_second_iteration_has_the_output_and_the_weights_that_follow_from_those_before(double[] weights, double[] expected)
    {
        AssertEqual([expected[0]], [Answer("3.1.2", Point(weights, x1: 2, x2: -2))[2]]);
        AssertEqual(expected[1..], Answer("3.1.5", Point(weights, x1: 2, x2: -2, t: 2, lr: 0.1)));
    }

    [Fact]
    public void The_second_iteration_is_asked_for_from_the_weights_rounded_properly() =>
        AssertEqual((double[])SecondIterations().ElementAt(1)[1], Answer("3.3", Point([])));

    [Fact]
    public void The_second_iteration_from_the_weights_of_the_solution_has_these_numbers_on_the_way()
    {
        double[] weights = (double[])SecondIterations().First()[0];
        AssertEqual([0.176535274779117, 0.999212971747347, -0.362232097835001], Answer("3.1.2", Point(weights, x1: 2, x2: -2)));
        AssertEqual([5.58014048404195], Answer("3.1.3", Point(weights, x1: 2, x2: -2, t: 2)));
        AssertEqual(
            [-2.85707993099077, 0.010853124918593, 2.85707993099077, -0.010853124918593, -0.834034584966702, -4.72074590886936],
            Answer("3.1.4", Point(weights, x1: 2, x2: -2, t: 2)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    public void No_linear_model_has_a_lower_error_on_the_data_of_the_fit_than_ordinary_least_squares(string seed) =>
        Assert.All(Planned("4-linear", seed).Points, planned =>
        {
            double[] errors = Entries(planned.Reference!);
            Assert.True(errors[0] < errors[1]);
        });

    [Theory]
    [InlineData("3.4-c-run", "a")]
    [InlineData("3.4-c-run", "b")]
    [InlineData("4-mlp", "a")]
    [InlineData("4-mlp", "b")]
    public void Training_reaches_the_goal_with_a_margin_and_the_initial_parameters_do_not(string id, string seed)
    {
        QuestionPlan plan = Planned(id, seed);
        SamplePoint point = plan.Points.Single().Point;
        double bound = ((TrainingDefinition)plan.Question.Definition).Goal.Bound;
        Assert.InRange(plan.Key.Measure!(point, plan.Key.Answer!(point)), 0, 0.75 * bound);

        var initial = new GroupValue([.. ((GroupType)plan.Question.Answer.Result).Members.Select(member => (member.Name, point.Inputs[member.Name]))]);
        Assert.InRange(plan.Key.Measure(point, initial), 2 * bound, double.PositiveInfinity);
    }

    private static SamplePoint Point(double[] weights, double? x1 = null, double? x2 = null, double? t = null, double? lr = null)
    {
        IEnumerable<(string Name, double? Value)> inputs =
            [.. Weights.Zip(weights, (name, weight) => (name, (double?)weight)), ("x1", x1), ("x2", x2), ("t", t), ("lr", lr)];
        return new SamplePoint(Label: null, ImmutableSortedDictionary<string, int>.Empty, inputs
            .Where(input => input.Value is not null)
            .ToImmutableSortedDictionary(input => input.Name, Value (input) => new NumericValue(Tensor.Scalar(input.Value!.Value)), StringComparer.Ordinal));
    }

    private static int IndexOf(string id) => Homework.Value.Assignment.Questions.Select(question => question.Id).ToList().IndexOf(id);

    private static double[] Answer(string id, SamplePoint point) => Entries(Homework.Value.Keys[IndexOf(id)].Answer!(point));

    private static QuestionPlan Planned(string id, string seed) =>
        SamplePlanner.Plan(Homework.Value.Assignment.Questions[IndexOf(id)], Homework.Value.Keys[IndexOf(id)], seed);

    private static double[] Entries(Value value) => [.. value.NumericParts.SelectMany(part => part.Tensor.Entries)];

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(1, pair.Second / pair.First, 1e-12));
    }
}

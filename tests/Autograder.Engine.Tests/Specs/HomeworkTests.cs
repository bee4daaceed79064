using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;
using Autograder.Sandbox.Messages;
using Autograder.Tests.Shared;
using Autograder.Worker.Values;

namespace Autograder.Engine.Tests.Specs;

/// <summary>The homeworks that are kept here, and their keys against the given functions.</summary>
public sealed class HomeworkTests
{
    private const int Points = 32;

    private static readonly Dictionary<string, Lazy<LoadedAssignment>> Homeworks = new()
    {
        ["matrix-calculus"] = new(() => AssignmentLoader.Load(Repository.PathTo("problems", "matrix-calculus"))),
        ["chain-rule-and-softmax"] = new(() => AssignmentLoader.Load(Repository.PathTo("problems", "chain-rule-and-softmax"))),
    };

    [Fact]
    public void Every_homework_is_tested_here() =>
        Assert.Equal(Homeworks.Keys.Order(), Directory.GetDirectories(Repository.PathTo("problems")).Select(Path.GetFileName).Order());

    [Fact]
    public void Matrix_calculus_has_27_points()
    {
        Assignment assignment = Homeworks["matrix-calculus"].Value.Assignment;
        Assert.Equal(27, assignment.Questions.Sum(question => question.Points));
        Assert.Equal(
            ["1.1=2", "1.2=4", "1.3=4", "2.1=5", "3.1=3", "3.2=3", "3.3=3", "3.4=3"],
            assignment.Questions.Where(question => question.Points is not null).Select(question => $"{question.Id}={question.Points}"));
    }

    [Fact]
    public void Chain_rule_and_softmax_has_a_point_for_each_question() => Assert.Equal(
        ["CQ1.1=1", "CQ1.2=1", "CQ2=1"],
        Homeworks["chain-rule-and-softmax"].Value.Assignment.Questions.Select(question => $"{question.Id}={question.Points}"));

    [Theory]
    [InlineData("matrix-calculus")]
    [InlineData("chain-rule-and-softmax")]
    public void Points_are_found_for_any_seed_and_are_the_same_again(string homework)
    {
        LoadedAssignment loaded = Homeworks[homework].Value;
        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            SamplePlan plan = loaded.Plan($"seed {seed}");
            Assert.Equal(loaded.Assignment.Questions.Length, plan.Questions.Length);
            Assert.Equal(Shown(plan), Shown(loaded.Plan($"seed {seed}")));
        });
        Assert.NotEqual(Shown(loaded.Plan("seed 0")), Shown(loaded.Plan("seed 1")));
    }

    [Theory]
    [InlineData("matrix-calculus", "1.1", 1e-9)]
    [InlineData("matrix-calculus", "1.2", 1e-9)]
    [InlineData("matrix-calculus", "1.3", 1e-9)]
    [InlineData("matrix-calculus", "2.1", 1e-9)]
    [InlineData("matrix-calculus", "3.2", 1e-9)]
    [InlineData("matrix-calculus", "3.4", 1e-9)]
    [InlineData("chain-rule-and-softmax", "CQ1.1", 1e-8)]
    [InlineData("chain-rule-and-softmax", "CQ1.2", 1e-8)]
    [InlineData("chain-rule-and-softmax", "CQ2", 1e-9)]
    public void A_key_agrees_with_differences_of_the_function_that_it_differentiates(string homework, string id, double tolerance)
    {
        Question question = QuestionOf(homework, id);
        var definition = (DerivativeDefinition)question.Definition;
        Assert.All(RandomPoints(homework, id), planned =>
        {
            Tensor variable = ((NumericValue)planned.Point.Inputs[definition.Variable]).Tensor;
            Tensor key = planned.Parts[0].Reference;
            ImmutableArray<double> expected = definition.Kind == DerivativeKind.Jacobian
                ? [.. Enumerable.Range(0, key.Shape.Extents[0]).SelectMany(row => NumericalGradient.Of(at => Given(homework, definition, planned.Point, at).Entries[row], variable).Entries)]
                : NumericalGradient.Of(at => Given(homework, definition, planned.Point, at).Entries[0], variable).Entries;
            double worst = expected.Zip(key.Entries, (difference, entry) => Math.Abs(difference - entry)).Max();
            Assert.True(worst <= tolerance * key.LargestMagnitude, $"{worst} at {planned.Point}");
        });
    }

    [Fact]
    public void The_key_of_a_minimiser_is_stationary()
    {
        LoadedAssignment loaded = Homeworks["matrix-calculus"].Value;
        int index = IndexOf("matrix-calculus", "3.3");
        Assert.All(RandomPoints("matrix-calculus", "3.3"), planned =>
        {
            Assert.True(MinimiserCheck.IsStationary(loaded.Keys[index], planned.Point, planned.Parts[0].Reference));
            Assert.False(MinimiserCheck.IsStationary(loaded.Keys[index], planned.Point, planned.Parts[0].Reference.Map(entry => 1.01 * entry)));
        });
    }

    [Fact]
    public void The_matrix_form_has_the_value_of_the_sum()
    {
        Question question = QuestionOf("matrix-calculus", "3.1");
        var definition = (EquivalentFormDefinition)question.Definition;
        Assert.All(RandomPoints("matrix-calculus", "3.1"), planned =>
        {
            double sum = Given("matrix-calculus", definition.Function, planned.Point, "", null).Entries[0];
            Assert.Equal(1, planned.Parts[0].Reference.Entries[0] / sum, 1e-12);
        });
    }

    [Fact]
    public void The_printed_point_has_the_printed_gradient()
    {
        SamplePlan plan = Homeworks["chain-rule-and-softmax"].Value.Plan("any");
        PlannedPoint printed = plan.Questions[1].Points.Single(point => point.Point.Label == "the printed point");
        Assert.Equal(Tensor.Vector(1, 2), ((NumericValue)printed.Point.Inputs["s"]).Tensor);
        Assert.Equal(Tensor.Vector(1, 1, 1), ((NumericValue)printed.Point.Inputs["y"]).Tensor);
        Assert.Equal(61.8465843842649, printed.Parts[0].Reference.Entries[0], 1e-12);
        Assert.Equal(105.139193453250, printed.Parts[0].Reference.Entries[1], 1e-12);
    }

    [Fact]
    public void Special_points_are_finite_where_a_naive_formula_is_not()
    {
        foreach ((string homework, string id) in new[] { ("matrix-calculus", "1.2"), ("matrix-calculus", "1.3"), ("chain-rule-and-softmax", "CQ2") })
        {
            QuestionPlan plan = Homeworks[homework].Value.Plan("any").Questions[IndexOf(homework, id)];
            Assert.Contains(plan.Points, point => point.Point.Label?.StartsWith('e') == true);
            Assert.All(plan.Points, point => Assert.True(point.Parts[0].Reference.IsFinite));
        }
    }

    /// <summary>The random points of three seeds, cut to the number that is wanted.</summary>
    private static IEnumerable<PlannedPoint> RandomPoints(string homework, string id) => Enumerable.Range(0, 3)
        .SelectMany(seed => SamplePlanner.Plan(QuestionOf(homework, id), Homeworks[homework].Value.Keys[IndexOf(homework, id)], $"differences {seed}").Points)
        .Where(point => point.Point.Label is null)
        .Take(Points)
        .ToList() is { Count: Points } points
            ? points
            : throw new InvalidOperationException($"fewer than {Points} points");

    private static Tensor Given(string homework, DerivativeDefinition definition, SamplePoint point, Tensor at) =>
        Given(homework, definition.Function, point, definition.Variable, at);

    /// <summary>The given function by its own way: compiled once more, and called at the point with its variable replaced.</summary>
    private static Tensor Given(string homework, string name, SamplePoint point, string variable, Tensor? at)
    {
        KeyProgram program = Programs[homework].Value;
        KeyFunction function = program.Given[name].Single();
        var functions = new ProgramFunctions(program.Assembly);
        System.Reflection.MethodInfo method = program.Method(function);
        object?[] arguments = [.. method.GetParameters().Select(parameter => ClrValue.From(
            WireMapping.ToWire(parameter.Name == variable ? new NumericValue(at!) : point.Inputs[parameter.Name!]), parameter.ParameterType, functions))];
        return ((NumericValue)WireMapping.FromWire(ClrValue.ToWire(method.Invoke(null, arguments)), new ScalarType(ScalarKind.Real))).Tensor;
    }

    private static readonly Dictionary<string, Lazy<KeyProgram>> Programs = Homeworks.ToDictionary(pair => pair.Key, pair => new Lazy<KeyProgram>(() =>
    {
        SourceFile given = pair.Value.Value.Given;
        var nothing = new KeySource("Nothing.cs", []);
        return KeyProgram.Compile(new KeySource(given.Name, given.Content), nothing, new SpecProblems());
    }));

    private static Question QuestionOf(string homework, string id) => Homeworks[homework].Value.Assignment.Questions[IndexOf(homework, id)];

    private static int IndexOf(string homework, string id) =>
        Homeworks[homework].Value.Assignment.Questions.Select(question => question.Id).ToList().IndexOf(id);

    /// <summary>All numbers of a plan, to the last bit.</summary>
    private static string Shown(SamplePlan plan) => string.Join('\n', plan.Questions.SelectMany(question => question.Points).Select(planned =>
        string.Join(' ', planned.Point.Inputs.SelectMany(input => input.Value.NumericParts).Concat(planned.Reference?.NumericParts ?? [])
            .SelectMany(part => part.Tensor.Entries.Select(entry => entry.ToString("R", System.Globalization.CultureInfo.InvariantCulture))))));
}

using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Checking;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Checking;

/// <summary>A key that is made of a definition alone.</summary>
public sealed class DefinitionAnswerTests
{
    private static readonly SamplePoint At = new(
        Label: null,
        ImmutableSortedDictionary<string, int>.Empty.Add("D", 3),
        ImmutableSortedDictionary<string, Value>.Empty.Add("v", new NumericValue(Tensor.Vector(0.4, -1.2, 0.9))));

    [Fact]
    public void The_hessian_of_a_linear_function_is_exactly_zero()
    {
        QuestionKey key = Key(new DerivativeDefinition(DerivativeKind.Hessian, "f", "v"), new TensorType(2), (_, v) => (3.7 * v.Entries[0]) - v.Entries[1] + (0.1 * v.Entries[2]));

        Assert.All(Numbers(key.Answer!(At)), entry => Assert.Equal(0, entry));
    }

    [Fact]
    public void A_gradient_is_that_of_the_given_function()
    {
        QuestionKey key = Key(new DerivativeDefinition(DerivativeKind.Gradient, "f", "v"), new TensorType(1), (_, v) => v.Entries.Sum(entry => entry * entry * entry));

        Assert.All(Numbers(key.Answer!(At)).Zip([0.48, 4.32, 2.43]), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void A_minimiser_is_found_from_the_objective_alone()
    {
        double[] at = [0.3, -2, 5];
        QuestionKey key = Key(new MinimiserDefinition("f", "v"), new TensorType(1), (_, v) => v.Entries.Zip(at, (entry, place) => Math.Cosh(entry - place)).Sum(), size: "D");

        Assert.All(Numbers(key.Answer!(At)).Zip(at), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void An_objective_without_minimum_has_no_minimiser()
    {
        QuestionKey key = Key(new MinimiserDefinition("f", "v"), new TensorType(1), (_, v) => v.Entries.Sum(Math.Exp), size: "D");

        Assert.Contains(Numbers(key.Answer!(At)), double.IsNaN);
    }

    [Fact]
    public void Where_the_given_function_has_a_kink_no_point_is_used()
    {
        Question question = Asked(new DerivativeDefinition(DerivativeKind.Gradient, "f", "v"), new TensorType(1)) with { Inputs = [Examples.Vector("v", "D")] };
        QuestionKey smooth = DefinitionAnswer.Complete(question, Given((_, v) => v.Entries.Sum(entry => entry * entry)));
        QuestionKey kinked = DefinitionAnswer.Complete(question, Given((point, v) => v.Entries.Zip(((NumericValue)point.Inputs["v"]).Tensor.Entries, (entry, _) => Math.Abs(Math.Sin(4000 * entry))).Sum()));

        Assert.Equal(SamplePlanner.RandomPoints, SamplePlanner.Plan(question, smooth, "seed").Points.Length);
        Assert.Throws<NoUsablePointException>(() => SamplePlanner.Plan(question, kinked, "seed"));
    }

    [Fact]
    public void What_nothing_given_fixes_is_pending_and_its_size_is_asked_for()
    {
        Question question = Asked(new ValueDefinition(), new TensorType(1)) with
        {
            Inputs = [Examples.Vector("v", "D")],
            AnswerSizes = ImmutableSortedDictionary<string, ImmutableArray<Extent>>.Empty.Add("", [new Extent("D", 0)]),
        };
        QuestionPlan plan = SamplePlanner.Plan(question, DefinitionAnswer.Complete(question, Given((_, _) => 0)), "seed");
        PointComparison Compare(Func<PlannedPoint, Tensor> answer) =>
            AnswerComparer.Compare(question, plan.Points[0], new ReturnedValue(new NumericValue(answer(plan.Points[0])), [], null));

        Assert.Equal(Agreement.Pending, Compare(planned => planned.Point.NumbersOf("v")).Agreement);
        Assert.Equal(FaultKind.WrongShape, Compare(_ => Tensor.Vector(1, 2, 3, 4, 5, 6, 7)).Fault!.Kind);
        Assert.Equal(FaultKind.NonFinite, Compare(planned => planned.Point.NumbersOf("v").Map(_ => double.NaN)).Fault!.Kind);
    }

    private static QuestionKey Key(Definition definition, AnswerType type, Func<SamplePoint, Tensor, double> function, string? size = null)
    {
        Question question = Asked(definition, type);
        return DefinitionAnswer.Complete(
            size is null ? question : question with { AnswerSizes = question.AnswerSizes.Add("", [new Extent(size, 0)]) }, Given(function));
    }

    private static Question Asked(Definition definition, AnswerType type) => Examples.Question("1", Examples.Vector("v", "D")) with
    {
        Definition = definition,
        Answer = new AnswerSignature("Answer", [new Parameter("v", new TensorType(1), "Vector<double>")], type, type.ToString()),
        IsKeyFree = true,
    };

    private static QuestionKey Given(Func<SamplePoint, Tensor, double> function) => Examples.Key(null) with { Given = Examples.Objective(function) };

    private static ImmutableArray<double> Numbers(Value value) => ((NumericValue)value).Tensor.Entries;
}

using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Tests.Support;

namespace Autograder.Core.Tests.Assignments;

public sealed class AnswerSignatureTests
{
    private static readonly AnswerType Real = new ScalarType(ScalarKind.Real);
    private static readonly AnswerType Vector = new TensorType(1);

    [Fact]
    public void What_functions_return_is_judged_in_their_places() => Assert.Equal(
        "(Vector<double> inner, double loss, Matrix<double> outer)",
        Answer(new GroupType([("inner", Function(Vector, Vector)), ("loss", Real), ("outer", Function(new TensorType(2), Real, Vector))])).Judged.ToString());

    [Fact]
    public void Of_an_answer_that_is_one_function_its_value_is_judged() => Assert.Equal(Vector, Answer(Function(Vector, Real)).Judged);

    [Fact]
    public void An_answer_without_functions_is_judged_itself() => Assert.Equal(Vector, Answer(Vector).Judged);

    [Fact]
    public void A_call_needs_the_parameters_and_then_each_further_input_once() => Assert.Equal(
        "x a b",
        string.Join(' ', (Answer(Real) with { Applications = [new Application("f", ["a", "x"]), new Application("g", ["f", "b", "a"])] }).Inputs));

    /// <summary>A function that is the answer of a method without parameters is compared at points all the same.</summary>
    [Fact]
    public void An_answer_whose_function_takes_inputs_is_planned_with_points()
    {
        Question question = Examples.Question("1", Examples.Scalar("x"));
        question = question with
        {
            Answer = question.Answer with { Parameters = [], Result = Function(Real, Real), Applications = [new Application(Application.Whole, ["x"])] },
        };
        Assert.Equal(SamplePlanner.RandomPoints, SamplePlanner.Plan(question, Examples.Key(point => point.Inputs["x"]), "seed").Points.Length);
    }

    private static FunctionType Function(AnswerType result, params ImmutableArray<AnswerType> parameters) => new(parameters, result);

    private static AnswerSignature Answer(AnswerType result) => new("Answer", [new Parameter("x", Real, "double")], result, result.ToString()!);
}

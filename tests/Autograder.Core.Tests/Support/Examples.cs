using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Support;

/// <summary>Questions and keys as a homework has them, small enough to be read.</summary>
internal static class Examples
{
    internal static readonly ImmutableSortedDictionary<string, SizeRange> Sizes = ImmutableSortedDictionary<string, SizeRange>.Empty
        .Add("D", new SizeRange(2, 5))
        .Add("N", new SizeRange(3, 7));

    /// <summary>∇ (1/N) ‖Xw − y‖² = (2/N) Xᵀ(Xw − y).</summary>
    internal static readonly Question LeastSquares = Question(
        "2.1",
        Vector("w", "D"),
        Matrix("X", "N", "D"),
        Vector("y", "N"));

    internal static readonly QuestionKey LeastSquaresKey = Key(point => Vector(LeastSquaresGradient(point, factor: 2)));

    /// <summary>The parts dW = x gᵀ and db = g of a linear layer.</summary>
    internal static readonly Question Layer = Question("3.1", Vector("x", "D"), Vector("g", "N"));

    internal static readonly QuestionKey LayerKey = Key(point => LayerGradient(point, tinyFactor: 1e-6));

    internal static readonly ChoiceDefinition Colours = new(
        [new ChoiceOption("A", "red"), new ChoiceOption("B", "green"), new ChoiceOption("C", "blue")], Several: false);

    internal static Question Question(string id, params ImmutableArray<InputDomain> inputs) => new(
        id,
        $"Question {id}",
        Points: 4,
        Statement: "",
        new AnswerSignature("Answer", [.. inputs.Select(input => new Parameter(input.Name, new ScalarType(ScalarKind.Real), "double"))], new TensorType(1), "Vector<double>"),
        new ValueDefinition(),
        UsedSizes(inputs),
        inputs,
        Constraints: [],
        SpecialPoints: [],
        Tolerance.Default,
        Limits.Default);

    internal static QuestionKey Key(Func<SamplePoint, Value>? answer) => new(
        answer,
        Constraints: [],
        Expression: (_, text) => throw new KeyFailureException($"no expression '{text}'"),
        Given: (name, _) => throw new KeyFailureException($"no given function '{name}'"),
        Conditions: [],
        Measure: null);

    /// <summary>A given function of the variable v.</summary>
    internal static Func<string, SamplePoint, Tensor> Objective(Func<SamplePoint, Tensor, double> objective) =>
        (_, point) => Tensor.Scalar(objective(point, TensorOf(point, "v")));

    internal static NumericDomain Scalar(string name, NumericKind kind = NumericKind.Signed, double least = 0.3, double most = 1.5) =>
        new(name, [], kind, least, most);

    internal static NumericDomain Vector(string name, string size, NumericKind kind = NumericKind.Signed) =>
        new(name, [new Extent(size, 0)], kind, 0.3, 1.5);

    internal static NumericDomain Matrix(string name, string rows, string columns) =>
        new(name, [new Extent(rows, 0), new Extent(columns, 0)], NumericKind.Signed, 0.3, 1.5);

    internal static SpecialPoint Special(string label, params (string Name, Tensor Tensor)[] inputs) => new(
        label,
        ImmutableSortedDictionary<string, int>.Empty,
        inputs.ToImmutableSortedDictionary(input => input.Name, input => input.Tensor),
        ImmutableSortedDictionary<string, string>.Empty);

    internal static NumericValue Number(double value) => new(Tensor.Scalar(value));

    internal static NumericValue Vector(params double[] entries) => new(Tensor.Vector(entries));

    internal static GroupValue Group(params (string Name, Value Value)[] members) => new([.. members]);

    internal static double NumberOf(SamplePoint point, string input) => TensorOf(point, input).Entries[0];

    internal static Tensor TensorOf(SamplePoint point, string input) => point.NumbersOf(input);

    internal static double[] LeastSquaresGradient(SamplePoint point, double factor)
    {
        Tensor w = TensorOf(point, "w"), matrix = TensorOf(point, "X"), y = TensorOf(point, "y");
        int rows = point.Sizes["N"], columns = point.Sizes["D"];
        double[] gradient = new double[columns];
        for (int row = 0; row < rows; row++)
        {
            double residual = -y.Entries[row];
            for (int column = 0; column < columns; column++)
            {
                residual += matrix.Entries[(row * columns) + column] * w.Entries[column];
            }

            for (int column = 0; column < columns; column++)
            {
                gradient[column] += factor / rows * matrix.Entries[(row * columns) + column] * residual;
            }
        }

        return gradient;
    }

    internal static GroupValue LayerGradient(SamplePoint point, double tinyFactor)
    {
        Tensor x = TensorOf(point, "x"), g = TensorOf(point, "g");
        double[] weights = [.. x.Entries.SelectMany(row => g.Entries.Select(column => row * column))];
        return Group(
            ("dW", new NumericValue(Tensor.Matrix(x.Entries.Length, g.Entries.Length, weights))),
            ("db", new NumericValue(g.Map(entry => tinyFactor * entry))));
    }

    private static ImmutableSortedDictionary<string, SizeRange> UsedSizes(ImmutableArray<InputDomain> inputs)
    {
        var names = inputs.OfType<NumericDomain>().SelectMany(domain => domain.Extents).Select(extent => extent.Name).ToHashSet();
        return Sizes.RemoveRange(Sizes.Keys.Where(name => !names.Contains(name)));
    }
}

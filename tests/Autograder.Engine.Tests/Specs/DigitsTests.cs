using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Engine.Tests.Specs;

/// <summary>The digits that homework 7 trains on: the same for a seed, and too hard for a model without a hidden layer.</summary>
public sealed class DigitsTests
{
    private const string Training = "4.8-training";

    /// <summary>Of ridge regression onto the one-hot labels; the best of many that were tried.</summary>
    private const double Penalty = 100;

    private static readonly Lazy<LoadedAssignment> Homework =
        new(() => AssignmentLoader.Load(Repository.PathTo("problems", "gradients-and-backpropagation")));

    private static int Index => Homework.Value.Assignment.Questions.Select(question => question.Id).ToList().IndexOf(Training);

    private static double Goal => ((TrainingDefinition)Homework.Value.Assignment.Questions[Index].Definition).Goal.Bound;

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public void The_network_reaches_the_goal_with_a_margin_and_a_linear_model_stays_clearly_below(string seed)
    {
        (SamplePoint point, QuestionKey key) = Drawn(seed);
        Assert.InRange(key.Measure!(point, key.Answer!(point)), Goal + 0.03, 1);
        Assert.InRange(LinearAccuracy(point), 0.5, Goal - 0.02);
    }

    [Fact]
    public void Untrained_weights_recognise_no_more_than_chance()
    {
        (SamplePoint point, QuestionKey key) = Drawn("one");
        var untrained = new GroupValue([.. new[] { "V", "b", "W", "c" }.Select(name => (name, point.Inputs[name]))]);
        Assert.InRange(key.Measure!(point, untrained), 0, 0.3);
    }

    private static (SamplePoint Point, QuestionKey Key) Drawn(string seed)
    {
        Question question = Homework.Value.Assignment.Questions[Index];
        QuestionKey key = Homework.Value.Keys[Index];
        return (SamplePlanner.Plan(question, key, seed).Points.Single().Point, key);
    }

    /// <summary>On the pictures held out, of the linear model that fits the training pictures best.</summary>
    private static double LinearAccuracy(SamplePoint point)
    {
        Matrix<double> images = WithOnes(point, "images"), heldOut = WithOnes(point, "testImages");
        Matrix<double> gram = images.TransposeThisAndMultiply(images) + (Penalty * Matrix<double>.Build.DenseIdentity(images.ColumnCount));
        Matrix<double> scores = heldOut * gram.Cholesky().Solve(images.TransposeThisAndMultiply(MatrixOf(point, "labels")));
        Matrix<double> labels = MatrixOf(point, "testLabels");
        return Enumerable.Range(0, scores.RowCount).Average(row => labels[row, scores.Row(row).MaximumIndex()]);
    }

    /// <summary>With a column of ones, so that the model may have an intercept.</summary>
    private static Matrix<double> WithOnes(SamplePoint point, string input)
    {
        Matrix<double> matrix = MatrixOf(point, input);
        return matrix.InsertColumn(0, Vector<double>.Build.Dense(matrix.RowCount, 1));
    }

    private static Matrix<double> MatrixOf(SamplePoint point, string input)
    {
        Tensor tensor = ((NumericValue)point.Inputs[input]).Tensor;
        int columns = tensor.Shape.Extents[1];
        return Matrix<double>.Build.Dense(tensor.Shape.Extents[0], columns, (row, column) => tensor.Entries[(row * columns) + column]);
    }
}

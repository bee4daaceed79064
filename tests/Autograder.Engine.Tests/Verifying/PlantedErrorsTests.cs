using Autograder.Core.Verifying;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Verifying;

/// <summary>
/// The errors that the homeworks' documents print, and others that staff make, each planted into a copy of the key that it would
/// stand in. Each is found, by the step and in the question and part that are said here.
/// </summary>
public sealed class PlantedErrorsTests
{
    private const string Gradients = "gradients-and-backpropagation", Regression = "regression-and-neural-networks", Softmax = "chain-rule-and-softmax", Calculus = "calculus-for-machine-learning";

    [Theory]
    [InlineData(Gradients, "{ Math.Sin(x[2]) * growth, 0, Math.Cos(x[2]) * growth }", "{ -growth, 0, Math.Cos(x[2]) }", "2.1b", "the key is not the Jacobian of SpaceToPlane by x")]
    [InlineData(Gradients, "byHidden, byOutput.OuterProduct(forward.activation)", "byHidden, (-byOutput).OuterProduct(forward.activation)", "4.2", "the key is not the gradient of NetworkLoss by W")]
    [InlineData(Regression, "(X * both, EqualBlocks(X, both))", "(2 * X * b.OuterProduct(a), EqualBlocks(X, both))", "1.5", "first is not the gradient of GramForm by X")]
    [InlineData(Regression, "(X * both, EqualBlocks(X, both))", "(X * both, EqualBlocks(X, 2 * b.OuterProduct(a)))", "1.5", "second is not the Hessian of GramForm by X")]
    [InlineData(Regression, "EqualBlocks(X, 2 * Matrix<double>.Build.DenseIdentity(X.ColumnCount))", "new double[1, 1, 1, 1] { { { { 2 } } } }", "1.3", "second is not the Hessian of TraceOfGram by X")]
    [InlineData(Regression, "=> 2.0 / Y.RowCount * (Yhat - Y);", "=> 2.0 / Y.RowCount * Vector<double>.Build.Dense(Y.RowCount, 1).OuterProduct((Yhat - Y).ColumnSums());", "3.4.1-4", "dWh is not the gradient of MeanSquaredError by Wh")]
    [InlineData(Regression, "(h.TransposeThisAndMultiply(D), D", "(D.TransposeThisAndMultiply(h), D", "3.4.1-4", "dWo is not the gradient of MeanSquaredError by Wo")]
    [InlineData(Regression, "X.TransposeThisAndMultiply(Z), Z.ColumnSums()", "Z.TransposeThisAndMultiply(X), Z.ColumnSums()", "3.4.1-4", "dWh is not the gradient of MeanSquaredError by Wh")]
    [InlineData(Regression, "X.TransposeThisAndMultiply(Z), Z.ColumnSums()", "X.TransposeThisAndMultiply(Z), Z.Row(0)", "3.4.1-4", "dbh is not the gradient of MeanSquaredError by bh")]
    [InlineData(Regression, "var Z1 = Backwards(Z2, Wh2, h1);", "var Z1 = Backwards(D.TransposeAndMultiply(Wo), Wh2, h1);", "3.4B", "dWh1 is not the gradient of DeepMeanSquaredError by Wh1")]
    [InlineData(Softmax, "DenseOfDiagonalVector(softmax) - softmax.OuterProduct(softmax)", "DenseOfDiagonalVector(softmax - softmax.PointwiseMultiply(softmax))", "CQ2", "the key is not the Jacobian of Softmax by x")]
    [InlineData(Softmax, "1.5 * residual", "3 / 2 * residual", "CQ1.1", "the key is not the gradient of HalfCubedNorm by s")]
    [InlineData(Calculus, "LinearMapJacobian(Matrix<double> X, Vector<double> w) => X;", "LinearMapJacobian(Matrix<double> X, Vector<double> w) => X.Transpose();", "1a.i", "the key is not the Jacobian of LinearMap by w")]
    [InlineData(Gradients, "=> A.Clone();", "=> A.Transpose();", "2.2a", "the key is not the Jacobian of LinearMap by v")]
    [InlineData(Regression, "(a.OuterProduct(b), Zero(X))", "(a.OuterProduct(b), new double[X.RowCount, X.RowCount, X.ColumnCount, X.ColumnCount])", "1.4", "second is not the Hessian of BilinearForm by X")]
    [InlineData(Calculus, "var hessian = X + X.Transpose();", "var hessian = 2 * X;", "1b.i", "hessian is not the Hessian of QuadraticForm by w")]
    [InlineData(Regression, "var z4 = g * W45 * (1 - a4 * a4);", "var z4 = g * W45 * (1 - a4 * a4) / 10;", "3.1.4", "dW14 is not the derivative of NetworkLoss by W14")]
    [InlineData(Regression, "W14 - lr * d.dW14, W23 - lr * d.dW23, W24", "W14 - lr * d.dW14, Math.Truncate(100 * (W23 - lr * d.dW23)) / 100, W24", "3.1.5", "W23 is not a step of W23 down NetworkLoss")]
    public void A_key_that_is_not_what_its_definition_says(string homework, string old, string planted, string question, string fact)
    {
        using PlantedHomework copy = new PlantedHomework(homework).Key(old, planted);
        Finds(copy, question, VerificationStep.Key, fact);
    }

    [Fact]
    public void A_second_derivative_in_another_layout_is_named()
    {
        using PlantedHomework copy = new PlantedHomework(Regression)
            .Key("EqualBlocks(X, 2 * Matrix<double>.Build.DenseIdentity(X.ColumnCount))", "ColumnByColumn(X)")
            .Key("private static double[,,,] Zero(Matrix<double> X) =>", """
                private static double[,,,] ColumnByColumn(Matrix<double> X)
                {
                    var H = Zero(X);
                    for (var i = 0; i < X.RowCount; i++)
                    {
                        for (var j = 0; j < X.ColumnCount; j++)
                        {
                            H[i, j, j, i] = 2;
                        }
                    }

                    return H;
                }

                private static double[,,,] Zero(Matrix<double> X) =>
                """);
        Finds(copy, "1.3", VerificationStep.Key, "A student's answer of this kind would be told 'index-order'.");
    }

    /// <summary>Nothing given determines the table; that it is what the unrounded question gives is said by an accepted answer.</summary>
    [Fact]
    public void A_table_with_a_truncated_entry()
    {
        using PlantedHomework copy = new PlantedHomework(Regression).Key(
            "UpdatedWeights(W13: 1, W14: -1, W23: 2, W24: -3, W35: 2, W45: -1, x1: 1, x2: -1, t: 1, lr: 0.1);",
            "(1.11, -1.02, 1.88, -2.98, 2.08, -0.73);");
        Finds(copy, "3.1.5-table", VerificationStep.Accepted, "the accepted answer 'UpdatedWeights(1, -1, 2, -3, 2, -1, 1, -1, 1, 0.1)' is imprecise");
    }

    /// <summary>To two decimals all of these numbers are right.</summary>
    [Fact]
    public void A_second_step_with_slips_that_two_decimals_do_not_show()
    {
        using PlantedHomework copy = new PlantedHomework(Regression).Key(
            "return (a5, W13, W14, W23, W24, W35, W45);",
            "return (-0.3598839702, 1.3982146, -1.019891521, 1.5917854, -2.979891521, 2.1638422073, -0.2584003314);");
        Finds(copy, "3.3", VerificationStep.Accepted, "is wrong: at random point 1 it differs by");
    }

    /// <summary>In this step and question, and so that the command ends with 2.</summary>
    private static void Finds(PlantedHomework copy, string question, VerificationStep step, string fact)
    {
        QuestionVerification verified = copy.Verify(question);
        StepResult found = Assert.Single(verified.Steps, result => result.Step == step);
        Assert.True(
            found.Failures.Any(failure => failure.Fact.Contains(fact, StringComparison.Ordinal)),
            $"Expected in {step}:\n{fact}\nFound:\n{string.Join('\n', verified.Steps.SelectMany(result => result.Failures.Select(failure => $"{result.Step}: {failure.Fact}")))}");
    }
}

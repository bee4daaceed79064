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

    private const string Both = "a.OuterProduct(b) + b.OuterProduct(a)";

    /// <summary>The gradients of the hidden network with the mistake in one of the four places.</summary>
    private static string MlpGradients(
        string dWo = "h.TransposeThisAndMultiply(D)", string dWh = "X.TransposeThisAndMultiply(Z)", string dbh = "Z.ColumnSums()", string D = "D") => $$"""
        {
            var h = Hidden(X, Wh, bh);
            var D = ByPrediction(Y, Affine(h, Wo, bo));
            var Z = Backwards({{D}}, Wo, h);
            return ({{dWo}}, D.ColumnSums(), {{dWh}}, {{dbh}});
        }
        """;

    /// <summary>Method, its body with the error, the question that finds it, and what is said.</summary>
    public static TheoryData<string, string, string, string, string> Keys() => new()
    {
        // Printed: the difference of two functions where the statement has their product, and a sign.
        { Gradients, "SpaceToPlaneJacobian", "=> Matrix<double>.Build.DenseOfArray(new[,] { { 4 * x[0], 3, 0 }, { -Math.Exp(x[0]), 0, Math.Cos(x[2]) } });", "2.1b", "the key is not the Jacobian of SpaceToPlane by x" },
        { Gradients, "SecondWeightsGradient", "=> -Gradients(V, b, W, c, x, y).W;", "4.2", "the key is not the gradient of NetworkLoss by W" },

        // Printed: one of the two places of X, twice; a number where there are n^4.
        { Regression, "GramFormDerivatives", $"=> (2 * X * b.OuterProduct(a), EqualBlocks(X, {Both}));", "1.5", "first is not the gradient of GramForm by X" },
        { Regression, "GramFormDerivatives", $"=> (X * ({Both}), EqualBlocks(X, 2 * b.OuterProduct(a)));", "1.5", "second is not the Hessian of GramForm by X" },
        { Regression, "TraceOfGramDerivatives", "=> (2 * X, new double[1, 1, 1, 1] { { { { 2 } } } });", "1.3", "second is not the Hessian of TraceOfGram by X" },

        // Printed: the residual summed over the samples first; factors in an order that does not fit; a bias of one sample.
        { Regression, "MlpGradients", MlpGradients(D: "Vector<double>.Build.Dense(Y.RowCount, 1).OuterProduct(D.ColumnSums())"), "3.4.1-4", "dWh is not the gradient of MeanSquaredError by Wh" },
        { Regression, "MlpGradients", MlpGradients(dWo: "D.TransposeThisAndMultiply(h)"), "3.4.1-4", "dWo is not the gradient of MeanSquaredError by Wo" },
        { Regression, "MlpGradients", MlpGradients(dWh: "Z.TransposeThisAndMultiply(X)"), "3.4.1-4", "dWh is not the gradient of MeanSquaredError by Wh" },
        { Regression, "MlpGradients", MlpGradients(dbh: "Z.Row(0)"), "3.4.1-4", "dbh is not the gradient of MeanSquaredError by bh" },

        // Printed: the derivative of the second activation is lost on the way to the first layer.
        {
            Regression, "DeepMlpGradients", """
            {
                var h1 = Hidden(X, Wh1, bh1);
                var h2 = Hidden(h1, Wh2, bh2);
                var D = ByPrediction(Y, Affine(h2, Wo, bo));
                var Z2 = Backwards(D, Wo, h2);
                var Z1 = Backwards(D.TransposeAndMultiply(Wo), Wh2, h1);
                return (h2.TransposeThisAndMultiply(D), D.ColumnSums(), h1.TransposeThisAndMultiply(Z2), Z2.ColumnSums(), X.TransposeThisAndMultiply(Z1), Z1.ColumnSums());
            }
            """, "3.4B", "dWh1 is not the gradient of DeepMeanSquaredError by Wh1"
        },

        // Printed: the normaliser seen as a constant for all entries but one.
        {
            Softmax, "SoftmaxJacobian", """
            {
                var powers = (x - x.Maximum()).PointwiseExp();
                var softmax = powers / powers.Sum();
                return Matrix<double>.Build.DenseOfDiagonalVector(softmax - softmax.PointwiseMultiply(softmax));
            }
            """, "CQ2", "the key is not the Jacobian of Softmax by x"
        },

        // Printed: a slip by a factor of ten in 1 - tanh^2, and a decimal cut off.
        {
            Regression, "LossDerivatives", """
            {
                var (a3, a4, a5) = ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2);
                var g = 2 * (a5 - t);
                var z3 = g * W35 * a3 * (1 - a3);
                var z4 = g * W45 * (1 - a4 * a4) / 10;
                return (z3 * x1, z4 * x1, z3 * x2, z4 * x2, g * a3, g * a4);
            }
            """, "3.1.4", "dW14 is not the derivative of NetworkLoss by W14"
        },
        {
            Regression, "UpdatedWeights", """
            {
                var d = LossDerivatives(W13, W14, W23, W24, W35, W45, x1, x2, t);
                return (W13 - lr * d.dW13, W14 - lr * d.dW14, Math.Truncate(100 * (W23 - lr * d.dW23)) / 100, W24 - lr * d.dW24, W35 - lr * d.dW35, W45 - lr * d.dW45);
            }
            """, "3.1.5", "W23 is not a step of W23 down NetworkLoss"
        },

        // Slips of whoever writes a key in C#.
        { Softmax, "CubedNormGradient", "{ var r = f(s) - y; return 3 / 2 * r.L2Norm() * jacobian(s).TransposeThisAndMultiply(r); }", "CQ1.1", "the key is not the gradient of HalfCubedNorm by s" },
        { Calculus, "LinearMapJacobian", "=> X.Transpose();", "1a.i", "the key is not the Jacobian of LinearMap by w" },
        { Gradients, "LinearMapJacobian", "=> A.Transpose();", "2.2a", "the key is not the Jacobian of LinearMap by v" },
        { Regression, "BilinearFormDerivatives", "=> (a.OuterProduct(b), new double[X.RowCount, X.RowCount, X.ColumnCount, X.ColumnCount]);", "1.4", "second is not the Hessian of BilinearForm by X" },
        { Calculus, "QuadraticFormDerivatives", "=> (2 * X * w, 2 * X);", "1b.i", "hessian is not the Hessian of QuadraticForm by w" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_that_is_not_what_its_definition_says(string homework, string method, string body, string question, string fact)
    {
        using PlantedHomework copy = new PlantedHomework(homework).Key(method, body);
        Finds(copy, question, VerificationStep.Key, fact);
    }

    [Fact]
    public void A_second_derivative_in_another_layout_is_named()
    {
        using PlantedHomework copy = new PlantedHomework(Regression).Key("TraceOfGramDerivatives", """
            {
                var H = Zero(X);
                for (var i = 0; i < X.RowCount; i++)
                {
                    for (var j = 0; j < X.ColumnCount; j++)
                    {
                        H[i, j, j, i] = 2;
                    }
                }

                return (2 * X, H);
            }
            """);
        Finds(copy, "1.3", VerificationStep.Key, "A student's answer of this kind would be told 'index-order'.");
    }

    /// <summary>Nothing given determines the table; that it is what the unrounded question gives is said by an accepted answer.</summary>
    [Fact]
    public void A_table_with_a_truncated_entry()
    {
        using PlantedHomework copy = new PlantedHomework(Regression).Key("UpdatedWeightsTable", "=> (1.11, -1.02, 1.88, -2.98, 2.08, -0.73);");
        Finds(copy, "3.1.5-table", VerificationStep.Accepted, "the accepted answer 'UpdatedWeights(1, -1, 2, -3, 2, -1, 1, -1, 1, 0.1)' is imprecise");
    }

    /// <summary>To two decimals all six new weights are right.</summary>
    [Fact]
    public void A_second_step_with_slips_that_two_decimals_do_not_show()
    {
        using PlantedHomework copy = new PlantedHomework(Regression).Key(
            "SecondIteration", "=> (-0.3598839702, 1.3982146, -1.019891521, 1.5917854, -2.979891521, 2.1638422073, -0.2584003314);");
        Finds(copy, "3.3", VerificationStep.Accepted, "w.W35, w.W45) : default' is ");
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

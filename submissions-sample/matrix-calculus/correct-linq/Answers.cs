using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace Homework5.Solutions;

/// <summary>My answers, written as queries.</summary>
internal class MatrixCalculusAnswers
{
    public string CourseTeacher() => "gormley";

    public string[] Scientists() => "hawking einstein newton".Split(' ');

    public string CourseNumber() => "10-606";

    // product rule on exp(au) * u^-3
    public double DerivativeOfV(double a, double u) =>
        new[]
        {
            a * Math.Exp(a * u) * Math.Pow(u, -3),
            -3 * Math.Exp(a * u) * Math.Pow(u, -4),
            -6 * u,
            2 * a,
        }.Sum();

    public Matrix<double> LogSumExpGradient(Vector<double> w, Matrix<double> X)
    {
        var logits = X.EnumerateRows().Select(x => w.DotProduct(x)).ToList();
        return Matrix<double>.Build.DenseOfRowVectors(Shares(logits).Select(share => share * w));
    }

    public double[][] LogOfTwoExponentialsGradient(
        double a, double[] b, double[] c, double[] d, double[] e, double[][] X)
    {
        var exponents = new[] { Bilinear(b, X, c), Bilinear(d, X, e) };
        var shares = Shares(exponents).ToArray();
        return b.Zip(d, (bi, di) => c.Zip(e, (cj, ej) => a * (shares[0] * bi * cj + shares[1] * di * ej)).ToArray())
            .ToArray();
    }

    public string CrossEntropyDerivation() =>
        "Write l_i = -[y_i ln h_i + (1-y_i) ln(1-h_i)]. By the logit t_i its derivative is h_i - y_i (the two factors "
        + "h_i(1-h_i) cancel). By w_l the logit has the derivative 2 w_l x_il. So grad L = mean (h_i - y_i) 2 w o x_i.";

    public Vector<double> CrossEntropyGradient(Vector<double> w, Matrix<double> X, Vector<double> y)
    {
        var squares = w.PointwiseMultiply(w);
        var perExample = X.EnumerateRows()
            .Select(x => (Example: x, Prediction: 1 / (1 + Math.Exp(-squares.DotProduct(x)))))
            .Zip(y, (p, label) => 2 * (p.Prediction - label) * w.PointwiseMultiply(p.Example));
        return perExample.Aggregate((sum, gradient) => sum + gradient) / y.Count;
    }

    public string WeightedLossProof() =>
        "r^T W r = sum over i and j of r_i W_ij r_j. Only i = j is left because W is diagonal: sum_i w_i r_i^2, and "
        + "r_i = theta^T x_i - y_i because the i-th entry of X theta is the i-th row of X times theta.";

    public double WeightedLossInMatrixForm(Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        var r = (X * theta - Y).ToColumnMatrix();
        var W = Matrix<double>.Build.DiagonalOfDiagonalArray(w.ToArray());
        return (r.Transpose() * W * r)[0, 0] / 2;
    }

    public Vector<double> WeightedLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w) =>
        X.EnumerateRows()
            .Select((x, i) => w[i] * (x.DotProduct(theta) - Y[i]) * x)
            .Aggregate((sum, term) => sum + term);

    public Vector<double> WeightedLeastSquares(Matrix<double> X, Vector<double> Y, Vector<double> w)
    {
        // sqrt(w_i) on both sides turns it into an ordinary least-squares problem
        var rows = X.EnumerateRows().Select((x, i) => Math.Sqrt(w[i]) * x);
        var targets = Y.Select((y, i) => Math.Sqrt(w[i]) * y);
        return Matrix<double>.Build.DenseOfRowVectors(rows)
            .QR()
            .Solve(Vector<double>.Build.DenseOfEnumerable(targets));
    }

    public Vector<double> RidgeLossGradient(
        Vector<double> theta, Matrix<double> X, Vector<double> Y, Vector<double> w, double lambda) =>
        WeightedLossGradient(theta, X, Y, w) + theta.Map(t => lambda * t);

    public string HelpReceived() => "nobody helped me";

    public string HelpGiven() => "I helped nobody";

    public string CodeFound() => "no, only the documentation of MathNet";

    private static IEnumerable<double> Shares(IReadOnlyCollection<double> exponents)
    {
        var max = exponents.Max();
        var powers = exponents.Select(t => Math.Exp(t - max)).ToList();
        return powers.Select(power => power / powers.Sum());
    }

    private static double Bilinear(double[] left, double[][] M, double[] right) =>
        left.Select((l, i) => l * M[i].Zip(right, (entry, r) => entry * r).Sum()).Sum();
}

using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Solutions
{
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        // h'(s) = g'(r) r'(s)
        var r = f(s) - y;
        return 1.5 * r.L2Norm() * (jacobian(s) * r);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        double r1 = s[0] * s[1] - y[0], r2 = s[0] * s[0] + s[1] * s[1] - y[1], r3 = s[0] - y[2];
        double norm = Math.Sqrt(r1 * r1 + r2 * r2 + r3 * r3);
        var J = Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });
        var r = Vector<double>.Build.Dense(new[] { r1, r2, r3 });
        return 3.0 / 2.0 * norm * J.TransposeThisAndMultiply(r);
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.DiagonalOfDiagonalVector(S) - S.ToColumnMatrix() * S.ToRowMatrix();
    }
}

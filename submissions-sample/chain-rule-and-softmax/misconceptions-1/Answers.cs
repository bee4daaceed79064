using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    // h = 1/2 n^3 with n = |f(s) - y|: 3/2 n^2 times the gradient of n
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        var r = f(s) - y;
        double n2 = r * r;
        return 1.5 * n2 * (jacobian(s).Transpose() * r);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    public static double[] ExampleGradient(double[] s, double[] y)
    {
        double r1 = s[0] * s[1] - y[0], r2 = s[0] * s[0] + s[1] * s[1] - y[1], r3 = s[0] - y[2];
        return new[] { 1.5 * (r1 * s[1] + r2 * 2 * s[0] + r3), 1.5 * (r1 * s[0] + r2 * 2 * s[1]) };
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.DenseOfDiagonalVector(S) + S.ToColumnMatrix() * S.ToRowMatrix();
    }
}

using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    // h = g(r(s)) with g(u) = 1/2 |u|^3, so grad g = 3/2 |u| u and grad h = J^T grad g
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        var r = f(s) - y;
        return 1.5 * r.L2Norm() * (jacobian(s).Transpose() * r);
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        return CubedNormGradient(ExampleMap, Jacobian, s, y);

        static Matrix<double> Jacobian(Vector<double> s) => Matrix<double>.Build.DenseOfRowArrays(
            new[] { s[1], s[0] },
            new[] { 2 * s[0], 2 * s[1] },
            new[] { 1.0, 0.0 });
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.DenseOfDiagonalVector(S) - S.OuterProduct(S);
    }
}

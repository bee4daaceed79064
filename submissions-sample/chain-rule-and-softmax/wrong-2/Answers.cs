using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public class Homework
{
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        return 1.5 * (jacobian(s).Transpose() * (f(s) - y));
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { s[0], s[1] }, { 1, 0 } });

    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        var r = ExampleMap(s) - y;
        var J = Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });
        return 1.5 * r.DotProduct(r) * (J.Transpose() * r);
    }

    // dS_i/dx_j = S_i (1 - S_j)
    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return S.OuterProduct(1 - S);
    }
}

using System;
using MathNet.Numerics.LinearAlgebra;
using static ChainRuleAndSoftmax.Given;

public static class Answers
{
    public static Vector<double> CubedNormGradient(
        Func<Vector<double>, Vector<double>> f,
        Func<Vector<double>, Matrix<double>> jacobian,
        Vector<double> s,
        Vector<double> y)
    {
        // d|r|^3 = 3 |r|^2 d|r| and d|r| = J^T (r / |r|)
        var r = f(s) - y;
        double norm = r.L2Norm();
        var direction = r / norm;
        var J = jacobian(s);
        return Vector<double>.Build.Dense(s.Count, j => 1.5 * norm * norm * J.Column(j).DotProduct(direction));
    }

    public static Matrix<double> ExampleJacobian(Vector<double> s) =>
        Matrix<double>.Build.DenseOfArray(new[,] { { s[1], s[0] }, { 2 * s[0], 2 * s[1] }, { 1, 0 } });

    // CQ1.2: written out, J = [s2 s1; 2 s1 2 s2; 1 0]
    public static Vector<double> ExampleGradient(Vector<double> s, Vector<double> y)
    {
        var r = ExampleMap(s) - y;
        return 1.5 * r.L2Norm() * Vector<double>.Build.DenseOfArray(new[]
        {
            s[1] * r[0] + 2 * s[0] * r[1] + r[2],
            s[0] * r[0] + 2 * s[1] * r[1],
        });
    }

    public static Matrix<double> SoftmaxJacobian(Vector<double> x)
    {
        var S = Softmax(x);
        return Matrix<double>.Build.DiagonalOfDiagonalVector(S) - S.ToColumnMatrix() * S.ToRowMatrix();
    }
}

using System;
using MathNet.Numerics.LinearAlgebra;
using static CalculusForMachineLearning.Given;

public static class Answers
{
    public static Matrix<double> LinearMapJacobian(Matrix<double> X, Vector<double> w) => X.UpperTriangle();

    // product rule: dg_i/dw_j = f dw_i/dw_j + w_i df/dw_j
    public static Matrix<double> ScaledByFunctionJacobian(
        Func<Vector<double>, double> f, Func<Vector<double>, Vector<double>> gradient, Vector<double> w) =>
        (f(w) * Identity(w.Count) + w.OuterProduct(gradient(w))).LowerTriangle();

    public static (Vector<double> gradient, Matrix<double> hessian) QuadraticFormDerivatives(
        Matrix<double> X, Vector<double> w) =>
        (X * w + X.Transpose() * w, X + X.Transpose() - Matrix<double>.Build.DenseOfDiagonalVector(X.Diagonal()));

    public static (Vector<double> gradient, Matrix<double> hessian) SquaredNormDerivatives(Vector<double> w) =>
        (2 * w, 2 * Identity(w.Count));

    public static (Vector<double> byZ, Vector<double> byX) ChainRuleGradients(Vector<double> z, Matrix<double> J)
    {
        var byZ = 2 * z;
        return (byZ, J.Transpose() * byZ);
    }

    public static string LevelSets() => """
        % ellipses g = c with half axes 2 sqrt(c) and 3 sqrt(c), for c = 1/4, 1, 4; arrows along (x1/2, 2 x2/9)
        \begin{tikzpicture}[scale=0.7]
          \foreach \c in {0.25, 1, 4} {
            \draw (0,0) ellipse [x radius={2*sqrt(\c)}, y radius={3*sqrt(\c)}];
            \foreach \t in {20, 65, 115, 160, 200, 245, 295, 340} {
              \pgfmathsetmacro\x{2*sqrt(\c)*cos(\t)} \pgfmathsetmacro\y{3*sqrt(\c)*sin(\t)}
              \draw[->] (\x,\y) -- ++({\x/2},{2*\y/9});
            }
          }
        \end{tikzpicture}
        """;

    public static Vector<double> GradientOfG(Vector<double> x) =>
        Vector<double>.Build.DenseOfArray(new[] { x[0] / 2, x[1] / 3 + 0.2 });

    public static double FirstOrderTaylor(Vector<double> x)
    {
        var x0 = Vector<double>.Build.Dense(2, 1);
        return G(x0) + Vector<double>.Build.DenseOfArray(new[] { 1 / 2.0, 2 / 9.0 }) * (x - x0);
    }

    public static double SecondOrderTaylor(Vector<double> x)
    {
        var step = x - Vector<double>.Build.Dense(2, 1);
        var H = Matrix<double>.Build.DenseOfDiagonalArray(new[] { 1 / 2.0, 2 / 9.0 });
        return FirstOrderTaylor(x) + 0.5 * (step * H * step);
    }

    public static string TaylorComment() => """
        $g$ is a quadratic, so the second order is exact for all $x$. The first order is the tangent plane: exact at
        $x_0$, below $g$ everywhere else, with the error $(x_1-1)^2/4 + (x_2-1)^2/9$, small only close to $x_0$.
        """;

    public static (double targets, double cross, double quadratic, double total) LeastSquaresLossTerms(
        Matrix<double> X, Vector<double> y, Vector<double> w)
    {
        // (y - Xw)^T (y - Xw); the two mixed products are the same number
        double targets = y * y;
        double cross = -2 * (y * X * w);
        double quadratic = w * (X.Transpose() * X) * w;
        return (targets, cross, quadratic, LeastSquaresLoss(X, y, w));
    }

    public static Vector<double> LeastSquaresGradient(Matrix<double> X, Vector<double> y, Vector<double> w) =>
        2 * (X.Transpose() * X * w - X.Transpose() * y);

    // gradient = 0 gives the normal equations X^T X w = X^T y
    public static Vector<double> LeastSquares(Matrix<double> X, Vector<double> y) =>
        (X.Transpose() * X).Cholesky().Solve(X.Transpose() * y);

    private static Matrix<double> Identity(int n) => Matrix<double>.Build.DenseIdentity(n);
}

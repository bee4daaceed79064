using MathNet.Numerics.LinearAlgebra;

public static class Answers
{
    private static readonly MatrixBuilder<double> M = Matrix<double>.Build;

    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda) =>
        (X.Transpose() * X - lambda * M.DenseIdentity(X.ColumnCount)).LU().Solve(X.Transpose() * y);

    // 1/n |y - X beta|^2 + lambda |beta|^2
    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        double n = X.RowCount;
        var beta = (X.Transpose() * X / n + lambda * M.DenseIdentity(X.ColumnCount)).LU().Solve(X.Transpose() * y / n);
        return (beta, Xnew * beta);
    }
}

using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using static RegressionAndNeuralNetworks.Given;

public static class Answers
{
    public static (Matrix<double> first, double[,,] second) GramProductDerivatives(Matrix<double> M, Vector<double> x) =>
        (M.Clone(), new double[x.Count, x.Count, x.Count]);

    // as for the square of X a, with b at the end
    public static (Matrix<double> first, double[,,,] second) GramFormDerivatives(
        Vector<double> a, Vector<double> b, Matrix<double> X)
    {
        int n = X.RowCount, m = X.ColumnCount;
        var H = new double[n, m, n, m];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                for (int l = 0; l < m; l++)
                    H[i, j, i, l] = 2 * a[l] * b[j];
        return ((2 * X * a).OuterProduct(b), H);
    }

    // the first column is for the constant
    public static Vector<double> RidgeCoefficients(Matrix<double> X, Vector<double> y, double lambda)
    {
        var A = X.Transpose() * X;
        for (int j = 1; j < A.RowCount; j++)
        {
            A[j, j] += lambda;
        }
        return A.LU().Solve(X.Transpose() * y);
    }

    public static (Vector<double> beta, Vector<double> predictions) RidgeRegression(
        Matrix<double> X, Vector<double> y, double lambda, Matrix<double> Xnew)
    {
        var beta = X.Svd().Solve(y);
        return (beta, Xnew * beta);
    }

    // tanh(z) = 2 sigma(2 z) - 1
    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = 2 * Sigmoid(W14 * x1 + W24 * x2) - 1;
        return (a3, a4, W35 * a3 + W45 * a4);
    }

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double error = W35 * a3 + W45 * a4 - t;
        return (2 * error * W35 * x1, 2 * error * W45 * x1, 2 * error * W35 * x2, 2 * error * W45 * x2,
            2 * error * a3, 2 * error * a4);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        double a3 = Sigmoid(W13 * x1 + W23 * x2), a4 = Math.Tanh(W14 * x1 + W24 * x2);
        double error = W35 * a3 + W45 * a4 - t;
        double d3 = 2 * error * W35 * a3 * (1 - a3), d4 = 2 * error * W45 * (1 - a4 * a4);
        return (d3 * x1, d4 * x1, d3 * x2, d4 * x2, 2 * error * a3, 2 * error * a4);
    }

    private static Matrix<double> Layer(Matrix<double> X, Matrix<double> W, Vector<double> b)
    {
        var Z = X * W;
        for (int i = 0; i < Z.RowCount; i++)
        {
            Z.SetRow(i, Z.Row(i) + b);
        }
        return Z;
    }

    // the loop over the samples returns in its first round
    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh, Vector<double> dbh) MlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        for (int i = 0; i < X.RowCount; i++)
        {
            var h = (X.Row(i) * Wh + bh).Map(Sigmoid);
            var d = 2.0 / X.RowCount * (h * Wo + bo - Y.Row(i));
            var z = (Wo * d).PointwiseMultiply(h).PointwiseMultiply(1 - h);
            return (h.OuterProduct(d), d, X.Row(i).OuterProduct(z), z);
        }
        return (Wo, bo, Wh, bh);
    }

    public static (Matrix<double> prediction, double loss) Forward(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo)
    {
        var prediction = Layer(X, Wh, bh).Map(Sigmoid) * Wo;
        return (prediction, (prediction - Y).Enumerate().Sum(e => e * e) / X.RowCount);
    }

    public static (double loss, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo) TrainingStep(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh, Vector<double> bh, Matrix<double> Wo, Vector<double> bo,
        double lr)
    {
        var h = Layer(X, Wh, bh).Map(Sigmoid);
        var D = (Layer(h, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z = (D * Wo.Transpose()).PointwiseMultiply(h).PointwiseMultiply(1 - h);
        Wh -= lr * X.Transpose() * Z;
        bh -= lr * Z.ColumnSums();
        Wo -= lr * h.Transpose() * D;
        bo -= lr * D.ColumnSums();
        var errors = Layer(Layer(X, Wh, bh).Map(Sigmoid), Wo, bo) - Y;
        return (errors.PointwiseMultiply(errors).RowSums().Average(), Wh, bh, Wo, bo);
    }

    public static (Matrix<double> dWo, Vector<double> dbo, Matrix<double> dWh2, Vector<double> dbh2, Matrix<double> dWh1,
        Vector<double> dbh1) DeepMlpGradients(
        Matrix<double> X, Matrix<double> Y, Matrix<double> Wh1, Vector<double> bh1, Matrix<double> Wh2, Vector<double> bh2,
        Matrix<double> Wo, Vector<double> bo)
    {
        var h1 = Layer(X, Wh1, bh1).Map(Sigmoid);
        var h2 = Layer(h1, Wh2, bh2).Map(Sigmoid);
        var D = (Layer(h2, Wo, bo) - Y) * (2.0 / X.RowCount);
        var Z2 = (D * Wo.Transpose()).PointwiseMultiply(h2).PointwiseMultiply(1 - h2);
        var Z1 = Z2 * Wh2.Transpose();
        return (h2.Transpose() * D, D.ColumnSums(), h1.Transpose() * Z2, Z2.ColumnSums(), X.Transpose() * Z1, Z1.ColumnSums());
    }

    // mean of the squares and lambda |beta|^2
    public static (double ols, double ridge) LinearFitErrors(Matrix<double> X, Vector<double> y, double lambda)
    {
        double Error(double penalty)
        {
            var I = Matrix<double>.Build.DenseIdentity(X.ColumnCount);
            var residuals = y - X * (X.Transpose() * X / y.Count + penalty * I).Solve(X.Transpose() * y / y.Count);
            return Math.Sqrt(residuals * residuals / y.Count);
        }
        return (Error(0), Error(lambda));
    }
}

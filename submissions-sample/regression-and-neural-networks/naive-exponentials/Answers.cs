using System;

// Homework 4 - everything with plain arrays.
public class Homework4
{
    // ---------- 1 Warm up ----------

    public static (double[,] first, double[,,] second) GramProductDerivatives(double[,] M, double[] x)
    {
        int m = x.Length;
        double[,] J = new double[m, m];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < m; j++)
                for (int s = 0; s < m; s++)
                    J[i, j] += M[s, i] * M[s, j];
        return (J, new double[m, m, m]);
    }

    public static (double[,] first, double[,,,] second) TraceOfProductDerivatives(double[,] M, double[,] X)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        double[,] G = new double[n, m];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < m; j++)
                G[i, j] = M[j, i];          // tr(MX) = sum M_ji X_ij
        return (G, new double[n, m, n, m]);
    }

    public static (double[,] first, double[,,,] second) TraceOfGramDerivatives(double[,] X)
    {
        int n = X.GetLength(0);
        double[,] G = new double[n, n];
        double[,,,] H = new double[n, n, n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                G[i, j] = 2 * X[i, j];
                H[i, j, i, j] = 2;
            }
        }
        return (G, H);
    }

    public static (double[,] first, double[,,,] second) BilinearFormDerivatives(double[] a, double[] b, double[,] X)
    {
        int m = a.Length, n = b.Length;
        double[,] G = new double[m, n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                G[i, j] = a[i] * b[j];
        return (G, new double[m, n, m, n]);
    }

    public static (double[,] first, double[,,,] second) GramFormDerivatives(double[] a, double[] b, double[,] X)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        double[,] G = new double[n, m];
        double[,,,] H = new double[n, m, n, m];
        for (int i = 0; i < n; i++)
        {
            double xa = 0, xb = 0;
            for (int s = 0; s < m; s++)
            {
                xa += X[i, s] * a[s];
                xb += X[i, s] * b[s];
            }
            for (int j = 0; j < m; j++)
            {
                G[i, j] = a[j] * xb + b[j] * xa;
                // only entries of the same row of X meet each other
                for (int l = 0; l < m; l++)
                    H[i, j, i, l] = a[j] * b[l] + b[j] * a[l];
            }
        }
        return (G, H);
    }

    // ---------- 2 Ridge regression ----------

    public static double[] OrdinaryLeastSquares(double[,] X, double[] y)
    {
        return NormalEquations(X, y, 0);
    }

    public static string RidgeDerivation()
    {
        return "J(b) = y'y - 2 y'Xb + b'X'Xb + lambda b'b. Gradient: -2X'y + 2X'Xb + 2 lambda b = 0, "
            + "so (X'X + lambda I) b = X'y. X'X has eigenvalues >= 0, adding lambda > 0 makes all of them positive: "
            + "the matrix has an inverse for any X, and J is strictly convex.";
    }

    public static double[] RidgeCoefficients(double[,] X, double[] y, double lambda)
    {
        return NormalEquations(X, y, lambda);
    }

    public static (double[] beta, double[] predictions) RidgeRegression(double[,] X, double[] y, double lambda, double[,] Xnew)
    {
        double[] beta = NormalEquations(X, y, lambda);
        return (beta, Predict(Xnew, beta));
    }

    public static string EffectOfPenalty()
    {
        return "Larger lambda: smaller coefficients (they go to 0), larger error on the training data. On new data there can be "
            + "a lambda in the middle that is best; with 30 samples and 2 features it is close to 0.";
    }

    private static double[] Predict(double[,] X, double[] beta)
    {
        double[] p = new double[X.GetLength(0)];
        for (int i = 0; i < p.Length; i++)
            for (int j = 0; j < beta.Length; j++)
                p[i] += X[i, j] * beta[j];
        return p;
    }

    // (X'X + lambda I) b = X'y, Gauss-Jordan with pivots
    private static double[] NormalEquations(double[,] X, double[] y, double lambda)
    {
        int n = X.GetLength(0), d = X.GetLength(1);
        double[,] A = new double[d, d + 1];
        for (int j = 0; j < d; j++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int k = 0; k < d; k++) A[j, k] += X[i, j] * X[i, k];
                A[j, d] += X[i, j] * y[i];
            }
            A[j, j] += lambda;
        }

        for (int col = 0; col < d; col++)
        {
            int pivot = col;
            for (int row = col + 1; row < d; row++)
                if (Math.Abs(A[row, col]) > Math.Abs(A[pivot, col])) pivot = row;
            for (int k = 0; k <= d; k++)
                (A[col, k], A[pivot, k]) = (A[pivot, k], A[col, k]);
            for (int row = 0; row < d; row++)
            {
                if (row == col) continue;
                double factor = A[row, col] / A[col, col];
                for (int k = col; k <= d; k++) A[row, k] -= factor * A[col, k];
            }
        }

        double[] b = new double[d];
        for (int j = 0; j < d; j++) b[j] = A[j, d] / A[j, j];
        return b;
    }

    // ---------- 3.1 ----------

    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double z3 = W13 * x1 + W23 * x2;
        double z4 = W14 * x1 + W24 * x2;
        double a3 = 1.0 / (1.0 + Math.Exp(-z3));
        double a4 = (Math.Exp(2 * z4) - 1) / (Math.Exp(2 * z4) + 1);
        return (a3, a4, W35 * a3 + W45 * a4);
    }

    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        double error = ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2).a5 - t;
        return error * error;
    }

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        (double a3, double a4, double a5) = ForwardPass(W13, W14, W23, W24, W35, W45, x1, x2);
        double d5 = 2 * (a5 - t);
        double d3 = d5 * W35 * (a3 - a3 * a3);
        double d4 = d5 * W45 * (1 - a4) * (1 + a4);
        return (d3 * x1, d4 * x1, d3 * x2, d4 * x2, d5 * a3, d5 * a4);
    }

    public static (double, double, double, double, double, double) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        var d = LossDerivatives(W13, W14, W23, W24, W35, W45, x1, x2, t);
        W13 -= lr * d.dW13;
        W14 -= lr * d.dW14;
        W23 -= lr * d.dW23;
        W24 -= lr * d.dW24;
        W35 -= lr * d.dW35;
        W45 -= lr * d.dW45;
        return (W13, W14, W23, W24, W35, W45);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable()
    {
        var w = UpdatedWeights(1, -1, 2, -3, 2, -1, 1, -1, 1, 0.1);
        return (Math.Round(w.Item1, 2), Math.Round(w.Item2, 2), Math.Round(w.Item3, 2),
            Math.Round(w.Item4, 2), Math.Round(w.Item5, 2), Math.Round(w.Item6, 2));
    }

    public static string ComfortableWithDerivatives() { return "yes"; }

    public static string ComfortableWithGradientDescent() { return "yes"; }

    public static string ComfortableWithSection() { return "No: I had to look up tanh' twice. I will ask in office hours."; }

    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        double[] W = { 1.11, -1.02, 1.89, -2.98, 2.08, -0.73 };
        var w = UpdatedWeights(W[0], W[1], W[2], W[3], W[4], W[5], 2, -2, 2, 0.1);
        double a5 = ForwardPass(W[0], W[1], W[2], W[3], W[4], W[5], 2, -2).a5;
        return (a5, w.Item1, w.Item2, w.Item3, w.Item4, w.Item5, w.Item6);
    }

    // ---------- 3.4 ----------

    public static (double[,] dWo, double[] dbo, double[,] dWh, double[] dbh) MlpGradients(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo)
    {
        int N = X.GetLength(0);
        double[,] h = Squash(Layer(X, Wh, bh));
        double[,] D = Layer(h, Wo, bo);
        for (int i = 0; i < N; i++)
            for (int c = 0; c < bo.Length; c++)
                D[i, c] = 2 * (D[i, c] - Y[i, c]) / N;
        double[,] Z = Back(D, Wo, h);
        return (Product(h, D), Sums(D), Product(X, Z), Sums(Z));
    }

    public static (double[,] Wh, double[] bh, double[,] Wo, double[] bo) UpdatedParameters(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo, double lr)
    {
        var g = MlpGradients(X, Y, Wh, bh, Wo, bo);
        return (Step(Wh, g.dWh, lr), Step(bh, g.dbh, lr), Step(Wo, g.dWo, lr), Step(bo, g.dbo, lr));
    }

    public static (double[,] prediction, double loss) Forward(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo)
    {
        double[,] P = Layer(Squash(Layer(X, Wh, bh)), Wo, bo);
        double sum = 0;
        for (int i = 0; i < P.GetLength(0); i++)
            for (int c = 0; c < P.GetLength(1); c++)
                sum += (Y[i, c] - P[i, c]) * (Y[i, c] - P[i, c]);
        return (P, sum / P.GetLength(0));
    }

    public static (double loss, double[,] Wh, double[] bh, double[,] Wo, double[] bo) TrainingStep(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo, double lr)
    {
        double loss = Forward(X, Y, Wh, bh, Wo, bo).loss;
        var p = UpdatedParameters(X, Y, Wh, bh, Wo, bo, lr);
        return (loss, p.Wh, p.bh, p.Wo, p.bo);
    }

    public static (double[,] Wh, double[] bh, double[,] Wo, double[] bo) TrainMlp(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo, double lr, int epochs)
    {
        for (int e = 0; e < epochs; e++)
        {
            var next = TrainingStep(X, Y, Wh, bh, Wo, bo, lr);
            Wh = next.Wh;
            bh = next.bh;
            Wo = next.Wo;
            bo = next.bo;
            if (e % 500 == 0) Console.WriteLine("epoch " + e + " loss " + next.loss);
        }
        return (Wh, bh, Wo, bo);
    }

    public static (double[,] dWo, double[] dbo, double[,] dWh2, double[] dbh2, double[,] dWh1, double[] dbh1) DeepMlpGradients(
        double[,] X, double[,] Y, double[,] Wh1, double[] bh1, double[,] Wh2, double[] bh2, double[,] Wo, double[] bo)
    {
        int N = X.GetLength(0);
        double[,] h1 = Squash(Layer(X, Wh1, bh1));
        double[,] h2 = Squash(Layer(h1, Wh2, bh2));
        double[,] D = Layer(h2, Wo, bo);
        for (int i = 0; i < N; i++)
            for (int c = 0; c < bo.Length; c++)
                D[i, c] = 2 * (D[i, c] - Y[i, c]) / N;
        double[,] Z2 = Back(D, Wo, h2);
        double[,] Z1 = Back(Z2, Wh2, h1);
        return (Product(h2, D), Sums(D), Product(h1, Z2), Sums(Z2), Product(X, Z1), Sums(Z1));
    }

    public static (double[,] Wh1, double[] bh1, double[,] Wh2, double[] bh2, double[,] Wo, double[] bo) UpdatedDeepParameters(
        double[,] X, double[,] Y, double[,] Wh1, double[] bh1, double[,] Wh2, double[] bh2, double[,] Wo, double[] bo, double lr)
    {
        var g = DeepMlpGradients(X, Y, Wh1, bh1, Wh2, bh2, Wo, bo);
        return (Step(Wh1, g.dWh1, lr), Step(bh1, g.dbh1, lr), Step(Wh2, g.dWh2, lr), Step(bh2, g.dbh2, lr),
            Step(Wo, g.dWo, lr), Step(bo, g.dbo, lr));
    }

    public static string EffectOfSecondLayer()
    {
        return "More parameters, so it can fit more complicated functions, but it trains slower and over-fits more easily.";
    }

    // ---------- 4 ----------

    public static double RootMeanSquaredError(double[] y, double[] yhat)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++) sum += Math.Pow(y[i] - yhat[i], 2);
        return Math.Sqrt(sum / y.Length);
    }

    public static (double ols, double ridge) LinearFitErrors(double[,] X, double[] y, double lambda)
    {
        return (RootMeanSquaredError(y, Predict(X, NormalEquations(X, y, 0))),
            RootMeanSquaredError(y, Predict(X, NormalEquations(X, y, lambda))));
    }

    public static (double[,] Wh, double[] bh, double[,] Wo, double[] bo) FitMlp(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo)
    {
        return TrainMlp(X, Y, Wh, bh, Wo, bo, 0.1, 2000);
    }

    public static string LowestOnTrainingData() { return "ols"; }

    public static string ComparisonOfMethods()
    {
        return "The targets are not linear, so both linear models stay near 0.9 and the network goes far below. Ridge is a bit "
            + "above OLS on the training data because it also pays for large coefficients.";
    }

    // ---------- helpers ----------

    // X W + b
    private static double[,] Layer(double[,] X, double[,] W, double[] b)
    {
        double[,] R = new double[X.GetLength(0), b.Length];
        for (int i = 0; i < X.GetLength(0); i++)
            for (int j = 0; j < b.Length; j++)
            {
                R[i, j] = b[j];
                for (int s = 0; s < X.GetLength(1); s++) R[i, j] += X[i, s] * W[s, j];
            }
        return R;
    }

    private static double[,] Squash(double[,] Z)
    {
        for (int i = 0; i < Z.GetLength(0); i++)
            for (int j = 0; j < Z.GetLength(1); j++)
                Z[i, j] = Math.Exp(Z[i, j]) / (Math.Exp(Z[i, j]) + 1);
        return Z;
    }

    // (G W^T) o h o (1 - h)
    private static double[,] Back(double[,] G, double[,] W, double[,] h)
    {
        double[,] Z = new double[h.GetLength(0), h.GetLength(1)];
        for (int i = 0; i < h.GetLength(0); i++)
            for (int j = 0; j < h.GetLength(1); j++)
            {
                for (int c = 0; c < G.GetLength(1); c++) Z[i, j] += G[i, c] * W[j, c];
                Z[i, j] *= h[i, j] * (1 - h[i, j]);
            }
        return Z;
    }

    // A^T B
    private static double[,] Product(double[,] A, double[,] B)
    {
        double[,] R = new double[A.GetLength(1), B.GetLength(1)];
        for (int i = 0; i < A.GetLength(0); i++)
            for (int p = 0; p < R.GetLength(0); p++)
                for (int q = 0; q < R.GetLength(1); q++)
                    R[p, q] += A[i, p] * B[i, q];
        return R;
    }

    private static double[] Sums(double[,] A)
    {
        double[] s = new double[A.GetLength(1)];
        for (int i = 0; i < A.GetLength(0); i++)
            for (int j = 0; j < s.Length; j++)
                s[j] += A[i, j];
        return s;
    }

    private static double[,] Step(double[,] W, double[,] G, double lr)
    {
        double[,] R = new double[W.GetLength(0), W.GetLength(1)];
        for (int i = 0; i < W.GetLength(0); i++)
            for (int j = 0; j < W.GetLength(1); j++)
                R[i, j] = W[i, j] - lr * G[i, j];
        return R;
    }

    private static double[] Step(double[] b, double[] g, double lr)
    {
        double[] r = new double[b.Length];
        for (int j = 0; j < b.Length; j++) r[j] = b[j] - lr * g[j];
        return r;
    }
}

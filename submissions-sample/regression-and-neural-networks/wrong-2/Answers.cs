using System;
using System.Linq;

// HW 4
public static class Answers
{
    static double S(double z) => 1 / (1 + Math.Exp(-z));

    public static (double[,] first, double[,,] second) GramProductDerivatives(double[,] M, double[] x)
    {
        int m = x.Length;
        var J = new double[m, m];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < m; j++)
                for (int s = 0; s < m; s++)
                    J[i, j] += M[i, s] * M[j, s];
        return (J, new double[m, m, m]);
    }

    public static (double[,] first, double[,,,] second) TraceOfProductDerivatives(double[,] M, double[,] X)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        double trace = 0;
        for (int i = 0; i < Math.Min(n, m); i++) trace += M[i, i];
        var G = new double[n, m];
        for (int i = 0; i < Math.Min(n, m); i++) G[i, i] = trace;
        return (G, new double[n, m, n, m]);
    }

    public static (double[,] first, double[,,,] second) TraceOfGramDerivatives(double[,] X)
    {
        int n = X.GetLength(0);
        var G = new double[n, n];
        var H = new double[n, n, n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                G[i, j] = 2 * X[j, i];
                H[i, j, j, i] = 2;
            }
        return (G, H);
    }

    public static (double[,] first, double[,,,] second) BilinearFormDerivatives(double[] a, double[] b, double[,] X)
    {
        int m = a.Length, n = b.Length;
        var G = new double[m, n];
        for (int i = 0; i < m; i++)
            for (int j = 0; j < n; j++)
                G[i, j] = 2 * a[i] * b[j];
        return (G, new double[m, n, m, n]);
    }

    public static (double[,] first, double[,,,] second) GramFormDerivatives(double[] a, double[] b, double[,] X)
    {
        int n = X.GetLength(0), m = X.GetLength(1);
        var G = new double[n, m];
        var H = new double[n, m, n, m];
        for (int i = 0; i < n; i++)
        {
            double xa = 0;
            for (int s = 0; s < m; s++) xa += X[i, s] * a[s];
            for (int j = 0; j < m; j++)
            {
                G[i, j] = 2 * xa * b[j];
                for (int l = 0; l < m; l++) H[i, j, i, l] = 2 * b[j] * a[l];
            }
        }
        return (G, H);
    }

    static double[] Solve(double[,] A, double[] r)
    {
        int d = r.Length;
        A = (double[,])A.Clone();
        r = (double[])r.Clone();
        for (int c = 0; c < d; c++)
        {
            int p = c;
            for (int i = c + 1; i < d; i++) if (Math.Abs(A[i, c]) > Math.Abs(A[p, c])) p = i;
            for (int k = 0; k < d; k++) (A[c, k], A[p, k]) = (A[p, k], A[c, k]);
            (r[c], r[p]) = (r[p], r[c]);
            for (int i = 0; i < d; i++)
            {
                if (i == c) continue;
                double f = A[i, c] / A[c, c];
                for (int k = c; k < d; k++) A[i, k] -= f * A[c, k];
                r[i] -= f * r[c];
            }
        }
        return r.Select((v, i) => v / A[i, i]).ToArray();
    }

    static (double[,] A, double[] r) Normal(double[,] X, double[] y)
    {
        int n = X.GetLength(0), d = X.GetLength(1);
        var A = new double[d, d];
        var r = new double[d];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < d; j++)
            {
                r[j] += X[i, j] * y[i];
                for (int k = 0; k < d; k++) A[j, k] += X[i, j] * X[i, k];
            }
        return (A, r);
    }

    public static double[] OrdinaryLeastSquares(double[,] X, double[] y)
    {
        var (A, r) = Normal(X, y);
        return Solve(A, r.Select(v => 2 * v).ToArray());
    }

    public static string RidgeDerivation() => "2X'Xb - 2X'y + 2 lambda b = 0, so b = (X'X + lambda I)^-1 X'y.";

    public static double[] RidgeCoefficients(double[,] X, double[] y, double lambda)
    {
        var (A, r) = Normal(X, y);
        for (int j = 0; j < r.Length; j++) A[j, j] += y.Length * lambda;
        return Solve(A, r);
    }

    public static (double[] beta, double[] predictions) RidgeRegression(double[,] X, double[] y, double lambda, double[,] Xnew)
    {
        var (A, r) = Normal(X, y);
        for (int j = 1; j < r.Length; j++) A[j, j] += lambda;
        var beta = Solve(A, r);
        return (beta, Apply(Xnew, beta));
    }

    static double[] Apply(double[,] X, double[] beta) => Enumerable.Range(0, X.GetLength(0))
        .Select(i => beta.Select((b, j) => b * X[i, j]).Sum()).ToArray();

    public static string EffectOfPenalty() => "The larger lambda is, the smaller are the coefficients.";

    public static (double a3, double a4, double a5) ForwardPass(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2)
    {
        double z4 = W14 * x1 + W24 * x2;
        double a3 = S(W13 * x1 + W23 * x2);
        double a4 = (Math.Exp(z4) - 1) / (Math.Exp(z4) + 1);
        return (a3, a4, W35 * a3 + W45 * a4);
    }

    static double[] Net(double[] W, double x1, double x2)
    {
        double a3 = S(W[0] * x1 + W[2] * x2), a4 = Math.Tanh(W[1] * x1 + W[3] * x2);
        return new[] { a3, a4, W[4] * a3 + W[5] * a4 };
    }

    public static double Loss(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t) =>
        Math.Abs(t - Net(new[] { W13, W14, W23, W24, W35, W45 }, x1, x2)[2]);

    static double[] Derivatives(double[] W, double x1, double x2, double t)
    {
        var a = Net(W, x1, x2);
        double g = 2 * (a[2] - t), d3 = g * W[4] * a[0] * (1 - a[0]), d4 = g * W[5] * (1 - a[1] * a[1]);
        return new[] { d3 * x1, d4 * x1, d3 * x2, d4 * x2, g * a[0], g * a[1] };
    }

    public static (double dW13, double dW14, double dW23, double dW24, double dW35, double dW45) LossDerivatives(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t)
    {
        var d = Derivatives(new[] { W13, W14, W23, W24, W35, W45 }, x1, x2, t).Select(v => v / 2).ToArray();
        return (d[0], d[1], d[2], d[3], d[4], d[5]);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeights(
        double W13, double W14, double W23, double W24, double W35, double W45, double x1, double x2, double t, double lr)
    {
        var W = new[] { W13, W14, W23, W24, W35, W45 };
        var w = W.Zip(Derivatives(W, x1, x2, t), (old, d) => old + lr * d).ToArray();
        return (w[0], w[1], w[2], w[3], w[4], w[5]);
    }

    public static (double W13, double W14, double W23, double W24, double W35, double W45) UpdatedWeightsTable() =>
        (0.89, -0.98, 2.11, -3.02, 1.92, -1.27);

    public static (double a5, double W13, double W14, double W23, double W24, double W35, double W45) SecondIteration()
    {
        var W = new double[] { 1, -1, 2, -3, 2, -1 };
        var d = Derivatives(W, 2, -2, 2);
        double New(int i) => W[i] - 0.1 * d[i];
        return (Net(W, 2, -2)[2], New(0), New(1), New(2), New(3), New(4), New(5));
    }

    static double[,] Layer(double[,] X, double[,] W, double[] b)
    {
        var R = new double[X.GetLength(0), b.Length];
        for (int i = 0; i < R.GetLength(0); i++)
            for (int j = 0; j < b.Length; j++)
            {
                R[i, j] = b[j];
                for (int s = 0; s < X.GetLength(1); s++) R[i, j] += X[i, s] * W[s, j];
            }
        return R;
    }

    static double[,] Map(double[,] A, Func<int, int, double> f)
    {
        var R = new double[A.GetLength(0), A.GetLength(1)];
        for (int i = 0; i < R.GetLength(0); i++)
            for (int j = 0; j < R.GetLength(1); j++)
                R[i, j] = f(i, j);
        return R;
    }

    static double[,] Squash(double[,] A) => Map(A, (i, j) => S(A[i, j]));

    // A' B
    static double[,] Times(double[,] A, double[,] B) =>
        Map(new double[A.GetLength(1), B.GetLength(1)],
            (p, q) => Enumerable.Range(0, A.GetLength(0)).Sum(i => A[i, p] * B[i, q]));

    static double[] Sums(double[,] A) => Enumerable.Range(0, A.GetLength(1))
        .Select(j => Enumerable.Range(0, A.GetLength(0)).Sum(i => A[i, j])).ToArray();

    static double[,] Back(double[,] D, double[,] W, double[,] h) => Map(h, (i, j) =>
        Enumerable.Range(0, D.GetLength(1)).Sum(c => D[i, c] * W[j, c]) * h[i, j] * (1 - h[i, j]));

    static double[,] Step(double[,] W, double[,] G, double lr) => Map(W, (i, j) => W[i, j] - lr * G[i, j]);

    static double[] Step(double[] b, double[] g, double lr) => b.Zip(g, (v, w) => v - lr * w).ToArray();

    public static (double[,] dWo, double[] dbo, double[,] dWh, double[] dbh) MlpGradients(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo)
    {
        var h = Squash(Layer(X, Wh, bh));
        var P = Layer(h, Wo, bo);
        var D = Map(P, (i, c) => 2 * (P[i, c] - Y[i, c]) / P.Length);
        var Z = Back(D, Wo, h);
        return (Times(h, D), Sums(D), Times(X, Z), Sums(Z));
    }

    public static (double[,] Wh, double[] bh, double[,] Wo, double[] bo) UpdatedParameters(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo, double lr)
    {
        var h = Squash(Layer(X, Wh, bh));
        var P = Layer(h, Wo, bo);
        var D = Map(P, (i, c) => 2 * (P[i, c] - Y[i, c]) / P.GetLength(0));
        Wo = Step(Wo, Times(h, D), lr);
        bo = Step(bo, Sums(D), lr);
        var Z = Back(D, Wo, h);
        return (Step(Wh, Times(X, Z), lr), Step(bh, Sums(Z), lr), Wo, bo);
    }

    public static (double[,] prediction, double loss) Forward(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo)
    {
        var P = Squash(Layer(Squash(Layer(X, Wh, bh)), Wo, bo));
        double sum = 0;
        for (int i = 0; i < P.GetLength(0); i++)
            for (int c = 0; c < P.GetLength(1); c++)
                sum += Math.Pow(Y[i, c] - P[i, c], 2);
        return (P, sum / P.GetLength(0));
    }

    public static (double loss, double[,] Wh, double[] bh, double[,] Wo, double[] bo) TrainingStep(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo, double lr)
    {
        int N = X.GetLength(0);
        var h = Squash(Layer(X, Wh, bh));
        var P = Layer(h, Wo, bo);
        var D = Map(P, (i, c) => (P[i, c] - Y[i, c]) / N);
        var Z = Back(D, Wo, h);
        double loss = 0;
        foreach (double d in D) loss += d * d * N;
        return (loss, Step(Wh, Times(X, Z), lr), Step(bh, Sums(Z), lr), Step(Wo, Times(h, D), lr), Step(bo, Sums(D), lr));
    }

    public static (double[,] Wh, double[] bh, double[,] Wo, double[] bo) TrainMlp(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo, double lr, int epochs)
    {
        for (int e = 0; e < epochs; e++)
        {
            var next = UpdatedParameters(X, Y, Wh, bh, Wo, bo, lr);
            bool isDone = Math.Abs(next.bo[0] - bo[0]) < 1;
            (Wh, bh, Wo, bo) = next;
            if (isDone) break;
        }
        return (Wh, bh, Wo, bo);
    }

    public static (double[,] dWo, double[] dbo, double[,] dWh2, double[] dbh2, double[,] dWh1, double[] dbh1) DeepMlpGradients(
        double[,] X, double[,] Y, double[,] Wh1, double[] bh1, double[,] Wh2, double[] bh2, double[,] Wo, double[] bo)
    {
        var h1 = Squash(Layer(X, Wh1, bh1));
        var h2 = Squash(Layer(h1, Wh2, bh2));
        var P = Layer(h2, Wo, bo);
        var D = Map(P, (i, c) => 2 * (P[i, c] - Y[i, c]) / P.GetLength(0));
        var Z2 = Back(D, Wo, h2);
        var Z1 = Map(h1, (i, j) =>
            Enumerable.Range(0, bh2.Length).Sum(c => Z2[i, c] * Wh2[c, j]) * h1[i, j] * (1 - h1[i, j]));
        return (Times(h2, D), Sums(D), Times(h1, Z2), Sums(Z2), Times(X, Z1), Sums(Z1));
    }

    public static (double[,] Wh1, double[] bh1, double[,] Wh2, double[] bh2, double[,] Wo, double[] bo) UpdatedDeepParameters(
        double[,] X, double[,] Y, double[,] Wh1, double[] bh1, double[,] Wh2, double[] bh2, double[,] Wo, double[] bo, double lr)
    {
        var h1 = Squash(Layer(X, Wh1, bh1));
        var h2 = Squash(Layer(h1, Wh2, bh2));
        var P = Layer(h2, Wo, bo);
        var D = Map(P, (i, c) => 2 * (Y[i, c] - P[i, c]) / P.GetLength(0));
        var Z2 = Back(D, Wo, h2);
        var Z1 = Back(Z2, Wh2, h1);
        return (Step(Wh1, Times(X, Z1), lr), Step(bh1, Sums(Z1), lr), Step(Wh2, Times(h1, Z2), lr), Step(bh2, Sums(Z2), lr),
            Step(Wo, Times(h2, D), lr), Step(bo, Sums(D), lr));
    }

    public static double RootMeanSquaredError(double[] y, double[] yhat) =>
        Math.Sqrt(y.Zip(yhat, (a, b) => (a - b) * (a - b)).Sum());

    public static (double ols, double ridge) LinearFitErrors(double[,] X, double[] y, double lambda)
    {
        double Error(double l)
        {
            var (A, r) = Normal(X, y);
            for (int j = 0; j < r.Length; j++) A[j, j] += l;
            return y.Zip(Apply(X, Solve(A, r)), (a, b) => (a - b) * (a - b)).Average();
        }
        return (Error(0), Error(lambda));
    }

    public static (double[,] Wh, double[] bh, double[,] Wo, double[] bo) FitMlp(
        double[,] X, double[,] Y, double[,] Wh, double[] bh, double[,] Wo, double[] bo) =>
        (Map(Wh, (i, j) => 0), new double[bh.Length], Map(Wo, (i, j) => 0), new double[bo.Length]);

    public static string LowestOnTrainingData() => "depends";

    public static string ComparisonOfMethods() => "It depends on lambda.";
}

using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Starters;

/// <summary>A homework with an answer and an input of every kind.</summary>
internal static class EveryKind
{
    private const string Spec = """
        id: every-kind
        title: Every kind
        given: Given.cs
        reference: Reference.cs
        sizes: { N: 6..9, D: 2..5, m: 2..4, n: 2..4 }
        questions:
          - id: "1.1"
            title: Derivative
            points: 0.5
            statement: |
              Return $\frac{dv}{du}$ for $0 < u$, where

              $$v = u^2 & more.$$

              * The first item, which is so long in the spec that one line of a starter cannot hold it, although a line of YAML can;
              * the second.
            answer: double Slope(double u)
            definition: { derivative-of: Square, with-respect-to: u }
            inputs: { u: { values: positive } }
          - id: "1.2"
            title: What is the gradient?
            points: 1
            bonus: true
            statement: Return the gradient.
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y, Vector<double> p)
            definition: { gradient-of: Loss, with-respect-to: w }
            inputs: { w: { size: D }, X: { size: [N, D] }, y: { size: N, values: binary }, p: { size: 3, values: positive } }
            constraints: [(X * w - y).L2Norm() >= 0.301]
            special-points:
              - { label: where a weight vanishes, inputs: { p: [0, 0.43, 0.7] } }
              - { label: no residual, inputs: { y: "X * w" } }
            tolerance: { relative: 1.25e-7 }
          - { id: "1.3", title: Jacobian, points: 1, statement: Return it., answer: "Matrix<double> Jacobian(Vector<double> w, Matrix<double> X, Vector<double> y)",
              definition: { jacobian-of: Residual, with-respect-to: w }, inputs: { w: { size: D }, X: { size: [N, D] }, y: { size: N, computed: "2 * X * w" } } }
          - { id: "1.4", title: Hessian by a vector, points: 1, statement: Return it., answer: "Matrix<double> Hessian(Vector<double> w, Matrix<double> X, Vector<double> y)",
              definition: { hessian-of: Loss, with-respect-to: w }, inputs: { w: { size: D }, X: { size: [N, D] }, y: { size: N } } }
          - { id: "1.5", title: Hessian by a matrix, points: 1, statement: Return it., answer: "double[,,,] BilinearHessian(Vector<double> a, Vector<double> b, Matrix<double> M)",
              definition: { hessian-of: Bilinear, with-respect-to: M }, inputs: { a: { size: m }, b: { size: n }, M: { size: [m, n] } } }
          - { id: "1.6", title: Hessian of a vector function, points: 1, statement: Return it., answer: "double[,,] SquaresHessian(Vector<double> w)",
              definition: { hessian-of: Squares, with-respect-to: w }, inputs: { w: { size: D } } }
          - { id: "2.1", title: Product of sizes, points: 1, statement: Return it., answer: "Vector<double> Flat(Matrix<double> M)", definition: { value: {} }, inputs: { M: { size: [m, n] } } }
          - { id: "2.2", title: No size, points: 1, statement: Return it., answer: "Vector<double> WithOne(double[] y)", definition: { value: {} }, inputs: { y: { size: N } } }
          - { id: "2.3", title: Shapes, points: 1, statement: Return them., answer: "(int rows, int columns) Extents(int k, bool isTall, double level)",
              definition: { shape: {} }, inputs: { k: { values: integer, magnitude: 2..9 }, isTall: { values: binary }, level: { values: integer, magnitude: 4..4 } } }
          - { id: "2.4", title: Without names, points: 1, statement: Return both., answer: "(double, string) Unnamed()", definition: { value: {} } }
          - id: "3.1"
            title: A step with a signature that is longer than a line
            statement: Return what is new.
            answer: (Vector<double> w, double total, (double least, double most) range) Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate)
            parts:
              w: { step-of: Loss, with-respect-to: w, rate: rate, points: 1.5 }
              total: { equals: Loss, points: 1 }
              range: { value: {}, points: 1 }
            inputs: { w: { size: D }, X: { size: [N, D] }, y: { size: N }, rate: { values: positive } }
          - { id: "3.2", title: Polynomial, points: 1, statement: Return it., answer: double Taylor(double u), definition: { taylor-of: Square, with-respect-to: u, order: 1, around: 1 }, inputs: { u: {} } }
          - { id: "3.3", title: Minimiser, points: 1, statement: Return it., answer: "Vector<double> Minimiser(Matrix<double> X, Vector<double> y)",
              definition: { minimiser-of: Loss, with-respect-to: w }, inputs: { X: { size: [N, D] }, y: { size: N } } }
          - { id: "3.4", title: Conditions, points: 1, statement: Return one., answer: "double Larger(double u)", definition: { satisfies: [{ condition: answer > u, otherwise: it is not larger }] }, inputs: { u: {} } }
          - { id: "3.5", title: Training, points: 1, statement: Train., answer: "(Matrix<double> W, double bias) Train(Matrix<double> W, double bias)",
              definition: { training: { measure: answer.bias, at-most: 1e9 } }, inputs: { W: { size: [m, 3] }, bias: {} } }
          - { id: "4.1", title: Functions, points: 1, statement: Call them., answer: "Vector<double> Call(Func<Vector<double>, Vector<double>> f, Func<Vector<double>, double, bool> isLarge, Vector<double> s)",
              definition: { value: {} }, inputs: { A: { size: [n, m] }, f: { function: ["Linear(A)", "Waves(A)"] }, isLarge: { function: ["IsLong(A)", "IsFlat(A)"] }, s: { size: m } } }
          - { id: "4.2", title: Functions as an answer, points: 1, statement: Return them., answer: "(Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double, double> outer) Split(Vector<double> v)",
              apply: { inner: [s], outer: [inner, level] }, definition: { value: {} }, inputs: { v: { size: m }, s: { size: m }, level: { values: positive } } }
          - { id: "4.3", title: A function, points: 1, statement: Return it., answer: "Func<double, double> Function()", apply: { answer: [u] }, definition: { derivative-of: Square, with-respect-to: u }, inputs: { u: {} } }
          - { id: "4.4", title: A function of several results, points: 1, statement: Return it., answer: "Func<Vector<double>, (Vector<double> square, double total)> Results()",
              apply: { answer: [w] }, parts: { square: { equals: Squares }, total: { value: {} } }, inputs: { w: { size: D } } }
          - { id: "4.5", title: A long result without parameters, points: 1, statement: Return it.,
              answer: "(Vector<double> first, Vector<double> second, Vector<double> third, string fourth, string fifth) Long()", definition: { value: {} } }
          - { id: "5.1", title: One, points: none, statement: Choose., answer: string One(), definition: { choice: { a: This, b: That & those } } }
          - { id: "5.2", title: Several, points: none, statement: Choose., answer: "string[] Several()", definition: { choices: { a: This., b: That. } } }
          - { id: "5.3", title: Blank, points: none, statement: Fill in., answer: string Blank(), definition: { blank: {} } }
          - { id: "5.4", title: Prose, points: 3, statement: Say why., answer: string Prose(double @in), definition: { text: {} }, inputs: { in: {} } }

        """;

    private const string Given = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Every.Kind;

        public static class Given
        {
            /// <summary>
            /// Half the squared length of <see cref="Residual"/>, which is 0 where it fits. A second sentence, which is not shown.
            /// </summary>
            public static double Loss(Vector<double> w, Matrix<double> X, Vector<double> y) => 0.5 * Residual(w, X, y).DotProduct(X * w - y);

            public static Vector<double> Residual(
                Vector<double> w, Matrix<double> X, Vector<double> y) => X * w - y;

            /// <summary>u^2 &gt; 0.</summary>
            public static double Square(double u) => u * u;

            public static Vector<double> Squares(Vector<double> w) => w.PointwiseMultiply(w);

            public static double Bilinear(Vector<double> a, Vector<double> b, Matrix<double> M) => (a * M * b) * (a * M * b);

            /// <returns>A map of R^m to R^n.</returns>
            public static Func<Vector<double>, Vector<double>> Linear(Matrix<double> A) => s => A * s;

            /// <returns>A map of R^m to R^n.</returns>
            public static Func<Vector<double>, Vector<double>> Waves(Matrix<double> A) => s => (A * s).PointwiseSin();

            /// <returns>A rule.</returns>
            public static Func<Vector<double>, double, bool> IsLong(Matrix<double> A) => (s, level) => s.L2Norm() > level;

            /// <returns>Another rule.</returns>
            public static Func<Vector<double>, double, bool> IsFlat(Matrix<double> A) => (s, level) => s.L2Norm() <= level;

            private static double Hidden() => 0;
        }

        internal static class Inner
        {
            public static double Hidden() => 0;
        }

        public static class More
        {
            public static double Half => 0.5;

            public static double Halved(double u) => Half * u;
        }
        """;

    private const string Reference = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Every.Kind;

        public static class Reference
        {
            public static double Slope(double u) => 2 * u;
            public static Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y, Vector<double> p) => X.TransposeThisAndMultiply(X * w - y);
            public static Matrix<double> Jacobian(Vector<double> w, Matrix<double> X, Vector<double> y) => X.Clone();
            public static Matrix<double> Hessian(Vector<double> w, Matrix<double> X, Vector<double> y) => X.TransposeThisAndMultiply(X);
            public static double[,,,] BilinearHessian(Vector<double> a, Vector<double> b, Matrix<double> M)
            {
                var hessian = new double[a.Count, b.Count, a.Count, b.Count];
                for (int i = 0; i < a.Count; i++)
                    for (int j = 0; j < b.Count; j++)
                        for (int k = 0; k < a.Count; k++)
                            for (int l = 0; l < b.Count; l++)
                                hessian[i, j, k, l] = 2 * a[i] * b[j] * a[k] * b[l];
                return hessian;
            }
            public static double[,,] SquaresHessian(Vector<double> w)
            {
                var hessian = new double[w.Count, w.Count, w.Count];
                for (int i = 0; i < w.Count; i++) hessian[i, i, i] = 2;
                return hessian;
            }
            public static Vector<double> Flat(Matrix<double> M) => Vector<double>.Build.DenseOfArray(M.ToRowMajorArray());
            public static Vector<double> WithOne(double[] y) => Vector<double>.Build.DenseOfEnumerable(y.Append(1.0));
            public static (int rows, int columns) Extents(int k, bool isTall, double level) => (k, k + 1);
            public static (double, string) Unnamed() => (1.5, "one and a half");
            public static (Vector<double> w, double total, (double least, double most) range) Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate) =>
                (w - rate * X.TransposeThisAndMultiply(X * w - y), 0.5 * (X * w - y).DotProduct(X * w - y), (w.Minimum(), w.Maximum()));
            public static double Taylor(double u) => 2 * u - 1;
            public static Vector<double> Minimiser(Matrix<double> X, Vector<double> y) => X.QR().Solve(y);
            public static double Larger(double u) => u + 1;
            public static (Matrix<double> W, double bias) Train(Matrix<double> W, double bias) => (W, bias);
            public static Vector<double> Call(Func<Vector<double>, Vector<double>> f, Func<Vector<double>, double, bool> isLarge, Vector<double> s) => f(s);
            public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double, double> outer) Split(Vector<double> v) =>
                (s => s + v, (t, level) => level * t.DotProduct(t));
            public static Func<double, double> Function() => u => 2 * u;
            public static Func<Vector<double>, (Vector<double> square, double total)> Results() => w => (w.PointwiseMultiply(w), w.Sum());
            public static (Vector<double> first, Vector<double> second, Vector<double> third, string fourth, string fifth) Long() =>
                (Vector<double>.Build.Dense(2, 1.5), Vector<double>.Build.Dense(3, 1.5), Vector<double>.Build.Dense(1, 1.5), "four", "five");
            public static string One() => "b";
            public static string[] Several() => ["b"];
            public static string Blank() => "seventeen";
        }
        """;

    internal static TinySpec Written() => TinySpec.Written(Spec, Given, Reference);

    /// <summary>With one place of the spec or of the reference changed; the text to replace stands in them once.</summary>
    internal static TinySpec With(string old, string changed) => Spec.Contains(old, StringComparison.Ordinal)
        ? TinySpec.Written(TinySpec.Replace(Spec, old, changed), Given, Reference)
        : TinySpec.Written(Spec, Given, TinySpec.Replace(Reference, old, changed));
}

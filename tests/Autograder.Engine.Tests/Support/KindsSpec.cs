using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Support;

/// <summary>A small right question for each kind of definition beyond the derivatives; each begins at line 8, its answer stands at line 12.</summary>
internal static class KindsSpec
{
    internal const string Step = """
          - id: "1"
            title: A step
            points: 2
            statement: Take a step.
            answer: Vector<double> Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate)
            definition: { step-of: Loss, with-respect-to: w, rate: rate }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
              rate: { values: positive, magnitude: 0.01..0.1 }
        """;

    internal const string Taylor = """
          - id: "1"
            title: A tangent
            points: 2
            statement: Return the value of the tangent.
            answer: double Tangent(Vector<double> x)
            definition: { taylor-of: Bowl, with-respect-to: x, order: 1, around: [1, 2] }
            inputs:
              x: { size: 2 }
        """;

    internal const string Parts = """
          - id: "1"
            title: A loss and its gradient
            statement: Return both.
            bonus: true
            answer: (Vector<double> dw, double loss) Both(Vector<double> w, Matrix<double> X, Vector<double> y)
            parts:
              loss: { equals: Loss, points: 1 }
              dw: { gradient-of: Loss, with-respect-to: w, points: 3 }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
        """;

    internal const string Conditions = """
          - id: "1"
            title: Orthogonal
            points: 2
            statement: Return any vector that is orthogonal to a.
            answer: Vector<double> Orthogonal(Vector<double> a)
            definition:
              satisfies:
                - { condition: "Math.Abs(answer * a) < 1e-9 && answer.Count == D", otherwise: It is not orthogonal to a. }
                - { condition: Length(answer) > 0.1, otherwise: It is too short. }
            inputs:
              a: { size: D }
        """;

    internal const string Shape = """
          - id: "1"
            title: Extents
            points: 2
            statement: Return the extents of the Jacobian.
            answer: (int rows, int columns) Extents(int n, int m)
            definition: { shape: {} }
            inputs:
              n: { values: integer, magnitude: 2..9 }
              m: { values: integer, magnitude: 2..9 }
        """;

    /// <summary>The images and labels are those of <see cref="Idx"/>, of which one is for training.</summary>
    internal const string Training = """
          - id: "1"
            title: Training
            points: 2
            statement: Train.
            answer: (Vector<double> w, double b) Train(Vector<double> w, double b, Matrix<double> X, Vector<double> y)
            definition: { training: { measure: "Accuracy(answer.w, answer.b, Xheld, yheld)", at-least: 0.5 } }
            inputs:
              w: { size: 4, computed: Zeros(4) }
              b: {}
              X: { idx: { file: images.idx.gz, count: 1 } }
              y: { idx: { file: labels.idx, count: 1 } }
              Xheld: { idx: { file: images.idx.gz, first: 1, count: 2 } }
              yheld: { idx: { file: labels.idx, first: 1, count: 2 } }
        """;

    internal const string Computed = """
          - id: "1"
            title: Slope
            points: 2
            statement: Return 2 u.
            answer: double Slope(double u)
            definition: { derivative-of: Square, with-respect-to: u }
            inputs:
              v: { values: positive }
              s: { size: D }
              double: { computed: 2 * v }
              u: { computed: "@double + s.L2Norm() + D" }
        """;

    private const string Given = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Tiny;

        public static class Given
        {
            public static double Loss(Vector<double> w, Matrix<double> X, Vector<double> y) => 0.5 * (X * w - y).DotProduct(X * w - y);
            public static double Bowl(Vector<double> x) => x * x;
            public static double Square(double u) => u * u;
            public static Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y) => X * w - y;
            public static Func<Vector<double>, Vector<double>> Linear(Matrix<double> A) => s => A * s;
            public static Vector<double> Zeros(int count) => Vector<double>.Build.Dense(count);
            public static double Length(Vector<double> v) => v.Count < 50 ? v.L2Norm() : throw new System.FormatException("too long");
            public static double Accuracy(Vector<double> w, double b, Matrix<double> X, Vector<double> y) =>
                b < 1e6 ? b * X.RowCount / y.Count : throw new System.FormatException("too large");
        }
        """;

    private const string Reference = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Tiny;

        public static class Reference
        {
            private static Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => X.TransposeThisAndMultiply(X * w - y);
            public static Vector<double> Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate) => w - rate * Gradient(w, X, y);
            public static double Tangent(Vector<double> x) => 5 + 2 * (x[0] - 1) + 4 * (x[1] - 2);
            public static (Vector<double> dw, double loss) Both(Vector<double> w, Matrix<double> X, Vector<double> y) => (Gradient(w, X, y), Given.Loss(w, X, y));
            public static (Vector<double> dw, string name) Named(Vector<double> w, Matrix<double> X, Vector<double> y) => (Gradient(w, X, y), "dw");
            public static Vector<double> Orthogonal(Vector<double> a) => Vector<double>.Build.Dense(a.Count, i => i == 0 ? -a[1] : i == 1 ? a[0] : 0);
            public static (int rows, int columns) Extents(int n, int m) => (n * m, m);
            public static (Vector<double> w, double b) Train(Vector<double> w, double b, Matrix<double> X, Vector<double> y) => (w, 1);
            public static double Slope(double u) => 2 * u;
            public static Func<Vector<double>, double> Norm() => x => x.L2Norm();
            public static double Sum(Vector<double> x, Vector<double> y) => x.Sum() + y.Sum();
        }
        """;

    /// <summary>A folder with that question alone.</summary>
    internal static TinySpec Asking(string question)
    {
        TinySpec spec = TinySpec.Written(TinySpec.FirstLines + question, Given, Reference);
        spec.Write("images.idx.gz", Idx.Zipped(Idx.Images));
        spec.Write("labels.idx", Idx.Labels);
        return spec;
    }

    /// <summary>With one place of the question changed, exactly these problems.</summary>
    internal static void Reports(string question, string old, string changed, params string[] expected)
    {
        using TinySpec spec = Asking(TinySpec.Replace(question, old, changed));
        spec.Reports(expected);
    }

    /// <summary>It is in order, and its points can be drawn.</summary>
    internal static void Plans(string question, int points = 12)
    {
        using TinySpec spec = Asking(question);
        Assert.Empty(spec.Problems());
        LoadedAssignment loaded = spec.Load();
        Assert.Equal(points, Assert.Single(loaded.Plan("seed").Questions).Points.Length);
    }
}

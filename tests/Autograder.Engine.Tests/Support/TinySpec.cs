using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Support;

/// <summary>A small homework in a folder of its own, which is right until a test plants a mistake.</summary>
internal sealed class TinySpec : IDisposable
{
    internal const string FirstLines = """
        id: tiny
        title: Tiny
        given: Given.cs
        reference: Reference.cs
        sizes: { N: 3..5, D: 2..4 }
        limits: { call-seconds: 5 }
        questions:

        """;

    internal const string Spec = FirstLines + """
          - id: "1"
            title: Gradient of half a squared distance
            points: 2
            statement: Return the gradient.
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y)
            definition: { gradient-of: Loss, with-respect-to: w }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
            constraints:
              - (X * w - y).L2Norm() >= 0.3
            special-points:
              - label: no residual
                inputs: { y: "X * w" }
            tolerance: { relative: 1e-7 }
          - id: "2"
            title: A choice
            points: none
            statement: Choose.
            answer: string Choice()
            definition: { choice: { a: This, b: That } }

        """;

    internal const string Given = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Tiny;

        public static class Given
        {
            public static double Loss(Vector<double> w, Matrix<double> X, Vector<double> y) => 0.5 * Residual(w, X, y).DotProduct(X * w - y);
            public static Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y) => X * w - y;
            public static double Square(double u) => u * u;
            public static Func<Vector<double>, Vector<double>> Linear(Matrix<double> A) => s => A * s;
            public static Func<Vector<double>, Matrix<double>> LinearJacobian(Matrix<double> A) => s => A;
        }
        """;

    internal const string Reference = """
        using MathNet.Numerics.LinearAlgebra;

        namespace Tiny;

        public static class Reference
        {
            public static Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y) => X.TransposeThisAndMultiply(X * w - y);
            public static Matrix<double> Jacobian(Vector<double> w, Matrix<double> X, Vector<double> y) => X;
            public static Vector<double> Minimiser(Matrix<double> X, Vector<double> y) => X.QR().Solve(y);
            public static double Slope(double u) => 2 * u;
            public static Vector<double> Apply(Func<Vector<double>, Vector<double>> f, Vector<double> s) => f(s);
            public static double Twice(int k) => 2 * k;
            public static string Choice() => "a";
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autograder-spec-");

    private TinySpec(string spec, string given, string reference)
    {
        Write(AssignmentLoader.FileName, spec);
        Write("Given.cs", given);
        Write("Reference.cs", reference);
    }

    internal string Folder => _folder.FullName;

    internal static TinySpec Written(string spec = Spec, string given = Given, string reference = Reference) => new(spec, given, reference);

    /// <summary>With one place of the spec changed; the text to replace stands there once.</summary>
    internal static TinySpec With(string old, string changed) => Written(SpecWith(old, changed));

    internal static string SpecWith(string old, string changed) => Replace(Spec, old, changed);

    /// <summary>With this question alone; it begins at line 8.</summary>
    internal static TinySpec Asking(string question) => Written(FirstLines + question);

    internal static string Replace(string text, string old, string changed)
    {
        Assert.Equal(2, text.Split(old).Length);
        return text.Replace(old, changed, StringComparison.Ordinal);
    }

    internal void Write(string name, string content) => File.WriteAllText(Path.Combine(Folder, name), content);

    internal void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(Folder, name), content);

    internal LoadedAssignment Load() => AssignmentLoader.Load(Folder);

    /// <summary>What is wrong with it, places relative to its folder; whatever else is thrown fails the test.</summary>
    internal string[] Problems()
    {
        try
        {
            Load();
            return [];
        }
        catch (SpecException exception)
        {
            return Shown(exception);
        }
    }

    /// <summary>Exactly these problems, in order; a line each, beginning with line and column in the spec.</summary>
    internal void Reports(params IEnumerable<string> expected)
    {
        string wanted = string.Join('\n', expected.Select(problem => $"{AssignmentLoader.FileName}:{problem}"));
        string found = string.Join('\n', Problems());
        Assert.True(wanted == found, $"Expected:\n{wanted}\nFound:\n{found}");
    }

    /// <summary>It loads, but its points cannot be drawn.</summary>
    internal string[] PlanProblems() => Shown(Assert.Throws<SpecException>(() => Load().Plan("seed")));

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] Shown(SpecException exception) =>
        [.. exception.Problems.Select(problem => problem.ToString().Replace(Folder + "/", "", StringComparison.Ordinal))];
}

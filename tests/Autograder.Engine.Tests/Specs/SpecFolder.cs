using Autograder.Engine.Specs;

namespace Autograder.Engine.Tests.Specs;

/// <summary>A small homework in a temporary folder, whole until a test breaks it.</summary>
internal sealed class SpecFolder : IDisposable
{
    internal const string Spec = """
        id: small
        title: A small homework
        given: Given.cs
        reference: Reference.cs
        sizes: { N: 3..5, D: 2..4 }
        questions:
          - id: "1"
            title: Gradient
            points: 2
            statement: Return the gradient of the loss.
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X)
            definition: { gradient-of: Loss, with-respect-to: w }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
            constraints:
              - (X * w).L2Norm() >= 0.1
            special-points:
              - label: ones
                inputs: { w: [1, 1], X: [[1, 2], [3, 4], [5, 6]] }
          - id: "2"
            title: Choice
            points: none
            statement: Choose one.
            answer: string Chosen()
            definition: { choice: { a: The first, b: The second } }
        """;

    internal const string Given = """
        using MathNet.Numerics.LinearAlgebra;
        namespace Small;
        public static class Given
        {
            public static double Loss(Vector<double> w, Matrix<double> X) => (X * w) * (X * w);
        }
        """;

    internal const string Reference = """
        using MathNet.Numerics.LinearAlgebra;
        namespace Small;
        public static class Reference
        {
            public static Vector<double> Gradient(Vector<double> w, Matrix<double> X) => 2 * X.Transpose() * (X * w);
            public static string Chosen() => "a";
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    internal SpecFolder(string spec = Spec, string given = Given, string reference = Reference)
    {
        File.WriteAllText(Path.Combine(_folder, "assignment.yaml"), spec);
        File.WriteAllText(Path.Combine(_folder, "Given.cs"), given);
        File.WriteAllText(Path.Combine(_folder, "Reference.cs"), reference);
    }

    internal LoadedAssignment Load() => AssignmentLoader.Load(_folder);

    /// <summary>Everything that is wrong, one a line, without the temporary folder.</summary>
    internal string Problems()
    {
        var exception = Assert.Throws<SpecException>(() =>
        {
            LoadedAssignment loaded = Load();
            loaded.Plan(loaded.DefaultSeed);
        });
        return string.Join('\n', exception.Problems).Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

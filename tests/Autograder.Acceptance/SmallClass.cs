using System.Globalization;

namespace Autograder.Acceptance;

/// <summary>A homework of two questions and a class of students, some right, some wrong, some hanging, made in a folder.</summary>
internal sealed class SmallClass : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal SmallClass(int students)
    {
        WriteHomework("slopes", "2 * u");
        for (int student = 0; student < students; student++)
        {
            WriteAnswers(student, (student % 4) switch { 0 => "2 * u", 1 => "3 * u", 2 => "throw new System.Exception()", _ => "u" });
        }
    }

    internal string Homework => PathTo("homework");

    internal string Submissions => PathTo("class");

    internal string PathTo(params string[] parts) => _folder.PathTo(parts);

    internal string Write(string relative, string text) => _folder.Write(relative, text);

    internal void WriteHomework(string id, string slope)
    {
        _folder.Write("homework/Given.cs", "public static class Given { public static double Square(double u) => u * u; }");
        _folder.Write("homework/Reference.cs", $"public static class Reference {{ public static double Slope(double u) => {slope}; public static double Next(double u) => u + 1; }}");
        _folder.Write("homework/assignment.yaml", $$"""
            id: {{id}}
            title: Slopes
            given: Given.cs
            reference: Reference.cs
            questions:
              - id: "1"
                title: A slope
                points: 2
                statement: Return the derivative of the square.
                answer: double Slope(double u)
                definition: { value: {} }
                inputs: { u: {} }
              - id: "2"
                title: The next
                points: 1
                statement: Return u + 1.
                answer: double Next(double u)
                definition: { value: {} }
                inputs: { u: {} }
            """);
    }

    internal static string NameOf(int student) => $"s{student.ToString("000", CultureInfo.InvariantCulture)}";

    internal void WriteAnswers(int student, string slope) => _folder.Write(
        $"class/{NameOf(student)}/Answers.cs", $"public static class Answers {{ public static double Slope(double u) => {slope}; public static double Next(double u) => u + 1; /* {student} */ }}");

    internal GraderCommand.Result Grade(string output, params string[] more) => GraderCommand.Run(["grade", Homework, Submissions, "--out", PathTo(output), .. more]);

    /// <summary>All that a run has written but for what it keeps for the next.</summary>
    internal SortedDictionary<string, string> Results(string output) => new(
        Directory.GetFiles(PathTo(output), "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(PathTo(output), file), File: file))
            .Where(file => !file.Path.StartsWith(".cache", StringComparison.Ordinal))
            .ToDictionary(file => file.Path, file => File.ReadAllText(file.File)), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}

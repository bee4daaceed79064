using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

public sealed class AssignmentLoaderTests
{
    [Fact]
    public void Every_mistake_of_a_spec_is_reported_at_once_in_the_order_of_the_file()
    {
        using var spec = TinySpec.Written(EveryMistake, reference: TinySpec.Replace(TinySpec.Reference, "=> \"a\"", "=> 3"));
        Snapshot.Verify(string.Join('\n', spec.Problems()), "every-mistake");
    }

    [Fact]
    public void Mistakes_of_the_spec_are_reported_beside_those_of_the_reference()
    {
        using var spec = TinySpec.Written(
            TinySpec.SpecWith("points: 2", "points: two").Replace(">= 0.3", ">= 0.3)", StringComparison.Ordinal),
            reference: TinySpec.Replace(TinySpec.Reference, "2 * u", "2 * v"));
        string[] problems = spec.Problems();
        Assert.Equal(3, problems.Length);
        Assert.StartsWith("Reference.cs:10:49: does not compile: CS0103: The name 'v' does not exist", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("assignment.yaml:10:13: expected a number of points", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("assignment.yaml:19:9: '(X * w - y).L2Norm() >= 0.3)' does not compile: CS", problems[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_the_given_code_and_in_the_reference_come_together_with_the_compilers_messages()
    {
        using var spec = TinySpec.Written(
            given: TinySpec.Replace(TinySpec.Given, "u * u", "u * u * ;"),
            reference: TinySpec.Replace(TinySpec.Reference, "=> \"a\"", "=> 3"));
        Assert.Equal(
            [
                "Given.cs:9:54: does not compile: CS1525: Invalid expression term ';'",
                "Given.cs:9:55: does not compile: CS1519: Invalid token ';' in a member declaration",
                "Reference.cs:13:38: does not compile: CS0029: Cannot implicitly convert type 'int' to 'string'",
            ],
            spec.Problems());
        using var types = TinySpec.Written(
            given: TinySpec.Replace(TinySpec.Given, "u * u", "u * true"),
            reference: TinySpec.Replace(TinySpec.Reference, "=> \"a\"", "=> 3"));
        Assert.Equal(
            [
                "Given.cs:9:46: does not compile: CS0019: Operator '*' cannot be applied to operands of type 'double' and 'bool'",
                "Reference.cs:13:38: does not compile: CS0029: Cannot implicitly convert type 'int' to 'string'",
            ],
            types.Problems());
    }

    [Theory]
    [InlineData("given: Given.cs", "given: Missing.cs", "3:8: the given code cannot be read: Could not find file")]
    [InlineData("reference: Reference.cs", "reference: ../nowhere/Missing.cs", "4:12: the reference cannot be read: Could not find a part of the path")]
    [InlineData("reference: Reference.cs", "reference: .", "4:12: the reference cannot be read: Access to the path")]
    [InlineData("given: Given.cs", "given: \"Given\\0.cs\"", "3:8: the given code cannot be read: no file has such a name")]
    public void A_file_that_cannot_be_read_is_reported_where_it_is_named(string old, string changed, string expected)
    {
        using var spec = TinySpec.With(old, changed);
        Assert.StartsWith($"assignment.yaml:{expected}", Assert.Single(spec.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_is_found_by_its_folder_and_by_its_file()
    {
        using var spec = TinySpec.Written();
        LoadedAssignment byFolder = AssignmentLoader.Load(spec.Folder), byFile = AssignmentLoader.Load(Path.Combine(spec.Folder, AssignmentLoader.FileName));
        Assert.Equal(byFolder.Assignment.Fingerprint, byFile.Assignment.Fingerprint);
        Assert.Equal("tiny", byFile.DefaultSeed);
        Assert.Equal("Given.cs", byFile.GivenFileName);
        Assert.Equal([8, 24], byFile.Places.Select(place => place.Question.Line));
    }

    [Fact]
    public void A_seed_is_the_staffs()
    {
        using var open = TinySpec.Written();
        using var secret = TinySpec.With("title: Tiny", "title: Tiny\nseed: rosebud");
        Assert.Equal(("tiny", true), (open.Load().DefaultSeed, open.Load().ArePointsPublic));
        Assert.Equal(("rosebud", false), (secret.Load().DefaultSeed, secret.Load().ArePointsPublic));

        string seen = PublicSpec.Of(secret.Load()), path = Path.Combine(secret.Folder, AssignmentLoader.FileName);
        Assert.DoesNotContain("seed", seen, StringComparison.Ordinal);
        Assert.Equal("check/tiny", AssignmentLoader.LoadPublic(path, seen).DefaultSeed);
        SpecProblem problem = Assert.Single(Assert.Throws<SpecException>(() => AssignmentLoader.LoadPublic(path, $"seed: rosebud\n{seen}")).Problems);
        Assert.Equal("a homework that students check has no 'seed'; the staff's spec is called assignment.yaml", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nowhere/at/all")]
    [InlineData("with\0null")]
    public void A_path_that_leads_nowhere_is_a_problem_of_the_spec(string path)
    {
        SpecException exception = Assert.Throws<SpecException>(() => AssignmentLoader.Load(path));
        Assert.StartsWith("the spec cannot be read: ", Assert.Single(exception.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_spec_is_reported()
    {
        using var spec = TinySpec.Written();
        File.Delete(Path.Combine(spec.Folder, AssignmentLoader.FileName));
        Assert.StartsWith("assignment.yaml:1:1: the spec cannot be read: Could not find file", Assert.Single(spec.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_changes_with_each_of_the_three_files_and_with_nothing_else()
    {
        using var original = TinySpec.Written();
        using var same = TinySpec.Written();
        using var spec = TinySpec.With("title: Tiny", "title: Tiny ");
        using var given = TinySpec.Written(given: TinySpec.Given + "\n");
        using var reference = TinySpec.Written(reference: TinySpec.Reference + "\n");
        string[] prints = [.. new[] { original, spec, given, reference }.Select(folder => folder.Load().Assignment.Fingerprint)];
        Assert.Equal(4, prints.Distinct().Count());
        Assert.Equal(prints[0], same.Load().Assignment.Fingerprint);
    }

    /// <summary>One mistake of each kind; compare the snapshot line by line.</summary>
    private const string EveryMistake = """
        id: [tiny]
        titel: Tiny
        given: Given.cs
        reference: Reference.cs
        reference: Other.cs
        sizes: { N: 5..3, D: 2..4 }
        limits: { memory-mebibytes: 0.5 }
        questions:
          - id: "1"
            points: -2
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y
            definition: { gradient-of: Loss }
            inputs:
              w: D
            constraints:
              - w.Sum( > 0
          - id: "1"
            title: Other
            points: 2
            statement: Return the gradient.
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y)
            definition: { gradient-of: Lost, with-respect-to: v, equals: Loss }
            inputs:
              w: { size: D, values: labels }
              X: { size: [N, K] }
              z: { size: D }
            constraints:
              - (X * w - y).Norm() >= 0.3
              - X.RowCount
            special-points:
              - label: one
                sizes: { K: 3 }
                inputs: { y: "X * v", w: [[1]], q: 3 }
            tolerance: { relative: 1e-2, imprecise-credit: 2 }
            limits: { submission-seconds: 5, call-seconds: -1 }
          - id: "3"
            title: Third
            points: none
            statement: Choose.
            answer: double Choice(int k)
            definition: { choice: { a: This } }
            inputs:
              k: {}
          - id: "4"
            title: Fourth
            points: 1
            statement: Another signature than the reference's, and none that it has.
            answer: decimal Slope(double u, double u)
            definition: { derivative-of: Squared, with-respect-to: u }
          - id: "5"
            title: Fifth
            points: 1
            statement: Both code files lack something.
            answer: double Slop(double u)
            definition: { derivative-of: Squar, with-respect-to: u }
            inputs:
              u: {}
          - id: "6"
            title: Sixth
            points: 1
            statement: Another signature.
            answer: double Slope(Vector<double> u)
            definition: { derivative-of: Square, with-respect-to: u }
            inputs:
              u: { size: D }
        """;
}

using System.Text;
using Autograder.Core.Assignments;
using Autograder.Engine.Packing;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Tests.Packing;

public sealed class StudentBundleTests
{
    public static TheoryData<string> Homeworks() =>
        new(Directory.GetDirectories(Repository.PathTo("submissions-sample")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    /// <summary>Everything that is the staff's and stands in no statement, signature or given function: each line of the key's methods, each known mistake with its hints, other right answers, terms and invariants.</summary>
    [Theory]
    [MemberData(nameof(Homeworks))]
    public void Nothing_of_the_staff_is_in_it(string homework)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Repository.PathTo("problems", homework));
        var bundle = StudentBundle.Of(loaded);
        string given = Encoding.UTF8.GetString(loaded.Given.Content), statements = string.Join('\n', loaded.Assignment.Questions.Select(question => $"{question.Statement}\n{question.Answer}"));

        Assert.All(bundle.Files, file => Assert.Contains(Path.GetExtension(file.Name), (string[])[".cs", ".yaml", ".md", ".txt"]));
        foreach (BundleFile file in bundle.Files)
        {
            string text = Unwrapped(Encoding.UTF8.GetString(file.Content));
            Assert.All(
                Secrets(homework, loaded.Assignment).Select(Unwrapped).Where(secret => !Unwrapped(given).Contains(secret, StringComparison.Ordinal) && !Unwrapped(statements).Contains(secret, StringComparison.Ordinal)),
                secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{file.Name} has: {secret}"));
        }
    }

    [Theory]
    [MemberData(nameof(Homeworks))]
    public void Its_starter_is_the_one_that_is_committed(string homework)
    {
        var bundle = StudentBundle.Of(AssignmentLoader.Load(Repository.PathTo("problems", homework)));

        Assert.Equal(File.ReadAllBytes(Repository.PathTo("problems", homework, "Starter.cs")), bundle.Files.Single(file => file.Name == "Starter.cs").Content);
    }

    [Fact]
    public void How_to_check_is_told_to_whoever_has_nothing_yet() => Snapshot.Verify(
        Encoding.UTF8.GetString(StudentBundle.Of(AssignmentLoader.Load(Repository.PathTo("problems", "chain-rule-and-softmax"))).Files.Single(file => file.Name == "README.txt").Content),
        "readme");

    [Fact]
    public void The_public_spec_of_a_homework_is_as_approved() =>
        Snapshot.Verify(PublicSpec.Of(AssignmentLoader.Load(Repository.PathTo("problems", "chain-rule-and-softmax"))), "homework-chain-rule-and-softmax");

    [Fact]
    public void The_same_files_make_the_same_zip()
    {
        string folder = Directory.CreateTempSubdirectory("autograder-").FullName;
        BundleFile[] files = [new("b.txt", [1, 2]), new("a.txt", [3])];

        BundleWriter.Write(Path.Combine(folder, "one.zip"), files);
        BundleWriter.Write(Path.Combine(folder, "two.zip"), files.Reverse());

        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "one.zip")), File.ReadAllBytes(Path.Combine(folder, "two.zip")));
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> Secrets(string homework, Assignment assignment)
    {
        string reference = string.Concat(homework.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        IEnumerable<string> key = CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathTo("reference", $"{reference}.cs"))).GetRoot()
            .DescendantNodes().OfType<MethodDeclarationSyntax>()
            .SelectMany(method => ((SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression)!.ToString().Split('\n'))
            .Select(line => line.Trim().TrimEnd(';')).Where(line => line.Length >= 12);
        IEnumerable<string> spec = assignment.Questions.SelectMany(question => (IEnumerable<string>)
        [
            .. question.Misconceptions.SelectMany(mistake => mistake.Remedy.Hints.Append(mistake.Answer)),
            .. question.Misconceptions.Select(mistake => $"{mistake.Id}\"").Concat(question.Misconceptions.Select(mistake => $"id: {mistake.Id}")),
            .. question.Diagnoses.Values.SelectMany(remedy => remedy.Hints),
            .. question.Accepts,
            .. question.Terms.Select(term => term.Expression),
            .. question.Invariants.Select(invariant => invariant.Expression),
            .. (question.Definition as ConditionsDefinition)?.Conditions.Select(condition => condition.Expression) ?? [],
            .. question.FollowThrough is { } follow ? [follow.Answer] : Array.Empty<string>(),
        ]);
        return [.. key, .. spec.Where(secret => secret.Length >= 12), $"{reference}.cs", "misconceptions", "follow-through:", "diagnoses:"];
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

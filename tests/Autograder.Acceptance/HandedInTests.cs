using System.IO.Compression;

namespace Autograder.Acceptance;

/// <summary>Archives, and programs that tell what they were given.</summary>
public sealed class HandedInTests
{
    private const string Homework = "problems/chain-rule-and-softmax";

    [Fact]
    public void A_submission_in_an_archive_is_graded_and_replayed_like_one_in_a_folder()
    {
        using var folder = new TemporaryFolder();
        string answers = folder.Write("correct-mathnet/Answers.cs", File.ReadAllText(Tests.Shared.Repository.PathTo("submissions-sample", "chain-rule-and-softmax", "correct-mathnet", "Answers.cs")));
        ZipFile.CreateFromDirectory(Path.GetDirectoryName(answers)!, folder.PathTo("correct-mathnet.zip"));

        GraderCommand.Run("grade", Homework, folder.PathTo("correct-mathnet"), "--out", folder.PathTo("folder"));
        GraderCommand.Result graded = GraderCommand.Run("grade", Homework, folder.PathTo("correct-mathnet.zip"), "--out", folder.PathTo("archive"));
        GraderCommand.Result replayed = GraderCommand.Run("replay", folder.PathTo("archive"), "CQ1.2");

        Assert.Equal(0, graded.ExitCode);
        Assert.Equal(File.ReadAllText(folder.PathTo("folder", "report.json")), File.ReadAllText(folder.PathTo("archive", "report.json")));
        Assert.EndsWith("As in the report.", replayed.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_program_tells_of_its_inputs_is_for_staff_only()
    {
        using var folder = new TemporaryFolder();
        folder.Write("homework/Given.cs", "public static class Given { public static double Square(double u) => u * u; }");
        folder.Write("homework/Reference.cs", """
            public static class Reference
            {
                public static double Slope(double u) => 2 * u;
                public static double Again(double u) => 2 * u;
            }
            """);
        folder.Write("homework/assignment.yaml", """
            id: slopes
            title: Slopes
            given: Given.cs
            reference: Reference.cs
            questions:
              - id: "1"
                title: A slope
                points: 1
                statement: Return the derivative of the square.
                answer: double Slope(double u)
                definition: { derivative-of: Square, with-respect-to: u }
                inputs: { u: {} }
              - id: "2"
                title: Once more
                points: 1
                statement: Return the derivative of the square.
                answer: double Again(double u)
                definition: { derivative-of: Square, with-respect-to: u }
                inputs: { u: {} }
              - id: "3"
                title: A proof
                points: none
                statement: Prove it.
                answer: string Proof()
                definition: { text: {} }
            """);
        string answers = folder.Write("Answers.cs", """
            using System;
            public static class Answers
            {
                static string seen = "seen:";
                public static double Slope(double u) { seen += u; Console.WriteLine("printed:" + u); return 3 * u; }
                public static double Again(double u) => throw new Exception("thrown:" + u);
                public static string Proof() => seen;
            }
            """);

        GraderCommand.Result graded = GraderCommand.Run("grade", folder.PathTo("homework"), answers, "--out", folder.PathTo("out"));

        Assert.Equal(0, graded.ExitCode);
        string results = File.ReadAllText(folder.PathTo("out", "results.json")), report = File.ReadAllText(folder.PathTo("out", "report.json"));
        Assert.All((string[])["printed:", "thrown:", "seen:"], told =>
        {
            Assert.DoesNotContain(told, results, StringComparison.Ordinal);
            Assert.DoesNotContain(told, graded.Output, StringComparison.Ordinal);
            Assert.Contains(told, report, StringComparison.Ordinal);
        });
        Assert.Contains("At input 1: Exception, whose message is kept for the staff (Answers.cs:6).", results, StringComparison.Ordinal);
    }
}

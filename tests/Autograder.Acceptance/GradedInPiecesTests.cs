using System.Diagnostics;

namespace Autograder.Acceptance;

/// <summary>A run that was interrupted goes on; what has not changed is not graded again; what has is told.</summary>
public sealed class GradedInPiecesTests
{
    [Theory]
    [InlineData("KILL", 137, "")]
    [InlineData("TERM", 130, "The same command goes on from there.")]
    public void A_run_that_was_ended_goes_on_to_the_same_results(string signal, int exitCode, string told)
    {
        using var small = new SmallClass(students: 24);
        string[] grade = ["grade", small.Homework, small.Submissions, "--jobs", "1", "--out"];
        using (Process process = GraderCommand.Start([.. grade, small.PathTo("pieces")]))
        {
            // Until some of it is there, and most is not.
            while (Reports(small, "pieces") < 3 && !process.WaitForExit(TimeSpan.FromMilliseconds(5)))
            {
            }

            using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(exitCode, process.ExitCode);
            Assert.Contains(told, errors, StringComparison.Ordinal);
        }

        int before = Reports(small, "pieces");
        GraderCommand.Result rest = GraderCommand.Run([.. grade, small.PathTo("pieces")]), whole = GraderCommand.Run([.. grade, small.PathTo("whole")]);

        Assert.InRange(before, 3, 23);
        Assert.Contains("of 24 were graded before, and nothing that they depend on has changed.", rest.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("graded before", whole.Errors, StringComparison.Ordinal);
        Assert.Equal(small.Results("whole"), small.Results("pieces"));
        Assert.Equal(whole.Output.Replace("whole", "", StringComparison.Ordinal), rest.Output.Replace("pieces", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_has_changed_is_graded_again_and_scores_that_change_are_told_with_the_reason()
    {
        using var small = new SmallClass(students: 6);
        small.Grade("out");
        small.WriteAnswers(1, "2 * u");
        Directory.Delete(small.PathTo("class", "s005"), recursive: true);
        small.Write("class/s006/Answers.cs", "// nothing yet");

        GraderCommand.Result changed = small.Grade("out", "--diff", small.PathTo("out"));

        Assert.Contains("4 of 6 were graded before", changed.Errors, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            1 of 6 scores have changed.
              s001: 1 → 3 (+2), because something else was handed in
                1 +2: Wrong (factor/3-over-2) → Correct
            Not there before: s006.
            No longer there: s005.

            """, changed.Output, StringComparison.Ordinal);

        small.WriteHomework("slopes", "3 * u");
        GraderCommand.Result rekeyed = small.Grade("new", "--diff", small.PathTo("out"));
        Assert.Contains("s000: 3 → 1 (-2), because spec, given functions or key have changed", rekeyed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_key_has_changed_no_program_runs_again()
    {
        using var small = new SmallClass(students: 8);
        small.Grade("out");
        small.WriteHomework("slopes", "u + u");

        GraderCommand.Result judged = small.Grade("out"), whole = small.Grade("whole");

        Assert.Contains("8 were judged anew, and ", judged.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("graded before", judged.Errors, StringComparison.Ordinal);
        Assert.Equal(small.Results("whole"), small.Results("out"));
    }

    [Fact]
    public void A_file_of_the_store_that_is_damaged_is_graded_again()
    {
        using var small = new SmallClass(students: 2);
        small.Grade("out");
        SortedDictionary<string, string> before = small.Results("out");
        foreach (string kept in Directory.GetFiles(small.PathTo("out", ".cache"), "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0))
        {
            File.WriteAllText(kept, File.ReadAllText(kept)[..200]);
        }

        Assert.DoesNotContain("graded before", small.Grade("out").Errors, StringComparison.Ordinal);
        Assert.Equal(before, small.Results("out"));
    }

    private static int Reports(SmallClass small, string output) =>
        Directory.Exists(small.PathTo(output)) ? Directory.GetFiles(small.PathTo(output), "results.json", SearchOption.AllDirectories).Length : 0;
}

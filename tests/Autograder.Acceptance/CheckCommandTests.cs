using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>A student's own check, in the folder that students get.</summary>
public sealed class CheckCommandTests
{
    [Fact]
    public void In_the_folder_that_is_packed_a_student_checks_without_a_key()
    {
        using var folder = new TemporaryFolder();
        GraderCommand.Result packed = GraderCommand.Run("pack", "student", "problems/chain-rule-and-softmax", "--out", folder.Path);
        Assert.Equal(0, packed.ExitCode);
        Assert.StartsWith("Note: students can draw the points by which they are graded", packed.Errors, StringComparison.Ordinal);
        Assert.Equal(
            ["Given.cs", "README.txt", "Starter.cs", "handout.html", "handout.md", "homework.yaml"],
            Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

        GraderCommand.Result right = GraderCommand.Run("check", folder.Path, "submissions-sample/chain-rule-and-softmax/correct-arrays");
        GraderCommand.Result wrong = GraderCommand.Run("check", folder.Path, "submissions-sample/chain-rule-and-softmax/wrong-1", "--dump", folder.PathTo("Failing.cs"));
        GraderCommand.Result unwritten = GraderCommand.Run("check", folder.Path, folder.Path);
        GraderCommand.Result mistaken = GraderCommand.Run("check", folder.Path, folder.Path, "--dump", folder.PathTo("Starter.cs"));

        Assert.Equal((0, ""), (right.ExitCode, right.Errors));
        Assert.Matches(@"Your code ran at level \w+\.\n$", right.Output);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Errors));
        Assert.Contains("Every entry is off by the same constant factor", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("#:package MathNet.Numerics@", File.ReadAllText(folder.PathTo("Failing.cs")), StringComparison.Ordinal);
        Assert.Equal(1, unwritten.ExitCode);
        Assert.Contains("not written yet", unwritten.Output, StringComparison.Ordinal);
        Assert.Contains("Note: Failing.cs: not graded, because it is a program of its own for 'dotnet run'", unwritten.Output, StringComparison.Ordinal);
        Assert.Equal((2, $"{folder.PathTo("Starter.cs")} is there already and was not written by --dump: give another name\n"), (mistaken.ExitCode, mistaken.Errors));
        Snapshot.Verify(string.Join('\n', wrong.Output.Split('\n').Where(line => !line.StartsWith("Your code ran", StringComparison.Ordinal) && !line.Contains("Failing.cs", StringComparison.Ordinal))), "check-wrong-1");
    }

    [Fact]
    public void A_homework_that_is_not_there_exits_with_2()
    {
        GraderCommand.Result result = GraderCommand.Run("check", "no-such-folder", "submissions-sample/chain-rule-and-softmax/wrong-1");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("There is no homework.yaml in no-such-folder. Give the folder that your course has handed out", result.Errors, StringComparison.Ordinal);
    }
}

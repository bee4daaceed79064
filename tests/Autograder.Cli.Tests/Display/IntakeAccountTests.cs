using Autograder.Cli.Display;
using Autograder.Core.Reports;
using Autograder.Engine.Intake;
using Autograder.Engine.Intake.Rosters;
using Autograder.Sandbox.Messages;
using Autograder.Tests.Shared;

namespace Autograder.Cli.Tests.Display;

public sealed class IntakeAccountTests
{
    [Fact]
    public void One_is_counted_as_one()
    {
        var intake = new IntakeResult([new Submission("ada", [new SourceFile("Answers.cs", [])], [])], IsSingle: false);
        Assert.Equal("1 submission by 1 student.", Assert.Single(IntakeAccount.Lines(intake, new JoinedClass(intake.Submissions, [], []))));
    }

    [Fact]
    public void What_was_found_reads_well()
    {
        Submission ada = new("ada_1", [], ["report.pdf: not graded, because it is no C# source", "no C# source was found"]) { HandIn = new HandIn([new Student("Ada", "1")], IsLate: true, EarlierTries: 2) };
        Submission pair = new("pair_2", [new SourceFile("Answers.cs", [])], ["bin.dll: not graded, because it is no C# source"]) { HandIn = new HandIn([new Student("Bob", "2"), new Student("Cleo", "3")]) };
        Submission[] repositories = [.. Enumerable.Range(1, 3).Select(number => new Submission($"repository-{number}", [new SourceFile("Answers.cs", [])], ["README.md: not graded, because it is no C# source"]))];
        var intake = new IntakeResult([ada, pair, .. repositories], IsSingle: false) { Recognised = ["export.zip: an export of Gradescope's, by its submission_metadata.yml"], Ignored = [.. Enumerable.Range(1, 17).Select(number => $"other-{number:00}: left aside, because it is not listed")] };

        string account = string.Join('\n', IntakeAccount.Lines(intake, new JoinedClass(intake.Submissions, [new Student("Cleo\u001b[31m", "3")], [new Student("Dan", "4")])));

        Snapshot.Verify(account, "intake-account");
    }
}

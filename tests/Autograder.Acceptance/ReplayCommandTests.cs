using System.Text.RegularExpressions;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance;

/// <summary>Points of reports that the real command has written, run again by it.</summary>
public sealed partial class ReplayCommandTests(ReplayCommandTests.Graded graded) : IClassFixture<ReplayCommandTests.Graded>
{
    private const string Homework = "problems/matrix-calculus";

    /// <summary>Some samples, graded once.</summary>
    public sealed class Graded : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Graded()
        {
            GraderCommand.Result result = GraderCommand.Run(
                "grade", Homework, Sample("wrong-sign"), Sample("static-state"), Sample("exception"), Sample("missing-method"), Sample("not-csharp"), "--out", _folder.PathTo("class"));
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }

        public string Report(string sample) => _folder.PathTo("class", sample, "report.json");

        public string Write(string name, string text) => _folder.Write(name, text);

        public string PathTo(string name) => _folder.PathTo(name);

        public void Dispose() => _folder.Dispose();
    }

    [Fact]
    public void The_first_point_that_does_not_agree_is_shown_with_everything() =>
        Snapshot.Verify(WithoutLastDigits(Replayed("wrong-sign", "2.1")), "replay-wrong-sign");

    [Fact]
    public void A_point_can_be_chosen()
    {
        string text = Replayed("wrong-sign", "2.1", "--point", "5");
        Assert.Contains("Point 5 of ", text, StringComparison.Ordinal);
        Assert.EndsWith("As in the report.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_comes_again_with_its_line() =>
        Assert.Contains("IndexOutOfRangeException: Index was outside the bounds of the array. (Answers.cs:", Replayed("exception", "3.2"), StringComparison.Ordinal);

    [Fact]
    public void What_depends_on_earlier_calls_is_found_out()
    {
        string text = Replayed("static-state", "3.1");
        Assert.Contains("As in the report, but only when the method is called at all points in order.", text, StringComparison.Ordinal);
        Assert.Contains("agreement: Agree now, Off in the report", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_is_missing_is_said() =>
        Assert.EndsWith("There is nothing to run, as in the report.\n", Replayed("missing-method", "2.1"), StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_compiles_the_messages_are_shown_and_no_inputs()
    {
        string text = Replayed("not-csharp", "2.1");
        Assert.Contains("Answers.cs:1:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Inputs", text, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_screen_that_the_student_sees_there_is_no_reference()
    {
        string all = Replayed("wrong-sign", "2.1");
        Assert.Contains("(staff only)", all, StringComparison.Ordinal);
        Assert.Contains("-0.0559906678", all, StringComparison.Ordinal);
        string text = Replayed("wrong-sign", "2.1", "--without-reference");
        Assert.Contains("Said in the report", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(staff only)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("-0.0559906678", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_is_found_by_its_id()
    {
        string report = File.ReadAllText(graded.Report("wrong-sign"));
        string[] replay = ["--assignment", Homework, "--submission", Sample("wrong-sign")];
        string unknown = graded.Write("unknown/report.json", report.Replace("\"id\": \"2.1\"", "\"id\": \"2.9\"", StringComparison.Ordinal));
        Refuses(["replay", unknown, "2.9", .. replay], "the homework has no question '2.9'");

        string exchanged = graded.Write("exchanged/report.json", report.Replace("\"id\": \"2.1\"", "\"id\": \"\"", StringComparison.Ordinal)
            .Replace("\"id\": \"1.1\"", "\"id\": \"2.1\"", StringComparison.Ordinal));
        Assert.Contains("Answer: Vector<double> CrossEntropyGradient", GraderCommand.Run(["replay", exchanged, "2.1", .. replay]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_was_changed_says_nothing_of_the_answer()
    {
        string changed = graded.Write("changed/report.json", File.ReadAllText(graded.Report("wrong-sign"))
            .Replace("\"seed\": \"matrix-calculus\"", "\"seed\": \"other\"", StringComparison.Ordinal));
        GraderCommand.Result result = GraderCommand.Run("replay", changed, "2.1", "--assignment", Homework, "--submission", Sample("wrong-sign"));
        Assert.EndsWith("This report has been changed since it was written, so it was not made by this: grade again.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_answers_are_shown_at_the_same_point()
    {
        const string Softmax = "problems/chain-rule-and-softmax", Followed = "submissions-sample/chain-rule-and-softmax/jacobian-wrong-and-followed";
        GraderCommand.Run("grade", Softmax, Followed, "--out", graded.PathTo("followed"));
        GraderCommand.Result result = GraderCommand.Run("replay", graded.PathTo("followed"), "CQ1.2");
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Contains("Builds on J, the answer to question CQ1.2-jacobian, here\n  value, ", result.Output, StringComparison.Ordinal);
        Assert.Contains("This follows correctly", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_one_submission_knows_where_it_was()
    {
        string answers = graded.Write("one/Answers.cs", File.ReadAllText(Repository.PathTo("submissions-sample", "matrix-calculus", "wrong-sign", "Answers.cs")));
        GraderCommand.Run("grade", Homework, answers, "--out", graded.PathTo("one-out"), "--seed", "autumn");

        GraderCommand.Result result = GraderCommand.Run("replay", graded.PathTo("one-out"), "2.1");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("seed 'autumn'", result.Output, StringComparison.Ordinal);

        string renamed = graded.Write("renamed/Solutions.cs", File.ReadAllText(answers));
        Assert.EndsWith("As in the report.\n", GraderCommand.Run("replay", graded.PathTo("one-out"), "2.1", "--assignment", Homework, "--submission", renamed).Output, StringComparison.Ordinal);

        File.AppendAllText(answers, "// changed\n");
        Refuses(["replay", graded.PathTo("one-out"), "2.1"], "the files of Answers are not those that the report was made from");
    }

    [Fact]
    public void What_was_graded_can_be_elsewhere()
    {
        string elsewhere = graded.Write("copied/report.json", File.ReadAllText(graded.Report("wrong-sign")));
        Refuses(["replay", elsewhere, "2.1"], "say what it was made from: --assignment PATH --submission PATH");

        GraderCommand.Result result = GraderCommand.Run("replay", elsewhere, "2.1", "--assignment", Homework, "--submission", Sample("wrong-sign"));
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.EndsWith("As in the report.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_homework_or_version_of_it_is_refused() => Refuses(
        ["replay", graded.Report("wrong-sign"), "2.1", "--assignment", "problems/chain-rule-and-softmax"],
        "problems/chain-rule-and-softmax is not what the report was made from");

    [Fact]
    public void Wrong_usage_is_told_with_what_would_be_right()
    {
        Refuses(["replay", graded.Report("wrong-sign"), "9.9"], "the report has no question '9.9'; it has ");
        Refuses(["replay", graded.Report("wrong-sign"), "1.1", "--point", "13"], "question 1.1 has the points 1 to 12; 13 is none of them");
        Refuses(["replay", graded.Report("wrong-sign"), "1.1", "--point", "0"], "0 is none of them");
        Refuses(["replay", "README.md", "1.1"], "README.md cannot be read as a report that grade --out has written");
        Refuses(["replay", "no-such-report.json", "1.1"], "cannot be read");
    }

    /// <summary>The last digits of what is computed may depend on the processor, and the width of a column on them.</summary>
    private static string WithoutLastDigits(string text)
    {
        int answer = text.IndexOf("Answer:", StringComparison.Ordinal);
        return text[..answer] + Spaces().Replace(LastDigits().Replace(text[answer..], "…"), "  ");
    }

    [GeneratedRegex(@"(?<=\.\d{10})\d+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LastDigits();

    [GeneratedRegex("(?<=\\S) {2,}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Spaces();

    private static void Refuses(string[] arguments, string message)
    {
        GraderCommand.Result result = GraderCommand.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    private static string Sample(string name) => $"submissions-sample/matrix-calculus/{name}";

    private string Replayed(string sample, string question, params string[] options)
    {
        GraderCommand.Result result = GraderCommand.Run(["replay", graded.Report(sample), question, .. options]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return result.Output;
    }
}

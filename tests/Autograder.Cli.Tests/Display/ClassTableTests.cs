using Autograder.Cli.Display;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Tests.Shared;
using Spectre.Console;

namespace Autograder.Cli.Tests.Display;

public sealed class ClassTableTests
{
    [Theory]
    [InlineData(160)]
    [InlineData(110)]
    [InlineData(80)]
    [InlineData(60)]
    public void On_a_screen_of_any_width_words_stay_whole(int width)
    {
        string shown = Shown(Class(questions: 8), width, isScreen: true);

        Assert.All(shown.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, width));
        Snapshot.Verify(shown, $"class-table-{width}");
    }

    [Fact]
    public void A_file_gets_the_words_as_a_wide_screen_does()
    {
        Assert.Equal(Shown(Class(questions: 8), width: 200, isScreen: true), Shown(Class(questions: 8), width: 200, isScreen: false));
        Assert.Contains("1.1 (3)", Shown(Class(questions: 8), width: 160, isScreen: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_questions_those_that_are_not_right_are_named() => Snapshot.Verify(Shown(Class(questions: 20), width: 80, isScreen: true), "class-table-of-20");

    private static string Shown(Gradebook gradebook, int width, bool isScreen)
    {
        using var text = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        console.Write(ClassTable.Fitting(gradebook, console, isScreen));
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static Gradebook Class(int questions) => new(
    [
        Of("Ada Lovelace, Grace Hopper, Emmy Noether_12345678", Enumerable.Repeat(Verdict.Correct, questions)),
        Of("bob_2", Enumerable.Repeat(Verdict.Missing, questions)),
        Of("misconceptions-1", Enumerable.Range(0, questions).Select(number => (number % 4) switch { 0 => Verdict.Correct, 1 => Verdict.Fault, 2 => Verdict.Imprecise, _ => Verdict.Inconclusive })),
    ]);

    private static GradeReport Of(string name, IEnumerable<Verdict> verdicts) => new(
        "homework",
        "A homework",
        name,
        [.. verdicts.Select((verdict, index) => new QuestionGrade(
            $"{1 + (index / 4)}.{1 + (index % 4)}",
            "A question",
            3,
            verdict,
            verdict switch { Verdict.Correct => 1, Verdict.Imprecise => 0.5, Verdict.Inconclusive => null, _ => 0 },
            [],
            verdict == Verdict.Fault ? [new PointComparison(null, Agreement.Off, [], new Fault(FaultKind.Exception, "it failed"))] : []))],
        [],
        new Provenance("seed", "spec", "files", "1", ".NET", new SandboxStamp("confined", [], IsBelowRequired: false)));
}

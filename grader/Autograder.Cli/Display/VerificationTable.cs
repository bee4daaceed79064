using Autograder.Core.Verifying;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>A verification at a glance: a row for each question, with the number of each step in a column.</summary>
internal static class VerificationTable
{
    /// <summary>As much of a title as leaves room for the columns in 120 characters.</summary>
    private const int TitleWidth = 35;

    internal static void Show(Verification verification)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Question").NoWrap());
        VerificationStep[] steps = Enum.GetValues<VerificationStep>();
        foreach (VerificationStep step in steps)
        {
            table.AddColumn(new TableColumn(step.ToString().ToLowerInvariant()).NoWrap());
        }

        foreach (QuestionVerification question in verification.Questions)
        {
            table.AddRow([Markup.Escape(CutText.Of($"{question.Id} {question.Title}", TitleWidth)), .. steps.Select(step => Cell(question, step))]);
        }

        Consoles.Screen.Write(table);
        Consoles.Out.WriteLine("key: largest difference; accepted (→ follows from earlier answers), mistakes (and zeros), mutants (not judged");
        Consoles.Out.WriteLine("equivalent), invariants: as they should be, of all; hypotheses: mistakes told apart; points: largest condition number;");
        Consoles.Out.WriteLine("–: nothing to look at. --details says more.");
    }

    /// <summary>Empty where a step was not run.</summary>
    private static string Cell(QuestionVerification question, VerificationStep step) => question.Steps.FirstOrDefault(result => result.Step == step) switch
    {
        null => question.WhyEnded is null ? "[dim]–[/]" : "",
        { Failures.IsEmpty: false } failed => $"[red]FAIL {Markup.Escape(failed.Brief)}[/]",
        { IsEmpty: true } nothing => $"[dim]{nothing.Brief}[/]",
        { } passed => Markup.Escape(passed.Brief),
    };
}

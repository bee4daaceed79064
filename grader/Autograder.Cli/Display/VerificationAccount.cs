using Autograder.Core.Verifying;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>A verification as the staff read it: a line for each question, or for each of its steps, and last what failed, with its remedy.</summary>
internal static class VerificationAccount
{
    internal static void Show(Verification verification, bool showsDetails)
    {
        Consoles.Screen.MarkupLine($"[bold]{Markup.Escape(verification.Title)}[/], at points of the seed '{Markup.Escape(verification.Seed)}'");
        if (showsDetails)
        {
            ShowSteps(verification);
        }
        else
        {
            VerificationTable.Show(verification);
        }

        Consoles.Out.WriteLine();
        ShowFailures(verification);
        Consoles.Out.WriteLine(Summary(verification));
    }

    private static void ShowSteps(Verification verification)
    {
        foreach (QuestionVerification question in verification.Questions)
        {
            Consoles.Out.WriteLine();
            Consoles.Screen.MarkupLine($"[bold]{Markup.Escape($"{question.Id} {question.Title}")}[/]");
            foreach (StepResult step in question.Steps)
            {
                Consoles.Screen.MarkupLine($"  {Name(step),-10}  {Mark(step)}  {Markup.Escape(step.Figure)}");
            }
        }
    }

    private static void ShowFailures(Verification verification)
    {
        foreach (QuestionVerification question in verification.Questions)
        {
            foreach (StepResult step in question.Steps)
            {
                foreach (VerificationFailure failure in step.Failures)
                {
                    Show(failure, failure.Place ?? question.Place, $"question {question.Id}, {Name(step)}: ");
                }
            }

            if (question.WhyEnded is string why)
            {
                Consoles.Out.WriteLine($"  {Count(question.LeftOut, "further step")} of question {question.Id} not run: {why}.");
                Consoles.Out.WriteLine();
            }
        }

        foreach (VerificationFailure failure in verification.Failures)
        {
            Show(failure, failure.Place!, "");
        }
    }

    private static void Show(VerificationFailure failure, string place, string of)
    {
        Consoles.Screen.MarkupLine($"[red]{Markup.Escape(place)}[/]");
        Consoles.Out.WriteLine($"  {of}{failure.Fact}");
        Consoles.Out.WriteLine($"  {failure.Remedy}");
        Consoles.Out.WriteLine();
    }

    private static string Name(StepResult step) => step.Step.ToString().ToLowerInvariant();

    private static string Mark(StepResult step) => !step.Failures.IsEmpty ? "[red]FAIL[/]" : step.IsEmpty ? "[dim]–   [/]" : "[green]ok  [/]";

    private static string Summary(Verification verification)
    {
        int failures = verification.Failures.Length + verification.Questions.Sum(question => question.Steps.Sum(step => step.Failures.Length));
        int failed = verification.Questions.Count(question => question.Steps.Any(step => !step.Failures.IsEmpty));
        return verification.Holds
            ? $"{Count(verification.Questions.Length, "question")} verified; nothing failed."
            : $"{Count(failures, "failure")}, in {failed} of {Count(verification.Questions.Length, "question")}. Nobody should be graded by this yet.";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}

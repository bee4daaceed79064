using Autograder.Core.Verifying;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>A verification as the staff read it: a line for each question and step, and at the end what failed, with its remedy.</summary>
internal static class VerificationAccount
{
    internal static void Show(Verification verification)
    {
        Consoles.Screen.MarkupLine($"[bold]{Markup.Escape(verification.Title)}[/], at points of the seed '{Markup.Escape(verification.Seed)}'");
        foreach (QuestionVerification question in verification.Questions)
        {
            Consoles.Out.WriteLine();
            Consoles.Screen.MarkupLine($"[bold]{Markup.Escape($"{question.Id} {question.Title}")}[/]");
            foreach (StepResult step in question.Steps)
            {
                Consoles.Screen.MarkupLine($"  {Mark(step)}  {step.Step.ToString().ToLowerInvariant(),-10}  {Markup.Escape(step.Figure)}");
            }
        }

        Consoles.Out.WriteLine();
        foreach (QuestionVerification question in verification.Questions)
        {
            foreach ((StepResult step, VerificationFailure failure) in question.Steps.SelectMany(step => step.Failures.Select(failure => (step, failure))))
            {
                Consoles.Out.WriteLine($"{failure.Place ?? question.Place}: question {question.Id}, {step.Step.ToString().ToLowerInvariant()}: {failure.Fact}");
                Consoles.Out.WriteLine($"  {failure.Remedy}");
            }
        }
    }

    private static string Mark(StepResult step) => !step.Failures.IsEmpty ? "[red]FAIL[/]" : step.IsEmpty ? "–   " : "[green]ok[/]  ";
}

using Autograder.Core.Reports;
using Autograder.Reporting;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>One submission, question by question, as its author reads it.</summary>
internal static class SubmissionAccount
{
    internal static void Show(GradeReport report, int attempt)
    {
        Consoles.Screen.MarkupLine($"[bold]{Markup.Escape(report.AssignmentTitle)}[/]: {Markup.Escape(report.Submission)}");
        foreach (string note in report.Notes)
        {
            Consoles.Out.WriteLine($"Note: {StudentText.Clean(note)}");
        }

        foreach (QuestionGrade question in report.Questions)
        {
            string points = question.MaxPoints is not double max ? "not scored"
                : question.EarnedPoints is double earned ? $"{VerdictText.Points(earned)} of {VerdictText.Points(max)}{(question.IsBonus ? ", bonus" : "")}"
                : question.IsForPeople ? $"{VerdictText.Points(max)} points by the staff"
                : "not graded";
            Consoles.Screen.MarkupLine($"\n[{VerdictText.Colour(question.Verdict)}]{question.Verdict}[/]  {Markup.Escape($"{question.Id} {question.Title}")} ({points})");
            foreach (string line in FeedbackText.For(question, Audience.Student, attempt).Split('\n'))
            {
                Consoles.Out.WriteLine(line.Length == 0 ? "" : $"  {line}");
            }
        }

        Consoles.Out.WriteLine();
        Consoles.Out.WriteLine($"Score: {ScoreText.Of(report)}.");
    }
}

using Autograder.Cli.Display.Replays;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Reporting;
using Autograder.Sandbox.Confinement;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>What a student's own check says, question by question, with the first input at which an answer is not right.</summary>
internal static class CheckAccount
{
    internal static void Show(GradeReport report, SamplePlan plan, SandboxLevel level)
    {
        Consoles.Screen.MarkupLine($"[bold]{Markup.Escape(report.AssignmentTitle)}[/]: {Markup.Escape(report.Submission)}");
        foreach (string note in report.Notes)
        {
            Consoles.Out.WriteLine($"Note: {note}");
        }

        foreach ((QuestionGrade question, QuestionPlan planned) in report.Questions.Zip(plan.Questions))
        {
            Consoles.Screen.MarkupLine($"\n[{VerdictText.Colour(question.Verdict)}]{Word(question)}[/]  {Markup.Escape($"{question.Id} {question.Title}")}");
            foreach (string line in FeedbackText.For(question with { Text = null }, Audience.Student, int.MaxValue).Split('\n').Concat(FailingInput(question, planned, plan.Seed)))
            {
                Consoles.Out.WriteLine(line.Length == 0 ? "" : $"  {line}");
            }
        }

        Consoles.Out.WriteLine();
        Consoles.Out.WriteLine(Summary(report));
        Consoles.Out.WriteLine($"Your code ran at level {level.ToString().ToLowerInvariant()}.");
    }

    private static string Word(QuestionGrade question) => question.Verdict switch
    {
        Verdict.Pending or Verdict.Manual => "Later",
        Verdict.Missing => "To do",
        Verdict.Fault when IsNotWritten(question) => "To do",
        _ => question.Verdict.ToString(),
    };

    private static bool IsNotWritten(QuestionGrade question) => question.Points.FirstOrDefault(point => point.Fault is not null)?.Fault is { IsNotWritten: true };

    /// <summary>The points of a check are no secret.</summary>
    private static IEnumerable<string> FailingInput(QuestionGrade question, QuestionPlan planned, string seed)
    {
        int place = FailingPlace(question);
        return place < 0 || planned.Question.Inputs.IsEmpty || IsNotWritten(question) ? [] : ["", .. PointText.Of(planned.Question, planned.Points[place].Point, seed, place + 1, planned.Points.Length)];
    }

    /// <returns>Counted from 0; -1 where there is none.</returns>
    internal static int FailingPlace(QuestionGrade question)
    {
        for (int place = 0; place < question.Points.Length; place++)
        {
            if (question.Points[place].Agreement > Agreement.Pending)
            {
                return place;
            }
        }

        return -1;
    }

    private static string Summary(GradeReport report)
    {
        int right = report.Questions.Count(question => question.Verdict == Verdict.Correct);
        int later = report.Questions.Count(question => question.Verdict is Verdict.Pending or Verdict.Manual);
        int unwritten = report.Questions.Count(question => question.Verdict == Verdict.Missing || IsNotWritten(question));
        int wrong = report.Questions.Length - right - later - unwritten;
        return $"{right} right, {wrong} not right, {unwritten} to do, {later} judged after submission.";
    }
}

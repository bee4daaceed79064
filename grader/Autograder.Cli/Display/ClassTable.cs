using Autograder.Core.Reports;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>A class at a glance: a row for each submission, a column for each scored question.</summary>
internal static class ClassTable
{
    internal static void Show(Gradebook gradebook)
    {
        QuestionGrade[] questions = [.. gradebook.Reports[0].Questions.Where(question => question.MaxPoints is not null)];
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Submission").NoWrap()).AddColumn(new TableColumn("Score").RightAligned());
        foreach (QuestionGrade question in questions)
        {
            table.AddColumn(new TableColumn(Markup.Escape($"{question.Id} ({VerdictText.Points(question.MaxPoints!.Value)})")));
        }

        foreach (GradeReport report in gradebook.Reports)
        {
            table.AddRow(
            [
                Markup.Escape(report.Submission),
                $"{VerdictText.Points(report.Score)}/{VerdictText.Points(report.MaxScore)}",
                .. report.Questions.Where(question => question.MaxPoints is not null).Select(Cell),
            ]);
        }

        Consoles.Screen.Write(table);
        Consoles.Out.WriteLine(Summary(gradebook));
    }

    private static string Cell(QuestionGrade question)
    {
        string points = question.EarnedPoints is double earned ? VerdictText.Points(earned) : "–";
        return $"[{VerdictText.Colour(question.Verdict)}]{Markup.Escape($"{points} {VerdictText.Short(question)}".TrimEnd())}[/]";
    }

    private static string Summary(Gradebook gradebook)
    {
        int ungraded = gradebook.Reports.Sum(report => report.Ungraded.Length);
        double mean = gradebook.Reports.Average(report => report.Score);
        string text = $"{gradebook.Reports.Length} submissions graded, mean {VerdictText.Points(mean)} of {VerdictText.Points(gradebook.Reports[0].MaxScore)} points.";
        return ungraded == 0 ? text : $"{text} {ungraded} questions were not graded: see the reports.";
    }
}

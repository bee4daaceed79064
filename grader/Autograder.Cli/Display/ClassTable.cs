using Autograder.Core.Reports;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>
/// A class at a glance: a row for each submission, with a column for each scored question, or for long homeworks with the
/// questions that are not right.
/// </summary>
internal static class ClassTable
{
    /// <summary>More columns do not fit side by side.</summary>
    private const int MostColumns = 12;

    internal static void Show(Gradebook gradebook)
    {
        QuestionGrade[] questions = Scored(gradebook.Reports[0]);
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Submission").NoWrap()).AddColumn(new TableColumn("Score").RightAligned().NoWrap());
        if (questions.Length <= MostColumns)
        {
            AddQuestions(table, questions, gradebook);
        }
        else
        {
            AddExceptions(table, gradebook);
        }

        Consoles.Screen.Write(table);
        Consoles.Out.WriteLine(Summary(gradebook));
    }

    private static QuestionGrade[] Scored(GradeReport report) =>
        [.. report.Questions.Where(question => question is { MaxPoints: not null, IsForPeople: false })];

    private static string Score(GradeReport report) => $"{VerdictText.Points(report.Score)}/{VerdictText.Points(report.MaxScore)}";

    private static void AddQuestions(Table table, QuestionGrade[] questions, Gradebook gradebook)
    {
        foreach (QuestionGrade question in questions)
        {
            table.AddColumn(new TableColumn(Markup.Escape($"{question.Id} ({VerdictText.Points(question.MaxPoints!.Value)})")));
        }

        foreach (GradeReport report in gradebook.Reports)
        {
            table.AddRow([Markup.Escape(report.Submission), Score(report), .. Scored(report).Select(Cell)]);
        }
    }

    private static void AddExceptions(Table table, Gradebook gradebook)
    {
        table.AddColumn(new TableColumn("Right").RightAligned().NoWrap()).AddColumn(new TableColumn("Not right"));
        foreach (GradeReport report in gradebook.Reports)
        {
            QuestionGrade[] questions = Scored(report);
            QuestionGrade[] exceptions = [.. questions.Where(question => question.Verdict != Verdict.Correct)];
            IEnumerable<string> kinds = exceptions.GroupBy(VerdictText.Short).Select(kind =>
                $"[{VerdictText.Colour(kind.First().Verdict)}]{Markup.Escape(kind.Key)}[/] {Markup.Escape(string.Join(", ", kind.Select(question => question.Id)))}");
            table.AddRow(Markup.Escape(report.Submission), Score(report), $"{questions.Length - exceptions.Length}/{questions.Length}", string.Join("; ", kinds));
        }
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

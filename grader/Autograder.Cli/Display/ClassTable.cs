using Autograder.Core.Reports;
using Autograder.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Autograder.Cli.Display;

/// <summary>
/// A class at a glance: a row for each submission, with a column for each scored question, or for long homeworks with the
/// questions that are not right. On a screen that is too narrow for words beside the points there are the points alone, and on
/// one that is too narrow for these the questions that are not right.
/// </summary>
internal static class ClassTable
{
    /// <summary>More columns do not fit side by side.</summary>
    private const int MostColumns = 12;

    private const int Unlimited = 10_000;

    internal static void Show(Gradebook gradebook)
    {
        Consoles.Screen.Write(Fitting(gradebook, Consoles.Screen, Consoles.IsScreen));
        Consoles.Out.WriteLine(Summary(gradebook));
    }

    /// <param name="isScreen">A file has no width.</param>
    internal static Table Fitting(Gradebook gradebook, IAnsiConsole console, bool isScreen)
    {
        QuestionGrade[] questions = Scored(gradebook.Reports[0]);
        int width = isScreen ? console.Profile.Width : Unlimited;
        // A third of a line for the name leaves room for the rest.
        int nameWidth = isScreen ? Math.Max(10, width / 3) : Unlimited;
        Func<Table>[] forms = questions.Length > MostColumns ? [] :
        [
            () => WithQuestions(gradebook, questions, Unlimited, Named, Worded),
            () => WithQuestions(gradebook, questions, nameWidth, NamedAbove, Points),
        ];
        return forms.Select(form => form()).FirstOrDefault(table => ((IRenderable)table).Measure(RenderOptions.Create(console), Unlimited).Max <= width)
            ?? WithExceptions(gradebook, nameWidth);
    }

    private static QuestionGrade[] Scored(GradeReport report) =>
        [.. report.Questions.Where(question => question is { MaxPoints: not null, IsForPeople: false })];

    private static string Score(GradeReport report) => $"{VerdictText.Points(report.Score)}/{VerdictText.Points(report.MaxScore)}";

    private static Table New() =>
        new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Submission").NoWrap()).AddColumn(new TableColumn("Score").RightAligned().NoWrap());

    private static string Name(GradeReport report, int width) => Markup.Escape(CutText.Of(report.Submission, width));

    private static Table WithQuestions(Gradebook gradebook, QuestionGrade[] questions, int nameWidth, Func<QuestionGrade, string> header, Func<QuestionGrade, string> cell)
    {
        Table table = New();
        foreach (QuestionGrade question in questions)
        {
            table.AddColumn(new TableColumn(Markup.Escape(header(question))));
        }

        foreach (GradeReport report in gradebook.Reports)
        {
            table.AddRow([Name(report, nameWidth), Score(report), .. Scored(report).Select(question => $"[{VerdictText.Colour(question.Verdict)}]{Markup.Escape(cell(question))}[/]")]);
        }

        return table;
    }

    private static Table WithExceptions(Gradebook gradebook, int nameWidth)
    {
        Table table = New().AddColumn(new TableColumn("Right").RightAligned().NoWrap()).AddColumn(new TableColumn("Not right"));
        foreach (GradeReport report in gradebook.Reports)
        {
            QuestionGrade[] questions = Scored(report);
            QuestionGrade[] exceptions = [.. questions.Where(question => question.Verdict != Verdict.Correct)];
            IEnumerable<string> kinds = exceptions.GroupBy(VerdictText.Short).Select(kind =>
                $"[{VerdictText.Colour(kind.First().Verdict)}]{Markup.Escape(kind.Key)}[/] {Markup.Escape(string.Join(", ", kind.Select(question => question.Id)))}");
            table.AddRow(Name(report, nameWidth), Score(report), $"{questions.Length - exceptions.Length}/{questions.Length}", string.Join("; ", kinds));
        }

        return table;
    }

    private static string Named(QuestionGrade question) => $"{question.Id} ({VerdictText.Points(question.MaxPoints!.Value)})";

    private static string NamedAbove(QuestionGrade question) => $"{question.Id}\n({VerdictText.Points(question.MaxPoints!.Value)})";

    private static string Worded(QuestionGrade question) => $"{Points(question)} {VerdictText.Short(question)}".TrimEnd();

    private static string Points(QuestionGrade question) => question.EarnedPoints is double earned ? VerdictText.Points(earned) : "–";

    private static string Summary(Gradebook gradebook)
    {
        int ungraded = gradebook.Reports.Sum(report => report.Ungraded.Length);
        double mean = gradebook.Reports.Average(report => report.Score);
        string text = $"{Counted.Of(gradebook.Reports.Length, "submission")} graded, mean {VerdictText.Points(mean)} of {VerdictText.Points(gradebook.Reports[0].MaxScore)} points.";
        return ungraded == 0 ? text : $"{text} {Counted.Of(ungraded, "question")} {(ungraded == 1 ? "was" : "were")} not graded: see the reports.";
    }
}

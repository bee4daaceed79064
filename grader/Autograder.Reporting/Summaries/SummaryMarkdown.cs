using System.Globalization;
using System.Text;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Summaries;

/// <summary>
/// summary.md, for the staff: how the scores lie, what each question came to, which mistakes were made by how many, what faulted, and what a person
/// still has to look at.
/// </summary>
public static class SummaryMarkdown
{
    private const int LongestBar = 40;
    private const int ShownDiagnoses = 20;

    public static string Write(Gradebook gradebook)
    {
        var text = new StringBuilder();
        if (gradebook.Reports.FirstOrDefault() is not { } first)
        {
            return "No submissions.\n";
        }

        text.Append($"# {MarkdownText.Escaped(first.AssignmentTitle)}\n\n{Counts(gradebook)}\n");
        WriteScores(text, gradebook, first.MaxScore);
        WriteQuestions(text, gradebook, first);
        WriteTable(text, "Most frequent diagnoses", ["Students", "Question", "Diagnosis", "What was seen"], QuestionFigures.Diagnoses(gradebook).Take(ShownDiagnoses)
            .Select(diagnosis => (string[])[$"{diagnosis.Students}", diagnosis.Question, $"`{diagnosis.Id}`", MarkdownText.Escaped(diagnosis.Rationale)]));
        WriteTable(text, "Faults", ["Students", "Question", "Fault"], QuestionFigures.Faults(gradebook)
            .Select(fault => (string[])[$"{fault.Students}", fault.Question, fault.Id]));
        WriteTable(text, "Not graded, and not counted as lost", ["Submission", "Questions"], gradebook.Reports.Where(report => !report.Ungraded.IsEmpty)
            .Select(report => (string[])[MarkdownText.Escaped(report.Submission), string.Join(", ", report.Ungraded.Select(question => question.Id))]));
        WriteTable(text, "Late", ["Submission", "Students"], gradebook.Reports.Where(report => report.HandIn.IsLate)
            .Select(report => (string[])[MarkdownText.Escaped(report.Submission), MarkdownText.Escaped(string.Join(", ", report.HandIn.Students))]));
        WriteTable(text, "Handed in nothing", ["Student", "Section"], gradebook.Absent.Select(student => (string[])[MarkdownText.Escaped(student.ToString()), MarkdownText.Escaped(student.Section)]));
        return text.ToString();
    }

    private static string Counts(Gradebook gradebook)
    {
        int groups = gradebook.Reports.Count(report => report.HandIn.Students.Length > 1);
        string people = groups == 0 ? "" : $" by {Counted.Of(gradebook.Reports.Sum(report => report.HandIn.People), "student")}, {groups} handed in by groups";
        return $"{Counted.Of(gradebook.Reports.Length, "submission")}{people}.\n";
    }

    private static void WriteScores(StringBuilder text, Gradebook gradebook, double max)
    {
        var scores = ScoreDistribution.Of(gradebook.Reports.Select(report => report.Score));
        text.Append($"## Scores\n\nOf {Number(max)} points: mean {Number(scores.Mean)}, median {Number(scores.Quantile(0.5))}, ");
        text.Append($"quartiles {Number(scores.Quantile(0.25))} and {Number(scores.Quantile(0.75))}, from {Number(scores.Ordered[0])} to {Number(scores.Ordered[^1])}.\n\n```\n");
        var counts = scores.Counts(max);
        int most = counts.Max();
        for (int bin = 0; bin < counts.Length; bin++)
        {
            string bar = new('█', counts[bin] == 0 ? 0 : Math.Max(1, counts[bin] * LongestBar / most));
            text.Append($"{bin * 10,3}–{(bin + 1) * 10,3} %  {counts[bin],5}  {bar}".TrimEnd()).Append('\n');
        }

        text.Append("```\n\n");
    }

    private static void WriteQuestions(StringBuilder text, Gradebook gradebook, GradeReport first) => WriteTable(
        text,
        "Questions",
        ["Question", "Title", "Correct", "Mean share", "Not right, by verdict"],
        first.Questions.Select(question =>
        {
            QuestionFigures figures = QuestionFigures.Of(gradebook, question.Id);
            return (string[])[question.Id, MarkdownText.Escaped(question.Title), Percent(figures.CorrectShare), Percent(figures.MeanShare), figures.Others];
        }));

    private static void WriteTable(StringBuilder text, string title, string[] header, IEnumerable<string[]> rows)
    {
        string[] lines = [.. rows.Select(row => $"| {string.Join(" | ", row)} |\n")];
        if (lines.Length > 0)
        {
            text.Append($"## {title}\n\n| {string.Join(" | ", header)} |\n|{string.Concat(header.Select(_ => "---|"))}\n{string.Concat(lines)}\n");
        }
    }

    private static string Percent(double? share) => share is double known ? $"{Math.Round(100 * known).ToString(CultureInfo.InvariantCulture)} %" : "–";

    private static string Number(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}

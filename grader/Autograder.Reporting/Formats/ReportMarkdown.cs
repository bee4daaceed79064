using System.Globalization;
using System.Text;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Formats;

/// <summary>Reports as Markdown, for the summary of a step, a job's artifact or a comment: a table, and what students are told of what is not right.</summary>
public static class ReportMarkdown
{
    public static string Write(IEnumerable<StudentReport> reports)
    {
        var text = new StringBuilder();
        foreach (StudentReport report in reports)
        {
            Write(text, report);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, StudentReport report)
    {
        GradeReport graded = report.Report;
        text.Append($"## {MarkdownText.Escaped($"{graded.AssignmentTitle}: {graded.Submission}")}\n\n{ScoreText.Counts(graded)}\n\n");
        text.Append("| Question | | Points |\n|---|---|---|\n");
        foreach (QuestionGrade question in graded.Questions)
        {
            text.Append($"| {MarkdownText.Escaped(StudentReport.NameOf(question))} | {StudentReport.Word(question)} | {Points(question)} |\n");
        }

        WriteNotes(text, graded);
        foreach (QuestionGrade question in graded.Questions.Where(question => question.Verdict != Verdict.Correct))
        {
            text.Append($"\n### {MarkdownText.Escaped(StudentReport.NameOf(question))}\n\n{Paragraphs(report.Feedback(question))}\n");
        }

        text.Append('\n');
    }

    /// <summary>The compiler's messages are among them.</summary>
    private static void WriteNotes(StringBuilder text, GradeReport graded)
    {
        text.Append(graded.Notes.IsEmpty ? "" : "\n");
        foreach (string note in graded.Notes)
        {
            text.Append($"- {MarkdownText.Escaped(note)}\n");
        }
    }

    private static string Points(QuestionGrade question) =>
        question.EarnedPoints is double earned ? string.Create(CultureInfo.InvariantCulture, $"{earned:0.##} of {question.MaxPoints:0.##}") : "–";

    /// <summary>A line stays a line.</summary>
    private static string Paragraphs(string feedback) => string.Join(
        "\n\n", feedback.Split("\n\n").Select(paragraph => string.Join("\\\n", paragraph.Split('\n').Select(MarkdownText.Escaped))));
}

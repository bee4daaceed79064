using Autograder.Core.Reports;

namespace Autograder.Reporting.Gradebooks;

/// <summary>
/// gradebook.csv: a row for each submission, a column for each question. A cell is empty where nothing was graded; then come the questions that
/// a person still has to look at, and who handed in, with the members of a group side by side.
/// </summary>
public static class GradebookCsv
{
    public static string Write(Gradebook gradebook) => CsvText.Of(
        [
            "Submission", "Score", "Max score",
            .. (gradebook.Reports.FirstOrDefault()?.Questions ?? []).Select(question => question.Id),
            "Not graded", "Students", "Ids", "Emails", "Sections", "Late", "Earlier tries",
        ],
        gradebook.Reports.Select(Row));

    private static IEnumerable<string> Row(GradeReport report) =>
    [
        StudentText.Clean(report.Submission),
        CsvText.Number(report.Score),
        CsvText.Number(report.MaxScore),
        .. report.Questions.Select(question => question.EarnedPoints is double earned ? CsvText.Number(earned) : question.Verdict == Verdict.Manual ? "read" : ""),
        string.Join(' ', report.Ungraded.Select(question => question.Id)),
        Joined(report, student => student.Name),
        Joined(report, student => student.Id),
        Joined(report, student => student.Email),
        Joined(report, student => student.Section),
        report.HandIn.IsLate ? "late" : "",
        report.HandIn.EarlierTries > 0 ? CsvText.Number(report.HandIn.EarlierTries) : "",
    ];

    private static string Joined(GradeReport report, Func<Student, string> what) =>
        StudentText.Clean(string.Join("; ", report.HandIn.Students.Select(what).Where(text => text.Length > 0)));
}

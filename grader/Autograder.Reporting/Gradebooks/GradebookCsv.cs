using System.Globalization;
using Autograder.Core.Reports;
using CsvHelper;
using CsvHelper.Configuration;

namespace Autograder.Reporting.Gradebooks;

/// <summary>
/// gradebook.csv: a row for each submission, a column for each question. A cell is empty where nothing was graded; the last
/// column says which questions a person still has to look at. Names cannot become formulas in a spreadsheet.
/// </summary>
public static class GradebookCsv
{
    public static string Write(Gradebook gradebook)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\n" };
        using (var csv = new CsvWriter(text, configuration))
        {
            WriteHeader(csv, gradebook);
            foreach (GradeReport report in gradebook.Reports)
            {
                WriteRow(csv, report);
            }
        }

        return text.ToString();
    }

    private static void WriteHeader(CsvWriter csv, Gradebook gradebook)
    {
        csv.WriteField("Submission");
        csv.WriteField("Score");
        csv.WriteField("Max score");
        foreach (QuestionGrade question in gradebook.Reports.FirstOrDefault()?.Questions ?? [])
        {
            csv.WriteField(question.Id);
        }

        csv.WriteField("Not graded");
        csv.NextRecord();
    }

    private static void WriteRow(CsvWriter csv, GradeReport report)
    {
        csv.WriteField(StudentText.Clean(report.Submission));
        csv.WriteField(Number(report.Score));
        csv.WriteField(Number(report.MaxScore));
        foreach (QuestionGrade question in report.Questions)
        {
            csv.WriteField(question.EarnedPoints is double earned ? Number(earned) : question.Verdict == Verdict.Manual ? "read" : "");
        }

        csv.WriteField(string.Join(' ', report.Ungraded.Select(question => question.Id)));
        csv.NextRecord();
    }

    private static string Number(double number) => Math.Round(number, 5).ToString(CultureInfo.InvariantCulture);
}

using Autograder.Core.Reports;

namespace Autograder.Reporting.Gradebooks;

/// <summary>
/// Marks in the forms that platforms import, a row for each student. What is not graded is no mark: where a question of a submission still waits
/// for a person, the cell stays empty.
/// </summary>
public static class ImportForms
{
    /// <summary>As Canvas' gradebook exports itself: students are found by its id, or by the institution's.</summary>
    public static string Canvas(Gradebook gradebook) => CsvText.Of(
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", gradebook.Reports.FirstOrDefault()?.AssignmentTitle ?? ""],
        [
            ["    Points Possible", "", "", "", "", gradebook.Reports.FirstOrDefault() is { } first ? CsvText.Number(first.MaxScore) : ""],
            .. Marks(gradebook).Select(mark =>
            {
                string own = mark.Report.HandIn.Platform == Platform.Canvas ? mark.Report.HandIn.PlatformId : "";
                return (string[])[Clean(mark.Student.Name), own, InstitutionsId(mark), "", Clean(mark.Student.Section), Score(mark.Report)];
            }),
        ]);

    /// <summary>
    /// As Moodle's worksheet for grading offline, by the participant's id in a download, else by the institution's; its importer asks for the last column, and with nothing in it
    /// takes a mark unless a later one stands there.
    /// </summary>
    public static string Moodle(Gradebook gradebook) => CsvText.Of(
        ["Identifier", "Full name", "ID number", "Email address", "Grade", "Maximum grade", "Last modified (grade)"],
        Marks(gradebook).Select(mark => (string[])
        [
            mark.Report.HandIn.Platform == Platform.Moodle ? $"Participant {mark.Report.HandIn.PlatformId}" : "",
            Clean(mark.Student.Name), InstitutionsId(mark), Clean(mark.Student.Email), Score(mark.Report), CsvText.Number(mark.Report.MaxScore), "",
        ]));

    /// <summary>With the columns by which Gradescope's own lists of marks say who a student is.</summary>
    public static string Gradescope(Gradebook gradebook) => CsvText.Of(
        ["Name", "SID", "Email", "Sections", "Total Score", "Max Points", "Submission ID"],
        Marks(gradebook).Select(mark => (string[])
        [
            Clean(mark.Student.Name), InstitutionsId(mark), Clean(mark.Student.Email), Clean(mark.Student.Section), Score(mark.Report), CsvText.Number(mark.Report.MaxScore),
            mark.Report.HandIn.Platform == Platform.Gradescope ? mark.Report.HandIn.PlatformId : "",
        ]));

    private static IEnumerable<(Student Student, GradeReport Report)> Marks(Gradebook gradebook) => gradebook.Reports.SelectMany(report =>
        report.HandIn.Students.DefaultIfEmpty(new Student(report.Submission)).Select(student => (student, report)));

    /// <summary>A platform's own id tells another one nothing.</summary>
    private static string InstitutionsId((Student Student, GradeReport Report) mark) =>
        mark.Student.Id == mark.Report.HandIn.PlatformId ? "" : Clean(mark.Student.Id);

    private static string Score(GradeReport report) => report.Ungraded.IsEmpty ? CsvText.Number(report.Score) : "";

    private static string Clean(string text) => StudentText.Clean(text);
}

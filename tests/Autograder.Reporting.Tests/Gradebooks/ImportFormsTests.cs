using Autograder.Core.Reports;
using Autograder.Reporting.Gradebooks;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Gradebooks;

public sealed class ImportFormsTests
{
    [Fact]
    public void The_forms_read_well() => Snapshot.Verify(
        string.Join('\n', GradebookCsv.Write(SampleClass.Gradebook), ImportForms.Canvas(SampleClass.Gradebook), ImportForms.Moodle(SampleClass.Gradebook), ImportForms.Gradescope(SampleClass.Gradebook)),
        "import-forms");

    [Fact]
    public void What_waits_for_a_person_is_no_mark() =>
        Assert.Equal(",zoe_5,,,,4,", ImportForms.Moodle(SampleClass.Gradebook).TrimEnd('\n').Split('\n')[^1]);

    [Fact]
    public void A_student_of_a_plain_folder_is_found_by_its_name()
    {
        Gradebook folders = Of(new HandIn([new Student("", "s042")]));
        Assert.Equal(",,s042,,2,2,", Rows(ImportForms.Moodle(folders))[1]);
        Assert.Equal(",s042,,,2,2,", Rows(ImportForms.Gradescope(folders))[1]);
    }

    [Fact]
    public void The_id_of_one_platform_is_none_elsewhere()
    {
        Gradebook canvas = Of(new HandIn([new Student("doejane", "4711")], Platform.Canvas, "4711"));
        Assert.Equal("doejane,4711,,,,2", Rows(ImportForms.Canvas(canvas))[2]);
        Assert.Equal(",doejane,,,2,2,", Rows(ImportForms.Moodle(canvas))[1]);
        Assert.Equal("doejane,,,,2,2,", Rows(ImportForms.Gradescope(canvas))[1]);
    }

    private static Gradebook Of(HandIn handIn) => new([SampleReports.Report("a", SampleReports.Question("1", Verdict.Correct, 2, 1)) with { HandIn = handIn }]);

    private static string[] Rows(string csv) => csv.TrimEnd('\n').Split('\n');
}

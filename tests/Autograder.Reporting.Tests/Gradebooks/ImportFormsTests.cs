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
        Assert.Equal(",zoe_5,,,4,", ImportForms.Moodle(SampleClass.Gradebook).TrimEnd('\n').Split('\n')[^1]);
}

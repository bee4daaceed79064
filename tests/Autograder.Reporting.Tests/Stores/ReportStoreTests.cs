using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Reporting.Gradescope;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Stores;
using Autograder.Reporting.Tests.Formats;

namespace Autograder.Reporting.Tests.Stores;

public sealed class ReportStoreTests : IDisposable
{
    private const string Key = "abcdef";
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    public static TheoryData<int> Reports => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Reports))]
    public void What_is_kept_gives_the_same_files_to_the_byte(int index)
    {
        GradeReport report = new[] { SampleReports.Full, SampleReports.Kinds, Odd, SampleReports.Placed }[index];
        new ReportStore(_folder).Keep(Key, report);

        GradeReport found = new ReportStore(_folder).Find(Key)!;

        Assert.Equal(ReportJson.Write(report), ReportJson.Write(found));
        Assert.Equal(GradescopeResults.Write(report), GradescopeResults.Write(found));
        Assert.Equal(Rendered.All(Rendered.Of(report)), Rendered.All(Rendered.Of(found)));
        Assert.Equal(report.Questions[0].Console, found.Questions[0].Console);
    }

    [Fact]
    public void What_is_not_there_is_not_found_and_what_is_found_is_counted()
    {
        var store = new ReportStore(_folder);
        Assert.Null(store.Find(Key));
        store.Keep(Key, SampleReports.Full);
        Assert.NotNull(store.Find(Key));
        Assert.Equal(1, store.Found);
    }

    [Fact]
    public void Whatever_a_lost_current_leaves_of_a_file_is_not_there()
    {
        var store = new ReportStore(_folder);
        store.Keep(Key, SampleReports.Full);
        string file = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        byte[] whole = File.ReadAllBytes(file);
        for (int length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(file, [.. whole.Take(length), .. new byte[(whole.Length - length) % 5]]);
            Assert.Null(store.Find(Key));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Half of a surrogate pair, the mark that the store itself uses, characters that JSON escapes, and numbers that it does not know.</summary>
    private static GradeReport Odd => SampleReports.Report("o", SampleReports.Question("1", Verdict.Wrong, 1, 1.0 / 3, new Feedback("agreement", "a\uD800b")) with
    {
        Console = "\uDC00\0\uFDD0\u2028\uFFFD",
        Text = "\uFDD0",
        Points = [new PointComparison(null, Agreement.Off, [new PartComparison("", Agreement.Off, double.PositiveInfinity), new PartComparison("b", Agreement.Gray, 0.1 + 0.2)])],
    });
}

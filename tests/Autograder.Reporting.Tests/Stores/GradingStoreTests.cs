using System.Collections.Immutable;
using System.Text.Json;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Reporting.Gradescope;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Stores;
using Autograder.Reporting.Tests.Formats;

namespace Autograder.Reporting.Tests.Stores;

public sealed class GradingStoreTests : IDisposable
{
    private const string Key = "abcdef";
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    public static TheoryData<int> Reports => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Reports))]
    public void What_is_kept_gives_the_same_files_to_the_byte(int index)
    {
        GradeReport report = new[] { SampleReports.Full, SampleReports.Kinds, Odd, SampleReports.Placed }[index];
        new GradingStore(_folder).Keep(Key, report);

        GradeReport found = new GradingStore(_folder).Find(Key)!;

        Assert.Equal(ReportJson.Write(report), ReportJson.Write(found));
        Assert.Equal(GradescopeResults.Write(report), GradescopeResults.Write(found));
        Assert.Equal(Rendered.All(Rendered.Of(report)), Rendered.All(Rendered.Of(found)));
        Assert.Equal(report.Questions[0].Console, found.Questions[0].Console);
    }

    [Fact]
    public void What_was_seen_of_programs_is_kept_to_the_bit()
    {
        double[] numbers = [0.1 + 0.2, -0.0, double.NaN, double.NegativeInfinity, double.Epsilon];
        var group = new GroupValue([("W", new NumericValue(new Tensor(new Shape([1, 5, 1]), [.. numbers]))), ("names", new TextListValue(["a", "b\uD800"]))]);
        ImmutableArray<QuestionObservations> seen =
        [
            new([new ReturnedValue(group, ["X"], "X"), new FaultObservation(new Fault(FaultKind.Exception, "no", new SourceLine("A.cs", 3)))], [new ReturnedValue(new TextValue("A"), [], null), null], "printed\0"),
            new([], [], ""),
        ];
        var store = new GradingStore(_folder);
        Assert.Null(store.FindSeen(Key));
        store.KeepSeen(Key, seen);
        store.Keep(Key, SampleReports.Full);

        ImmutableArray<QuestionObservations> found = store.FindSeen(Key)!.Value;

        Assert.Equal(JsonSerializer.Serialize(Bits(numbers)), JsonSerializer.Serialize(Bits([.. ((ReturnedValue)found[0].First[0]).Value.NumericParts.Single().Tensor.Entries])));
        Assert.Equal(new Shape([1, 5, 1]), ((ReturnedValue)found[0].First[0]).Value.NumericParts.Single().Tensor.Shape);
        Assert.Equal("b\uD800", ((TextListValue)((GroupValue)((ReturnedValue)found[0].First[0]).Value).Members[1].Value).Texts[1]);
        Assert.Equal("X", Assert.Single(((ReturnedValue)found[0].First[0]).ChangedInputs));
        Assert.Equal(seen[0].First[1], found[0].First[1]);
        Assert.Equal((2, null, "printed\0"), (found[0].Second.Length, found[0].Second[1], found[0].Console));
        Assert.Empty(found[1].First);
        Assert.Equal((0, 1), (store.Found, store.FoundSeen));
    }

    [Fact]
    public void What_is_not_there_is_not_found_and_what_is_found_is_counted()
    {
        var store = new GradingStore(_folder);
        Assert.Null(store.Find(Key));
        store.Keep(Key, SampleReports.Full);
        Assert.NotNull(store.Find(Key));
        Assert.Equal(1, store.Found);
    }

    [Fact]
    public void Whatever_a_lost_current_leaves_of_a_file_is_not_there()
    {
        var store = new GradingStore(_folder);
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

    private static IEnumerable<long> Bits(double[] numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);

    /// <summary>Half of a surrogate pair, the mark that the store itself uses, characters that JSON escapes, and numbers that it does not know.</summary>
    private static GradeReport Odd => SampleReports.Report("o", SampleReports.Question("1", Verdict.Wrong, 1, 1.0 / 3, new Feedback("agreement", "a\uD800b")) with
    {
        Console = "\uDC00\0\uFDD0\u2028\uFFFD",
        Text = "\uFDD0",
        Points = [new PointComparison(null, Agreement.Off, [new PartComparison("", Agreement.Off, double.PositiveInfinity), new PartComparison("b", Agreement.Gray, 0.1 + 0.2)])],
    });
}

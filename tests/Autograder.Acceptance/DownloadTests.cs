using System.IO.Compression;

namespace Autograder.Acceptance;

/// <summary>What a platform downloads is graded as it is, told before, listed in the platform's form and replayed.</summary>
public sealed class DownloadTests
{
    [Theory]
    [InlineData("doejane_LATE_101_9001_Answers.cs", "roerick_102_9002_Answers.cs", "auto", "a download of Canvas'", "doejane_101", "Jane Doe,101,,,Mon,1")]
    [InlineData("week-1/101.cs", "week-1/102.cs", @"regex=(?<student_id>\d+)\.cs$", "2 of 2 paths match the expression", "101", "Jane Doe,,101,,Mon,1")]
    public void A_download_is_recognised_told_listed_and_replayed(string first, string second, string layout, string recognised, string name, string row)
    {
        using var small = new SmallClass(students: 0);
        string archive = small.PathTo("download.zip");
        using (ZipArchive zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            Add(zip, first, "3 * u");
            Add(zip, second, "2 * u");
        }

        string roster = small.Write("roster.csv", "Student,ID,Section\n\"Jane Doe\",101,Mon\nRick Roe,102,Tue\n");
        GraderCommand.Result graded = GraderCommand.Run("grade", small.Homework, archive, "--layout", layout, "--roster", roster, "--out", small.PathTo("out"));
        GraderCommand.Result replayed = GraderCommand.Run("replay", small.PathTo("out", name), "1");

        Assert.Equal(0, graded.ExitCode);
        Assert.Contains(recognised, graded.Errors, StringComparison.Ordinal);
        Assert.Contains("2 submissions by 2 students", graded.Errors, StringComparison.Ordinal);
        Assert.Contains(row, small.Results("out")["gradebook-canvas.csv"], StringComparison.Ordinal);
        Assert.EndsWith("As in the report.", replayed.Output.TrimEnd(), StringComparison.Ordinal);
    }

    private static void Add(ZipArchive zip, string name, string slope)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write($"public static class Answers {{ public static double Slope(double u) => {slope}; public static double Next(double u) => u + 1; }}");
    }
}

using System.IO.Compression;

namespace Autograder.Acceptance;

/// <summary>What cannot be graded is told in one message, and nothing is written.</summary>
public sealed class BadClassTests : IDisposable
{
    private readonly SmallClass _small = new(students: 2);

    [Fact]
    public void An_archive_that_cannot_be_read_is_refused() =>
        Refuses("it is no zip archive, or not all of one", _small.Write("class.zip", "PK and nothing more"));

    [Fact]
    public void A_folder_without_submissions_is_refused() => Refuses("no submissions in", Directory.CreateDirectory(_small.PathTo("empty")).FullName);

    [Fact]
    public void Archives_in_an_archive_are_refused_with_the_way_to_give_them()
    {
        byte[] student = Zipped(("Answers.cs", "public static class Answers;"u8.ToArray()));
        string path = _small.Write("class.zip", "");
        File.WriteAllBytes(path, Zipped(("ada.zip", student), ("bob.zip", student)));
        Refuses("archives inside are not opened (ada.zip and 1 more); give each by itself", path);
    }

    [Fact]
    public void Another_layout_than_was_said_is_refused() => Refuses("is not what --layout moodle says", _small.Submissions, "--layout", "moodle");

    [Fact]
    public void A_roster_of_another_class_is_refused() => Refuses("does not match", _small.Submissions, "--roster", _small.Write("roster.csv", "name,id\nNobody,77\n"));

    [Fact]
    public void Two_students_with_one_id_are_refused() =>
        Refuses("has two students with the id s000", _small.Submissions, "--roster", _small.Write("roster.csv", "name,id\nAda,s000\nBob,s000\n"));

    [Fact]
    public void Earlier_results_that_are_none_are_refused() => Refuses("is no folder of results", _small.Submissions, "--diff", _small.Submissions);

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_refused() =>
        Assert.Contains("so nothing was graded", Run(_small.Submissions, _small.Write("file", "")).Errors, StringComparison.Ordinal);

    [Fact]
    public void Results_among_the_submissions_are_refused()
    {
        GraderCommand.Result result = Run(_small.Submissions, _small.PathTo("class", "results"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("where the next run would take the results for a submission", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_small.PathTo("class", "results")));
    }

    [Fact]
    public void A_list_that_cannot_be_written_is_told_under_the_table()
    {
        Directory.CreateDirectory(_small.PathTo("out", "gradebook.csv"));

        GraderCommand.Result result = _small.Grade("out");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("2 submissions graded", result.Output, StringComparison.Ordinal);
        Assert.Contains("gradebook.csv could not be written: ", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Split('\n'), line => line.StartsWith("Note: students can draw the points by which they are graded", StringComparison.Ordinal));
        Assert.Contains("summary.md", _small.Results("out").Keys);
    }

    [Fact]
    public void Results_of_another_homework_stay_as_they_are()
    {
        _small.Grade("out", "--roster", _small.Write("roster.csv", "name,id,section\nAda,s000,Mon\nBob,s001,Tue\nCleo,s002,Tue\n"));
        SortedDictionary<string, string> before = _small.Results("out");
        Assert.Contains("Cleo \\(s002\\)", before["summary.md"], StringComparison.Ordinal);
        Assert.Contains("Bob,,s001,,Tue,1", before["gradebook-canvas.csv"], StringComparison.Ordinal);

        _small.WriteHomework("other", "2 * u");
        Refuses("holds the results of the homework 'slopes', and this is 'other'", _small.Submissions);
        Assert.Equal(before, _small.Results("out"));
    }

    [Fact]
    public void Where_nothing_more_can_be_written_grading_ends_and_goes_on_later()
    {
        // A file in the place of each folder of the store.
        foreach (int number in Enumerable.Range(0, 256))
        {
            _small.Write($"out/.cache/{number:x2}", "");
        }

        GraderCommand.Result ended = _small.Grade("out");

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("Results can no longer be written to", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(["run.json"], _small.Results("out").Keys);

        Directory.Delete(_small.PathTo("out", ".cache"), recursive: true);
        Assert.Equal(0, _small.Grade("out").ExitCode);
    }

    public void Dispose() => _small.Dispose();

    private static byte[] Zipped(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private void Refuses(string told, string submissions, params string[] more)
    {
        bool isThere = Directory.Exists(_small.PathTo("out"));
        GraderCommand.Result result = Run(submissions, _small.PathTo("out"), more);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(isThere, Directory.Exists(_small.PathTo("out")));
    }

    private GraderCommand.Result Run(string submissions, string output, params string[] more) =>
        GraderCommand.Run(["grade", _small.Homework, submissions, "--out", output, .. more]);
}

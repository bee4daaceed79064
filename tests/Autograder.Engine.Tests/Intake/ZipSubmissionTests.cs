using System.IO.Compression;
using System.Text;
using Autograder.Engine.Intake;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Intake;

public sealed class ZipSubmissionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void An_archive_with_sources_is_a_submission_of_its_name()
    {
        Submission submission = Single(new HandMadeZip().Add("Answers.cs", "// ada").Add("more/Helpers.cs"), "ada.zip");

        Assert.Equal("ada", submission.Name);
        Assert.Equal(["Answers.cs", "more/Helpers.cs"], submission.Files.Select(file => file.Name));
        Assert.Equal("// ada", Encoding.UTF8.GetString(submission.Files[0].Content));
        Assert.Empty(submission.Notes);
    }

    [Fact]
    public void The_folder_that_a_student_has_packed_is_what_is_in_it() =>
        Assert.Equal(
            ["Answers.cs"],
            Single(new HandMadeZip().Add("homework/Answers.cs").Add("__MACOSX/homework/._Answers.cs"), "ada.zip").Files.Select(file => file.Name));

    [Fact]
    public void An_archive_of_folders_is_a_class_in_the_order_of_names()
    {
        IntakeResult intake = Read(new HandMadeZip().Add("bob/Answers.cs").Add("ada/Answers.cs").Add("README.md"), "class.zip");

        Assert.False(intake.IsSingle);
        Assert.Equal(["ada", "bob"], intake.Submissions.Select(submission => submission.Name));
    }

    [Fact]
    public void An_archive_and_the_folder_that_it_was_made_of_are_the_same_submission()
    {
        string source = Path.Combine(_folder, "source");
        foreach ((string name, string text) in ((string, string)[])[
            ("Answers.cs", "class A;"), ("Given.cs", ""), ("more/.hidden.cs", ""), ("more/Z.cs", "class Z;"), ("a.csproj", "<Project/>"), ("bin/x.dll", "x"), ("inner.zip", "PK")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(source, name))!);
            File.WriteAllText(Path.Combine(source, name), text);
        }

        string archive = Path.Combine(_folder, "source.zip");
        ZipFile.CreateFromDirectory(source, archive);

        Submission folder = Assert.Single(Read(source).Submissions), packed = Assert.Single(Read(archive).Submissions);
        Assert.Equal(folder.Name, packed.Name);
        Assert.Equal(folder.Fingerprint, packed.Fingerprint);
        Assert.Equal(folder.Notes.ToArray(), packed.Notes.ToArray());
        Assert.Contains("inner.zip: not graded, because it is an archive inside of what was handed in", packed.Notes);
    }

    [Theory]
    [InlineData("../evil.cs")]
    [InlineData("more/../../evil.cs")]
    [InlineData("/etc/evil.cs")]
    [InlineData("..\\evil.cs")]
    [InlineData("C:\\evil.cs")]
    [InlineData("C:evil.cs")]
    [InlineData("more//evil.cs")]
    [InlineData("./evil.cs")]
    [InlineData("evil\0.cs")]
    public void A_name_that_leads_out_is_left_aside(string name)
    {
        Submission submission = Single(new HandMadeZip().Add("Answers.cs").Add(name), "ada.zip");

        Assert.Equal(["Answers.cs"], submission.Files.Select(file => file.Name));
        Assert.EndsWith("not graded, because its name leads out of the archive", Assert.Single(submission.Notes), StringComparison.Ordinal);
        Assert.Equal(["ada.zip"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(0xA1FF, "Links.cs: not graded, because it is a link")]
    [InlineData(0x1180, "Links.cs: not graded, because it is no regular file")]
    [InlineData(0x2180, "Links.cs: not graded, because it is no regular file")]
    public void Links_and_devices_in_an_archive_are_left_aside(int mode, string told) =>
        Assert.Equal([told], Single(new HandMadeZip().Add("Answers.cs").Add("Links.cs", Encoding.UTF8.GetBytes("/etc/passwd"), mode), "ada.zip").Notes.ToArray());

    [Fact]
    public void Backslashes_of_old_tools_separate_folders() =>
        Assert.Equal(["more/Helpers.cs"], Single(new HandMadeZip().Add("Answers.cs").Add("more\\Helpers.cs"), "ada.zip").Files.Skip(1).Select(file => file.Name));

    [Theory]
    [InlineData("Answers.cs")]
    [InlineData("ANSWERS.cs")]
    public void Of_two_entries_of_one_name_the_second_is_left_aside(string second)
    {
        Submission submission = Single(new HandMadeZip().Add("Answers.cs", "// first").Add(second, "// second"), "ada.zip");

        Assert.Single(submission.Files);
        Assert.EndsWith("not graded, because there is another of that name", Assert.Single(submission.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "it is larger than 256 KiB")]
    [InlineData(100u, "it is damaged")]
    [InlineData(262_144u, "it is damaged")]
    public void A_bomb_is_inflated_no_further_than_the_limit(uint? claimed, string reason)
    {
        byte[] zeros = new byte[64 << 20];
        string path = Write(new HandMadeZip().Add("Bomb.cs", zeros, claimed: claimed).ToBytes(), "ada.zip");
        long before = GC.GetAllocatedBytesForCurrentThread();

        Submission submission = Assert.Single(Read(path).Submissions);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 << 20);
        Assert.Equal([$"Bomb.cs: not graded, because {reason}", "no C# source was found"], submission.Notes.ToArray());
    }

    [Fact]
    public void Many_small_bombs_come_to_no_more_than_the_sources_may_together()
    {
        var archive = new HandMadeZip();
        foreach (int index in Enumerable.Range(0, 100))
        {
            archive.Add($"A{index:00}.cs", new string(' ', 256 << 10));
        }

        Submission submission = Single(archive, "ada.zip");

        Assert.Equal(4 << 20, submission.Files.Sum(file => file.Content.Length));
        Assert.Contains("A16.cs: not graded, because the sources are larger than 4 MiB together", submission.Notes);
        Assert.Equal("34 more are left aside", submission.Notes[^1]);
    }

    [Theory]
    [InlineData(8, 1, "it is encrypted")]
    [InlineData(14, 0, "it is compressed in a way that is not read here (method 14)")]
    public void What_cannot_be_read_is_told(int method, int flags, string reason) =>
        Assert.Equal(
            [$"Secret.cs: not graded, because {reason}"],
            Single(new HandMadeZip().Add("Answers.cs").Add("Secret.cs", [1, 2, 3], method: method, flags: flags), "ada.zip").Notes.ToArray());

    [Fact]
    public void Stored_contents_are_read_and_wrong_sizes_of_theirs_are_damage()
    {
        Submission submission = Single(
            new HandMadeZip().Add("Answers.cs", "// x"u8.ToArray(), method: 0).Add("Short.cs", "// x"u8.ToArray(), method: 0, claimed: 2), "ada.zip");

        Assert.Equal("// x", Encoding.UTF8.GetString(Assert.Single(submission.Files).Content));
        Assert.Equal(["Short.cs: not graded, because it is damaged"], submission.Notes.ToArray());
    }

    [Fact]
    public void A_file_that_has_two_names_in_one_archive_is_damaged() =>
        Assert.Equal(
            ["B.cs: not graded, because it is damaged"],
            Single(new HandMadeZip().Add("A.cs").Add("B.cs", "// x"u8.ToArray(), localName: "C.cs"), "ada.zip").Notes.ToArray());

    [Fact]
    public void A_name_that_is_not_in_UTF_8_is_read_byte_by_byte() =>
        Assert.Equal("Zo\u00EB.cs", Assert.Single(Single(new HandMadeZip().Add("Zo\u00EB.cs", "// x"u8.ToArray(), encoding: Encoding.Latin1), "ada.zip").Files).Name);

    [Fact]
    public void Folders_within_folders_have_an_end() =>
        Assert.Equal(
            "not graded, because it stands in more than 32 folders",
            Assert.Single(Single(new HandMadeZip().Add("Answers.cs").Add(string.Concat(Enumerable.Repeat("a/", 5000)) + "A.cs"), "ada.zip").Notes)[^53..]);

    [Fact]
    public void Twenty_thousand_entries_are_the_most()
    {
        var archive = new HandMadeZip().Add("Answers.cs");
        foreach (int index in Enumerable.Range(0, 20_000))
        {
            archive.Add($"data/{index}.txt", "");
        }

        Submission submission = Single(archive, "ada.zip");

        Assert.Empty(submission.Files);
        Assert.Equal(["not graded, because there are more than 20,000 files and folders: hand in the sources alone"], submission.Notes.ToArray());
    }

    [Fact]
    public void What_is_no_archive_is_told()
    {
        byte[] whole = new HandMadeZip().Add("Answers.cs").ToBytes();

        Assert.EndsWith("is not graded, because it is no zip archive, or not all of one", Refused("// a source"u8.ToArray()), StringComparison.Ordinal);
        Assert.EndsWith("is not graded, because it is no zip archive, or not all of one", Refused(whole[..^1]), StringComparison.Ordinal);
        Assert.EndsWith("is not graded, because it is no zip archive, or not all of one", Refused([.. whole, 0]), StringComparison.Ordinal);
        Assert.EndsWith("is not graded, because it is no zip archive, or not all of one", Refused([]), StringComparison.Ordinal);
        Assert.EndsWith("is not graded, because it is damaged", Refused([0, .. whole]), StringComparison.Ordinal);
        Assert.EndsWith("is not graded, because it is damaged", Refused(new HandMadeZip().Add("Answers.cs").ToBytes(claimedCount: 2)), StringComparison.Ordinal);
        Assert.EndsWith("is not graded, because it is damaged", Refused(new HandMadeZip().Add("A.cs").Add("B.cs").ToBytes(claimedCount: 1)), StringComparison.Ordinal);
        Assert.EndsWith(
            "is not graded, because it is a zip64 archive, with more than 65,534 entries or 4 GiB",
            Refused(new HandMadeZip().Add("Answers.cs").ToBytes(claimedCount: 65_535)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Any_change_of_an_archive_gives_a_submission_or_an_error_that_says_so()
    {
        byte[] whole = new HandMadeZip().Add("Answers.cs").Add("more/B.cs", "// x"u8.ToArray(), mode: 0x81A4).ToBytes();
        foreach (int at in Enumerable.Range(0, whole.Length))
        {
            foreach (byte value in (byte[])[0, 1, 0x7F, 0xFF])
            {
                byte[] changed = [.. whole];
                changed[at] = value;
                Exception? exception = Record.Exception(() => Read(Write(changed, "ada.zip")));
                Assert.True(exception is null or IntakeException, $"byte {at} as {value}: {exception}");
            }
        }
    }

    [Fact]
    public void Among_others_an_archive_that_is_none_costs_nobody_else_anything()
    {
        string good = Write(new HandMadeZip().Add("Answers.cs").ToBytes(), "ada.zip"), bad = Write([1, 2, 3], "bob.zip");

        IntakeResult intake = Read(good, bad);

        Assert.Single(intake.Submissions[0].Files);
        Assert.Equal(["bob.zip: not graded, because it is no zip archive, or not all of one"], intake.Submissions[1].Notes.ToArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IntakeResult Read(params string[] paths) => new SubmissionReader("Given.cs").Read(paths);

    private IntakeResult Read(HandMadeZip archive, string name) => Read(Write(archive.ToBytes(), name));

    private Submission Single(HandMadeZip archive, string name)
    {
        IntakeResult intake = Read(archive, name);
        Assert.True(intake.IsSingle);
        return Assert.Single(intake.Submissions);
    }

    private string Refused(byte[] bytes) => Assert.Throws<IntakeException>(() => Read(Write(bytes, "ada.zip"))).Message;

    private string Write(byte[] bytes, string name)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

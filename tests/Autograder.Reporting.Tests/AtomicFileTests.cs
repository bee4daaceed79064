namespace Autograder.Reporting.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void The_file_has_no_byte_order_mark_and_leaves_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "deep", "results.json");

        AtomicFile.Write(path, "{}");
        AtomicFile.Write(path, "{\"ä\":1}");

        Assert.Equal("{\"ä\":1}"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "results.json");
        Directory.CreateDirectory(Path.Combine(path, "a folder in its place"));

        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write(path, "{}"));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("results.json.part")]
    [InlineData("results.json")]
    public void A_link_in_the_way_is_replaced_and_what_it_leads_to_is_untouched(string name)
    {
        string victim = Path.Combine(_folder, "victim"), path = Path.Combine(_folder, "results.json");
        File.WriteAllText(victim, "mine");
        File.CreateSymbolicLink(Path.Combine(_folder, name), victim);

        AtomicFile.Write(path, "{}");

        Assert.Equal(("mine", "{}"), (File.ReadAllText(victim), File.ReadAllText(path)));
        Assert.Null(new FileInfo(path).LinkTarget);
        Assert.Equal(["results.json", "victim"], Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_killed_writer_has_left_is_taken_over()
    {
        string path = Path.Combine(_folder, "results.json");
        File.WriteAllText($"{path}.part", "half of somethi");

        AtomicFile.Write(path, "{}");

        Assert.Equal("{}", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

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

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

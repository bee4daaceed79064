using Autograder.Cli.Commands;

namespace Autograder.Cli.Tests.Commands;

public sealed class FolderPathsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Theory]
    [InlineData("class", true)]
    [InlineData("class/", true)]
    [InlineData("class/results/more", true)]
    [InlineData("class/../class/..results", true)]
    [InlineData("class-results", false)]
    [InlineData("class/../results", false)]
    [InlineData(".", false)]
    public void What_lies_in_a_folder_is_told_from_what_lies_beside_it(string path, bool isBelow) =>
        Assert.Equal(isBelow, FolderPaths.IsAtOrBelow(Path.Combine(_folder, path), Path.Combine(_folder, "class")));

    [Fact]
    public void A_relative_path_is_one_from_here() =>
        Assert.True(FolderPaths.IsAtOrBelow("class/results", Path.Combine(Directory.GetCurrentDirectory(), "class")));

    [Fact]
    public void A_link_leads_where_it_points()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "class", "inner"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), "class");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "deep"), Path.Combine("link", "inner"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "class", "out"), _folder);

        Assert.True(FolderPaths.IsAtOrBelow(Path.Combine(_folder, "deep", "results"), Path.Combine(_folder, "class")));
        Assert.True(FolderPaths.IsAtOrBelow(Path.Combine(_folder, "class", "results"), Path.Combine(_folder, "link")));
        Assert.False(FolderPaths.IsAtOrBelow(Path.Combine(_folder, "class", "out", "results"), Path.Combine(_folder, "class")));
    }

    [Fact]
    public void Links_in_a_circle_come_to_an_end()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "circle"), Path.Combine("circle", "inner"));
        Assert.False(FolderPaths.IsAtOrBelow(Path.Combine(_folder, "circle", "results"), Path.Combine(_folder, "class")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

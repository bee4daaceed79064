using System.Text;
using Autograder.Engine.Packing;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Packing;

public sealed class CiBundleTests
{
    private static readonly LoadedAssignment Loaded = AssignmentLoader.Load(Repository.PathTo("problems", "chain-rule-and-softmax"));

    /// <summary>Strangers can read a teacher's bundle in Classroom 50, and students their repositories.</summary>
    [Fact]
    public void Of_the_homework_it_holds_what_students_get_and_nothing_else()
    {
        string[] templates = [".github/workflows/autograder.yml", ".gitlab-ci.yml", "README.md", "classroom50/autograder.py", "classroom50/runtime.json"];
        BundleFile[] students = [.. StudentBundle.Of(Loaded).Files], files = [.. CiBundle.Of(Loaded, "1.2.3", source: null)];

        Assert.Empty(templates.Except(files.Select(file => file.Name)));
        Assert.Equal(
            ["Given.cs", "classroom50/Given.cs", "classroom50/homework.yaml", "homework.yaml"],
            files.Select(file => file.Name).Except(templates).Order(StringComparer.Ordinal));
        Assert.All(files.ExceptBy(templates, file => file.Name), file =>
            Assert.Equal(students.Single(given => given.Name == Path.GetFileName(file.Name)).Content, file.Content));
    }

    [Fact]
    public void Tools_and_actions_are_pinned_rights_are_few_and_there_are_no_secrets()
    {
        Dictionary<string, string> texts = CiBundle.Of(Loaded, "1.2.3", source: null).ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content), StringComparer.Ordinal);
        string workflow = texts[".github/workflows/autograder.yml"];

        Assert.Contains("dotnet tool install Autograder --version 1.2.3 ", workflow, StringComparison.Ordinal);
        Assert.Contains("dotnet tool install Autograder --version 1.2.3 ", texts[".gitlab-ci.yml"], StringComparison.Ordinal);
        Assert.Contains("VERSION = \"1.2.3\"", texts["classroom50/autograder.py"], StringComparison.Ordinal);
        Assert.Contains("\npermissions:\n  contents: read\n\n", workflow, StringComparison.Ordinal);
        Assert.All(workflow.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)), line => Assert.Matches(@"uses: actions/[a-z-]+@v\d+$", line));
        Assert.All(texts.Values, text => Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal));
        Assert.All(texts.Values, text => Assert.DoesNotContain("{version}", text, StringComparison.Ordinal));
        Assert.All(texts.Values, text => Assert.DoesNotMatch(@"\{(files|source|option|installs)\}", text));
        Assert.All(texts.Values, text => Assert.DoesNotContain("--source \"", text, StringComparison.Ordinal));
        Assert.Contains("nuget.org unless it is set up otherwise", texts["README.md"], StringComparison.Ordinal);
        Assert.True(workflow.IndexOf("dotnet tool install", StringComparison.Ordinal) < workflow.IndexOf("actions/checkout", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_that_is_named_is_the_only_one()
    {
        const string Feed = "https://nuget.example.edu/v3/index.json";
        Dictionary<string, string> texts = CiBundle.Of(Loaded, "1.2.3", PackageSource.Of(Feed)).ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content), StringComparer.Ordinal);

        Assert.All([".github/workflows/autograder.yml", ".gitlab-ci.yml"], name =>
            Assert.Contains($"dotnet tool install Autograder --version 1.2.3 --source \"{Feed}\" --tool-path ", texts[name], StringComparison.Ordinal));
        Assert.Contains($"SOURCE = \"{Feed}\"", texts["classroom50/autograder.py"], StringComparison.Ordinal);
        Assert.Contains($"from {Feed} and from nowhere else", texts["README.md"], StringComparison.Ordinal);
        Assert.Contains(
            $"dotnet tool install --global Autograder --version 1.2.3 --source \"{Feed}\"\n",
            Encoding.UTF8.GetString(StudentBundle.Of(Loaded, PackageSource.Of(Feed)!.InstallCommand("1.2.3")).Files.Single(file => file.Name == "README.txt").Content),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://nuget.example.edu/v3/index.json")]
    [InlineData("packages")]
    [InlineData("https://a\"; rm -rf / #")]
    [InlineData("https://a/$(id)")]
    [InlineData("https://a/`id`")]
    [InlineData("https://a/\\u0022")]
    [InlineData("https://a/x\n")]
    [InlineData("")]
    public void A_source_that_a_shell_could_misread_is_none(string location) => Assert.Null(PackageSource.Of(location));

    [Fact]
    public void A_bundle_with_folders_is_written_as_a_folder_and_as_a_zip()
    {
        string folder = Directory.CreateTempSubdirectory("autograder-").FullName;
        BundleFile[] files = [new(".github/workflows/a.yml", [1]), new("b.txt", [2])];

        BundleWriter.Write(Path.Combine(folder, "out"), files);
        BundleWriter.Write(Path.Combine(folder, "out.zip"), files);

        Assert.Equal([1], File.ReadAllBytes(Path.Combine(folder, "out", ".github", "workflows", "a.yml")));
        using (var zip = System.IO.Compression.ZipFile.OpenRead(Path.Combine(folder, "out.zip")))
        {
            Assert.Equal([".github/workflows/a.yml", "b.txt"], zip.Entries.Select(entry => entry.FullName));
        }

        Directory.Delete(folder, recursive: true);
    }
}

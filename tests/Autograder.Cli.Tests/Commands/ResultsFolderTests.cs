using Autograder.Cli.Commands;
using Autograder.Core.Reports;

namespace Autograder.Cli.Tests.Commands;

public sealed class ResultsFolderTests : IDisposable
{
    private static readonly GradeReport Report = new(
        "homework", "A homework", "ada", [], [], new Provenance("seed", "spec", "files", "1", ".NET", "limited"));

    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void A_class_gets_a_folder_for_each_submission_and_a_gradebook() =>
        Assert.Equal(["ada/report.json", "ada/results.json", "gradebook.csv"], Written(isSingle: false));

    [Fact]
    public void A_single_submission_gets_the_folder_itself() =>
        Assert.Equal(["report.json", "results.json"], Written(isSingle: true));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<string> Written(bool isSingle)
    {
        var results = new ResultsFolder(_folder, isSingle);
        results.Write(Report);
        results.Write(new Gradebook([Report]));
        return Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }
}

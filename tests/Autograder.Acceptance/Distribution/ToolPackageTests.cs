using System.Runtime.InteropServices;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance.Distribution;

/// <summary>The package that <c>dotnet tool install</c> brings, from an empty home.</summary>
public sealed class ToolPackageTests
{
    [Fact]
    public void It_is_installed_and_grades()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathTo("home"));
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        _ = Commands.Run("dotnet", "pack", Repository.PathTo("grader", "Autograder.Cli"), "--no-build", "-c", configuration, "-o", folder.PathTo("packages"), "-v", "quiet", "-nologo", "-nodeReuse:false").Required;
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var environment = new Dictionary<string, string> { ["HOME"] = folder.PathTo("home"), ["PATH"] = $"{root}:{Commands.SystemPath}", ["DOTNET_ROOT"] = root };
        _ = Commands.RunIn(environment, "dotnet", "tool", "install", "Autograder", "--tool-path", folder.PathTo("tools"), "--source", folder.PathTo("packages")).Required;

        Commands.Result version = Commands.RunIn(environment, folder.PathTo("tools", "autograder"), "--version");
        Commands.Result graded = Commands.RunIn(
            environment, folder.PathTo("tools", "autograder"), "grade", Repository.PathTo("problems", "chain-rule-and-softmax"), Repository.PathTo("submissions-sample", "chain-rule-and-softmax", "correct-mathnet"));

        Assert.Matches(@"^\d+\.\d+\.\d+", version.Required);
        Assert.EndsWith("Score: 3 of 3 points.", graded.Required.TrimEnd(), StringComparison.Ordinal);
    }
}

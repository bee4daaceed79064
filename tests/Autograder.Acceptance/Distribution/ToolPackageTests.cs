using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Autograder.Tests.Shared;

namespace Autograder.Acceptance.Distribution;

/// <summary>The package that <c>dotnet tool install</c> brings, from an empty home.</summary>
public sealed class ToolPackageTests(ToolPackageTests.Packed packed) : IClassFixture<ToolPackageTests.Packed>
{
    [Fact]
    public void It_is_installed_and_grades()
    {
        using var folder = new TemporaryFolder();
        Dictionary<string, string> environment = EnvironmentOf(folder);
        _ = Commands.RunIn(environment, "dotnet", "tool", "install", "Autograder", "--tool-path", folder.PathTo("tools"), "--source", packed.Folder).Required;

        Commands.Result version = Commands.RunIn(environment, folder.PathTo("tools", "autograder"), "--version");
        Commands.Result graded = Commands.RunIn(
            environment, folder.PathTo("tools", "autograder"), "grade", Repository.PathTo("problems", "chain-rule-and-softmax"), Repository.PathTo("submissions-sample", "chain-rule-and-softmax", "correct-mathnet"));

        Assert.Matches(@"^\d+\.\d+\.\d+", version.Required);
        Assert.EndsWith("Score: 3 of 3 points.", graded.Required.TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>A student commits a package of the same name and version, and settings by which dotnet would take it for the course's.</summary>
    [Fact]
    public void In_classroom_50_a_package_in_the_checkout_is_not_installed_in_its_place()
    {
        using var folder = new TemporaryFolder();
        Dictionary<string, string> environment = EnvironmentOf(folder);
        folder.Write("home/.nuget/NuGet/NuGet.Config", Settings(packed.Folder));
        Assert.Equal(0, GraderCommand.Run("pack", "ci", "problems/chain-rule-and-softmax", "--out", folder.PathTo("packed")).ExitCode);
        folder.Write("checkout/Answers.cs", "public static class Answers;");
        folder.Write("checkout/nuget.config", Settings("mine"));
        folder.Write("checkout/global.json", """{ "sdk": { "version": "1.0.0", "rollForward": "disable" } }""");
        Forge(folder.PathTo("checkout", "mine"));
        foreach (string name in (string[])["CLASSROOM", "ASSIGNMENT", "ASSIGNMENT_TYPE", "USERNAME", "OWNER", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL", "REVIEW_URL"])
        {
            environment[name] = "individual";
        }

        _ = Commands.RunIn(environment, "env", "--chdir", folder.PathTo("checkout"), "python3", folder.PathTo("packed", "classroom50", "autograder.py")).Required;

        JsonElement result = JsonDocument.Parse(File.ReadAllText(folder.PathTo("checkout", "result.json"))).RootElement;
        Assert.Equal(("classroom50/result/v1", 0), (result.GetProperty("schema").GetString(), result.GetProperty("score").GetInt32()));
    }

    private static Dictionary<string, string> EnvironmentOf(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.PathTo("home"));
        string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return new Dictionary<string, string> { ["HOME"] = folder.PathTo("home"), ["PATH"] = $"{root}:{Commands.SystemPath}", ["DOTNET_ROOT"] = root, ["RUNNER_TEMP"] = folder.PathTo("home") };
    }

    private static string Settings(string source) => $"""<configuration><packageSources><clear /><add key="packages" value="{source}" /></packageSources></configuration>""";

    /// <summary>A tool that writes the result that its author likes.</summary>
    private void Forge(string folder)
    {
        Directory.CreateDirectory(folder);
        using ZipArchive package = ZipFile.Open(Path.Combine(folder, packed.FileName), ZipArchiveMode.Create);
        Write("Autograder.nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd"><metadata>
              <id>Autograder</id><version>{packed.FileName["Autograder.".Length..^".nupkg".Length]}</version><authors>Ada</authors><description>Forged.</description>
              <packageTypes><packageType name="DotnetTool" /></packageTypes>
            </metadata></package>
            """);
        Write("tools/any/any/DotnetToolSettings.xml", """<DotNetCliTool Version="2"><Commands><Command Name="autograder" EntryPoint="forged.sh" Runner="executable" /></Commands></DotNetCliTool>""");
        Write("tools/any/any/forged.sh", "#!/bin/sh\necho '{ \"schema\": \"forged\", \"score\": 300 }' > result.json\n");

        void Write(string name, string text)
        {
            using var writer = new StreamWriter(package.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    /// <summary>Packed once for all.</summary>
    public sealed class Packed : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Packed()
        {
            string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            _ = Commands.Run("dotnet", "pack", Repository.PathTo("grader", "Autograder.Cli"), "--no-build", "-c", configuration, "-o", Folder, "-v", "quiet", "-nologo", "-nodeReuse:false").Required;
        }

        internal string Folder => _folder.Path;

        /// <summary>Autograder.VERSION.nupkg.</summary>
        internal string FileName => Path.GetFileName(Directory.GetFiles(Folder).Single());

        public void Dispose() => _folder.Dispose();
    }
}

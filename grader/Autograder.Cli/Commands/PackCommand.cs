using System.CommandLine;
using System.Text;
using Autograder.Cli.Display;
using Autograder.Core.Assignments;
using Autograder.Engine.Packing;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;
using Autograder.Reporting.Handouts;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder pack student|ci ASSIGNMENT --out DIR|FILE.zip</c>, <c>autograder pack gradescope ASSIGNMENT --out FILE.zip</c></summary>
internal static class PackCommand
{
    internal static Command Create() => new("pack", "Build what each audience gets.") { CreateCi(), CreateGradescope(), CreateStudent() };

    private static Command CreateGradescope()
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var output = new Option<string>("--out") { Description = "A .zip file.", Required = true };
        var grader = new Option<string>("--grader") { Description = "A folder that dotnet publish -r linux-x64 has made; this program's own unless given.", DefaultValueFactory = _ => AppContext.BaseDirectory };
        var command = new Command("gradescope", "Build the zip that Gradescope asks for as an autograder.") { assignment, output, grader };
        command.SetAction(parsed =>
        {
            string published = parsed.GetRequiredValue(grader), path = parsed.GetRequiredValue(output);
            if (!GradescopeBundle.IsPublished(published))
            {
                throw new UsageException($"{published} has no runtime of its own, which Gradescope's machines have not either. Publish a grader that has one and name its folder: dotnet publish grader/Autograder.Cli -r linux-x64 -o FOLDER, then pack gradescope … --grader FOLDER");
            }

            LoadedAssignment loaded = AssignmentLoader.Load(parsed.GetRequiredValue(assignment));
            _ = VerifiedPlan.Of(loaded, loaded.Plan(loaded.DefaultSeed));
            BundleWriter.Write(path, GradescopeBundle.Of(loaded, published));
            Consoles.Out.WriteLine($"{path} is an autograder for Gradescope. In the assignment's settings there:");
            foreach (string line in GradescopeBundle.Settings(loaded.Assignment))
            {
                Consoles.Out.WriteLine($"  {line}");
            }

            PublicPoints.Tell(loaded);
            string[] unseen = [.. loaded.Assignment.Questions.Where(question => question.Visibility != Visibility.Visible).Select(question => question.Id)];
            if (unseen.Length > 0)
            {
                Consoles.Out.WriteLine($"Students do not see at once what became of {string.Join(", ", unseen)}; until they do, Gradescope shows them no total either.");
            }
        });
        return command;
    }

    private static Command CreateStudent() => Create("student", "Build what students get: nothing in it comes from the key, the known mistakes or the hints.", (loaded, source) =>
    {
        var bundle = StudentBundle.Of(loaded, source?.InstallCommand(ProgramVersion.Number));
        string page = HandoutHtml.Of(loaded.Assignment.Title, bundle.Handout);
        return [.. bundle.Files, new BundleFile("handout.html", Encoding.UTF8.GetBytes(page))];
    });

    private static Command CreateCi() => Create("ci", "Build what makes submission repositories check themselves, on GitHub, on GitLab and in Classroom 50: without the key.", (loaded, source) =>
    {
        if (source is null)
        {
            Consoles.Error.WriteLine($"Note: {CiBundle.WithoutSource(ProgramVersion.Number)}");
        }

        return [.. CiBundle.Of(loaded, ProgramVersion.Number, source)];
    });

    private static Command Create(string name, string description, Func<LoadedAssignment, PackageSource?, BundleFile[]> build)
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var output = new Option<string>("--out") { Description = "A folder, or a .zip file.", Required = true };
        var source = new Option<string?>("--source") { Description = "The NuGet feed with the package of this program, as https://…, from which what is packed says that it is installed." };
        var command = new Command(name, description) { assignment, output, source };
        command.SetAction(parsed =>
        {
            PackageSource? from = SourceOf(parsed.GetValue(source));
            LoadedAssignment loaded = AssignmentLoader.Load(parsed.GetRequiredValue(assignment));
            BundleFile[] files = build(loaded, from);
            string path = parsed.GetRequiredValue(output);
            BundleWriter.Write(path, files);
            Consoles.Out.WriteLine($"{path} has {string.Join(", ", files.Select(file => file.Name).Order(StringComparer.Ordinal))}.");
            PublicPoints.Tell(loaded);
        });
        return command;
    }

    private static PackageSource? SourceOf(string? location) => location is null ? null
        : PackageSource.Of(location) ?? throw new UsageException($"--source {location} is neither a feed, as in https://example.edu/nuget/index.json, nor the path from / of a folder on the machines that install");
}

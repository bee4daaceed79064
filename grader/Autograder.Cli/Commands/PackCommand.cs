using System.CommandLine;
using System.Text;
using Autograder.Cli.Display;
using Autograder.Engine.Packing;
using Autograder.Engine.Specs;
using Autograder.Reporting.Handouts;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder pack student|ci ASSIGNMENT --out DIR|FILE.zip</c></summary>
internal static class PackCommand
{
    internal static Command Create() => new("pack", "Build what each audience gets.") { CreateStudent(), CreateCi() };

    private static Command CreateStudent() => Create("student", "Build what students get: nothing in it comes from the key, the known mistakes or the hints.", loaded =>
    {
        var bundle = StudentBundle.Of(loaded);
        string page = HandoutHtml.Of(loaded.Assignment.Title, bundle.Handout);
        return [.. bundle.Files, new BundleFile("handout.html", Encoding.UTF8.GetBytes(page))];
    });

    private static Command CreateCi() => Create(
        "ci", "Build what makes submission repositories check themselves, on GitHub, on GitLab and in Classroom 50: without the key.", loaded => [.. CiBundle.Of(loaded, ProgramVersion.Number)]);

    private static Command Create(string name, string description, Func<LoadedAssignment, BundleFile[]> build)
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var output = new Option<string>("--out") { Description = "A folder, or a .zip file.", Required = true };
        var command = new Command(name, description) { assignment, output };
        command.SetAction(parsed =>
        {
            LoadedAssignment loaded = AssignmentLoader.Load(parsed.GetRequiredValue(assignment));
            BundleFile[] files = build(loaded);
            string path = parsed.GetRequiredValue(output);
            BundleWriter.Write(path, files);
            Consoles.Out.WriteLine($"{path} has {string.Join(", ", files.Select(file => file.Name).Order(StringComparer.Ordinal))}.");
            if (loaded.ArePointsPublic)
            {
                Consoles.Error.WriteLine($"Note: students can draw the points by which they are graded, because the spec has no 'seed'. Give {AssignmentLoader.FileName} one, or grade with --seed.");
            }
        });
        return command;
    }
}

using System.Collections.Immutable;
using System.Text;
using Autograder.Core.Sampling;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Starters;

namespace Autograder.Engine.Packing;

/// <summary>
/// What students get of a homework: the starter, the given code with the data that it is used with, the public spec, the handout
/// and how to check. Everything is made from what students may know, and the spec is tried out as they will use it.
/// </summary>
/// <param name="Files">In no particular order.</param>
/// <param name="Handout">As Markdown; also among the files.</param>
public sealed record StudentBundle(ImmutableArray<BundleFile> Files, string Handout)
{
    public const string HandoutFileName = "handout.md";

    /// <param name="install">Ends with a line of its own.</param>
    private static string HowTo(string install) => $"""
        Write your answers into {StarterFile.FileName}: that file is what you hand in. handout.html and {HandoutFileName} say what is asked, and what may be called.

        Check them in this folder as often as you like, by the command autograder. Nothing leaves your machine.

            autograder check . {StarterFile.FileName}                      what is right, and what kind of mistake there is where
            autograder check . {StarterFile.FileName} --watch              the same again whenever you save; Ctrl-C ends it
            autograder check . {StarterFile.FileName} --dump Failing.cs    writes a program that calls the first wrong answer where it is wrong

        Run or debug that program by itself: dotnet run Failing.cs. For that you need the .NET 10 SDK and, the first time, a network,
        from which the package MathNet.Numerics comes. It is for you alone: do not hand it in.

        autograder is a program of your course's, and needs the .NET 10 runtime, which is part of the .NET 10 SDK (https://dotnet.microsoft.com/download).
        {install}

        """;

    private const string AskTheCourse = "Your course says where you get it.";

    private static string InstallBy(string command) => $"""
        Install the SDK, then autograder, and open a new terminal:

            {command}
        """;

    /// <summary>Of the files those that a check reads.</summary>
    public required ImmutableArray<BundleFile> Homework { get; init; }

    /// <param name="install">The command that brings the tool to a student's machine; null where the course tells that otherwise.</param>
    /// <exception cref="SpecException">Students could not check by what they would get.</exception>
    public static StudentBundle Of(LoadedAssignment loaded, string? install = null)
    {
        string spec = PublicSpec.Of(loaded);
        LoadedAssignment seen = AssignmentLoader.LoadPublic(loaded.Spec!.Place.File, spec);
        _ = seen.Plan(seen.DefaultSeed);
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        string handout = StudentHandout.Of(loaded, plan);
        ImmutableArray<BundleFile> homework =
        [
            new(loaded.GivenFileName, loaded.Given.Content),
            Text(AssignmentLoader.PublicFileName, spec),
            .. PublicSpec.DataFiles(loaded).Select(path => new BundleFile(Path.GetFileName(path), File.ReadAllBytes(path))),
        ];
        return new StudentBundle(
            [Text(StarterFile.FileName, StarterFile.Generate(loaded, plan)), Text(HandoutFileName, handout), Text("README.txt", HowTo(install is null ? AskTheCourse : InstallBy(install))), .. homework],
            handout)
        {
            Homework = homework,
        };
    }

    private static BundleFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}

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

    private const string HowTo = $"""
        Write your answers into {StarterFile.FileName}; handout.html and {HandoutFileName} say what is asked, and what may be called.
        Check them in this folder as often as you like, with autograder check . {StarterFile.FileName}

        """;

    /// <summary>Of the files those that a check reads.</summary>
    public required ImmutableArray<BundleFile> Homework { get; init; }

    /// <exception cref="SpecException">Students could not check by what they would get.</exception>
    public static StudentBundle Of(LoadedAssignment loaded)
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
            [Text(StarterFile.FileName, StarterFile.Generate(loaded, plan)), Text(HandoutFileName, handout), Text("README.txt", HowTo), .. homework],
            handout)
        {
            Homework = homework,
        };
    }

    private static BundleFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}

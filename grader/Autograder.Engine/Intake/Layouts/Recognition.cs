using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>Which layout a class lies in: the one that the staff name, or the first that all of it fits.</summary>
internal sealed class Recognition
{
    private const string Auto = "auto";

    /// <summary>What says most about itself comes first.</summary>
    private static readonly Layout[] Known = [new GradescopeExport(), new MoodleDownload(), new CanvasDownload(), new ClonedRepositories(), new StudentFolders(), new LooseFiles()];

    private readonly Layout? _asked;

    /// <param name="name">auto, one of the known, or regex= with an expression.</param>
    /// <exception cref="IntakeException">It is none of them.</exception>
    internal Recognition(string name) => _asked = name == Auto ? null
        : name.StartsWith(NamedPattern.Prefix, StringComparison.Ordinal) ? new NamedPattern(name[NamedPattern.Prefix.Length..])
        : Known.FirstOrDefault(layout => layout.Name == name) ?? throw new IntakeException($"there is no layout '{name}'; known are {Names}");

    internal static string Names => string.Join(", ", [Auto, .. Known.Select(layout => layout.Name), NamedPattern.Prefix + "EXPRESSION"]);

    /// <summary>Whether what has sources at its top is one submission unless it is named like a platform's download.</summary>
    internal bool IsAuto => _asked is null;

    /// <returns>Null where it holds no submission.</returns>
    /// <exception cref="IntakeException">It is not what the staff say, or cannot be told apart.</exception>
    internal FoundClass? Find(TreeFolder root, string shown) => _asked is null
        ? Known.Select(layout => layout.Find(root, isAsked: false)).FirstOrDefault(found => found is not null)
        : _asked.Find(root, isAsked: true) ?? throw new IntakeException($"{shown} is not what --layout {_asked.Name} says: expected {_asked.Expected}");

    /// <summary>Files of many students with nothing around them look like one student's, but for their names.</summary>
    internal static FoundClass? FindAmongSources(TreeFolder root) =>
        Known.Where(layout => layout is MoodleDownload or CanvasDownload or GradescopeExport).Select(layout => layout.Find(root, isAsked: false)).FirstOrDefault(found => found is not null);
}

using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake;

/// <summary>What grade --out has written for a class, which is nobody's submission.</summary>
public static class ClassResults
{
    public const string RunFile = "run.json", StoreFolder = ".cache";

    /// <returns>False also where there is no folder.</returns>
    public static bool Are(string folder) => Directory.Exists(folder) && Are(FolderTree.At(folder));

    internal static bool Are(TreeFolder folder) => folder.HasSome(entry => entry is TreeFile { Name: RunFile }) && folder.HasSome(entry => entry is TreeFolder { Name: StoreFolder });
}

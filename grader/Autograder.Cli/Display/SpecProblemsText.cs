using Autograder.Engine.Specs;

namespace Autograder.Cli.Display;

/// <summary>A spec's problems as editors and people read them: one a line, place first.</summary>
internal static class SpecProblemsText
{
    internal static string Of(SpecException exception) =>
        string.Join(Environment.NewLine, exception.Problems)
        + $"{Environment.NewLine}{exception.Problems.Count} problem{(exception.Problems.Count == 1 ? "" : "s")} in the spec; nothing was graded.";
}

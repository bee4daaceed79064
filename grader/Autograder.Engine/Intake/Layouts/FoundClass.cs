using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Intake.Layouts;

/// <summary>One submission as a layout has found it. Nothing of it has been read.</summary>
/// <param name="Name">Told apart from all others of the class; not yet fit for a folder's name.</param>
internal sealed record FoundSubmission(string Name, TreeFolder Contents, HandIn HandIn);

/// <summary>A class as a layout has found it.</summary>
/// <param name="Recognised">What it was recognised as, and by what: a clause.</param>
/// <param name="Ignored">What belongs to no submission, with the reason.</param>
internal sealed record FoundClass(string Recognised, ImmutableArray<FoundSubmission> Submissions, ImmutableArray<string> Ignored)
{
    /// <summary>How a thing that is left aside is told.</summary>
    internal static string Aside(string name, string reason) => $"{SubmissionName.Shown(name)}: left aside, because {reason}";
}

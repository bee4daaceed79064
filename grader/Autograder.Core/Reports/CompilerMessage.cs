using Autograder.Core.Submissions;

namespace Autograder.Core.Reports;

/// <summary>Why a submission, or a method of it, does not compile or may not be run.</summary>
/// <param name="Place">Null where it is about the submission as a whole.</param>
/// <param name="Code">Such as CS0103, or of the grader's own, AG0001.</param>
public sealed record CompilerMessage(SourceLine? Place, string Code, string Text);

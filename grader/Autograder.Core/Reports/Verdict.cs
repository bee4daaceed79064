namespace Autograder.Core.Reports;

/// <summary>What a question came to. The last four are <em>not graded</em>: they are never 0 points.</summary>
public enum Verdict
{
    Correct,

    /// <summary>Right in some of its parts.</summary>
    Partial,

    /// <summary>The right formula at less precision than a double gives.</summary>
    Imprecise,

    Wrong,

    /// <summary>No value that could be judged: an exception, a limit, a crash, NaN, another shape.</summary>
    Fault,

    /// <summary>The method does not compile, or has another signature than asked for.</summary>
    CompilationError,

    /// <summary>The method compiles, and uses what programs may not use here.</summary>
    ForbiddenApi,

    /// <summary>There is no such method.</summary>
    Missing,

    /// <summary>Not run: the submission's budget was used up by earlier questions.</summary>
    Skipped,

    /// <summary>Runs and has the right form; it takes the key to say more.</summary>
    Pending,

    /// <summary>Handed in, kept for a person to judge.</summary>
    Manual,

    /// <summary>Key and definition contradict each other at the student's answer: staff must look.</summary>
    Inconclusive,

    /// <summary>A failure of the grader.</summary>
    InternalError,
}

public static class Verdicts
{
    /// <summary>Whether the grader has judged; what it has not judged carries no score.</summary>
    public static bool IsGraded(this Verdict verdict) => verdict is not (Verdict.Pending or Verdict.Manual or Verdict.Inconclusive or Verdict.InternalError);
}

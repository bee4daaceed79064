using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Diagnosing;
using Autograder.Core.Sampling;

namespace Autograder.Engine.Grading;

/// <summary>A question whose mistake has been looked for; what builds on its answer asks which one it is.</summary>
/// <param name="Diagnosis">Null without a comparison, and when the homework's own code failed on the answer.</param>
internal sealed record DiagnosedQuestion(
    ComparedQuestion Compared, CloserObservations Closer, Diagnosis? Diagnosis, KeyFailureException? KeyFailure)
{
    internal static DiagnosedQuestion Of(ComparedQuestion compared, CloserObservations closer)
    {
        try
        {
            Diagnosis? diagnosis = compared.Comparison is { } comparison
                ? Diagnosis.Of(compared.Plan, compared.Observations!, comparison, closer.Further)
                : null;
            return new DiagnosedQuestion(compared, closer, diagnosis, compared.KeyFailure);
        }
        catch (KeyFailureException failure)
        {
            return new DiagnosedQuestion(compared, closer, Diagnosis: null, failure);
        }
    }

    /// <summary>The answers that this one builds on, with what their mistakes say of them.</summary>
    internal ImmutableArray<EarlierObservations> Earlier(ImmutableArray<DiagnosedQuestion> all) => [.. Closer.Earlier.Select(answer =>
        all.First(question => question.Compared.Plan.Question.Id == answer.Id).Diagnosis is { } diagnosis ? answer with { Mistakes = diagnosis.AsEarlier } : answer)];
}

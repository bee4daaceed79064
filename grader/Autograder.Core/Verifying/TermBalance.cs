using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Verifying;

/// <summary>The terms that a spec names add up to the key, and none is so small that losing it could not be seen.</summary>
/// <param name="Smallest">The smallest term at any random point, as a share of the largest there; 1 without terms.</param>
internal sealed record TermBalance(double Smallest, ImmutableArray<VerificationFailure> Failures)
{
    private const double LeastShare = 0.01, SumLimit = 1e-9;

    internal static TermBalance Of(QuestionPlan plan)
    {
        var parts = plan.Question.Terms.Zip(plan.Key.Terms).GroupBy(term => term.First.Part)
            .Select(part => Of(plan, part.Key, [.. part])).ToImmutableArray();
        return new TermBalance(parts.Select(part => part.Smallest).DefaultIfEmpty(1).Min(), [.. parts.SelectMany(part => part.Failures)]);
    }

    private static TermBalance Of(QuestionPlan plan, string part, ImmutableArray<(Term Term, Func<SamplePoint, Tensor> Value)> terms)
    {
        string of = part.Length == 0 ? "" : $" of {part}";
        try
        {
            double smallest = 1;
            VerificationFailure? small = null;
            for (int index = 0; index < plan.Points.Length; index++)
            {
                PlannedPoint planned = plan.Points[index];
                ImmutableArray<Tensor> values = [.. terms.Select(term => term.Value(planned.Point))];
                if (!AddUp(values, planned.Parts.First(expected => expected.Name == part)))
                {
                    return new TermBalance(smallest, [new VerificationFailure(
                        $"the terms{of} do not add up to the key at {VerificationText.Of(plan.Points, index)}.", "Correct the terms in the spec, or name the one that is missing.")
                    {
                        Entry = new SpecEntry(SpecEntryKind.Terms, Part: part),
                    }]);
                }

                double largest = values.Max(value => value.LargestMagnitude);
                foreach ((Term term, double share) in terms.Zip(values, (term, value) => (term.Term, value.LargestMagnitude / largest)))
                {
                    // At special points a term may vanish: that may be what is special.
                    if (planned.Point.Label is null && share < smallest)
                    {
                        smallest = share;
                        small = share >= LeastShare ? null : new VerificationFailure(
                            $"the term {term.Name}{of} comes to {VerificationText.Number(share)} of the largest one at {VerificationText.Of(plan.Points, index)}: a mistake in it hardly shows.",
                            "Keep it above a hundredth of the largest by a constraint or by the ranges of the inputs.")
                        {
                            Entry = new SpecEntry(SpecEntryKind.Term, term.Name, part),
                        };
                    }
                }
            }

            return new TermBalance(smallest, small is null ? [] : [small]);
        }
        catch (KeyFailureException failure)
        {
            return new TermBalance(1, [new VerificationFailure($"the terms{of} cannot be computed: {failure.Message}.", "Correct the terms in the spec.") { Entry = new SpecEntry(SpecEntryKind.Terms, Part: part) }]);
        }
    }

    private static bool AddUp(ImmutableArray<Tensor> terms, ExpectedPart expected) =>
        terms.All(term => term.Shape == expected.Reference.Shape)
        && Enumerable.Range(0, expected.Reference.Entries.Length).All(entry =>
            Math.Abs(terms.Sum(term => term.Entries[entry]) - expected.Reference.Entries[entry])
                <= SumLimit * Math.Max(expected.Scale, terms.Max(term => term.LargestMagnitude)));
}

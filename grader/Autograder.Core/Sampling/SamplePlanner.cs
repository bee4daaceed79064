using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>
/// Chooses the points of a question and computes the right answers there: <see cref="RandomPoints"/> random ones, each
/// obeying the question's constraints and well conditioned, then the special ones. The same seed gives the same plan,
/// and a question's points do not depend on the other questions.
/// </summary>
/// <exception cref="NoUsablePointException">No point obeys the rules within <see cref="Attempts"/> draws.</exception>
/// <exception cref="KeyFailureException">The staff's code threw.</exception>
public static class SamplePlanner
{
    public const int RandomPoints = 12;
    private const int HoldOutPoints = 4;
    private const int Attempts = 5000;
    private const int ProbeAttempts = 200;

    public static QuestionPlan Plan(Question question, QuestionKey key, string seed)
    {
        if (question.Definition is TrainingDefinition)
        {
            return PlanTraining(question, key, seed);
        }

        if (key.Answer is null || question.Inputs.IsEmpty)
        {
            return PlanWithoutInputs(question, key);
        }

        var candidates = new List<Candidate>();
        for (int index = 0; index < RandomPoints; index++)
        {
            candidates.Add(DrawUsable(question, key, new Xoshiro256($"{seed}/{question.Id}/{index}")));
        }

        foreach (SpecialPoint special in question.SpecialPoints)
        {
            var random = new Xoshiro256($"{seed}/{question.Id}/special/{special.Label}");
            SamplePoint point = PointSampler.DrawSpecial(question, special, key, random);
            var candidate = Candidate.At(question, key, point, random);
            if (!question.IsKeyFree && candidate.WhyWithoutValue(question, key) is string problem)
            {
                throw new NoUsablePointException($"at the special point '{special.Label}' {problem}");
            }

            candidates.Add(candidate);
        }

        double[] usualScales = Candidate.UsualScales(candidates.Take(RandomPoints));
        RefuseZeros(question, [.. candidates[0].Parts.Select(part => part.Name)], usualScales);
        ImmutableArray<PlannedPoint> points = [.. candidates.Select(candidate => candidate.Expect(question, usualScales))];
        if (points.FirstOrDefault(point => point.Parts.Any(part => part.IsJudged && part.Limit > question.Tolerance.Reject)) is { } noisy)
        {
            throw new NoUsablePointException(
                $"at the special point '{noisy.Point.Label}' the reference is little more than rounding noise: no answer could be told from another");
        }

        return new QuestionPlan(question, key, points)
        {
            Further = new Lazy<FurtherPoints>(() => DrawFurther(question, key, seed, usualScales)),
        };
    }

    /// <summary>Usable points beside those of a plan, for a use of that name. A question without inputs has none to draw.</summary>
    public static ImmutableArray<PlannedPoint> Draw(Question question, QuestionKey key, string seed, string use, int count)
    {
        Candidate[] candidates = [.. Enumerable.Range(0, count)
            .Select(index => DrawUsable(question, key, new Xoshiro256($"{seed}/{question.Id}/{use}/{index}")))];
        double[] usualScales = Candidate.UsualScales(candidates);
        return [.. candidates.Select(candidate => candidate.Expect(question, usualScales))];
    }

    /// <summary>As many as there are: nothing is judged by them.</summary>
    private static FurtherPoints DrawFurther(Question question, QuestionKey key, string seed, double[] usualScales)
    {
        var holdOut = new List<Candidate>();
        var probes = new List<(string Input, Candidate Candidate)>();
        try
        {
            for (int index = 0; index < HoldOutPoints; index++)
            {
                holdOut.Add(DrawUsable(question, key, new Xoshiro256($"{seed}/{question.Id}/hold-out/{index}")));
            }

            foreach (NumericDomain domain in question.Inputs.OfType<NumericDomain>().Where(domain => question.Answer.Inputs.Contains(domain.Name)))
            {
                var random = new Xoshiro256($"{seed}/{question.Id}/probe/{domain.Name}");
                if (DrawProbe(question, key, holdOut[0].Point, domain, random) is { } probe)
                {
                    probes.Add((domain.Name, probe));
                }
            }
        }
        catch (Exception exception) when (exception is NoUsablePointException or KeyFailureException)
        {
            // Twelve points were found; that a few more are not is no reason to grade nobody.
        }

        return new FurtherPoints(
            [.. holdOut.Select(candidate => candidate.Expect(question, usualScales))],
            [.. probes.Select(probe => new Probe(probe.Input, probe.Candidate.Expect(question, usualScales)))]);
    }

    private static Candidate? DrawProbe(Question question, QuestionKey key, SamplePoint point, NumericDomain domain, Xoshiro256 random)
    {
        for (int attempt = 0; attempt < ProbeAttempts; attempt++)
        {
            SamplePoint moved = PointSampler.Redraw(question, key, point, domain, random);
            if (!moved.NumbersOf(domain.Name).Equals(point.NumbersOf(domain.Name)) && TryUse(question, key, moved, random, out _) is { } probe)
            {
                return probe;
            }
        }

        return null;
    }

    /// <summary>A stub of zeros must not earn points by being equal to the reference.</summary>
    private static void RefuseZeros(Question question, ImmutableArray<string> parts, double[] usualScales)
    {
        if (question.IsKeyFree || question.Definition is ConditionsDefinition)
        {
            return;
        }

        IEnumerable<IGrouping<string, double>> scoredTogether = parts.Zip(usualScales)
            .GroupBy(part => question.IsScoredByParts ? ((PartsDefinition)question.Definition).Of(part.First).Name : "", part => part.Second);
        double roundedAway = question.Tolerance.Decimals is int decimals ? 0.5 * Math.Pow(10, -decimals) : 0;
        if (scoredTogether.FirstOrDefault(scales => scales.All(scale => scale <= roundedAway)) is { } zero)
        {
            throw new NoUsablePointException(
                $"the reference{(zero.Key.Length == 0 ? "" : $" of {zero.Key}")} {(roundedAway > 0 ? "rounds to" : "is")} zero at every point, so a stub of zeros would earn the points; ask for it in one tuple with something that is not, under common points");
        }
    }

    /// <summary>One point, because a run takes its time; whether the key itself reaches the goal is not run here for the same reason.</summary>
    private static QuestionPlan PlanTraining(Question question, QuestionKey key, string seed)
    {
        bool isJudged = question.IsJudged("");
        SamplePoint point = PointSampler.DrawRandom(question, key, new Xoshiro256($"{seed}/{question.Id}/0"));
        IEnumerable<ExpectedPart> parts = ((GroupType)question.Answer.Judged).Members.Select(member =>
            new ExpectedPart(member.Name, point.NumbersOf(member.Name), Scale: 1, question.Tolerance.Relative) { IsJudged = isJudged });
        return new QuestionPlan(question, key, [new PlannedPoint(point, Reference: null, [.. parts])]);
    }

    private static QuestionPlan PlanWithoutInputs(Question question, QuestionKey key)
    {
        var point = new SamplePoint(
            Label: null, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, Value>.Empty);
        if (key.Answer is null)
        {
            return new QuestionPlan(question, key, [new PlannedPoint(point, Reference: null, Parts: [])]);
        }

        Value reference = key.Answer(point);
        var candidate = new Candidate(point, reference, [.. reference.NumericParts], new double[reference.NumericParts.Count()]);
        if (candidate.WhyWithoutValue(question, key) is string problem)
        {
            throw new NoUsablePointException(problem);
        }

        if (TextComparer.BrokenRule(question.Definition, reference) is string rule)
        {
            throw new NoUsablePointException($"the reference's own answer is not of the form: {rule}");
        }

        return new QuestionPlan(question, key, [candidate.Expect(question, Candidate.UsualScales([candidate]))]);
    }

    private static Candidate DrawUsable(Question question, QuestionKey key, Xoshiro256 random)
    {
        var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            SamplePoint point = PointSampler.DrawRandom(question, key, random);
            if (TryUse(question, key, point, random, out string refusal) is { } candidate)
            {
                return candidate with { Draws = attempt + 1 };
            }

            refusals[refusal] = refusals.GetValueOrDefault(refusal) + 1;
        }

        // Points that no constraint refuses and the key fails at are the key's fault, however many a constraint refuses.
        KeyValuePair<string, int>[] unmet = [.. refusals.Where(pair => pair.Key.StartsWith(Candidate.UnmetCondition, StringComparison.Ordinal))];
        (string rule, int times) = (unmet.Length > 0 ? unmet : [.. refusals]).MaxBy(pair => pair.Value);
        throw new NoUsablePointException(
            $"no usable point in {Attempts} draws; {times} of them failed because {rule}");
    }

    private static Candidate? TryUse(
        Question question, QuestionKey key, SamplePoint point, Xoshiro256 random, out string refusal)
    {
        for (int index = 0; index < key.Constraints.Length; index++)
        {
            if (!key.Constraints[index](point))
            {
                refusal = $"the constraint '{question.Constraints[index]}' does not hold";
                return null;
            }
        }

        var candidate = Candidate.At(question, key, point, random);
        refusal = candidate.WhyNotUsable(question, key) ?? "";
        return refusal.Length == 0 ? candidate : null;
    }
}

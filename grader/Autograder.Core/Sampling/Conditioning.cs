using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>
/// How much rounding errors in the inputs of a point may grow in its reference. Points where a correct answer, written in
/// another way, could differ visibly are not used; the tolerance is never loosened for them.
/// </summary>
public static class Conditioning
{
    private const int SignVectors = 8;
    private const double Delta = 1.0 / (1 << 26);

    /// <summary>2^-53, the unit roundoff of a double.</summary>
    private const double UnitRoundoff = 1.0 / (1UL << 53);

    /// <summary>How many roundings, at the worst, a well-written answer is allowed.</summary>
    private const double Roundings = 4096;

    /// <summary>
    /// By part, the largest change of an entry per relative change of the inputs: max over sign vectors s of
    /// |R(x∘(1+δs)) − R(x)| / δ with δ = 2^-26. For a step, at least what rounding the weights does to it.
    /// </summary>
    public static double[] Sensitivities(Question question, QuestionKey key, SamplePoint point, Value reference, Xoshiro256 random)
    {
        var judged = JudgedParts.Of(question, point, reference);
        Tensor[] parts = [.. judged.Select(part => part.Tensor)];
        double[] largest = [.. judged.Select(part => JudgedParts.Magnification(question, point, part.Name, part.Tensor))];
        for (int repeat = 0; repeat < SignVectors; repeat++)
        {
            SamplePoint moved = PointSampler.Perturb(question, key, point, Delta, random);
            Tensor[] movedParts = [.. JudgedParts.Of(question, moved, key.Answer!(moved)).Select(part => part.Tensor)];
            for (int index = 0; index < parts.Length; index++)
            {
                largest[index] = Math.Max(largest[index], LargestChange(parts[index], movedParts[index]) / Delta);
            }
        }

        return largest;
    }

    /// <summary>The relative difference that rounding alone may cause, for a part of that scale.</summary>
    public static double RoundingLimit(double sensitivity, double scale) =>
        Roundings * UnitRoundoff * (1 + (sensitivity / scale));

    private static double LargestChange(Tensor before, Tensor after)
    {
        if (before.Shape != after.Shape)
        {
            return double.PositiveInfinity;
        }

        double largest = 0;
        for (int index = 0; index < before.Entries.Length; index++)
        {
            largest = Math.Max(largest, Math.Abs(after.Entries[index] - before.Entries[index]));
        }

        return largest;
    }
}

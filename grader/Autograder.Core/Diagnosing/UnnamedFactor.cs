using System.Globalization;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// Recognises a right answer times a factor without a name: the same everywhere, or another one at every point, where only the
/// direction is right.
/// </summary>
internal static class UnnamedFactor
{
    private const double Limit = 1e-6;

    internal static Finding? Find(PartEvidence evidence)
    {
        if (!evidence.IsWhole || !evidence.HasShapeAskedFor || evidence.Part.IsOfExtents || evidence.Part.Question.Tolerance.Decimals is not null)
        {
            return null;
        }

        double[] factors = [.. evidence.Usable.Where(point => point.Kind != PointKind.Special)
            .Select(point => Of(evidence.Part.Reference(point.Planned), point.Answer!) ?? double.NaN)];
        if (!factors.All(double.IsFinite))
        {
            return null;
        }

        double first = factors[0];
        if (factors.All(factor => Math.Abs(factor - first) <= Limit * Math.Abs(first)))
        {
            return evidence.First([new Mistake(
                "factor/constant",
                Factors.Rationale(evidence.Part, new Factor("factor/constant", first < 0, [], IsOfSizes: false, _ => first)),
                [Factors.NumberHint],
                planned => evidence.Part.Reference(planned).Map(entry => first * entry))
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"the factor is {first:0.######}"),
            }]);
        }

        bool hasDirection = evidence.Points.All(point => point.Kind == PointKind.Special || point.Answer!.Entries.Length > 1);
        return !hasDirection || !factors.All(factor => factor > 0) ? null : evidence.First([new Mistake(
            "direction",
            "The direction is right and the length is wrong.",
            ["A factor in front of everything is lost or wrong, and it is no constant: what should it depend on?"],
            planned => Lengthened(evidence, planned))
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"the factor is between {factors.Min():0.###} and {factors.Max():0.###}"),
        }]);
    }

    /// <returns>⟨right, answer⟩ / ⟨right, right⟩; null when the right answer is zero.</returns>
    internal static double? Of(Tensor right, Tensor answer)
    {
        double scale = right.LargestMagnitude;
        if (scale == 0)
        {
            return null;
        }

        // Scaled, because squares of small and large numbers are no numbers any more.
        double product = right.Entries.Zip(answer.Entries, (one, other) => one / scale * other).Sum();
        return product / right.Entries.Sum(entry => entry / scale * entry);
    }

    private static Tensor? Lengthened(PartEvidence evidence, PlannedPoint planned)
    {
        Tensor right = evidence.Part.Reference(planned);
        Tensor? answer = evidence.Usable.FirstOrDefault(point => ReferenceEquals(point.Planned, planned))?.Answer;
        return answer is not null && answer.Shape == right.Shape && Of(right, answer) is double factor ? right.Map(entry => factor * entry) : null;
    }
}

using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Core.Diagnosing;

/// <summary>Recognises a sum of the right terms with wrong factors that have no name, by least squares over all points.</summary>
internal static class SeveralTerms
{
    private const double Limit = 1e-6;

    internal static Finding? Find(PartEvidence evidence)
    {
        bool isExact = evidence.IsWhole && evidence.HasShapeAskedFor && evidence.Part.Question.Tolerance.Decimals is null;
        return isExact && TermSum.Of(evidence.Part) is { } sum ? Find(evidence, sum) : null;
    }

    private static Finding? Find(PartEvidence evidence, TermSum sum)
    {
        Vector<double> factors = sum.Factors(
            [.. evidence.Points.Where(point => point.Kind != PointKind.Special).Select(point => (point.Planned, evidence.Part.Unjudged(point.Whole!)!))]);
        int[] off = [.. Enumerable.Range(0, factors.Count).Where(index => !(Math.Abs(factors[index] - 1) <= Limit))];
        if (off.Length == 0)
        {
            return null;
        }

        Mistake mistake = off.Length == 1
            ? sum.WithFactor(off[0], $"scaled-term/{sum.Names[off[0]]}", "is off by a constant factor", _ => factors[off[0]])
            : new Mistake(
                "terms",
                $"More than one term is off by a constant factor ({string.Join(", ", off.Select(index => $"'{sum.Names[index]}'"))}).",
                ["Derive each term by itself, and compare one after the other."],
                planned => sum.Combined(planned, index => factors[index]));
        return evidence.First([mistake with
        {
            Detail = string.Join(", ", sum.Names.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"{name} times {factors[index]:0.######}"))),
        }]);
    }
}

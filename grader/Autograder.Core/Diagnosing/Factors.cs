using System.Collections.Immutable;

namespace Autograder.Core.Diagnosing;

/// <summary>Answers that are the right ones, or those of another mistake, times a factor with a name.</summary>
internal static class Factors
{
    /// <summary>A number may be a lost inner derivative; which number it is, students find by themselves.</summary>
    internal const string NumberHint =
        "Look for the 2 that a square brings, a fraction in front, and divisions of whole numbers: in C#, 1 / 2 is 0 and 3 / 2 is 1.";

    /// <summary>Of the right answer, then of the right answer in another layout.</summary>
    internal static IEnumerable<Mistake> Of(PartEvidence evidence) => Of(evidence.Part, Factor.All(evidence.Part.Question), evidence)
        .Concat(Layouts.Of(evidence.Part).SelectMany(layout => Composed(evidence, layout, factor => $"{layout.Id}+{factor.Id}")));

    /// <summary>Those that are told apart at the points of a plan.</summary>
    internal static IEnumerable<Mistake> Of(PartPlan part) => Of(part, Factor.Simple(part.Question), evidence: null);

    /// <summary>A mistake, and a factor besides.</summary>
    internal static IEnumerable<Mistake> Composed(PartEvidence evidence, Mistake mistake, Func<Factor, string> id) =>
        evidence.Part.IsOfExtents || !IsProportional(evidence, mistake) ? [] : Factor.Simple(evidence.Part.Question).Select(factor => Scaled(mistake, factor) with
        {
            Id = id(factor),
            Rationale = $"{mistake.Beginning}, up to {Said(factor)}.",
            Detail = mistake.Detail is { } detail ? $"{detail}, {factor.Id}" : factor.Id,
            IsComposed = true,
        });

    internal static string Rationale(PartPlan part, Factor factor)
    {
        string sign = factor.IsNegative ? "has the wrong sign" : "";
        string size = factor.Id == "sign" ? ""
            : factor.Names.IsEmpty ? "is off by the same constant factor at every input"
            : $"is off by a factor that depends on {string.Join(" and ", factor.Names)}";
        return $"{part.Subject} {sign}{(sign.Length > 0 && size.Length > 0 ? " and " : "")}{size}.";
    }

    private static IEnumerable<Mistake> Of(PartPlan part, ImmutableArray<Factor> factors, PartEvidence? evidence)
    {
        var right = new Mistake("", "", [], planned => part.Reference(planned));
        bool canBe = !part.IsOfExtents && (evidence is null || IsProportional(evidence, right));
        return !canBe ? [] : factors.Select(factor => Scaled(right, factor) with
        {
            Id = factor.Id,
            Rationale = Rationale(part, factor),
            Hints = [Hint(factor)],
            Detail = factor.Id,
        });
    }

    private static Mistake Scaled(Mistake mistake, Factor factor) => mistake with
    {
        Values = planned => mistake.At(planned) is { } value && factor.At(planned.Point) is var by ? value.Map(entry => by * entry) : null,
    };

    private static string Hint(Factor factor) =>
        factor.Id == "sign" ? "Look at the order of a difference, and at the signs of inner derivatives."
        : factor.Names.IsEmpty ? NumberHint
        : factor.IsOfOneLess ? "Is the sum divided by the number of its summands, or by one less: how many are there, and which convention does the question state?"
        : factor.IsOfSizes ? "Is it a sum where a mean is asked for, or the reverse? And over which index?"
        : $"How often {(factor.Names.Length == 1 ? "does" : "do")} {string.Join(" and ", factor.Names)} enter, and where?";

    /// <summary>At the first point, which spares trying every factor.</summary>
    private static bool IsProportional(PartEvidence evidence, Mistake mistake)
    {
        PointEvidence? point = evidence.Usable.FirstOrDefault();
        return point is not null && mistake.At(point.Planned) is { IsFinite: true } value && value.Shape == point.Answer!.Shape
            && UnnamedFactor.Of(value, point.Answer) is double factor && value.Map(entry => factor * entry) is var scaled
            && PartPlan.Residual(scaled, point.Answer) <= evidence.Part.Allowed(point.Planned, scaled, mistake.Limit);
    }

    private static string Said(Factor factor) =>
        factor.Id == "sign" ? "its sign"
        : factor.Names.IsEmpty ? "a constant factor"
        : $"a factor that depends on {string.Join(" and ", factor.Names)}";
}

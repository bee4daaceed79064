using System.Globalization;

namespace Autograder.Core.Diagnosing;

/// <summary>At how many points a hypothesis explains a part: all at which it could be tried.</summary>
/// <param name="LargestResidual">Relative to the largest entry.</param>
internal sealed record Fit(int Random, int HeldOut, int Special, double LargestResidual)
{
    internal static Fit Of(IReadOnlyCollection<(PointKind Kind, double Residual)> points) => new(
        points.Count(point => point.Kind == PointKind.Random),
        points.Count(point => point.Kind == PointKind.HeldOut),
        points.Count(point => point.Kind == PointKind.Special),
        points.Select(point => point.Residual).DefaultIfEmpty(0).Max());

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Fits at {Random} random, {HeldOut} held-out and {Special} special points, largest residual {LargestResidual:0.#e-0}");
}

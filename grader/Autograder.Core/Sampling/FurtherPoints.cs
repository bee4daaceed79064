using System.Collections.Immutable;

namespace Autograder.Core.Sampling;

/// <summary>
/// Random points by which nothing is judged. Wrong answers are also looked at there, so that what is said of a mistake does not
/// only fit by chance.
/// </summary>
/// <param name="HoldOut">A hypothesis about a mistake must hold here, too.</param>
/// <param name="Probes">Each as the first of those, except for one input.</param>
public sealed record FurtherPoints(ImmutableArray<PlannedPoint> HoldOut, ImmutableArray<Probe> Probes)
{
    public static readonly FurtherPoints None = new([], []);

    /// <summary>In the order in which a student's method is called.</summary>
    public ImmutableArray<PlannedPoint> All => [.. HoldOut, .. Probes.Select(probe => probe.Planned)];
}

/// <param name="Input">The one that is drawn anew; what is computed from it changes with it.</param>
public sealed record Probe(string Input, PlannedPoint Planned);

using System.Collections.Immutable;

namespace Autograder.Core.HandingIn;

/// <summary>How many attempts are graded in any time of some length.</summary>
public sealed record AttemptRule(int Most, TimeSpan Window)
{
    /// <summary>
    /// Whether an attempt is graded, from nothing but the times of all: graded again next week, it comes to the same. Attempts that
    /// were themselves beyond the limit do not count.
    /// </summary>
    /// <param name="earlier">When the others were handed in, in any order.</param>
    /// <returns>When the next one would be graded; null when this one is.</returns>
    public DateTimeOffset? NextAfter(IEnumerable<DateTimeOffset> earlier, DateTimeOffset handedIn)
    {
        var graded = new List<DateTimeOffset>();
        foreach (DateTimeOffset time in earlier.Where(time => time <= handedIn).Order())
        {
            if (Recent(graded, time).Length < Most)
            {
                graded.Add(time);
            }
        }

        return Recent(graded, handedIn) is { } recent && recent.Length < Most ? null : recent[^Most] + Window;
    }

    private ImmutableArray<DateTimeOffset> Recent(List<DateTimeOffset> graded, DateTimeOffset at) => [.. graded.Where(time => time > at - Window)];
}

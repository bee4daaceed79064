namespace Autograder.Core.HandingIn;

/// <summary>What it costs to hand in after the due date: a share of the points earned, by days that have begun.</summary>
/// <param name="Grace">So late costs nothing. Later than that, days are counted from the due date all the same.</param>
/// <param name="PercentPerDay">Of the points earned, for each day that has begun; in (0, 100].</param>
/// <param name="MostPercent">However many days it is; in (0, 100].</param>
/// <param name="CutOff">Later than this nothing counts; null where there is no such time.</param>
public sealed record LateRule(TimeSpan Grace, double PercentPerDay, double MostPercent, TimeSpan? CutOff)
{
    /// <returns>Null when it costs nothing.</returns>
    public LatePenalty? Of(DateTimeOffset due, DateTimeOffset handedIn)
    {
        TimeSpan late = handedIn - due;
        if (late <= TimeSpan.Zero || late <= Grace)
        {
            return null;
        }

        int days = (int)Math.Ceiling(late / TimeSpan.FromDays(1));
        bool isCutOff = late > CutOff;
        return new LatePenalty(due, late, days, isCutOff ? 100 : Math.Min(MostPercent, days * PercentPerDay), isCutOff);
    }
}

/// <param name="Due">What the lateness is counted from.</param>
/// <param name="Days">That have begun.</param>
/// <param name="Percent">Of the points earned; in (0, 100].</param>
/// <param name="IsCutOff">It came too late to count at all.</param>
public sealed record LatePenalty(DateTimeOffset Due, TimeSpan Late, int Days, double Percent, bool IsCutOff)
{
    /// <summary>What is left of so many points.</summary>
    public double Of(double points) => points * (100 - Percent) / 100;
}

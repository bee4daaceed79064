using Autograder.Core.HandingIn;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads what handing in late costs, and how many attempts are graded.</summary>
internal sealed class HandingInReader(SpecProblems problems)
{
    private const double All = 100;

    internal LateRule? Read(LateDocument? late)
    {
        if (late is not { PercentPerDay: { } perDay })
        {
            return null;
        }

        if (late.MostPercent is { } most && most.Value < perDay.Value)
        {
            problems.Add(most.Place, $"'most-percent' ({most.Value}) is less than 'percent-per-day' ({perDay.Value}), so that no day would cost what it says");
        }

        TimeSpan grace = late.GraceMinutes?.Value ?? TimeSpan.Zero;
        if (late.CutOffDays is { } cutOff && cutOff.Value < grace)
        {
            problems.Add(cutOff.Place, "nothing would count any more before 'grace-minutes' are over");
        }

        return new LateRule(grace, perDay.Value, late.MostPercent?.Value ?? All, late.CutOffDays?.Value);
    }

    internal static AttemptRule? Read(AttemptsDocument? attempts) =>
        attempts is { Most: { } most, Hours: { } hours } ? new AttemptRule(most.Value, hours.Value) : null;
}

using Autograder.Core.Assignments;

namespace Autograder.Core.Diagnosing;

/// <summary>What a stub returns, or a sum that is never begun.</summary>
internal static class Zeros
{
    internal static IEnumerable<Mistake> Of(PartPlan part) =>
    [
        new Mistake(
            "zeros",
            $"{part.Subject} is zero at every input.",
            [part.Definition is UpdateStepDefinition
                ? "Is the parameter returned as it was, before it is changed?"
                : "Is the result ever filled in? A division of whole numbers gives zero as well: in C#, 1 / 2 is 0."],
            planned => part.Reference(planned).Map(_ => 0)),
    ];
}

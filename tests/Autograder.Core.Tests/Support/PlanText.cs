using System.Globalization;
using Autograder.Core.Sampling;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Support;

/// <summary>Everything in a plan as text, to the last bit of every number: equal texts are equal plans.</summary>
internal static class PlanText
{
    internal static string Of(QuestionPlan plan) => string.Join('\n', plan.Points.Select(Of));

    internal static string Of(Value? value) => value switch
    {
        null => "-",
        NumericValue number => $"{number.Tensor.Shape}: {Numbers(number.Tensor.Entries)}",
        GroupValue group => string.Join("; ", group.Members.Select(member => $"{member.Name} = {Of(member.Value)}")),
        FunctionValue function => $"{function.Factory}({string.Join(", ", function.Arguments.Select(Of))})",
        TextListValue list => string.Join(", ", list.Texts),
        _ => $"{value}",
    };

    private static string Of(PlannedPoint planned) => string.Join('\n',
    [
        $"point {planned.Point.Label ?? "(random)"}",
        .. planned.Point.Sizes.Select(size => $"  {size.Key} = {size.Value}"),
        .. planned.Point.Inputs.Select(input => $"  {input.Key} = {Of(input.Value)}"),
        $"  reference {Of(planned.Reference)}",
        .. planned.Parts.Select(part => $"  part {part.Name} scale {Numbers([part.Scale])} limit {Numbers([part.Limit])}"),
    ]);

    private static string Numbers(IEnumerable<double> numbers) =>
        string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}

using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;

namespace Autograder.Core.Verifying;

/// <summary>How definitions, points, grades and numbers are named to staff, who may read the key's values.</summary>
internal static class VerificationText
{
    internal static string Of(Definition definition) => definition switch
    {
        DerivativeDefinition derivative => $"the {Name(derivative.Kind)} of {derivative.Function} by {derivative.Variable}",
        MinimiserDefinition minimiser => $"the minimiser of {minimiser.Function}",
        UpdateStepDefinition update => $"a step of {update.Variable} down {update.Function}",
        TaylorDefinition taylor => string.Create(CultureInfo.InvariantCulture, $"the Taylor polynomial of order {taylor.Order} of {taylor.Function}"),
        EquivalentFormDefinition form => $"equal to {form.Function}",
        _ => throw new ArgumentException($"{definition.GetType().Name} is not held against anything", nameof(definition)),
    };

    /// <summary>The number of a random point, with its sizes, or the label of a special one.</summary>
    internal static string Of(ImmutableArray<PlannedPoint> points, int index)
    {
        SamplePoint point = points[index].Point;
        string sizes = string.Join(", ", point.Sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size.Key} = {size.Value}")));
        return Of(point.Label, index) + (point.Label is not null || sizes.Length == 0 ? "" : $" ({sizes})");
    }

    /// <summary>The verdict, and why it is not Correct: at the first point that does not agree.</summary>
    internal static string Of(QuestionGrade grade)
    {
        string verdict = grade.Verdict.ToString().ToLowerInvariant();
        PointComparison? first = grade.Points.FirstOrDefault(point => point.Agreement != Agreement.Agree);
        return first is null ? verdict
            : $"{verdict}: at {Of(first.Label, grade.Points.IndexOf(first))} {(first.Fault?.Message ?? first.Unmet ?? $"it differs by {Number(first.LargestDifference)}").TrimEnd('.')}";
    }

    /// <summary>To two digits: 2.1e-09, 0.35, 310.</summary>
    internal static string Number(double number) =>
        number.ToString(Math.Abs(number) is > 0 and (< 1e-3 or >= 1e5) ? "0.0e+00" : Math.Abs(number) >= 10 ? "0" : "G2", CultureInfo.InvariantCulture);

    internal static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    internal static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some}/{all}");

    private static string Name(DerivativeKind kind) => kind switch
    {
        DerivativeKind.Derivative => "derivative",
        DerivativeKind.Gradient => "gradient",
        _ => $"{kind}",
    };

    private static string Of(string? label, int index) =>
        label is null ? string.Create(CultureInfo.InvariantCulture, $"random point {index + 1}") : $"the special point '{label}'";
}

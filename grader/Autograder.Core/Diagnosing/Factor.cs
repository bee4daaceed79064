using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// A factor with a name. Its id is <c>sign</c> for −1, else <c>factor/[-]numerator[-over-denominator]</c>, where each of the two is a
/// number, a quantity, or both (<c>factor/-2-over-N</c>, <c>factor/1-over-2N</c>); a quantity is a size or an input that is a number,
/// such as <c>N</c> and <c>lambda</c>, or one of <c>N-minus-1</c>, <c>N-squared</c>, <c>root-N</c> and <c>N-times-D</c>.
/// </summary>
/// <param name="Names">The sizes and inputs that it depends on; none for a number.</param>
internal sealed record Factor(string Id, bool IsNegative, ImmutableArray<string> Names, bool IsOfSizes, Func<SamplePoint, double> At)
{
    private static readonly ImmutableArray<(int Numerator, int Denominator)> Numbers =
        [(2, 1), (1, 2), (3, 1), (1, 3), (4, 1), (1, 4), (3, 2), (2, 3), (10, 1), (1, 10)];

    /// <summary>A name and what it stands for.</summary>
    private sealed record Quantity(string Text, ImmutableArray<string> Names, bool IsSize, Func<SamplePoint, double> At)
    {
        public static readonly Quantity One = new("", [], IsSize: true, _ => 1);
    }

    /// <summary>N / (N − 1) or its reciprocal: the two ways to take the mean of squared deviations.</summary>
    public bool IsOfOneLess { get; init; }

    /// <summary>−1, numbers, and a quantity once, above or below: what other mistakes are composed with.</summary>
    internal static ImmutableArray<Factor> Simple(Question question) =>
    [
        Of(-1, 1, 1, Quantity.One, Quantity.One),
        .. from number in Numbers from sign in Signs select Of(sign, number.Numerator, number.Denominator, Quantity.One, Quantity.One),
        .. from quantity in Quantities(question) from sign in Signs from factor in Once(sign, quantity) select factor,
    ];

    /// <summary>All that have a name, the plain ones first.</summary>
    internal static ImmutableArray<Factor> All(Question question)
    {
        ImmutableArray<Quantity> quantities = Quantities(question);
        return
        [
            .. Simple(question),
            .. from quantity in quantities.SelectMany(Derived) from sign in Signs from factor in Once(sign, quantity) select factor,
            .. from size in quantities where size.IsSize
               from sign in Signs
               from factor in (Factor[])[Of(sign, 1, 1, LessOne(size), size), Of(sign, 1, 1, size, LessOne(size))]
               select factor with { IsOfOneLess = true },
            .. from above in quantities from below in quantities where above != below
               from sign in Signs
               select Of(sign, 1, 1, above, below),
            .. from first in quantities from second in quantities where first.IsSize && second.IsSize && string.CompareOrdinal(first.Text, second.Text) < 0
               from sign in Signs
               from factor in Once(sign, Product(first, second))
               select factor,
        ];
    }

    private static ImmutableArray<int> Signs => [1, -1];

    /// <summary>A quantity above or below, alone, doubled and halved.</summary>
    private static IEnumerable<Factor> Once(int sign, Quantity quantity) =>
    [
        Of(sign, 1, 1, quantity, Quantity.One),
        Of(sign, 1, 1, Quantity.One, quantity),
        Of(sign, 2, 1, Quantity.One, quantity),
        Of(sign, 1, 2, quantity, Quantity.One),
        Of(sign, 2, 1, quantity, Quantity.One),
        Of(sign, 1, 2, Quantity.One, quantity),
    ];

    /// <summary>Sizes and numbers that are drawn anew for every point; what stays the same is a number.</summary>
    private static ImmutableArray<Quantity> Quantities(Question question) =>
    [
        .. question.Sizes.Where(size => size.Value.Least < size.Value.Most)
            .Select(size => new Quantity(size.Key, [size.Key], IsSize: true, point => point.Sizes[size.Key])),
        .. question.Inputs.Where(input => question.Answer.Inputs.Contains(input.Name) && input.Extents.IsEmpty && input is ComputedDomain or NumericDomain { Kind: not NumericKind.Binary, Extents.IsEmpty: true })
            .Select(input => new Quantity(
                input.Name, [input.Name], IsSize: false, point => point.NumbersOf(input.Name) is { Entries: [var number] } ? number : double.NaN)),
    ];

    private static IEnumerable<Quantity> Derived(Quantity quantity) =>
    [
        .. quantity.IsSize ? (Quantity[])[LessOne(quantity)] : [],
        quantity with { Text = $"{quantity.Text}-squared", At = point => quantity.At(point) * quantity.At(point) },
        quantity with { Text = $"root-{quantity.Text}", At = point => Math.Sqrt(quantity.At(point)) },
    ];

    private static Quantity LessOne(Quantity size) => size with { Text = $"{size.Text}-minus-1", At = point => size.At(point) - 1 };

    private static Quantity Product(Quantity first, Quantity second) => new(
        $"{first.Text}-times-{second.Text}", [.. first.Names, .. second.Names], IsSize: true, point => first.At(point) * second.At(point));

    private static Factor Of(int sign, int numerator, int denominator, Quantity above, Quantity below)
    {
        string top = Text(numerator, above), bottom = Text(denominator, below);
        return new Factor(
            sign < 0 && top == "1" && bottom == "1" ? "sign" : $"factor/{(sign < 0 ? "-" : "")}{top}{(bottom == "1" ? "" : $"-over-{bottom}")}",
            sign < 0,
            [.. above.Names.Concat(below.Names).Distinct(StringComparer.Ordinal)],
            above.IsSize && below.IsSize,
            point => sign * numerator * above.At(point) / (denominator * below.At(point)));
    }

    private static string Text(int number, Quantity quantity) =>
        quantity.Text.Length == 0 ? $"{number}" : number == 1 ? quantity.Text : $"{number}{quantity.Text}";
}

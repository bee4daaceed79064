using Autograder.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Support;

/// <summary>
/// Generators of numbers as answers really have them. FsCheck's own doubles hardly reach 1000; these are log-uniform, so
/// that every magnitude of a double is met, and ±0, subnormals and non-finite values are met often.
/// </summary>
internal static class Draw
{
    /// <summary>Exponents between which sums, differences and quotients neither overflow nor lose bits.</summary>
    private const int ModerateExponent = 250;

    internal static Gen<string> Seeds { get; } = Gen.Choose(0, int.MaxValue).Select(number => $"seed-{number}");

    internal static Gen<double> Moderate { get; } = Magnitude(-ModerateExponent, ModerateExponent).SelectMany(Signed);

    internal static Gen<double> Zero { get; } = Gen.Elements(0.0, -0.0);

    internal static Gen<double> Subnormal { get; } =
        Gen.Choose(-1074, -1023).Select(power => Math.ScaleB(1, power)).SelectMany(Signed);

    internal static Gen<double> NonFinite { get; } =
        Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Every finite double, by magnitude; zeros and subnormals in every third.</summary>
    internal static Gen<double> Finite { get; } = Gen.Frequency(
        (4, Magnitude(-1022, 1023).SelectMany(Signed)),
        (1, Zero),
        (1, Subnormal));

    /// <summary>A relative error between a rounding and everything.</summary>
    internal static Gen<double> RelativeError { get; } = Magnitude(-52, 0);

    /// <summary>2^k for which scaled moderate numbers stay exact.</summary>
    internal static Gen<double> PowerOfTwo { get; } =
        Gen.Choose(-ModerateExponent, ModerateExponent).Select(power => Math.ScaleB(1, power));

    internal static Gen<double> Magnitude(int leastExponent, int mostExponent) =>
        from exponent in Gen.Choose(leastExponent, mostExponent)
        from high in Gen.Choose(0, (1 << 26) - 1)
        from low in Gen.Choose(0, (1 << 26) - 1)
        select Math.ScaleB(1 + (((high * (double)(1 << 26)) + low) * Math.ScaleB(1, -52)), exponent);

    internal static Gen<Shape> Shapes() =>
        from rank in Gen.Choose(0, 4)
        from extents in Gen.Choose(1, 4).ArrayOf(rank)
        select new Shape([.. extents]);

    internal static Gen<Tensor> Tensors(Gen<double> entries) =>
        from shape in Shapes()
        from numbers in entries.ArrayOf(shape.Count)
        select new Tensor(shape, [.. numbers]);

    private static Gen<double> Signed(double magnitude) => Gen.Elements(magnitude, -magnitude);
}

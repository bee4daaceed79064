using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;

namespace Autograder.Core.Sampling;

/// <summary>
/// Draws one point of a question. All named sizes are distinct and redrawn for every point, so that a factor N is told
/// from a factor 2 and a dimension from another.
/// </summary>
public static class PointSampler
{
    private const int SizeTries = 1000;

    public static SamplePoint DrawRandom(Question question, Xoshiro256 random)
    {
        var sizes = DrawSizes(question, ImmutableSortedDictionary<string, int>.Empty, random);
        return Draw(question, label: null, sizes, ImmutableSortedDictionary<string, Tensor>.Empty, random);
    }

    public static SamplePoint DrawSpecial(Question question, SpecialPoint special, QuestionKey key, Xoshiro256 random)
    {
        var sizes = DrawSizes(question, special.Sizes, random);
        SamplePoint point = Draw(question, special.Label, sizes, special.Inputs, random);
        foreach (string input in special.Expressions.Keys)
        {
            point = Rebind(question, point, point.Inputs.SetItem(input, key.Expression(point, special.Expressions[input])));
        }

        return point;
    }

    /// <summary>The point with every real entry moved by the relative amount ±delta, the signs drawn; labels and counts stay.</summary>
    public static SamplePoint Perturb(Question question, SamplePoint point, double delta, Xoshiro256 random)
    {
        var inputs = point.Inputs;
        foreach (NumericDomain domain in question.Inputs.OfType<NumericDomain>())
        {
            if (domain.Kind is NumericKind.Signed or NumericKind.Positive && inputs[domain.Name] is NumericValue number)
            {
                Tensor moved = number.Tensor.Map(entry => entry * (1 + (random.NextBoolean() ? delta : -delta)));
                inputs = inputs.SetItem(domain.Name, new NumericValue(moved));
            }
        }

        return Rebind(question, point, inputs);
    }

    private static SamplePoint Draw(
        Question question,
        string? label,
        ImmutableSortedDictionary<string, int> sizes,
        ImmutableSortedDictionary<string, Tensor> given,
        Xoshiro256 random)
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (NumericDomain domain in question.Inputs.OfType<NumericDomain>())
        {
            inputs[domain.Name] = new NumericValue(
                given.TryGetValue(domain.Name, out Tensor? tensor) ? tensor : DomainSampler.Draw(domain, sizes, random));
        }

        int place = random.NextInt32(0, int.MaxValue - 1);
        foreach (FunctionDomain domain in question.Inputs.OfType<FunctionDomain>())
        {
            inputs[domain.Name] = Bind(domain.Family[place % domain.Family.Length], inputs);
        }

        return new SamplePoint(label, sizes, inputs.ToImmutable());
    }

    /// <summary>The point with other inputs, and with its functions, still the same members of their families, made of these.</summary>
    private static SamplePoint Rebind(Question question, SamplePoint point, ImmutableSortedDictionary<string, Value> inputs)
    {
        foreach (FunctionDomain domain in question.Inputs.OfType<FunctionDomain>())
        {
            var function = (FunctionValue)point.Inputs[domain.Name];
            inputs = inputs.SetItem(domain.Name, Bind(domain.Family.First(call => IsMadeBy(call, function, point.Inputs)), inputs));
        }

        return point with { Inputs = inputs };
    }

    private static FunctionValue Bind(FunctionCall call, IReadOnlyDictionary<string, Value> inputs) =>
        new(call.Factory, [.. call.Arguments.Select(argument => inputs[argument])]);

    /// <summary>A family may use one factory several times with other inputs.</summary>
    private static bool IsMadeBy(FunctionCall call, FunctionValue function, IReadOnlyDictionary<string, Value> inputs) =>
        call.Factory == function.Factory && call.Arguments.Select(argument => inputs[argument]).SequenceEqual(function.Arguments);

    private static ImmutableSortedDictionary<string, int> DrawSizes(
        Question question, ImmutableSortedDictionary<string, int> given, Xoshiro256 random)
    {
        for (int attempt = 0; attempt < SizeTries; attempt++)
        {
            var sizes = given.ToBuilder();
            foreach ((string name, SizeRange range) in question.Sizes)
            {
                if (!given.ContainsKey(name))
                {
                    sizes[name] = random.NextInt32(range.Least, range.Most);
                }
            }

            // Sizes that a special point gives are as the staff want them; what is drawn differs from all others.
            if (sizes.Where(size => !given.ContainsKey(size.Key)).All(size => sizes.Values.Count(other => other == size.Value) == 1))
            {
                return sizes.ToImmutable();
            }
        }

        throw new NoUsablePointException(
            $"the sizes {string.Join(", ", question.Sizes.Keys)} cannot all be distinct within their ranges");
    }
}

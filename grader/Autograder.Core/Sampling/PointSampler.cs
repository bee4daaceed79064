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

    public static SamplePoint DrawRandom(Question question, QuestionKey key, Xoshiro256 random)
    {
        var sizes = DrawSizes(question, ImmutableSortedDictionary<string, int>.Empty, random);
        return Draw(question, key, label: null, sizes, ImmutableSortedDictionary<string, Tensor>.Empty, random);
    }

    public static SamplePoint DrawSpecial(Question question, SpecialPoint special, QuestionKey key, Xoshiro256 random)
    {
        var sizes = DrawSizes(question, special.Sizes, random);
        SamplePoint point = Draw(question, key, special.Label, sizes, special.Inputs, random);
        foreach (string input in special.Expressions.Keys)
        {
            point = Derive(question, key, point.With(input, key.Expression(point, special.Expressions[input])));
        }

        return point;
    }

    /// <summary>The point with every real entry moved by the relative amount ±delta, the signs drawn; labels and counts stay.</summary>
    public static SamplePoint Perturb(Question question, QuestionKey key, SamplePoint point, double delta, Xoshiro256 random)
    {
        var moved = point;
        foreach (NumericDomain domain in question.Inputs.OfType<NumericDomain>())
        {
            if (domain.Kind is NumericKind.Signed or NumericKind.Positive && point.Inputs[domain.Name] is NumericValue number)
            {
                Tensor tensor = number.Tensor.Map(entry => entry * (1 + (random.NextBoolean() ? delta : -delta)));
                moved = moved.With(domain.Name, new NumericValue(tensor));
            }
        }

        return Derive(question, key, moved);
    }

    /// <summary>The point with one input drawn anew.</summary>
    public static SamplePoint Redraw(Question question, QuestionKey key, SamplePoint point, NumericDomain domain, Xoshiro256 random) =>
        Derive(question, key, point.With(domain.Name, new NumericValue(DomainSampler.Draw(domain, point.Sizes, random))));

    private static SamplePoint Draw(
        Question question,
        QuestionKey key,
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

        foreach (DataDomain domain in question.Inputs.OfType<DataDomain>())
        {
            inputs[domain.Name] = new NumericValue(domain.Data);
        }

        var drawn = new SamplePoint(label, sizes, inputs.ToImmutable()) { FamilyPlace = random.NextInt32(0, int.MaxValue - 1) };
        return Derive(question, key, drawn);
    }

    /// <summary>The point with its functions and computed inputs, in the spec's order, made of what was drawn.</summary>
    private static SamplePoint Derive(Question question, QuestionKey key, SamplePoint point)
    {
        foreach (InputDomain domain in question.Inputs)
        {
            point = domain switch
            {
                FunctionDomain function => point.With(function.Name, Bind(function.Family[point.FamilyPlace % function.Family.Length], point)),
                ComputedDomain computed => point.With(computed.Name, key.Expression(point, computed.Expression)),
                _ => point,
            };
        }

        return point;
    }

    private static FunctionValue Bind(FunctionCall call, SamplePoint point) =>
        new(call.Factory, [.. call.Arguments.Select(argument => point.Inputs[argument])]);

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

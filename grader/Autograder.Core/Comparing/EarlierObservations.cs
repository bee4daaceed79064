using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;

namespace Autograder.Core.Comparing;

/// <summary>An answer to an earlier question, as it was seen at the points of a later one that builds on it.</summary>
/// <param name="Name">By which the later question calls it.</param>
/// <param name="Earlier">The plan of the earlier question.</param>
/// <param name="Observations">Null where there is nothing to follow: the earlier answer is right, or there is none.</param>
public sealed record EarlierObservations(string Name, QuestionPlan Earlier, QuestionObservations? Observations)
{
    /// <summary>Beyond a factor of so much an answer is not of the size of the right one.</summary>
    private const double OtherSize = 1e3;

    /// <summary>Relative to the largest number: what varies by less does not depend on anything.</summary>
    private const double Variation = 1e-3;

    /// <summary>The right and the student's own answers part by part, at each point of the later question.</summary>
    private sealed record PartAnswers(string Name, ImmutableArray<Tensor> Right, ImmutableArray<Tensor> Own);

    /// <summary>By the name of a wrong part, empty for a single value; what is not among them is unknown.</summary>
    public ImmutableSortedDictionary<string, EarlierMistake> Mistakes { get; init; } = ImmutableSortedDictionary<string, EarlierMistake>.Empty;

    public string Id => Earlier.Question.Id;

    /// <summary>The right answers, by point.</summary>
    /// <exception cref="KeyFailureException">The earlier question's key failed at a point of the later one.</exception>
    public ImmutableArray<Value> Right(ImmutableArray<SamplePoint> points) => [.. points.Select(point => Earlier.Key.Answer!(point))];

    /// <summary>
    /// The answers on which the later one may have been built: the student's own, part by part, where they can be followed,
    /// and else the right ones. An answer that was only made up to be followed must not earn anything, so a part that is
    /// constant, a mixture of arguments, zero or of another size is not, nor one without an argument that matters. Where an
    /// earlier answer earns no points, nobody loses any by making it up: there a mistake must have a name.
    /// </summary>
    /// <param name="refusals">Why parts, or the whole, are not followed. For the staff.</param>
    /// <returns>By point; null when no part can be followed.</returns>
    /// <exception cref="KeyFailureException">The earlier question's key failed at a point of the later one.</exception>
    public ImmutableArray<Value>? ToFollow(ImmutableArray<SamplePoint> points, out ImmutableArray<string> refusals)
    {
        refusals = [];
        if (Observations is not { } observations)
        {
            return null;
        }

        if (WhyNotAnswered(observations, points.Length) is string unanswered)
        {
            refusals = [unanswered];
            return null;
        }

        ImmutableArray<Value> right = Right(points);
        ImmutableArray<Value> own = [.. observations.First.Select(observation => ((ReturnedValue)observation).Value)];
        if (Parts(right, own) is not { } parts)
        {
            refusals = ["other parts than the right answer has"];
            return null;
        }

        var whyNot = parts.ToDictionary(part => part.Name, part => WhyNotFollowed(part, points), StringComparer.Ordinal);
        refusals = [.. whyNot.Where(part => part.Value is not null).GroupBy(part => part.Value, part => part.Key)
            .Select(part => part.Contains("") ? part.Key! : $"{string.Join(", ", part)}: {part.Key}")];
        return whyNot.Values.All(reason => reason is not null) ? null : [.. right.Zip(own, (rightly, owned) => Merge("", rightly, owned, name => whyNot[name] is null))];
    }

    private string? WhyNotAnswered(QuestionObservations observations, int points)
    {
        ReturnedValue[] first = [.. observations.First.OfType<ReturnedValue>()], second = [.. observations.Second.OfType<ReturnedValue>()];
        return first.Length != points || second.Length != points ? "no value at some point"
            : !first.Zip(second).All(calls => QuestionComparison.AreSame(Earlier.Question.Tolerance, [], calls.First.Value, calls.Second.Value)) ? "another value from call to call"
            : Array.Exists(first, value => !value.ChangedInputs.IsEmpty) ? "arguments are changed"
            : Array.Exists(first, value => value.ReturnedInput is not null) ? "one of the arguments itself"
            : null;
    }

    /// <returns>Null when the values are not made of the same parts everywhere.</returns>
    private static ImmutableArray<PartAnswers>? Parts(ImmutableArray<Value> right, ImmutableArray<Value> own)
    {
        (string Name, Tensor Tensor)[][] rights = [.. right.Select(value => value.NumericParts.ToArray())], owns = [.. own.Select(value => value.NumericParts.ToArray())];
        return rights[0].Length == 0 || owns.Any(parts => parts.Length != rights[0].Length)
            ? null
            : [.. rights[0].Select((part, index) => new PartAnswers(
                part.Name, [.. rights.Select(parts => parts[index].Tensor)], [.. owns.Select(parts => parts[index].Tensor)]))];
    }

    private string? WhyNotFollowed(PartAnswers part, ImmutableArray<SamplePoint> points)
    {
        if (part.Own.Zip(part.Right).Any(pair => pair.First.Shape != pair.Second.Shape))
        {
            return "of another shape than the right answer";
        }

        // Special points may be degenerate; at the random ones an answer shows what it is.
        int[] random = [.. Enumerable.Range(0, points.Length).Where(index => points[index].Label is null)];
        Tensor[] own = [.. random.Select(index => part.Own[index])], right = [.. random.Select(index => part.Right[index])];
        EarlierMistake mistake = Mistakes.GetValueOrDefault(part.Name);
        return part.Own.Any(tensor => !tensor.IsFinite) ? "not finite"
            : IsZeroSomewhere(own, right) ? "zero"
            : IsOfOtherSize(own, right) ? "far from the size of the right answer"
            : IsConstant(own) ? "constant, whatever the arguments"
            : (mistake == EarlierMistake.Named ? null : WhyMadeOfArguments([.. random.Select(index => points[index])], own, right)) is string made ? made
            : mistake == EarlierMistake.Careless ? "without an argument that matters"
            : Earlier.Question.Points is null && mistake == EarlierMistake.Unknown ? "no mistake with a name, and the question has no points"
            : null;
    }

    private string? WhyMadeOfArguments(SamplePoint[] points, Tensor[] own, Tensor[] right)
    {
        Value[] Values(string input) => Array.ConvertAll(points, point => point.Inputs[input]);
        return FirstArgument(input => Values(input).Zip(own).All(pair => IsSame(pair.First, pair.Second))) is string input ? $"the argument {input}"
            : FirstArgument(input => IsMultiple(Values(input), own) && !IsMultiple(Values(input), right)) is string times ? $"a multiple of the argument {times}"
            : ArgumentMixture.Is(points, Earlier.Question.Answer.Inputs, own, right) ? "a mixture of arguments"
            : null;
    }

    private string? FirstArgument(Func<string, bool> handedBack) => Earlier.Question.Answer.Inputs.FirstOrDefault(handedBack);

    private static bool IsZeroSomewhere(Tensor[] own, Tensor[] right) =>
        own.Zip(right).Any(pair => pair.First.LargestMagnitude == 0 && pair.Second.LargestMagnitude > 0);

    /// <summary>At the median, because a right number may by chance be small at one point or another.</summary>
    private static bool IsOfOtherSize(Tensor[] own, Tensor[] right)
    {
        double size = Median(own), rightSize = Median(right);
        return rightSize > 0 && !(size >= rightSize / OtherSize && size <= rightSize * OtherSize);
    }

    private static double Median(Tensor[] tensors) => tensors.Select(tensor => tensor.LargestMagnitude).Order().ElementAt(tensors.Length / 2);

    /// <summary>The same number everywhere, or the same numbers at all points in the entries that all points have.</summary>
    private static bool IsConstant(Tensor[] own)
    {
        int[] common = [.. Enumerable.Range(0, own[0].Shape.Rank).Select(axis => own.Min(tensor => tensor.Shape.Extents[axis]))];
        double[][] shared = [.. own.Select(tensor => Leading(tensor, common))];
        return Varies(own.SelectMany(tensor => tensor.Entries)) is false
            || Enumerable.Range(0, shared[0].Length).All(entry => !Varies(shared.Select(numbers => numbers[entry])));
    }

    private static bool Varies(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        return all.Max() - all.Min() > Variation * all.Max(Math.Abs);
    }

    /// <summary>The entries whose every index is below the extent given for it.</summary>
    private static double[] Leading(Tensor tensor, int[] extents) => [.. tensor.Entries.Where((_, position) =>
    {
        for (int axis = extents.Length - 1; axis >= 0; axis--)
        {
            if (position % tensor.Shape.Extents[axis] >= extents[axis])
            {
                return false;
            }

            position /= tensor.Shape.Extents[axis];
        }

        return true;
    })];

    private static bool IsSame(Value input, Tensor own) => input is NumericValue number && number.Tensor.Entries.SequenceEqual(own.Entries);

    /// <summary>The argument times a number, which for a single number must be the same at all points: any two are multiples of each other.</summary>
    private static bool IsMultiple(Value[] inputs, Tensor[] own)
    {
        double[] factors = [.. inputs.Zip(own, Multiple)];
        return Array.TrueForAll(factors, double.IsFinite) && (own[0].Entries.Length > 1 || !Varies(factors));
    }

    /// <returns>NaN when it is none.</returns>
    private static double Multiple(Value input, Tensor own)
    {
        if (input is not NumericValue { Tensor: var tensor } || tensor.Shape != own.Shape)
        {
            return double.NaN;
        }

        double factor = tensor.Entries.Zip(own.Entries, (entry, value) => entry * value).Sum() / tensor.Entries.Sum(entry => entry * entry);
        return tensor.Entries.Zip(own.Entries).All(pair => Math.Abs(pair.Second - (factor * pair.First)) <= Variation * own.LargestMagnitude) ? factor : double.NaN;
    }

    /// <summary>The right value with the student's own parts in it, where they are to be followed.</summary>
    private static Value Merge(string name, Value right, Value own, Func<string, bool> isFollowed) => (right, own) switch
    {
        (GroupValue group, GroupValue other) => new GroupValue([.. group.Members.Zip(other.Members, (member, owned) =>
            (member.Name, Merge(name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value, owned.Value, isFollowed)))]),
        (NumericValue, NumericValue) => isFollowed(name) ? own : right,
        _ => right,
    };
}

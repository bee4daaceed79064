using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads a labelled point, and holds it against the sizes and shapes of the question's inputs.</summary>
internal sealed class SpecialPointReader(SpecProblems problems)
{
    /// <returns>Null when it has no label, which is reported.</returns>
    internal SpecialPoint? Read(
        SpecialPointDocument document, ImmutableArray<InputDomain> inputs, HashSet<string> unread, ImmutableSortedDictionary<string, SizeRange> ranges)
    {
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach ((TextForm name, SizeForm size) in document.Sizes ?? [])
        {
            if (!ranges.ContainsKey(name.Text))
            {
                problems.Add(name.Place, $"'{name.Text}' is no size of this question; it has {(ranges.IsEmpty ? "none" : string.Join(", ", ranges.Keys))}");
            }

            sizes[name.Text] = size.Value;
        }

        foreach (NumericDomain domain in inputs.OfType<NumericDomain>().Where(domain => sizes.Count > 0
            && InputsReader.Entries(domain.Extents, name => sizes.TryGetValue(name, out int size) ? size : ranges.TryGetValue(name, out SizeRange range) ? range.Most : 1) > InputsReader.MaxEntries))
        {
            problems.Add(document.Place, $"'{domain.Name}' would have more than {InputsReader.MaxEntries} numbers at this point");
        }

        foreach ((TextForm name, SpecialInputForm value) in document.Inputs ?? [])
        {
            InputDomain? domain = inputs.FirstOrDefault(input => input.Name == name.Text);
            if (domain is not NumericDomain numeric)
            {
                if (!unread.Contains(name.Text))
                {
                    problems.Add(name.Place, $"'{name.Text}' is no input with numbers of this question");
                }
            }
            else if (value.Numbers is { } numbers)
            {
                BindSizes(value, numeric, numbers, sizes);
            }
        }

        return document.Label is null ? null : new SpecialPoint(
            document.Label.Text,
            sizes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            (document.Inputs ?? []).Where(input => input.Value.Numbers is not null)
                .ToImmutableSortedDictionary(input => input.Key.Text, input => input.Value.Numbers!, StringComparer.Ordinal),
            (document.Inputs ?? []).Where(input => input.Value.Expression is not null)
                .ToImmutableSortedDictionary(input => input.Key.Text, input => input.Value.Expression!, StringComparer.Ordinal));
    }

    /// <summary>Numbers that are written out fix the sizes of their shape.</summary>
    private void BindSizes(SpecialInputForm value, NumericDomain domain, Tensor numbers, SortedDictionary<string, int> sizes)
    {
        if (numbers.Shape.Rank != domain.Extents.Length)
        {
            problems.Add(value.Place, $"'{domain.Name}' is {numbers.Shape} here, but has {domain.Extents.Length} size(s)");
            return;
        }

        foreach ((Extent extent, int actual) in domain.Extents.Zip(numbers.Shape.Extents))
        {
            if (extent.Name is string name && sizes.TryAdd(name, actual))
            {
                continue;
            }

            if (extent.At(sizes) != actual)
            {
                problems.Add(value.Place, $"'{domain.Name}' has {actual} where {extent} is {extent.At(sizes)}");
            }
        }
    }
}

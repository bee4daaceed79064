using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads one question and holds it against the staff's code.</summary>
internal sealed class QuestionReader(SpecProblems problems, KeyProgram? program, AssignmentDocument assignment)
{
    /// <returns>Null when a part of it that others need is missing.</returns>
    internal Question? Read(QuestionDocument document)
    {
        ImmutableSortedDictionary<string, SizeRange> sizes = Sizes(document);
        AnswerSignature? answer = document.Answer is null ? null : SignatureParser.Parse(document.Answer, problems);
        ImmutableArray<InputDomain> inputs = new InputsReader(problems, program).Read(document, answer, sizes.Keys.ToHashSet(StringComparer.Ordinal));
        Definition? definition = new DefinitionReader(problems, program).Read(document, answer);
        ImmutableArray<SpecialPoint> special = [.. (document.SpecialPoints ?? []).Select(point => Special(point, inputs, sizes)).Where(point => point is not null).Select(point => point!)];
        if (answer is null || definition is null || document.Id is null || document.Title is null || document.Statement is null)
        {
            return null;
        }

        CheckReference(document, answer, definition);
        return new Question(
            document.Id.Text,
            document.Title.Text,
            document.Points?.Value,
            document.Statement.Text,
            answer,
            definition,
            Used(sizes, inputs),
            inputs,
            [.. (document.Constraints ?? []).Select(constraint => constraint.Text)],
            special,
            Tolerance(document.Tolerance),
            LimitsOf(document.Limits, LimitsOf(assignment.Limits, Limits.Default)));
    }

    internal Limits AssignmentLimits() => LimitsOf(assignment.Limits, Limits.Default);

    private ImmutableSortedDictionary<string, SizeRange> Sizes(QuestionDocument document)
    {
        var sizes = ImmutableSortedDictionary.CreateBuilder<string, SizeRange>(StringComparer.Ordinal);
        foreach ((TextForm name, SizeRangeForm range) in (assignment.Sizes ?? []).Concat(document.Sizes ?? []))
        {
            sizes[name.Text] = range.Range;
        }

        return sizes.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, SizeRange> Used(
        ImmutableSortedDictionary<string, SizeRange> sizes, ImmutableArray<InputDomain> inputs)
    {
        var used = inputs.OfType<NumericDomain>().SelectMany(domain => domain.Extents).Select(extent => extent.Name).ToHashSet();
        return sizes.RemoveRange(sizes.Keys.Where(name => !used.Contains(name)));
    }

    private void CheckReference(QuestionDocument document, AnswerSignature answer, Definition definition)
    {
        if (program is not { IsComplete: true } || definition is TextDefinition)
        {
            return;
        }

        KeyFunction[] named = [.. program.Reference[answer.Name]];
        if (named.Length == 0)
        {
            string advice = NearestName.Of(answer.Name, program.Reference.Select(group => group.Key)) is string near ? $"; did you mean '{near}'?" : "";
            problems.Add(document.Answer!.Place, $"the reference has no public static method '{answer.Name}'{advice}");
        }
        else if (!Array.Exists(named, function => function.Fits(answer)))
        {
            problems.Add(document.Answer!.Place, $"the reference has {named[0]}, which does not fit {answer}");
        }
    }

    private SpecialPoint? Special(
        SpecialPointDocument document, ImmutableArray<InputDomain> inputs, ImmutableSortedDictionary<string, SizeRange> ranges)
    {
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach ((TextForm name, SizeForm size) in document.Sizes ?? [])
        {
            if (!ranges.ContainsKey(name.Text))
            {
                problems.Add(name.Place, $"'{name.Text}' is no size of this question; it has {string.Join(", ", ranges.Keys)}");
            }

            sizes[name.Text] = size.Value;
        }

        foreach ((TextForm name, SpecialInputForm value) in document.Inputs ?? [])
        {
            InputDomain? domain = inputs.FirstOrDefault(input => input.Name == name.Text);
            if (domain is not NumericDomain numeric)
            {
                problems.Add(name.Place, $"'{name.Text}' is no input with numbers of this question");
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

    private Tolerance Tolerance(ToleranceDocument? document)
    {
        Tolerance defaults = Core.Assignments.Tolerance.Default;
        var tolerance = new Tolerance
        {
            Relative = document?.Relative?.Value ?? defaults.Relative,
            Reject = document?.Reject?.Value ?? defaults.Reject,
            SmallEntry = document?.SmallEntry?.Value ?? defaults.SmallEntry,
            ImpreciseCredit = document?.ImpreciseCredit?.Value ?? defaults.ImpreciseCredit,
        };
        if (tolerance.Relative > tolerance.Reject)
        {
            problems.Add(document!.Place, $"'relative' ({tolerance.Relative}) is greater than 'reject' ({tolerance.Reject})");
        }

        if (tolerance.ImpreciseCredit > 1)
        {
            problems.Add(document!.ImpreciseCredit!.Place, "'imprecise-credit' is a share of the points, at most 1");
        }

        return tolerance;
    }

    private static Limits LimitsOf(LimitsDocument? document, Limits otherwise) => document is null ? otherwise : new Limits
    {
        CallTime = Seconds(document.CallSeconds) ?? otherwise.CallTime,
        CallCpuTime = Seconds(document.CallCpuSeconds) ?? otherwise.CallCpuTime,
        SubmissionTime = Seconds(document.SubmissionSeconds) ?? otherwise.SubmissionTime,
        SubmissionCpuTime = Seconds(document.SubmissionCpuSeconds) ?? otherwise.SubmissionCpuTime,
        MemoryMebibytes = (int?)document.MemoryMebibytes?.Value ?? otherwise.MemoryMebibytes,
        OutputCharacters = (int?)document.OutputCharacters?.Value ?? otherwise.OutputCharacters,
        SubmissionOutputCharacters = (int?)document.SubmissionOutputCharacters?.Value ?? otherwise.SubmissionOutputCharacters,
    };

    private static TimeSpan? Seconds(NumberForm? number) => number is null ? null : TimeSpan.FromSeconds(number.Value);
}

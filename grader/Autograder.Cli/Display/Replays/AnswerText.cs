using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Values;
using Autograder.Reporting;

namespace Autograder.Cli.Display.Replays;

/// <summary>What a student's method returned at a point, beside the reference where that may be seen.</summary>
internal static class AnswerText
{
    /// <remarks>Where some parts do not agree, of those that do the numbers are left out.</remarks>
    /// <param name="reference">The point with the reference; null where it is not to be seen.</param>
    internal static IEnumerable<string> Of(Question question, SamplePoint point, ReturnedValue returned, PointComparison? comparison, PlannedPoint? reference)
    {
        foreach (string note in Notes(returned, comparison))
        {
            yield return $"  {note}";
        }

        if (!returned.Value.NumericParts.Any())
        {
            yield return $"  {"student",-12}{Words(returned.Value)}";
            if (reference?.Reference is { } right)
            {
                yield return $"  {"reference",-12}{Words(right)}";
            }
        }

        (string Name, Tensor Tensor)[] parts = [.. returned.Value.NumericParts], rights = [.. reference?.Reference?.NumericParts ?? []];
        bool isBrief = comparison?.Parts.Any(part => part.Agreement != Agreement.Agree) == true;
        for (int index = 0; index < parts.Length; index++)
        {
            PartComparison? compared = comparison?.Parts.ElementAtOrDefault(index);
            foreach (string line in OfPart(
                question, point, parts[index], rights.Length == parts.Length ? rights[index].Tensor : null, compared, reference?.Parts.ElementAtOrDefault(index))
                .Take(isBrief && compared?.Agreement == Agreement.Agree ? 1 : int.MaxValue))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Notes(ReturnedValue returned, PointComparison? comparison)
    {
        if (!returned.ChangedInputs.IsEmpty)
        {
            yield return $"The call changed {string.Join(", ", returned.ChangedInputs)}.";
        }

        if (returned.ReturnedInput is string input)
        {
            yield return $"What it returned is the argument {input} itself.";
        }

        if (comparison?.IsStationary is bool isStationary)
        {
            yield return $"The objective's gradient {(isStationary ? "vanishes" : "does not vanish")} at this answer.";
        }

        if (comparison?.Unmet is string unmet)
        {
            yield return unmet;
        }
    }

    private static IEnumerable<string> OfPart(
        Question question, SamplePoint point, (string Name, Tensor Tensor) own, Tensor? right, PartComparison? compared, ExpectedPart? expected)
    {
        string name = expected?.Name ?? own.Name;
        yield return $"  {(name.Length == 0 ? "value" : name)}, {own.Tensor.Shape}{Agreed(question, compared, expected)}";
        bool isStep = question.DefinitionOf(name) is UpdateStepDefinition && right?.Shape == own.Tensor.Shape;
        Tensor judged = JudgedParts.Of(question, point, name, own.Tensor);
        ImmutableArray<char> marks = expected is not null && expected.Reference.Shape == judged.Shape ? Marks(question, expected, judged) : [];
        foreach (string line in SideBySide(own.Tensor, right, isStep ? [] : marks))
        {
            yield return line;
        }

        if (isStep)
        {
            yield return "    the step, (old − new) / rate";
            foreach (string line in SideBySide(judged, expected?.Reference, marks))
            {
                yield return line;
            }
        }
    }

    private static string Agreed(Question question, PartComparison? compared, ExpectedPart? expected) => (compared, expected) switch
    {
        ({ Fault: { } fault }, _) => $": {fault.Message}",
        ({ Agreement: var agreement }, _) when question.Definition is ConditionsDefinition or TrainingDefinition => "",
        ({ } part, _) when question.Tolerance.Decimals is not null => string.Create(
            CultureInfo.InvariantCulture, $": {Words(part.Agreement)}, largest difference {part.LargestDifference:0.0#} units of the last decimal, limit 0.5"),
        ({ } part, { } key) => string.Create(
            CultureInfo.InvariantCulture, $": {Words(part.Agreement)}, largest relative difference {part.LargestDifference:0.0e-0}, limit {key.Limit:0.0e-0}"),
        _ => "",
    };

    private static ImmutableArray<char> Marks(Question question, ExpectedPart expected, Tensor judged) =>
        [.. AnswerComparer.CompareEntries(question, expected, judged).Select(agreement => agreement switch
        {
            Agreement.Agree => ' ',
            Agreement.Gray => '~',
            _ => '*',
        })];

    private static IEnumerable<string> SideBySide(Tensor own, Tensor? right, ImmutableArray<char> marks)
    {
        if (right is null)
        {
            NumberBlock alone = NumberBlock.Of(own, ReplayText.Width, marks);
            return [$"    student{ReplayText.Aside(alone.Omitted)}", .. alone.Lines.Select(line => $"    {line}".TrimEnd())];
        }

        NumberBlock left = NumberBlock.Of(own, ReplayText.Width / 2, marks), beside = NumberBlock.Of(right, ReplayText.Width / 2, []);
        string omitted = ReplayText.Aside(string.Join("; ", new[] { left.Omitted, beside.Omitted }.Where(text => text.Length > 0).Distinct()));
        string[] rows = ["student", .. left.Lines], others = ["reference", .. beside.Lines];
        int width = rows.Max(row => row.Length) + 4;
        return Enumerable.Range(0, Math.Max(rows.Length, others.Length)).Select(row =>
            $"    {(rows.ElementAtOrDefault(row) ?? "").PadRight(width)}{others.ElementAtOrDefault(row)}{(row == 0 ? omitted : "")}".TrimEnd());
    }

    private static string Words(Agreement agreement) => agreement switch
    {
        Agreement.Agree => "agrees",
        Agreement.Gray => "agrees in some digits (~)",
        Agreement.Off => "differs (*)",
        _ => "key and definition disagree",
    };

    private static string Words(Value value) => value switch
    {
        TextValue text => $"\"{StudentText.Clean(text.Text)}\"",
        TextListValue list => string.Join(", ", list.Texts.Select(text => $"\"{StudentText.Clean(text)}\"")),
        GroupValue group => string.Join(", ", group.Members.Select(member => $"{member.Name}: {Words(member.Value)}")),
        _ => "",
    };
}

using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <param name="Question">Null when a part of it is missing, which is reported.</param>
/// <param name="Expressions">Of its inputs, constraints, special points and definition; only those that parse.</param>
internal sealed record ReadQuestion(QuestionPlaces Places, Question? Question, ImmutableArray<KeyExpression> Expressions);

/// <summary>Reads one question and holds it against the staff's code.</summary>
internal sealed class QuestionReader(SpecProblems problems, KeyProgram? program, AssignmentDocument assignment)
{
    private readonly Dictionary<string, AnswerSignature> _answers = new(StringComparer.Ordinal);

    internal ReadQuestion Read(QuestionDocument document)
    {
        ImmutableSortedDictionary<string, SizeRange> sizes = Sizes(document);
        AnswerSignature? answer = document.Answer is null ? null : SignatureParser.Parse(document.Answer, problems);
        ImmutableArray<InputDomain> inputs = new InputsReader(problems, program).Read(document, answer, sizes);
        answer = answer is null ? null : answer with { Applications = new ApplicationsReader(problems, program, document, answer, inputs).Read() };
        Definition? definition = new DefinitionReader(problems, program, document, answer).Read();
        CheckPoints(document);
        var expressions = new ExpressionsReader(problems, program);
        var specialPoints = new SpecialPointReader(problems);
        ImmutableArray<SpecialPoint> special = [.. (document.SpecialPoints ?? []).Select(point => specialPoints.Read(point, inputs, document.Inputs?.Unread ?? [], sizes)).Where(point => point is not null).Select(point => point!)];
        Tolerance tolerance = Tolerance(document.Tolerance);
        CheckDecimals(document, definition);
        Limits limits = new LimitsReader(problems).Read(document.Limits, AssignmentLimits());
        if (answer is null)
        {
            // Without types they cannot be compiled, but what does not parse is reported.
            _ = expressions.Read(document, [], answer: null, earlier: []);
            return new ReadQuestion(EntryPlaces.Of(document, program, answer), null, []);
        }

        CheckReference(document, answer);
        ImmutableSortedDictionary<string, SizeRange> used = Used(sizes, inputs);
        ImmutableArray<(string Name, string Type)> variables = expressions.Variables(answer, used, inputs);
        var followThrough = new FollowThroughReader(problems, document, _answers);
        ImmutableArray<KeyExpression> read = expressions.Read(document, variables, answer, followThrough.Variables(variables));
        Question? question = definition is null || document is not { Id: not null, Title: not null, Statement: not null }
            ? null
            : Complete(document, answer, definition, used, inputs, special, tolerance, limits);
        if (question is not null)
        {
            question = new MistakesReader(problems, program, document, answer).Complete(question);
            question = question with { FollowThrough = followThrough.Read(question, variables) };
            CheckMessage(document, question);
        }

        if (document.Id is { } id)
        {
            _answers.TryAdd(id.Text, answer);
        }

        return new ReadQuestion(EntryPlaces.Of(document, program, answer), question, AreKnown(document, answer, inputs) ? read : []);
    }

    internal Limits AssignmentLimits() => LimitsReader.Of(assignment.Limits, Limits.Default);

    /// <summary>Whether every variable's type is; one that could not be read would show as an unknown name in each expression.</summary>
    private static bool AreKnown(QuestionDocument document, AnswerSignature answer, ImmutableArray<InputDomain> inputs) =>
        !document.Unread.Contains("inputs")
        && (document.Inputs ?? []).Where(input => input.Value.Unread.Count > 0 || !inputs.Any(domain => domain.Name == input.Key.Text)).Select(input => input.Key.Text)
            .Concat(document.Inputs?.Unread ?? [])
            .All(name => answer.Parameters.Any(parameter => parameter.Name == name));

    private Question Complete(
        QuestionDocument document,
        AnswerSignature answer,
        Definition definition,
        ImmutableSortedDictionary<string, SizeRange> sizes,
        ImmutableArray<InputDomain> inputs,
        ImmutableArray<SpecialPoint> special,
        Tolerance tolerance,
        Limits limits) =>
        new(document.Id!.Text,
            document.Title!.Text,
            definition is PartsDefinition { HavePoints: true } parts ? parts.Parts.Sum(part => part.Points) : document.Points?.Value,
            document.Statement!.Text,
            answer,
            definition,
            sizes,
            inputs,
            [.. (document.Constraints ?? []).Select(constraint => constraint.Text)],
            special,
            tolerance,
            limits)
        {
            IsBonus = document.Bonus is { Value: true },
            Visibility = document.Visibility?.Value ?? Visibility.Visible,
            IsKeyFree = program is { HasReference: false },
            AnswerSizes = AnswerSizes(document, sizes),
        };

    private ImmutableSortedDictionary<string, ImmutableArray<Extent>> AnswerSizes(QuestionDocument document, ImmutableSortedDictionary<string, SizeRange> sizes)
    {
        if (document.AnswerSizes is { Count: > 0 } stated && program is { HasReference: true })
        {
            problems.Add(stated[0].Key.Place, "the answers of the reference have their sizes; leave 'answer-sizes' out");
        }

        foreach ((SpecPlace place, Extent extent) in (document.AnswerSizes ?? []).SelectMany(member => member.Value.Extents).Where(extent => extent.Extent.Name is string name && !sizes.ContainsKey(name)))
        {
            problems.Add(place, $"'{extent}' is no size of an input of this question");
        }

        return (document.AnswerSizes ?? []).ToImmutableSortedDictionary(
            member => member.Key.Text == Application.Whole ? "" : member.Key.Text,
            member => member.Value.Extents.Select(extent => extent.Extent).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    private void CheckPoints(QuestionDocument document)
    {
        bool havePartsPoints = (document.Parts ?? []).Exists(part => part.Value.Points is not null || part.Value.Unread.Contains("points"));
        if (document.Points is null && !havePartsPoints && !document.Unread.Contains("points") && !document.Unread.Contains("parts"))
        {
            problems.Add(document.Place, "the key 'points' is missing");
        }

        if (document.Points is { } points && havePartsPoints)
        {
            problems.Add(points.Place, "the parts have points already, and the question's are their sum; leave these out");
        }
    }

    private void CheckDecimals(QuestionDocument document, Definition? definition)
    {
        bool isStep = definition is UpdateStepDefinition || (definition is PartsDefinition parts && parts.Parts.Any(part => part.Definition is UpdateStepDefinition));
        if (isStep && document.Tolerance?.Decimals is { } decimals)
        {
            problems.Add(decimals.Place, "an update is compared by the step that it takes, so its decimals say nothing; leave them out");
        }
    }

    /// <summary>All points of a question go to a student's program in one message, and a message has a greatest length.</summary>
    private void CheckMessage(QuestionDocument document, Question question)
    {
        double numbers = QuestionSize.MostNumbers(question);
        if (numbers > DataReader.MaxEntries)
        {
            problems.Add(document.Place, $"its points together may have {numbers} numbers, and one message to a student's program carries {DataReader.MaxEntries}; make the sizes or the data smaller");
        }
    }

    private ImmutableSortedDictionary<string, SizeRange> Sizes(QuestionDocument document)
    {
        var sizes = ImmutableSortedDictionary.CreateBuilder<string, SizeRange>(StringComparer.Ordinal);
        foreach ((TextForm name, SizeRangeForm range) in (assignment.Sizes ?? []).Concat(document.Sizes ?? []))
        {
            sizes[name.Text] = range.Range;
        }

        foreach (string unread in (assignment.Sizes?.Unread ?? []).Concat(document.Sizes?.Unread ?? []))
        {
            sizes.TryAdd(unread, new SizeRange(1, 1));
        }

        if (assignment.Unread.Contains("sizes") || document.Unread.Contains("sizes"))
        {
            sizes.AddRange(Extents(document).Where(name => !sizes.ContainsKey(name)).Distinct()
                .Select(name => KeyValuePair.Create(name, new SizeRange(1, 1))));
        }

        return sizes.ToImmutable();
    }

    private static IEnumerable<string> Extents(QuestionDocument document) =>
        (document.Inputs ?? []).SelectMany(input => input.Value.Size?.Extents ?? [])
            .Where(extent => extent.Extent.Name is not null).Select(extent => extent.Extent.Name!);

    private static ImmutableSortedDictionary<string, SizeRange> Used(
        ImmutableSortedDictionary<string, SizeRange> sizes, ImmutableArray<InputDomain> inputs)
    {
        var used = inputs.SelectMany(input => input.Extents).Select(extent => extent.Name).ToHashSet();
        return sizes.RemoveRange(sizes.Keys.Where(name => !used.Contains(name)));
    }

    /// <summary>Parameters of one type could be exchanged unnoticed otherwise.</summary>
    private static bool IsReordered(KeyFunction function, AnswerSignature answer)
    {
        string[] own = [.. function.Parameters.Select(parameter => parameter.Name)], asked = [.. answer.Parameters.Select(parameter => parameter.Name)];
        return !own.SequenceEqual(asked) && own.ToHashSet(StringComparer.Ordinal).SetEquals(asked);
    }

    private void CheckReference(QuestionDocument document, AnswerSignature answer)
    {
        if (program is not { IsReferenceWhole: true, HasReference: true } || document.Definition?.Text is not null)
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
        else if (Array.TrueForAll(named, function => IsReordered(function, answer)))
        {
            problems.Add(document.Answer!.Place, $"the reference has {named[0]}, whose parameters stand in another order than those of {answer}");
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
            Decimals = document?.Decimals?.Value,
            ImpreciseCredit = document?.ImpreciseCredit?.Value ?? defaults.ImpreciseCredit,
        };
        if (tolerance.Relative > tolerance.Reject)
        {
            problems.Add(document!.Place, $"'relative' ({tolerance.Relative}) is greater than 'reject' ({tolerance.Reject})");
        }

        return tolerance;
    }
}

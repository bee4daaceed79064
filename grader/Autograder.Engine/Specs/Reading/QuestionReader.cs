using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autograder.Engine.Specs.Reading;

/// <param name="Question">Null when a part of it is missing, which is reported.</param>
/// <param name="Expressions">Of its inputs, constraints, special points and definition; only those that parse.</param>
internal sealed record ReadQuestion(SpecPlace Place, Question? Question, ImmutableArray<KeyExpression> Expressions);

/// <summary>Reads one question and holds it against the staff's code.</summary>
internal sealed class QuestionReader(SpecProblems problems, KeyProgram? program, AssignmentDocument assignment)
{
    internal ReadQuestion Read(QuestionDocument document)
    {
        ImmutableSortedDictionary<string, SizeRange> sizes = Sizes(document);
        AnswerSignature? answer = document.Answer is null ? null : SignatureParser.Parse(document.Answer, problems);
        ImmutableArray<InputDomain> inputs = new InputsReader(problems, program).Read(document, answer, sizes);
        answer = answer is null ? null : answer with { Applications = new ApplicationsReader(problems, program, document, answer, inputs).Read() };
        Definition? definition = new DefinitionReader(problems, program, document, answer).Read();
        CheckPoints(document);
        CheckMisconceptions(document);
        var specialPoints = new SpecialPointReader(problems);
        ImmutableArray<SpecialPoint> special = [.. (document.SpecialPoints ?? []).Select(point => specialPoints.Read(point, inputs, document.Inputs?.Unread ?? [], sizes)).Where(point => point is not null).Select(point => point!)];
        Tolerance tolerance = Tolerance(document.Tolerance);
        CheckDecimals(document, definition);
        Limits limits = QuestionLimits(document.Limits);
        if (answer is null)
        {
            // Without types they cannot be compiled, but what does not parse is reported.
            _ = Expressions(document, [], answer: null);
            return new ReadQuestion(document.Place, null, []);
        }

        CheckReference(document, answer);
        ImmutableArray<KeyExpression> expressions = Expressions(document, Variables(answer, sizes, inputs), answer);
        Question? question = definition is null || document is not { Id: not null, Title: not null, Statement: not null }
            ? null
            : Complete(document, answer, definition, Used(sizes, inputs), inputs, special, tolerance, limits);
        if (question is not null)
        {
            CheckMessage(document, question);
        }

        return new ReadQuestion(document.Place, question, AreKnown(document, answer, inputs) ? expressions : []);
    }

    internal Limits AssignmentLimits() => LimitsOf(assignment.Limits, Limits.Default);

    /// <summary>Whether every variable's type is; one that could not be read would show as an unknown name in each expression.</summary>
    private static bool AreKnown(QuestionDocument document, AnswerSignature answer, ImmutableArray<InputDomain> inputs) =>
        !document.Unread.Contains("inputs")
        && (document.Inputs ?? []).Where(input => input.Value.Unread.Count > 0 || !inputs.Any(domain => domain.Name == input.Key.Text)).Select(input => input.Key.Text)
            .Concat(document.Inputs?.Unread ?? [])
            .All(name => answer.Parameters.Any(parameter => parameter.Name == name));

    private static Question Complete(
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
            Misconceptions = [.. (document.Misconceptions ?? []).Where(misconception => misconception is { Id: not null, Answer: not null, Hint: not null })
                .Select(misconception => new Misconception(misconception.Id!.Text, misconception.Answer!.Text, misconception.Hint!.Text))],
        };

    private void CheckMisconceptions(QuestionDocument document)
    {
        foreach (TextForm twice in (document.Misconceptions ?? []).Select(misconception => misconception.Id).OfType<TextForm>()
            .GroupBy(id => id.Text).SelectMany(group => group.Skip(1)))
        {
            problems.Add(twice.Place, $"the misconception '{twice.Text}' is named already");
        }
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

    /// <summary>What expressions may use: the sizes, and the inputs in the types of the answer's parameters.</summary>
    private ImmutableArray<(string Name, string Type)> Variables(
        AnswerSignature answer, ImmutableSortedDictionary<string, SizeRange> sizes, ImmutableArray<InputDomain> inputs)
    {
        IEnumerable<string> extents = inputs.SelectMany(input => Extents(input)).Where(extent => extent.Name is not null).Select(extent => extent.Name!);
        return
        [
            .. Used(sizes, inputs).Keys.Concat(extents).Select(size => (Name: size, Type: "int"))
                .Concat(answer.Parameters.Select(parameter => (parameter.Name, Type: parameter.Written)))
                .Concat(inputs.Select(input => (input.Name, Type: Latent(input))))
                .DistinctBy(variable => variable.Name),
        ];
    }

    private string Latent(InputDomain input) => input switch
    {
        FunctionDomain { Family: [var call, ..] } => program?.Given.SelectMany(group => group)
            .FirstOrDefault(function => function.FullName == call.Factory)?.ResultType ?? "object",
        FunctionDomain => "object",
        DataDomain data => new TensorType(data.Data.Shape.Rank).ToString(),
        _ when Extents(input) is [] => "double",
        _ => new TensorType(Extents(input).Length).ToString(),
    };

    private ImmutableArray<KeyExpression> Expressions(QuestionDocument document, ImmutableArray<(string Name, string Type)> variables, AnswerSignature? answer)
    {
        ImmutableArray<(string, string)> withAnswer = answer is null ? variables : variables.Add(("answer", answer.Judged.ToString()));
        DefinitionDocument? definition = document.Definition;
        IEnumerable<KeyExpression> all =
        [
            .. (document.Inputs ?? []).Where(input => input.Value.Computed is not null)
                .Select(input => Expression(input.Value.Computed!, "object", AvailableTo(input.Key.Text, document, variables))),
            .. (document.Constraints ?? []).Select(constraint => Expression(constraint, "bool", variables)),
            .. (document.SpecialPoints ?? []).SelectMany(point => point.Inputs ?? []).Where(input => input.Value.Expression is not null)
                .Select(input => Expression(new TextForm(input.Value.Place, input.Value.Expression!), "object", variables)),
            .. (document.Misconceptions ?? []).Where(misconception => misconception.Answer is not null)
                .Select(misconception => Expression(misconception.Answer!, "object", variables)),
            .. (definition?.Satisfies ?? []).Where(condition => condition.Condition is not null)
                .Select(condition => Expression(condition.Condition!, "bool", withAnswer)),
            .. definition?.Training?.Measure is { } measure ? [Expression(measure, "double", withAnswer)] : Array.Empty<KeyExpression>(),
        ];
        return [.. all.Where(Parses)];
    }

    /// <summary>With the variables that it names: converting others would be in vain.</summary>
    private static KeyExpression Expression(TextForm text, string type, ImmutableArray<(string Name, string Type)> variables)
    {
        HashSet<string> names = [.. SyntaxFactory.ParseExpression(text.Text).DescendantTokens().Select(token => token.ValueText)];
        return new KeyExpression(text.Place, text.Text, type, [.. variables.Where(variable => names.Contains(variable.Name))]);
    }

    /// <summary>A computed input is made of what is drawn and of functions and computed inputs above it.</summary>
    private static ImmutableArray<(string Name, string Type)> AvailableTo(
        string input, QuestionDocument document, ImmutableArray<(string Name, string Type)> variables)
    {
        HashSet<string> later = [.. document.Inputs!.SkipWhile(other => other.Key.Text != input)
            .Where(other => other.Value is { Computed: not null } or { Function: not null }).Select(other => other.Key.Text)];
        return [.. variables.Where(variable => !later.Contains(variable.Name))];
    }

    private bool Parses(KeyExpression expression)
    {
        if (SyntaxFactory.ParseExpression(expression.Text).GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            problems.Add(expression.Place, expression.Failed(error));
            return false;
        }

        return true;
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
        var used = inputs.SelectMany(input => Extents(input)).Select(extent => extent.Name).ToHashSet();
        return sizes.RemoveRange(sizes.Keys.Where(name => !used.Contains(name)));
    }

    private static ImmutableArray<Extent> Extents(InputDomain input) => input switch
    {
        NumericDomain numeric => numeric.Extents,
        ComputedDomain computed => computed.Extents,
        _ => [],
    };

    /// <summary>Parameters of one type could be exchanged unnoticed otherwise.</summary>
    private static bool IsReordered(KeyFunction function, AnswerSignature answer)
    {
        string[] own = [.. function.Parameters.Select(parameter => parameter.Name)], asked = [.. answer.Parameters.Select(parameter => parameter.Name)];
        return !own.SequenceEqual(asked) && own.ToHashSet(StringComparer.Ordinal).SetEquals(asked);
    }

    private void CheckReference(QuestionDocument document, AnswerSignature answer)
    {
        if (program is not { IsReferenceWhole: true } || document.Definition?.Text is not null)
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

    /// <summary>A submission is one program: what it may use as a whole is not a question's to say.</summary>
    private Limits QuestionLimits(LimitsDocument? document)
    {
        (string Key, SpecPlace? Place)[] whole =
        [
            ("submission-seconds", document?.SubmissionSeconds?.Place),
            ("submission-cpu-seconds", document?.SubmissionCpuSeconds?.Place),
            ("memory-mebibytes", document?.MemoryMebibytes?.Place),
            ("submission-output-characters", document?.SubmissionOutputCharacters?.Place),
        ];
        foreach ((string key, SpecPlace? place) in whole)
        {
            if (place is { } at)
            {
                problems.Add(at, $"'{key}' holds for the whole homework; it stands under the homework's own 'limits'");
            }
        }

        return LimitsOf(document, AssignmentLimits());
    }

    private static Limits LimitsOf(LimitsDocument? document, Limits otherwise) => document is null ? otherwise : new Limits
    {
        CallTime = document.CallSeconds?.Value ?? otherwise.CallTime,
        CallCpuTime = document.CallCpuSeconds?.Value ?? otherwise.CallCpuTime,
        SubmissionTime = document.SubmissionSeconds?.Value ?? otherwise.SubmissionTime,
        SubmissionCpuTime = document.SubmissionCpuSeconds?.Value ?? otherwise.SubmissionCpuTime,
        MemoryMebibytes = document.MemoryMebibytes?.Value ?? otherwise.MemoryMebibytes,
        OutputCharacters = document.OutputCharacters?.Value ?? otherwise.OutputCharacters,
        SubmissionOutputCharacters = document.SubmissionOutputCharacters?.Value ?? otherwise.SubmissionOutputCharacters,
    };
}

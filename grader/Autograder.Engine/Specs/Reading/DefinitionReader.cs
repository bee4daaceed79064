using System.Collections.Immutable;
using System.Reflection;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>A definition, and what it is that is defined: the whole answer or a part of it.</summary>
/// <param name="Type">Null when the signature could not be read.</param>
/// <param name="Written">The type, for messages.</param>
internal sealed record Defined(DefinitionDocument Document, AnswerType? Type, string Written);

/// <summary>Reads what an answer is the answer of.</summary>
internal sealed class DefinitionReader(SpecProblems problems, KeyProgram? program, QuestionDocument question, AnswerSignature? answer)
{
    /// <summary>Keys that say more of a kind, and the kinds of which they do.</summary>
    private static readonly (string Name, string[] Kinds)[] Details =
    [
        (nameof(DefinitionDocument.WithRespectTo), [
            nameof(DefinitionDocument.DerivativeOf), nameof(DefinitionDocument.GradientOf), nameof(DefinitionDocument.JacobianOf),
            nameof(DefinitionDocument.HessianOf), nameof(DefinitionDocument.MinimiserOf), nameof(DefinitionDocument.StepOf),
            nameof(DefinitionDocument.TaylorOf)]),
        (nameof(DefinitionDocument.Rate), [nameof(DefinitionDocument.StepOf)]),
        (nameof(DefinitionDocument.Order), [nameof(DefinitionDocument.TaylorOf)]),
        (nameof(DefinitionDocument.Around), [nameof(DefinitionDocument.TaylorOf)]),
    ];

    private static readonly PropertyInfo[] Kinds =
        [.. SpecReader.PropertiesOf(typeof(DefinitionDocument)).Where(property => !Details.Any(detail => detail.Name == property.Name))];

    private readonly GivenDefinitionReader _given = new(problems, program, question, answer);

    /// <returns>Null when it cannot be read, which is reported.</returns>
    internal Definition? Read()
    {
        if (question is { Definition: not null, Parts: { } both })
        {
            problems.Add(both.Count > 0 ? both[0].Key.Place : question.Place, "'parts' stands in the place of 'definition'; a question has one of them");
        }

        if (question.Parts is { } parts)
        {
            return ReadParts(parts);
        }

        if (question.Definition is null && !question.Unread.Contains("definition") && !question.Unread.Contains("parts"))
        {
            problems.Add(question.Place, "the key 'definition' is missing");
        }

        return question.Definition is { } document ? Read(new Defined(document, answer?.Judged, answer?.WrittenResult ?? "")) : null;
    }

    private PartsDefinition? ReadParts(SpecMap<PartDocument> documents)
    {
        if (answer is not null && answer.Judged is not GroupType)
        {
            problems.Add(question.Answer!.Place, $"parts are the members of a tuple, such as (Matrix<double> dW, Vector<double> db), which {answer.WrittenResult} is not");
            return null;
        }

        ImmutableArray<(string Name, AnswerType Type)> members = (answer?.Judged as GroupType)?.Members ?? [];
        string names = string.Join(", ", members.Select(member => member.Name));
        foreach ((TextForm name, PartDocument _) in documents.Where(document => answer is not null && !members.Any(member => member.Name == document.Key.Text)))
        {
            problems.Add(name.Place, $"'{name.Text}' is no member of the answer; it has {names}");
        }

        foreach ((string name, AnswerType _) in members.Where(member => !documents.Unread.Contains(member.Name) && !documents.Exists(document => document.Key.Text == member.Name)))
        {
            problems.Add(question.Answer!.Place, $"the member '{name}' of the answer has no entry in 'parts'");
        }

        if (documents.Exists(document => document.Value.Points is null && !document.Value.Unread.Contains("points")) && documents.Find(document => document.Value.Points is not null).Value is { } odd)
        {
            problems.Add(odd.Points!.Place, "either every part has points, or none has and they stand at the question");
        }

        // In the order of the answer, whatever the order of the spec.
        QuestionPart?[] parts = [.. members.Select(member => documents.Find(document => document.Key.Text == member.Name) is { Value: { } document }
            ? ReadPart(member, document)
            : null)];
        return parts.Length == 0 || parts.Contains(null) ? null : new PartsDefinition([.. parts.Select(part => part!)]);
    }

    private QuestionPart? ReadPart((string Name, AnswerType Type) member, PartDocument document)
    {
        Definition? definition = Read(new Defined(document, member.Type, member.Type.ToString()));
        if (definition is ChoiceDefinition or BlankDefinition or TextDefinition or ConditionsDefinition or TrainingDefinition)
        {
            problems.Add(document.Place, $"a part is a number, vector or matrix that is judged by itself; '{Key(Present(document)[0])}' is of a whole answer");
            return null;
        }

        if (!IsNumeric(member.Type))
        {
            problems.Add(document.Place, $"a part is a number, vector or matrix that is judged by itself; '{member.Name}' is {member.Type}");
            return null;
        }

        return definition is null ? null : new QuestionPart(member.Name, document.Points?.Value, definition);
    }

    private static bool IsNumeric(AnswerType type) =>
        type is ScalarType or TensorType || (type is GroupType group && group.Members.All(member => IsNumeric(member.Type)));

    private Definition? Read(Defined defined)
    {
        DefinitionDocument document = defined.Document;
        PropertyInfo[] present = Present(document);
        if (present.Length == 0 && document.Unread.Count > 0)
        {
            return null;
        }

        if (present.Length != 1)
        {
            problems.Add(document.Place, $"a definition has exactly one of {string.Join(", ", Kinds.Select(Key))}; this one has {(present.Length == 0 ? "none" : string.Join(" and ", present.Select(Key)))}");
            return null;
        }

        CheckDetails(document, present[0]);
        return document switch
        {
            { EqualTo: { } function } => _given.EquivalentForm(function, defined),
            { Satisfies: { } conditions } => Conditions(conditions, document),
            { Training: { } training } => Training(training, defined),
            { Choice: { } options } => Choice(options, defined, several: false),
            { Choices: { } options } => Choice(options, defined, several: true),
            { Blank: not null } => Text(new BlankDefinition(), defined),
            { Text: not null } => Text(new TextDefinition(), defined),
            { Shape: not null } => Shape(defined),
            { Value: not null } => new ValueDefinition(),
            _ => _given.Derived(defined),
        };
    }

    private static PropertyInfo[] Present(DefinitionDocument document) => [.. Kinds.Where(kind => kind.GetValue(document) is not null)];

    private static string Key(PropertyInfo property) => SpecReader.KeyOf(property);

    private void CheckDetails(DefinitionDocument document, PropertyInfo kind)
    {
        foreach ((string name, string[] kinds) in Details.Where(detail => !detail.Kinds.Contains(kind.Name)))
        {
            PropertyInfo property = typeof(DefinitionDocument).GetProperty(name)!;
            if (property.GetValue(document) is ISpecForm form)
            {
                problems.Add(form.Place, $"'{Key(property)}' says nothing beside '{Key(kind)}'; it belongs to {string.Join(", ", kinds.Select(one => Key(typeof(DefinitionDocument).GetProperty(one)!)))}");
            }
        }
    }

    private ConditionsDefinition? Conditions(SpecList<ConditionDocument> conditions, DefinitionDocument document)
    {
        if (conditions.Count == 0)
        {
            problems.Add(document.Place, "'satisfies' has no conditions");
        }

        return conditions.Exists(condition => condition.Condition is null || condition.Otherwise is null)
            ? null
            : new ConditionsDefinition([.. conditions.Select(condition => new Condition(condition.Condition!.Text, condition.Otherwise!.Text))]);
    }

    private TrainingDefinition? Training(TrainingDocument training, Defined defined)
    {
        if ((training.AtLeast is null) == (training.AtMost is null) && training.Unread.Count == 0)
        {
            problems.Add(training.Place, "training has a goal: either 'at-least' or 'at-most'");
        }

        // A constraint or special point that is not heeded would be taken for one that is.
        (string Key, SpecPlace? Place)[] unheeded = [("constraints", question.Constraints?.FirstOrDefault()?.Place), ("special-points", question.SpecialPoints?.FirstOrDefault()?.Place)];
        foreach ((string key, SpecPlace? place) in unheeded.Where(unheeded => unheeded.Place is not null))
        {
            problems.Add(place!.Value, $"training is judged at one random point, so '{key}' say nothing; leave them out");
        }

        ImmutableArray<(string Name, AnswerType Type)> members = (defined.Type as GroupType)?.Members ?? [];
        if (answer is not null && (members.IsEmpty || members.Any(member => !answer.Parameters.Any(parameter => parameter.Name == member.Name && parameter.Type == member.Type))))
        {
            problems.Add(question.Answer!.Place, $"trained weights are a tuple whose members have the names and types of the initial weights among the parameters, which {answer} has not");
        }

        if (training.Measure is null && !training.Unread.Contains("measure") && program is { HasReference: true })
        {
            problems.Add(training.Place, "the key 'measure' is missing");
        }

        return (training.Measure is null && program is not { HasReference: false }) || (training.AtLeast ?? training.AtMost) is not { } bound
            ? null
            : new TrainingDefinition(training.Measure?.Text, new Goal(bound.Value, IsLeast: training.AtLeast is not null));
    }

    private ShapeDefinition Shape(Defined defined)
    {
        bool IsWhole(AnswerType? type) => type is null or ScalarType { Kind: ScalarKind.Integer }
            || (type is GroupType group && group.Members.All(member => IsWhole(member.Type)));
        if (!IsWhole(defined.Type))
        {
            problems.Add(question.Answer!.Place, $"a shape is whole numbers, such as (int rows, int columns), which {defined.Written} is not");
        }

        return new ShapeDefinition();
    }

    private ChoiceDefinition Choice(SpecMap<TextForm> options, Defined defined, bool several)
    {
        if (options.Count + options.Unread.Count < 2)
        {
            problems.Add(defined.Document.Place, "a choice has at least two options");
        }

        AnswerType expected = several ? new TextListType() : new TextType();
        if (defined.Type is not null && defined.Type != expected)
        {
            problems.Add(question.Answer!.Place, $"{(several ? "several choices are" : "a choice is")} answered by {expected}, not {defined.Written}");
        }

        return new ChoiceDefinition([.. options.Select(option => new ChoiceOption(option.Key.Text, option.Value.Text))], several);
    }

    private Definition Text(Definition definition, Defined defined)
    {
        if (defined.Type is not (null or TextType))
        {
            problems.Add(question.Answer!.Place, $"it is answered by string, not {defined.Written}");
        }

        return definition;
    }
}

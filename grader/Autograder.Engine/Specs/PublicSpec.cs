using System.Collections.Immutable;
using System.Reflection;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;
using Autograder.Engine.Specs.Reading;
using Autograder.Engine.Specs.Starters;
using Autograder.Engine.Specs.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Specs;

/// <summary>
/// What students get of a spec: by it their own check judges what the given functions fix. It is written from the keys that are
/// marked as public, and from nothing else of the file: no comment, no order, no expression that needs the reference. Constraints
/// stay with the staff unless they are about sizes alone: the one that keeps a solution away from zero writes the solution out.
/// </summary>
public sealed class PublicSpec
{
    /// <summary>Characters, without spaces: less than this is in any expression.</summary>
    private const int ShortestSecret = 10;

    private readonly LoadedAssignment _loaded;
    private readonly KeyProgram _program;
    private readonly HashSet<string> _secret;
    private readonly string[] _key;
    private readonly SpecProblems _problems = new();

    private PublicSpec(LoadedAssignment loaded)
    {
        _loaded = loaded;
        _program = loaded.Program!;
        _key = [.. KeyLines(_program.ReferenceTree).Concat(loaded.Assignment.Questions.SelectMany(Expressions)).Select(Unspaced).Where(line => line.Length >= ShortestSecret).Distinct()];
        _secret = [.. Names(_program.ReferenceTree).Except(Names(_program.GivenTree))];
    }

    /// <exception cref="SpecException">An input cannot be drawn without the reference, or no point can be found.</exception>
    public static string Of(LoadedAssignment loaded)
    {
        var spec = new PublicSpec(loaded);
        MappingNode root = spec.Reduced(loaded.Spec!, typeof(AssignmentDocument));
        spec.CheckIsBeside(Value(root, "given"));
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        SpecNode questions = new SequenceNode(default, [.. Questions(root).Zip(plan.Questions, spec.Question)]);
        string text = SpecText.Of(With(root, "questions", questions));
        return spec._problems.Any ? throw new SpecException(spec._problems.Ordered) : text;
    }

    /// <summary>Of the inputs that are read from a file, the files, beside the spec.</summary>
    internal static ImmutableArray<string> DataFiles(LoadedAssignment loaded)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(loaded.Spec!.Place.File))!;
        return [.. Questions(loaded.Spec).SelectMany(question => (Value(question, "inputs") as MappingNode)?.Entries ?? [])
            .Select(input => Value((MappingNode)input.Value, "idx") is MappingNode idx ? (Value(idx, "file") as ScalarNode)?.Text : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Select(file => Path.Combine(folder, file))];
    }

    /// <summary>All that a homework is made of, the staff's as well, the spec first.</summary>
    internal static ImmutableArray<string> AllFiles(LoadedAssignment loaded)
    {
        string spec = Path.GetFullPath(loaded.Spec!.Place.File);
        IEnumerable<string> code = new[] { "given", "reference" }.Select(key => (Value(loaded.Spec, key) as ScalarNode)?.Text).OfType<string>()
            .Select(file => Path.GetFullPath(file, Path.GetDirectoryName(spec)!));
        return [.. new[] { spec }.Concat(code).Concat(DataFiles(loaded).Select(Path.GetFullPath)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<MappingNode> Questions(MappingNode spec) => ((SequenceNode)Value(spec, "questions")!).Items.Cast<MappingNode>();

    /// <summary>Everything that students get stands in one folder.</summary>
    private void CheckIsBeside(SpecNode? file)
    {
        if (file is ScalarNode name && Path.GetFileName(name.Text) != name.Text)
        {
            _problems.Add(name.Place, $"'{name.Text}' is not beside the spec, and students get one folder; put it there");
        }
    }

    /// <summary>The public keys alone, in the order in which the format lists them.</summary>
    private MappingNode Reduced(MappingNode node, Type document) => new(node.Place,
    [
        .. from property in SpecReader.PropertiesOf(document)
           where property.IsDefined(typeof(PublicAttribute))
           let value = Value(node, SpecReader.KeyOf(property))
           where value is not null
           select (new ScalarNode(value.Place, SpecReader.KeyOf(property), IsPlain: true), Reduced(value, property.PropertyType)),
    ]);

    private SpecNode Reduced(SpecNode node, Type type) => (node, type.IsGenericType ? type.GetGenericTypeDefinition() : null) switch
    {
        (SequenceNode sequence, { } list) when list == typeof(SpecList<>) =>
            new SequenceNode(node.Place, [.. sequence.Items.Select(item => Reduced(item, type.GetGenericArguments()[0]))]),
        (MappingNode mapping, { } map) when map == typeof(SpecMap<>) =>
            new MappingNode(node.Place, [.. mapping.Entries.Select(entry => (entry.Key, Reduced(entry.Value, type.GetGenericArguments()[0])))]),
        (MappingNode mapping, _) when type.IsAssignableTo(typeof(SpecDocument)) => Reduced(mapping, type),
        _ => node,
    };

    private MappingNode Question(MappingNode node, QuestionPlan plan)
    {
        CheckInputs(node);
        if (Value(node, "constraints") is SequenceNode constraints)
        {
            node = With(node, "constraints", new SequenceNode(constraints.Place, [.. constraints.Items.Where(constraint => IsAboutSizes(((ScalarNode)constraint).Text, plan.Question))]));
        }

        if (Value(node, "definition") is MappingNode definition)
        {
            node = With(node, "definition", Definition(definition));
        }

        ImmutableArray<(ScalarNode, SpecNode)> sizes = [.. Sizes(plan)];
        return sizes.IsEmpty ? node : With(node, "answer-sizes", new MappingNode(node.Place, sizes));
    }

    /// <summary>What students cannot have of a definition is left out; an answer that only conditions of the staff's judge is some value.</summary>
    private MappingNode Definition(MappingNode definition) =>
        definition.Entries.Count == 0 ? With(definition, "value", new MappingNode(definition.Place, []))
        : Value(definition, "training") is MappingNode training && Value(training, "measure") is ScalarNode measure && NeedsKey(measure.Text)
            ? With(definition, "training", new MappingNode(training.Place, [.. training.Entries.Where(entry => entry.Key.Text != "measure")]))
        : definition;

    /// <summary>Of the parts that no given function fixes, and of minimisers, which no input has the shape of.</summary>
    private static IEnumerable<(ScalarNode, SpecNode)> Sizes(QuestionPlan plan)
    {
        if (plan.Question.Definition is TrainingDefinition || plan.Points[0].Reference is not { } reference)
        {
            yield break;
        }

        string[] names = [.. reference.NumericParts.Select(part => part.Name)];
        for (int place = 0; place < names.Length; place++)
        {
            bool isFixed = plan.Question.DefinitionOf(names[place]) is { IsDetermined: true } and not MinimiserDefinition;
            ImmutableArray<string> extents = isFixed ? [] : ExtentNames.Of(plan, names[place], place);
            if (!extents.IsEmpty && extents.All(extent => !extent.Contains(' ', StringComparison.Ordinal)))
            {
                yield return (Word(names[place].Length == 0 ? Application.Whole : names[place]), new SequenceNode(default, [.. extents.Select(Word)]));
            }
        }
    }

    /// <summary>Students draw their own points, so every input must be at hand without the reference.</summary>
    private void CheckInputs(MappingNode question)
    {
        IEnumerable<SpecNode> computed = ((Value(question, "inputs") as MappingNode)?.Entries ?? []).Select(input => Value((MappingNode)input.Value, "computed")).OfType<SpecNode>();
        IEnumerable<SpecNode> special = ((Value(question, "special-points") as SequenceNode)?.Items ?? [])
            .SelectMany(point => (Value((MappingNode)point, "inputs") as MappingNode)?.Entries ?? []).Select(input => input.Value);
        foreach (SpecNode input in ((Value(question, "inputs") as MappingNode)?.Entries ?? []).Select(input => input.Value))
        {
            CheckIsBeside(Value((MappingNode)input, "idx") is MappingNode idx ? Value(idx, "file") : null);
        }

        foreach (ScalarNode expression in computed.Concat(special).OfType<ScalarNode>().Where(expression => NeedsKey(expression.Text)))
        {
            _problems.Add(expression.Place, $"students cannot compute '{expression.Text}', which needs the reference; let {_loaded.GivenFileName} have what it needs");
        }

        foreach (ScalarNode expression in computed.Concat(special).OfType<ScalarNode>().Where(expression => Array.Exists(_key, line => Unspaced(expression.Text).Contains(line, StringComparison.Ordinal))))
        {
            _problems.Add(expression.Place, $"students would read '{expression.Text}', which stands in the key, too; draw the input in another way");
        }
    }

    private static bool IsAboutSizes(string constraint, Question question) => SyntaxFactory.ParseExpression(constraint).DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        .All(name => question.Sizes.ContainsKey(name.Identifier.ValueText));

    /// <summary>What the reference computes, line by line.</summary>
    private static IEnumerable<string> KeyLines(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        .SelectMany(method => ((SyntaxNode?)method.Body?.Statements.FirstOrDefault()?.Parent ?? method.ExpressionBody?.Expression)?.ToString().Split('\n') ?? [])
        .Select(line => line.Trim().TrimEnd(';', '{', '}'));

    private static IEnumerable<string> Expressions(Question question) =>
        [.. question.Misconceptions.Select(mistake => mistake.Answer), .. question.Accepts, .. question.Terms.Select(term => term.Expression)];

    private static string Unspaced(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>It names something that only the reference has.</summary>
    private bool NeedsKey(string expression) => SyntaxFactory.ParseExpression(expression).DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
        .Any(name => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name ? _secret.Contains(name.Identifier.ValueText) : false);

    /// <summary>Of everything that is declared there.</summary>
    private static IEnumerable<string> Names(SyntaxTree tree) => tree.GetRoot().DescendantNodes().Select(node => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.ValueText,
        _ => "",
    }).Where(name => name.Length > 0);

    private static ScalarNode Word(string text) => new(default, text, IsPlain: true);

    private static SpecNode? Value(MappingNode node, string key) => node.Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

    private static MappingNode With(MappingNode node, string key, SpecNode value) => new(
        node.Place,
        Value(node, key) is null ? [.. node.Entries, (Word(key), value)] : [.. node.Entries.Select(entry => entry.Key.Text == key ? (entry.Key, value) : entry)]);
}

using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads where a question's inputs are drawn from, and holds it against the answer's parameters.</summary>
internal sealed class InputsReader(SpecProblems problems, KeyProgram? program)
{
    /// <summary>More numbers than any question needs; a slip in a size would otherwise fill the memory.</summary>
    internal const int MaxEntries = 1 << 20;

    private readonly DataReader _data = new(problems);

    private const double LeastMagnitude = 0.3;
    private const double MostMagnitude = 1.5;

    internal ImmutableArray<InputDomain> Read(QuestionDocument question, AnswerSignature? answer, ImmutableSortedDictionary<string, SizeRange> sizes)
    {
        SpecMap<InputDocument> documents = question.Inputs ?? [];
        ImmutableArray<InputDomain> domains = [.. documents
            .Select(pair => ReadDomain(pair.Key, pair.Value, documents, answer, sizes))
            .Where(domain => domain is not null).Select(domain => domain!)];
        CheckFamilies(documents);
        if (answer is not null)
        {
            CheckParameters(question, answer, documents, domains);
            CheckLatent(question, answer, documents);
        }

        return domains;
    }

    /// <summary>How many numbers an input of these extents has.</summary>
    internal static double Entries(IEnumerable<Extent> extents, Func<string, int> size) =>
        extents.Aggregate(1.0, (product, extent) => product * (extent.Name is string name ? size(name) : extent.Fixed));

    private InputDomain? ReadDomain(
        TextForm name, InputDocument input, SpecMap<InputDocument> all, AnswerSignature? answer, ImmutableSortedDictionary<string, SizeRange> sizes)
    {
        CheckSource(name, input);
        if (sizes.ContainsKey(name.Text))
        {
            problems.Add(name.Place, $"'{name.Text}' is the name of a size already; choose another for the input or the size");
        }

        if (input.Function is not null)
        {
            AnswerType? declared = answer?.Parameters.FirstOrDefault(parameter => parameter.Name == name.Text)?.Type;
            return new FunctionDomain(name.Text, [.. input.Function.Select(call => ReadCall(call, all, declared)).Where(call => call is not null).Select(call => call!)]);
        }

        if (input.Idx is not null)
        {
            return _data.Read(name, input.Idx);
        }

        CheckSize(name, input, sizes);
        if (input.Computed is { } computed)
        {
            return new ComputedDomain(name.Text, [.. (input.Size?.Extents ?? []).Select(extent => extent.Extent)], computed.Text);
        }

        NumericKind kind = input.Values?.Kind ?? NumericKind.Signed;
        CheckIntegers(kind, input);
        return new NumericDomain(
            name.Text,
            [.. (input.Size?.Extents ?? []).Select(extent => extent.Extent)],
            kind,
            input.Magnitude?.Least ?? LeastMagnitude,
            input.Magnitude?.Most ?? MostMagnitude);
    }

    /// <summary>An input is drawn, or computed, or read, or a delegate.</summary>
    private void CheckSource(TextForm name, InputDocument input)
    {
        string[] sources =
        [
            .. input.Function is null ? Array.Empty<string>() : ["function"],
            .. input.Computed is null ? Array.Empty<string>() : ["computed"],
            .. input.Idx is null ? Array.Empty<string>() : ["idx"],
            .. input is { Values: null, Magnitude: null } ? Array.Empty<string>() : ["values or magnitude"],
        ];
        if (sources.Length > 1)
        {
            problems.Add(name.Place, $"'{name.Text}' has {string.Join(" and ", sources)}, which say different things of where it comes from");
        }
    }

    private void CheckSize(TextForm name, InputDocument input, ImmutableSortedDictionary<string, SizeRange> sizes)
    {
        foreach ((SpecPlace place, Extent extent) in input.Size?.Extents ?? [])
        {
            if (extent.Name is string size && !sizes.ContainsKey(size))
            {
                string advice = NearestName.Of(size, sizes.Keys) is string near ? $"did you mean '{near}'?" : $"add it to 'sizes', for instance {size}: 2..5";
                problems.Add(place, $"the size '{size}' is never bound; {advice}");
            }
        }

        int most = input.Computed is null ? MaxEntries : DataReader.MaxEntries;
        if (input.Size is { } extents
            && Entries(extents.Extents.Select(extent => extent.Extent), size => sizes.TryGetValue(size, out SizeRange range) ? range.Most : 1) > most)
        {
            problems.Add(extents.Place, $"'{name.Text}' would have more than {most} numbers");
        }
    }

    private void CheckIntegers(NumericKind kind, InputDocument input)
    {
        if (kind == NumericKind.Integer && input.Magnitude is null)
        {
            problems.Add(input.Values!.Place, "integer values need a range: add magnitude, for instance 1..5");
        }

        if (kind == NumericKind.Integer && input.Magnitude is { } bounds
            && !(double.IsInteger(bounds.Least) && double.IsInteger(bounds.Most) && bounds.Most <= int.MaxValue))
        {
            problems.Add(bounds.Place, $"integer values lie between whole numbers of at most {int.MaxValue}, for instance 1..5");
        }
    }

    /// <summary>The lists of a question are used in step, so that a Jacobian belongs to its function.</summary>
    private void CheckFamilies(SpecMap<InputDocument> documents)
    {
        (TextForm Name, SpecList<TextForm> Calls)[] families =
            [.. documents.Where(input => input.Value.Function is not null).Select(input => (input.Key, input.Value.Function!))];
        foreach ((TextForm name, SpecList<TextForm> calls) in families)
        {
            if (calls.Count == 0)
            {
                problems.Add(name.Place, $"'{name.Text}' has no functions; add calls of factories in the given code, such as Waves(A, B)");
            }
            else if (calls.Count != families[0].Calls.Count)
            {
                problems.Add(name.Place, $"'{name.Text}' has {calls.Count} function(s) and '{families[0].Name.Text}' has {families[0].Calls.Count}; the lists of a question are used in step, so they are of one length");
            }
        }
    }

    private FunctionCall? ReadCall(TextForm text, SpecMap<InputDocument> all, AnswerType? declared)
    {
        if (SyntaxFactory.ParseExpression(text.Text) is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax name, ContainsDiagnostics: false } call
            || call.ArgumentList.Arguments.Any(argument => argument.Expression is not IdentifierNameSyntax))
        {
            problems.Add(text.Place, $"'{text.Text}' is no call of a factory with inputs, such as Waves(A, B)");
            return null;
        }

        string factory = name.Identifier.ValueText;
        string[] arguments = [.. call.ArgumentList.Arguments.Select(argument => argument.ToString())];
        foreach (string late in arguments.Where(argument => all.FindIndex(input => input.Key.Text == argument && input.Value.Computed is not null) > all.FindIndex(input => input.Value.Function?.Contains(text) is true)))
        {
            problems.Add(text.Place, $"'{late}' is computed; it has to stand above the functions that are made of it");
        }

        foreach (string unknown in arguments.Where(argument => !all.Unread.Contains(argument) && !all.Exists(input => input.Key.Text == argument && input.Value.Function is null)))
        {
            problems.Add(text.Place, $"'{unknown}' is no input; add it under inputs");
        }

        KeyFunction? function = GivenFunctions.Find(program, factory, text.Place, problems);
        if (function is not null && !Takes(function, arguments, all))
        {
            problems.Add(text.Place, $"'{text.Text}' does not fit the given function {function}");
        }
        else if (function is not null && declared is FunctionType && !CSharpTypes.IsParameterFor(declared, function.ResultType))
        {
            problems.Add(text.Place, $"'{text.Text}' makes {CSharpTypes.Short(function.ResultType)}, where the answer takes {declared}");
        }

        return function is null ? null : new FunctionCall(function.FullName, [.. arguments]);
    }

    private static bool Takes(KeyFunction function, string[] arguments, SpecMap<InputDocument> all) =>
        function.Parameters.Length == arguments.Length
        && function.Parameters.Zip(arguments).All(pair =>
            all.Find(input => input.Key.Text == pair.Second).Value is not { Function: null } input
            || input.Idx is not null
            || (CSharpTypes.Read(pair.First.Type) is { } type && Rank(type) == (input.Size?.Extents.Count ?? 0)));

    private void CheckParameters(
        QuestionDocument question, AnswerSignature answer, SpecMap<InputDocument> documents, ImmutableArray<InputDomain> domains)
    {
        foreach (Parameter parameter in answer.Parameters)
        {
            KeyValuePair<TextForm, InputDocument> document = documents.Find(input => input.Key.Text == parameter.Name);
            if (document.Key is null)
            {
                if (!documents.Unread.Contains(parameter.Name) && !question.Unread.Contains("inputs"))
                {
                    problems.Add(question.Answer!.Place, $"the parameter '{parameter.Name}' has no domain; add it under inputs");
                }

                continue;
            }

            bool fits = document.Value.Unread.Count > 0 || domains.FirstOrDefault(domain => domain.Name == parameter.Name) switch
            {
                FunctionDomain => parameter.Type is FunctionType,
                { } numbers => Holds(numbers, parameter.Type),
                null => true,
            };
            if (!fits)
            {
                problems.Add(document.Value.Place, $"the domain of '{parameter.Name}' does not fit its type {parameter.Written}: {Expected(parameter.Type)}");
            }
        }
    }

    /// <summary>Whether the numbers of a domain are a value of that type.</summary>
    internal static bool Holds(InputDomain domain, AnswerType type) =>
        domain is not FunctionDomain && Rank(type) == domain.Extents.Length
        && (domain is not NumericDomain numeric || HasValuesFor(type, numeric.Kind));

    /// <summary>A real number would silently be cut to a whole one, or be true wherever it is not 0.</summary>
    private static bool HasValuesFor(AnswerType type, NumericKind kind) => type switch
    {
        ScalarType { Kind: ScalarKind.Integer } => kind is NumericKind.Integer or NumericKind.Binary,
        ScalarType { Kind: ScalarKind.Truth } => kind is NumericKind.Binary,
        _ => true,
    };

    /// <summary>What is neither a parameter nor used by a function, a delegate of the answer, a constraint or a special point is probably a slip.</summary>
    private void CheckLatent(QuestionDocument question, AnswerSignature answer, SpecMap<InputDocument> documents)
    {
        // What students get may be without the expression that uses one.
        if (question.Unread.Contains("apply") || question.Apply?.Unread.Count > 0 || program is { HasReference: false })
        {
            return;
        }

        string[] uses =
        [
            .. (question.Apply ?? []).SelectMany(entry => entry.Value).Select(argument => argument.Text),
            .. documents.SelectMany(input => input.Value.Function ?? []).Select(call => call.Text),
            .. (question.Constraints ?? []).Select(constraint => constraint.Text),
            .. documents.Select(input => input.Value.Computed?.Text ?? ""),
            .. (question.Definition?.Satisfies ?? []).Select(condition => condition.Condition?.Text ?? ""),
            question.Definition?.Training?.Measure?.Text ?? "",
            .. (question.Misconceptions ?? []).Select(misconception => misconception.Answer?.Text ?? ""),
            question.Definition?.WithRespectTo?.Text ?? "",
            .. (question.Parts ?? []).Select(part => part.Value.WithRespectTo?.Text ?? ""),
            .. (question.SpecialPoints ?? []).SelectMany(point => point.Inputs ?? []).Select(input => input.Value.Expression ?? ""),
        ];
        foreach ((TextForm name, InputDocument _) in documents)
        {
            bool isUsed = answer.Parameters.Any(parameter => parameter.Name == name.Text)
                || uses.Any(text => SyntaxFactory.ParseExpression(text).DescendantTokens().Any(token => token.ValueText == name.Text));
            if (!isUsed)
            {
                string advice = NearestName.Of(name.Text, answer.Parameters.Select(parameter => parameter.Name)) is string near ? $"; did you mean '{near}'?" : "";
                problems.Add(name.Place, $"the input '{name.Text}' is no parameter of the answer, and no function or expression uses it{advice}");
            }
        }
    }

    private static int Rank(AnswerType type) => type switch
    {
        ScalarType => 0,
        TensorType tensor => tensor.Rank,
        _ => -1,
    };

    private static string Expected(AnswerType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Integer } => "a whole number is drawn by { values: integer, magnitude: 1..5 }",
        ScalarType { Kind: ScalarKind.Truth } => "a truth value is drawn by { values: binary }",
        ScalarType => "a number has no size",
        TensorType { Rank: 1 } => "a vector has one size, such as { size: D }",
        TensorType => "a matrix has sizes such as { size: [N, D] }",
        FunctionType => "a delegate needs a function list",
        _ => "there is no domain for such a type",
    };
}

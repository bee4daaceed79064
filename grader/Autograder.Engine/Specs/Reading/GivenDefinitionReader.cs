using Autograder.Core.Assignments;
using Autograder.Core.Values;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Specs.Reading;

/// <summary>Reads definitions by a given function, and holds them against its declaration.</summary>
internal sealed class GivenDefinitionReader(SpecProblems problems, KeyProgram? program, QuestionDocument question, AnswerSignature? answer)
{
    /// <summary>A derivative, minimiser, step or polynomial: whatever varies a parameter of a given function.</summary>
    internal Definition? Derived(Defined defined)
    {
        DefinitionDocument document = defined.Document;
        if (document.WithRespectTo is not { } variable)
        {
            if (!document.Unread.Contains("with-respect-to"))
            {
                problems.Add(document.Place, "the key 'with-respect-to' is missing: which parameter of the function is varied?");
            }

            return null;
        }

        return document switch
        {
            { DerivativeOf: { } function } => Derivative(DerivativeKind.Derivative, function, variable, defined),
            { GradientOf: { } function } => Derivative(DerivativeKind.Gradient, function, variable, defined),
            { JacobianOf: { } function } => Derivative(DerivativeKind.Jacobian, function, variable, defined),
            { HessianOf: { } function } => Derivative(DerivativeKind.Hessian, function, variable, defined),
            { MinimiserOf: { } function } => Minimiser(function, variable, defined),
            { StepOf: { } function } => Step(function, variable, defined),
            { TaylorOf: { } function } => Taylor(function, variable, defined),
            _ => throw new InvalidOperationException("a kind of definition without a reader"),
        };
    }

    internal EquivalentFormDefinition? EquivalentForm(TextForm function, Defined defined)
    {
        if (Find(function, free: null) is not { } found)
        {
            return null;
        }

        if (defined.Type is { } type && !CSharpTypes.IsResultFor(type, found.ResultType))
        {
            problems.Add(question.Answer!.Place, $"the answer has the value of the given function {found}, which is no {defined.Written}");
        }

        return new EquivalentFormDefinition(function.Text);
    }

    private DerivativeDefinition? Derivative(DerivativeKind kind, TextForm function, TextForm variable, Defined defined)
    {
        if (Find(function, variable) is not { } found)
        {
            return null;
        }

        CheckIsInput(variable);
        int? input = Rank(Type(found, variable.Text)), output = Rank(CSharpTypes.Read(found.ResultType));
        if (!IsOf(kind, input, output))
        {
            problems.Add(function.Place, $"the {Word(kind)} is of a {Operand(kind)}; the given function {found} is none");
        }
        else if ((kind == DerivativeKind.Hessian ? (2 * input) + output : input + output) is int rank && defined.Type is not null && Rank(defined.Type) != rank)
        {
            problems.Add(question.Answer!.Place, $"the {Word(kind)} of {function.Text} by {variable.Text} has {rank} indices, which {defined.Written} has not");
        }

        return new DerivativeDefinition(kind, function.Text, variable.Text);
    }

    private MinimiserDefinition? Minimiser(TextForm function, TextForm variable, Defined defined)
    {
        if (Find(function, variable) is not { } found)
        {
            return null;
        }

        CheckIsNumber(function, found, "what is minimised");
        if (defined.Type is not null && Rank(Type(found, variable.Text)) != Rank(defined.Type))
        {
            problems.Add(question.Answer!.Place, $"the answer minimises over {variable.Text}, so its type is that of {variable.Text}, not {defined.Written}");
        }

        return new MinimiserDefinition(function.Text, variable.Text);
    }

    private UpdateStepDefinition? Step(TextForm function, TextForm variable, Defined defined)
    {
        if (Find(function, variable) is not { } found || Rate(defined.Document) is not { } rate)
        {
            return null;
        }

        CheckIsInput(variable);
        CheckIsNumber(function, found, "what a step descends on");
        if (defined.Type is not null && Rank(Type(found, variable.Text)) != Rank(defined.Type))
        {
            problems.Add(question.Answer!.Place, $"the answer is {variable.Text} after a step, so its type is that of {variable.Text}, not {defined.Written}");
        }

        return new UpdateStepDefinition(function.Text, variable.Text, rate);
    }

    private StepRate? Rate(DefinitionDocument document)
    {
        if (document.Rate is not { } rate)
        {
            if (!document.Unread.Contains("rate"))
            {
                problems.Add(document.Place, "the key 'rate' is missing: the learning rate, a number or the name of an input");
            }

            return null;
        }

        bool isNumber = rate.Rate.Name is null || question.Unread.Contains("inputs") || question.Inputs is { } inputs
            && (inputs.Unread.Contains(rate.Rate.Name) || inputs.Exists(input => input.Key.Text == rate.Rate.Name && input.Value is { Size: null, Function: null, Idx: null }));
        if (!isNumber)
        {
            problems.Add(rate.Place, $"the rate '{rate.Rate.Name}' is no input that is a number");
        }

        return rate.Rate;
    }

    private TaylorDefinition? Taylor(TextForm function, TextForm variable, Defined defined)
    {
        DefinitionDocument document = defined.Document;
        if (Find(function, variable) is not { } found)
        {
            return null;
        }

        CheckIsInput(variable);
        CheckIsNumber(function, found, "what is approximated");
        foreach (string missing in new[] { document.Order is null ? "order" : "", document.Around is null ? "around" : "" }.Where(key => key.Length > 0 && !document.Unread.Contains(key)))
        {
            problems.Add(document.Place, $"the key '{missing}' is missing");
        }

        if (defined.Type is not (null or ScalarType { Kind: ScalarKind.Real }))
        {
            problems.Add(question.Answer!.Place, $"the value of a polynomial is a double, not {defined.Written}");
        }

        Shape? around = document.Around?.Numbers.Shape;
        if (around is { } shape && (Rank(Type(found, variable.Text)) != shape.Rank || !HasExtents(variable.Text, shape)))
        {
            problems.Add(document.Around!.Place, $"the point of expansion is {shape}, which {variable.Text} is not");
        }

        return document is { Order: { } order, Around: { } point } ? new TaylorDefinition(function.Text, variable.Text, order.Value, point.Numbers) : null;
    }

    /// <summary>Whether an input has the same extents at every point; an input that has another number of them is reported elsewhere.</summary>
    private bool HasExtents(string input, Shape shape) =>
        (question.Inputs ?? []).Find(document => document.Key.Text == input).Value?.Size?.Extents is not { } extents
        || extents.Zip(shape.Extents).All(pair => pair.First.Extent.Name is null && pair.First.Extent.Fixed == pair.Second);

    /// <summary>What is varied has a value at every point, handed to the answer or not; a parameter without domain is reported elsewhere.</summary>
    private void CheckIsInput(TextForm variable)
    {
        bool isInput = question.Unread.Contains("inputs") || question.Inputs is not { } inputs
            || answer?.Parameters.Any(parameter => parameter.Name == variable.Text) is true
            || inputs.Unread.Contains(variable.Text) || inputs.Exists(input => input.Key.Text == variable.Text);
        if (!isInput)
        {
            problems.Add(variable.Place, $"'{variable.Text}' is no input of this question");
        }
    }

    private void CheckIsNumber(TextForm function, KeyFunction found, string what)
    {
        if (CSharpTypes.Read(found.ResultType) is not ScalarType { Kind: ScalarKind.Real })
        {
            problems.Add(function.Place, $"{what} is a number of type double, which the given function {found} does not return");
        }
    }

    /// <summary>The given function, each of whose parameters is an input, or the variable that the answer is free to choose.</summary>
    private KeyFunction? Find(TextForm name, TextForm? free)
    {
        string[] inputs = [.. (question.Inputs ?? []).Select(input => input.Key.Text), .. question.Inputs?.Unread ?? []];
        if (GivenFunctions.Find(program, name.Text, name.Place, problems) is not { } first)
        {
            return null;
        }

        KeyFunction function = program!.GivenFor(name.Text, [.. inputs, free?.Text ?? ""]) ?? first;
        foreach (KeyParameter parameter in function.Parameters.Where(parameter => parameter.Name != free?.Text && !inputs.Contains(parameter.Name) && !question.Unread.Contains("inputs")))
        {
            problems.Add(name.Place, $"the parameter '{parameter.Name}' of the given function {function} is no input of this question");
        }

        foreach (KeyParameter parameter in function.Parameters)
        {
            if (answer?.Parameters.FirstOrDefault(declared => declared.Name == parameter.Name) is { } declared
                && !CSharpTypes.IsParameterFor(declared.Type, parameter.Type))
            {
                problems.Add(name.Place, $"the given function {function} takes another type of '{parameter.Name}' than the answer, {declared.Written}");
            }
        }

        if (free is not null && !function.Parameters.Any(parameter => parameter.Name == free.Text))
        {
            problems.Add(free.Place, $"'{free.Text}' is no parameter of the given function {function}");
            return null;
        }

        return function;
    }

    private static AnswerType? Type(KeyFunction function, string variable) =>
        CSharpTypes.Read(function.Parameters.First(parameter => parameter.Name == variable).Type);

    /// <summary>A derivative is of a number by a number, a gradient of a number, a Jacobian of several, a Hessian of either.</summary>
    private static bool IsOf(DerivativeKind kind, int? input, int? output) => kind switch
    {
        DerivativeKind.Derivative => input == 0 && output == 0,
        DerivativeKind.Gradient => input is not null && output == 0,
        DerivativeKind.Jacobian => input is not null && output >= 1,
        _ => input is not null && output is not null,
    };

    private static string Operand(DerivativeKind kind) => kind switch
    {
        DerivativeKind.Derivative => "scalar function of a scalar",
        DerivativeKind.Gradient => "scalar function",
        DerivativeKind.Jacobian => "vector function",
        _ => "function of a number, vector or matrix",
    };

    private static string Word(DerivativeKind kind) =>
        kind is DerivativeKind.Jacobian or DerivativeKind.Hessian ? kind.ToString() : kind.ToString().ToLowerInvariant();

    private static int? Rank(AnswerType? type) => type switch
    {
        ScalarType => 0,
        TensorType tensor => tensor.Rank,
        _ => null,
    };
}

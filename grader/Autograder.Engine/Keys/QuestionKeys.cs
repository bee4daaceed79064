using System.Collections.Immutable;
using System.Reflection;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Documents;
using Autograder.Worker.Values;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Engine.Keys;

/// <summary>
/// Makes the functions by which a question is judged out of the staff's code. They run in the grader, are called with fresh
/// copies, and report what goes wrong as <see cref="KeyFailureException"/>.
/// </summary>
internal sealed class QuestionKeys(KeyProgram program)
{
    private readonly ProgramFunctions _functions = new(program.Assembly);

    /// <returns>Null, with problems added, when an expression does not compile.</returns>
    internal IReadOnlyList<QuestionKey>? Make(IReadOnlyList<(Question Question, QuestionDocument Document)> questions, SpecProblems problems)
    {
        KeyExpression[][] expressions = [.. questions.Select(pair => Expressions(pair.Question, pair.Document).ToArray())];
        IReadOnlyList<Func<object?[], object?>?> compiled = KeyExpressions.Compile(program, [.. expressions.SelectMany(list => list)], problems);
        if (compiled.Contains(null))
        {
            return null;
        }

        var keys = new List<QuestionKey>();
        int next = 0;
        for (int index = 0; index < questions.Count; index++)
        {
            var own = expressions[index].Zip(compiled.Skip(next), (expression, function) => (expression.Text, Function: function!)).ToList();
            next += own.Count;
            keys.Add(Make(questions[index].Question, own));
        }

        return keys;
    }

    /// <summary>Constraints first, then the expressions of special points.</summary>
    private IEnumerable<KeyExpression> Expressions(Question question, QuestionDocument document)
    {
        ImmutableArray<(string, string)> variables = [.. Variables(question).Select(variable => (variable.Name, variable.Written))];
        return (document.Constraints ?? []).Select(constraint => new KeyExpression(constraint.Place, constraint.Text, variables))
            .Concat((document.SpecialPoints ?? []).SelectMany(point => point.Inputs ?? [])
                .Where(input => input.Value.Expression is not null)
                .Select(input => new KeyExpression(input.Value.Place, input.Value.Expression!, variables)));
    }

    private QuestionKey Make(Question question, List<(string Text, Func<object?[], object?> Function)> expressions)
    {
        object?[] Values(SamplePoint point) => [.. Variables(question).Select(variable =>
            point.Sizes.TryGetValue(variable.Name, out int size) ? size : Convert(point.Inputs[variable.Name], variable.Type))];
        Func<object?[], object?> Expression(string text) => expressions.Find(expression => expression.Text == text).Function;

        return new QuestionKey(
            Answer: question.Definition is TextDefinition ? null : Answer(question),
            Constraints: [.. question.Constraints.Select(constraint =>
            {
                Func<object?[], object?> function = Expression(constraint);
                return (Func<SamplePoint, bool>)(point => Guarded($"the constraint '{constraint}'", () => function(Values(point)) as bool?)
                    ?? throw new KeyFailureException($"the constraint '{constraint}' is no condition: it must be true or false"));
            })],
            Expression: (point, text) => Guarded($"the expression '{text}'", () => FromClr(Expression(text)(Values(point)))),
            Objective: question.Definition is MinimiserDefinition minimiser ? Objective(minimiser) : null);
    }

    private Func<SamplePoint, Value> Answer(Question question)
    {
        KeyFunction function = program.Reference[question.Answer.Name].First(candidate => candidate.Fits(question.Answer));
        return point => Guarded($"the reference {question.Answer.Name}", () =>
            WireMapping.FromWire(
                ClrValue.ToWire(Invoke(function, point.Arguments(question.Answer))), question.Answer.Result));
    }

    private Func<SamplePoint, Tensor, double> Objective(MinimiserDefinition minimiser)
    {
        KeyFunction function = program.Given[minimiser.Function].First();
        return (point, variable) => Guarded($"the given function {minimiser.Function}", () =>
            (double)Invoke(function, function.Parameters.Select(parameter =>
                parameter.Name == minimiser.Variable ? new NumericValue(variable) : point.Inputs[parameter.Name]))!);
    }

    private object? Invoke(KeyFunction function, IEnumerable<Value> arguments)
    {
        ParameterInfo[] parameters = function.Method.GetParameters();
        object?[] values = [.. arguments.Select((argument, index) => Convert(argument, parameters[index].ParameterType))];
        return function.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, values, culture: null);
    }

    private object Convert(Value value, Type type) => ClrValue.From(WireMapping.ToWire(value), type, _functions);

    private static Value FromClr(object? value) => WireMapping.FromWire(ClrValue.ToWire(value), new ScalarType(ScalarKind.Real));

    /// <summary>What expressions may use: the sizes, and the inputs in the types of the answer's parameters.</summary>
    private List<(string Name, Type Type, string Written)> Variables(Question question)
    {
        Dictionary<string, (Type Type, string Written)> parameters = program.Reference[question.Answer.Name]
            .Where(function => function.Fits(question.Answer)).Take(1)
            .SelectMany(function => function.Method.GetParameters().Zip(question.Answer.Parameters, (parameter, declared) =>
                (declared.Name, parameter.ParameterType, declared.Written)))
            .ToDictionary(parameter => parameter.Name, parameter => (parameter.ParameterType, parameter.Written));
        return
        [
            .. question.Sizes.Keys.Select(size => (size, typeof(int), "int")),
            .. question.Inputs.Select(input => parameters.TryGetValue(input.Name, out (Type Type, string Written) parameter)
                ? (input.Name, parameter.Type, parameter.Written)
                : Latent(input)),
        ];
    }

    private static (string Name, Type Type, string Written) Latent(InputDomain input) => (input as NumericDomain)?.Extents.Length switch
    {
        0 => (input.Name, typeof(double), "double"),
        1 => (input.Name, typeof(Vector<double>), "Vector<double>"),
        _ => (input.Name, typeof(Matrix<double>), "Matrix<double>"),
    };

    /// <summary>The one place where an exception of the staff's code is met; whatever it is, it is theirs and says where.</summary>
    private static T Guarded<T>(string what, Func<T> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (Exception exception) when (exception is not KeyFailureException)
        {
            throw new KeyFailureException($"{what} failed with {exception.GetType().Name}: {exception.Message}", exception);
        }
    }
}

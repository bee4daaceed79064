using System.Reflection;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Values;

namespace Autograder.Engine.Keys;

/// <summary>
/// Makes the functions by which a question is judged out of the staff's code. They run in the grader, are called with fresh
/// copies, and report what goes wrong as <see cref="KeyFailureException"/>.
/// </summary>
internal sealed class QuestionKeys(KeyProgram program, IReadOnlyDictionary<KeyExpression, CompiledExpression> compiled)
{
    private readonly ProgramFunctions _functions = new(program.Assembly);

    internal QuestionKey Make(Question question, IReadOnlyList<KeyExpression> expressions)
    {
        object?[] Values(KeyExpression expression, SamplePoint point) => [.. expression.Variables.Zip(compiled[expression].Types, (variable, type) =>
            point.Sizes.TryGetValue(variable.Name, out int size) ? size : Convert(point.Inputs[variable.Name], type))];
        object? Evaluate(string text, SamplePoint point)
        {
            KeyExpression expression = expressions.First(expression => expression.Text == text);
            return compiled[expression].Function(Values(expression, point));
        }

        return new QuestionKey(
            Answer: question.Definition is TextDefinition ? null : Answer(question),
            Constraints: [.. question.Constraints.Select(constraint =>
                (Func<SamplePoint, bool>)(point => Guarded($"the constraint '{constraint}'", () => (bool)Evaluate(constraint, point)!)))],
            Expression: (point, text) => Guarded($"the expression '{text}'", () => Shaped(question, point, text, FromClr(Evaluate(text, point)))),
            Objective: question.Definition is MinimiserDefinition minimiser ? Objective(question, minimiser) : null);
    }

    /// <summary>The value, which has the shape of the input that it stands for.</summary>
    private static Value Shaped(Question question, SamplePoint point, string text, Value value)
    {
        Shape? found = (value as NumericValue)?.Tensor.Shape;
        foreach (string input in question.SpecialPoints.Where(special => special.Label == point.Label)
            .SelectMany(special => special.Expressions).Where(expression => expression.Value == text).Select(expression => expression.Key))
        {
            Shape expected = ((NumericValue)point.Inputs[input]).Tensor.Shape;
            if (found != expected)
            {
                throw new KeyFailureException($"the expression '{text}' is {(found is { } shape ? shape.ToString() : "no number")}, where '{input}' is {expected}");
            }
        }

        return value;
    }

    private Func<SamplePoint, Value> Answer(Question question)
    {
        KeyFunction function = program.Reference[question.Answer.Name].First(candidate => candidate.Fits(question.Answer));
        MethodInfo method = program.Method(function);
        Type[] types = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        DelegateCall[] delegates = WireMapping.ToWire(question.Answer);
        return point => Guarded($"the reference {question.Answer.Name}", () =>
        {
            var copies = new InputCopies(WireMapping.ToWire(point, question.Answer), _functions);
            object? result = Invoke(method, [.. types.Select((type, place) => copies.Make(place, type))]);
            return WireMapping.FromWire(JudgedResult.Of(result, delegates, copies).Value, question.Answer.Judged);
        });
    }

    private Func<SamplePoint, Tensor, double> Objective(Question question, MinimiserDefinition minimiser)
    {
        KeyFunction function = program.GivenFor(minimiser.Function, [minimiser.Variable, .. question.Inputs.Select(input => input.Name)])!;
        MethodInfo method = program.Method(function);
        return (point, variable) => Guarded($"the given function {minimiser.Function}", () =>
            (double)Invoke(method, function.Parameters.Select(parameter =>
                parameter.Name == minimiser.Variable ? new NumericValue(variable) : point.Inputs[parameter.Name]))!);
    }

    private object? Invoke(MethodInfo method, IEnumerable<Value> arguments)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return Invoke(method, [.. arguments.Select((argument, index) => Convert(argument, parameters[index].ParameterType))]);
    }

    private static object? Invoke(MethodInfo method, object[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    private object Convert(Value value, Type type) => ClrValue.From(WireMapping.ToWire(value), type, _functions);

    private static Value FromClr(object? value) => WireMapping.FromWire(ClrValue.ToWire(value), new ScalarType(ScalarKind.Real));

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

using System.Collections.Immutable;
using System.Reflection;
using Autograder.Core.Assignments;
using Autograder.Core.Checking;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Specs.Reading;
using Autograder.Worker.Values;
using static Autograder.Engine.Keys.KeyFailure;

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
        object? Evaluate(string text, SamplePoint point, ImmutableSortedDictionary<string, Value>? answers = null)
        {
            KeyExpression expression = expressions.First(expression => expression.Text == text);
            CompiledExpression function = compiled[expression];
            return function.Function([.. expression.Variables.Zip(function.Types, (variable, type) =>
                point.Sizes.TryGetValue(variable.Name, out int size) ? size
                : Convert(answers is not null && answers.TryGetValue(variable.Name, out Value? answer) ? answer : point.Inputs[variable.Name], type))]);
        }

        object? EvaluateWith(string text, SamplePoint point, Value answer) =>
            Evaluate(text, point, ImmutableSortedDictionary<string, Value>.Empty.Add("answer", answer));

        bool Holds(Condition condition, SamplePoint point, Value answer) =>
            Guarded($"the condition '{condition.Expression}'", () => (bool)EvaluateWith(condition.Expression, point, answer)!);

        Func<SamplePoint, Value> Alternative(string what, string text) => MistakesReader.Method(program, text, question.Answer) is { } method
            ? Answer(question, method)
            : point => Guarded(what, () => WireMapping.FromWire(ClrValue.ToWire(Evaluate(text, point)), question.Answer.Judged));

        var key = new QuestionKey(
            Answer: question.Definition is TextDefinition || question.IsKeyFree ? null : Answer(question, program.AnswerTo(question.Answer)!),
            Constraints: [.. question.Constraints.Select(constraint =>
                (Func<SamplePoint, bool>)(point => Guarded($"the constraint '{constraint}'", () => (bool)Evaluate(constraint, point)!)))],
            Expression: (point, text) => Guarded($"the expression '{text}'", () => Shaped(question, point, text, FromClr(Evaluate(text, point)))),
            Given: Given(question),
            Conditions: [.. ((question.Definition as ConditionsDefinition)?.Conditions ?? []).Select(condition =>
                (Func<SamplePoint, Value, bool>)((point, answer) => Holds(condition, point, answer)))],
            Measure: question.Definition is TrainingDefinition { Measure: { } measure }
                ? (point, answer) => Guarded($"the measure '{measure}'", () => (double)EvaluateWith(measure, point, answer)!)
                : null)
        {
            Misconceptions = [.. question.Misconceptions.Select(misconception => Alternative($"the misconception '{misconception.Id}'", misconception.Answer))],
            Accepts = [.. question.Accepts.Select(accepted => Alternative($"the accepted answer '{accepted}'", accepted))],
            Terms = [.. question.Terms.Select(term =>
                (Func<SamplePoint, Tensor>)(point => Guarded($"the term '{term.Name}'", () => ((NumericValue)FromClr(Evaluate(term.Expression, point))).Tensor)))],
            Invariants = [.. question.Invariants.Select(invariant =>
                (Func<SamplePoint, Value, bool>)((point, answer) => Holds(invariant, point, answer)))],
            FollowThrough = question.FollowThrough is { } follow
                ? (point, earlier) => Guarded("the answer of 'follow-through'", () =>
                    WireMapping.FromWire(ClrValue.ToWire(Evaluate(follow.Answer, point, earlier)), question.Answer.Judged))
                : null,
        };
        return question.IsKeyFree ? DefinitionAnswer.Complete(question, key) : key;
    }

    /// <summary>The value, which has the shape of the input that it stands for.</summary>
    private static Value Shaped(Question question, SamplePoint point, string text, Value value)
    {
        Shape? found = (value as NumericValue)?.Tensor.Shape;
        IEnumerable<(string Input, Shape Shape)> computed = question.Inputs.OfType<ComputedDomain>().Where(domain => domain.Expression == text)
            .Select(domain => (domain.Name, new Shape([.. domain.Extents.Select(extent => extent.At(point.Sizes))])));
        IEnumerable<(string Input, Shape Shape)> special = question.SpecialPoints.Where(special => special.Label == point.Label)
            .SelectMany(special => special.Expressions).Where(expression => expression.Value == text)
            .Select(expression => (expression.Key, point.NumbersOf(expression.Key).Shape));
        foreach ((string input, Shape expected) in computed.Concat(special))
        {
            if (found != expected)
            {
                throw new KeyFailureException($"the expression '{text}' is {(found is { } shape ? shape.ToString() : "no number")}, where '{input}' is {expected}");
            }
        }

        return value;
    }

    private Func<SamplePoint, Value> Answer(Question question, KeyFunction function) =>
        KeyAnswer.Of(question, function, program.Assembly, _functions);

    private Func<string, SamplePoint, Tensor> Given(Question question)
    {
        var methods = new Dictionary<string, (KeyFunction Function, MethodInfo Method)>(StringComparer.Ordinal);
        foreach ((string name, string variable) in Functions(question.Definition))
        {
            KeyFunction function = program.GivenFor(name, [variable, .. question.Inputs.Select(input => input.Name)])!;
            methods[name] = (function, program.Method(function));
        }

        return (name, point) => Guarded($"the given function {name}", () =>
        {
            (KeyFunction function, MethodInfo method) = methods[name];
            return ((NumericValue)FromClr(Invoke(method, function.Parameters.Select(parameter => point.Inputs[parameter.Name])))).Tensor;
        });
    }

    /// <summary>The given functions of a definition, with the variable that is no input where there is one.</summary>
    private static IEnumerable<(string Name, string Variable)> Functions(Definition definition) => definition switch
    {
        DerivativeDefinition derivative => [(derivative.Function, derivative.Variable)],
        MinimiserDefinition minimiser => [(minimiser.Function, minimiser.Variable)],
        UpdateStepDefinition update => [(update.Function, update.Variable)],
        TaylorDefinition taylor => [(taylor.Function, taylor.Variable)],
        EquivalentFormDefinition form => [(form.Function, "")],
        PartsDefinition parts => parts.Parts.SelectMany(part => Functions(part.Definition)),
        _ => [],
    };

    private object? Invoke(MethodInfo method, IEnumerable<Value> arguments)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return KeyFailure.Invoke(method, [.. arguments.Select((argument, index) => Convert(argument, parameters[index].ParameterType))]);
    }

    private object Convert(Value value, Type type) => ClrValue.From(WireMapping.ToWire(value), type, _functions);

    /// <summary>Of the staff's, who may make more numbers than a student may return.</summary>
    private static Value FromClr(object? value) =>
        WireMapping.FromWire(ClrValue.ToWire(value, DataReader.MaxEntries), new ScalarType(ScalarKind.Real));
}

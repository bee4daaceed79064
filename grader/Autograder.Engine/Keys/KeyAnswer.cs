using System.Reflection;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Values;
using static Autograder.Engine.Keys.KeyFailure;

namespace Autograder.Engine.Keys;

/// <summary>Answers a question by a method of the reference.</summary>
internal static class KeyAnswer
{
    /// <param name="program">The key, or one that was made from it.</param>
    /// <returns>May throw <see cref="KeyFailureException"/>, and nothing else.</returns>
    internal static Func<SamplePoint, Value> Of(Question question, KeyFunction function, Assembly program, ProgramFunctions functions)
    {
        MethodInfo method = Overloads.Find(program.GetType(function.Type, throwOnError: true)!, function.Name, function.Overload);
        Type[] types = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        DelegateCall[] delegates = WireMapping.ToWire(question.Answer);
        return point => Guarded($"the reference {function.Name}", () =>
        {
            var copies = new InputCopies(WireMapping.ToWire(point, question.Answer), functions);
            object? result = Invoke(method, [.. types.Select((type, place) => copies.Make(place, type))]);
            return WireMapping.FromWire(JudgedResult.Of(result, delegates, copies).Value, question.Answer.Judged);
        });
    }
}

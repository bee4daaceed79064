using System.Reflection;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Values;

namespace Autograder.Worker.Calls;

/// <summary>Calls one method of a student's program, and the delegates that it returns, and says what became of it.</summary>
internal sealed class StudentMethod(Assembly program, MethodPlace place, DelegateCall[] delegates)
{
    private readonly ProgramFunctions _functions = new(program);
    private MethodInfo? _method;
    private Type[] _parameterTypes = [];
    private object? _instance;

    /// <summary>Calls the method with fresh copies of the inputs.</summary>
    internal CallResult Call(WireValue[] inputs) => Call(inputs, distract: null);

    /// <summary>
    /// The same once more; before each of the result's delegates is called, all of them are called with other numbers. One that
    /// remembers its calls, or hands another what it should have returned, shows, whatever variable it keeps that in.
    /// </summary>
    internal CallResult CallAgain(WireValue[] inputs) => Call(inputs, delegates.Length == 0 ? null : result => Distract(result, inputs));

    private void Distract(object? result, WireValue[] inputs)
    {
        try
        {
            JudgedResult.Of(result, delegates, new InputCopies([.. inputs.Select(Changed)], _functions));
        }
        catch (Exception)
        {
            // Nobody has asked for these values; what the delegates do with the inputs themselves is what counts.
        }
    }

    /// <summary>Other numbers of the same kind: whole ones may be sizes or places and stay.</summary>
    private static WireValue Changed(WireValue input) => input is WireNumbers numbers
        ? new WireNumbers(numbers.Extents, [.. numbers.Entries.Select(entry => double.IsInteger(entry) ? entry : 0.75 * entry)])
        : input;

    /// <param name="distract">Done to the method's result before each delegate is called.</param>
    private CallResult Call(WireValue[] inputs, Action<object?>? distract)
    {
        try
        {
            _method ??= Find();
            _instance ??= _method.IsStatic ? null : Activator.CreateInstance(_method.DeclaringType!, nonPublic: true);
            var copies = new InputCopies(inputs, _functions);
            object[] arguments = [.. _parameterTypes.Select((type, index) => copies.Make(index, type))];
            object? result = _method.Invoke(_instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            JudgedResult judged = JudgedResult.Of(result, delegates, copies, distract is null ? null : () => distract(result));
            return new CallReturned(judged.Value, copies.Changed(), copies.PlaceOf(judged.Returned));
        }
        catch (NoValueException exception)
        {
            return new CallFailed(CallOutcome.NoValue, exception.Message, File: "", Line: 0);
        }
        catch (TooLargeException exception)
        {
            return new CallFailed(CallOutcome.TooMuchOutput, exception.Message, File: "", Line: 0);
        }
        catch (Exception exception)
        {
            return ThrownException.Describe(exception, program);
        }
    }

    private MethodInfo Find()
    {
        MethodInfo method = Overloads.Find(program.GetType(place.Type, throwOnError: true)!, place.Method, place.Overload);
        _parameterTypes = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return method;
    }
}

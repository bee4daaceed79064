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
    internal CallResult Call(WireValue[] inputs) => Call(inputs, JudgedResult.Of);

    /// <summary>
    /// The same once more, with what the delegates return when they are called a second time: one that remembers its calls
    /// shows, also where it remembers them in a variable of its own.
    /// </summary>
    internal CallResult CallAgain(WireValue[] inputs) => Call(inputs, delegates.Length == 0 ? JudgedResult.Of : SecondOf);

    private static JudgedResult SecondOf(object? result, DelegateCall[] delegates, InputCopies copies)
    {
        JudgedResult.Of(result, delegates, copies);
        return JudgedResult.Of(result, delegates, copies);
    }

    private CallResult Call(WireValue[] inputs, Func<object?, DelegateCall[], InputCopies, JudgedResult> judge)
    {
        try
        {
            _method ??= Find();
            _instance ??= _method.IsStatic ? null : Activator.CreateInstance(_method.DeclaringType!, nonPublic: true);
            var copies = new InputCopies(inputs, _functions);
            object[] arguments = [.. _parameterTypes.Select((type, index) => copies.Make(index, type))];
            object? result = _method.Invoke(_instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            JudgedResult judged = judge(result, delegates, copies);
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

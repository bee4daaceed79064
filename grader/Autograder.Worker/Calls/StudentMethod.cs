using System.Reflection;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Values;

namespace Autograder.Worker.Calls;

/// <summary>Calls one method of a student's program and says what became of it.</summary>
internal sealed class StudentMethod(Assembly program, MethodPlace place)
{
    private readonly ProgramFunctions _functions = new(program);
    private MethodInfo? _method;
    private Type[] _parameterTypes = [];
    private object? _instance;

    /// <summary>Calls the method with fresh copies of the arguments.</summary>
    internal CallResult Call(WireValue[] arguments)
    {
        try
        {
            _method ??= Find();
            _instance ??= _method.IsStatic ? null : Activator.CreateInstance(_method.DeclaringType!, nonPublic: true);
            object[] copies = [.. arguments.Select((argument, index) => ClrValue.From(argument, _parameterTypes[index], _functions))];
            object? result = _method.Invoke(_instance, BindingFlags.DoNotWrapExceptions, binder: null, copies, culture: null);
            WireValue value = ClrValue.ToWire(result);
            return new CallReturned(value, ChangedArguments(arguments, copies), Array.FindIndex(copies, copy => IsSameObject(copy, result)));
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

    private static bool IsSameObject(object copy, object? result) =>
        copy is not string && !copy.GetType().IsValueType && ReferenceEquals(copy, result);

    private static int[] ChangedArguments(WireValue[] before, object[] after) =>
        [.. Enumerable.Range(0, before.Length).Where(index => before[index] is WireNumbers numbers && !IsSame(numbers, after[index]))];

    private static bool IsSame(WireNumbers before, object after)
    {
        try
        {
            return ClrValue.ToWire(after) is WireNumbers numbers
                && before.Extents.AsSpan().SequenceEqual(numbers.Extents)
                && before.Entries.AsSpan().SequenceEqual(numbers.Entries);
        }
        catch (Exception exception) when (exception is NoValueException or TooLargeException)
        {
            // A row was taken out, or a list filled beyond measure: no value any more, and certainly not the same.
            return false;
        }
    }
}

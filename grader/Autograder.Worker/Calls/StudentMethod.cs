using System.Diagnostics;
using System.Reflection;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Values;

namespace Autograder.Worker.Calls;

/// <summary>Calls one method of a student's program and says what became of it.</summary>
internal sealed class StudentMethod
{
    private const int MaxMessageCharacters = 2000;
    private const BindingFlags AnyMethod =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly MethodInfo _method;
    private readonly Type[] _parameterTypes;
    private readonly ProgramFunctions _functions;
    private object? _instance;

    internal StudentMethod(Assembly program, MethodPlace place)
    {
        Type type = program.GetType(place.Type, throwOnError: true)!;

        // Metadata tokens follow the order of the source, which is what the compiler counted overloads by.
        _method = type.GetMethods(AnyMethod)
            .Where(method => method.Name == place.Method)
            .OrderBy(method => method.MetadataToken)
            .ElementAt(place.Overload);
        _parameterTypes = [.. _method.GetParameters().Select(parameter => parameter.ParameterType)];
        _functions = new ProgramFunctions(program);
    }

    /// <summary>Calls the method with fresh copies of the arguments.</summary>
    internal CallResult Call(WireValue[] arguments)
    {
        try
        {
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
            return Describe(exception is TargetInvocationException or TypeInitializationException ? exception.InnerException ?? exception : exception);
        }
    }

    private static bool IsSameObject(object copy, object? result) =>
        copy is not string && !copy.GetType().IsValueType && ReferenceEquals(copy, result);

    private static int[] ChangedArguments(WireValue[] before, object[] after) =>
        [.. Enumerable.Range(0, before.Length).Where(index =>
            before[index] is WireNumbers numbers && !IsSame(numbers, ClrValue.ToWire(after[index])))];

    private static bool IsSame(WireNumbers before, WireValue after) =>
        after is WireNumbers numbers
        && before.Extents.AsSpan().SequenceEqual(numbers.Extents)
        && before.Entries.AsSpan().SequenceEqual(numbers.Entries);

    private static CallFailed Describe(Exception exception)
    {
        StackFrame? frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileName() is not null);
        var outcome = exception is OutOfMemoryException ? CallOutcome.OutOfMemory : CallOutcome.Threw;
        string message = $"{exception.GetType().Name}: {exception.Message}";
        return new CallFailed(
            outcome,
            message.Length <= MaxMessageCharacters ? message : message[..MaxMessageCharacters] + "…",
            frame?.GetFileName() ?? "",
            frame?.GetFileLineNumber() ?? 0);
    }
}

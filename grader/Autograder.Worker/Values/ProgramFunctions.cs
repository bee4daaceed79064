using System.Reflection;
using Autograder.Sandbox.Frames;

namespace Autograder.Worker.Values;

/// <summary>Makes the delegates that a homework hands to answers, from the factories in its given code.</summary>
internal sealed class ProgramFunctions(Assembly program)
{
    private static readonly MethodInfo AdaptOne = typeof(ProgramFunctions).GetMethod(nameof(One), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo AdaptTwo = typeof(ProgramFunctions).GetMethod(nameof(Two), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The delegate of that type; where the types of its arguments or result are only equivalent, they are converted.</summary>
    internal object Create(WireFunction function, Type type)
    {
        int dot = function.Factory.LastIndexOf('.');
        MethodInfo factory = program.GetType(function.Factory[..dot], throwOnError: true)!.GetMethod(function.Factory[(dot + 1)..])
            ?? throw new NoValueException($"{function.Factory} is not in the program");
        ParameterInfo[] parameters = factory.GetParameters();
        object[] arguments = [.. function.Arguments.Select((argument, index) => ClrValue.From(argument, parameters[index].ParameterType, this))];
        object made = factory.Invoke(null, arguments) ?? throw new NoValueException($"{function.Factory} returned null");
        return type.IsInstanceOfType(made) ? made : Adapt((Delegate)made, type);
    }

    private object Adapt(Delegate inner, Type type)
    {
        Type[] types = type.GetGenericArguments();
        MethodInfo adapter = types.Length switch
        {
            2 => AdaptOne,
            3 => AdaptTwo,
            _ => throw new NoValueException($"a function of {types.Length - 1} arguments cannot be converted"),
        };
        return adapter.MakeGenericMethod(types).Invoke(this, [inner])!;
    }

    private Func<T, TResult> One<T, TResult>(Delegate inner) => argument => Call<TResult>(inner, argument);

    private Func<T1, T2, TResult> Two<T1, T2, TResult>(Delegate inner) => (first, second) => Call<TResult>(inner, first, second);

    private TResult Call<TResult>(Delegate inner, params object?[] arguments)
    {
        object?[] converted = [.. arguments.Zip(Delegates.ParameterTypes(inner), (argument, type) => ClrValue.From(ClrValue.ToWire(argument), type, this))];
        return (TResult)ClrValue.From(ClrValue.ToWire(Delegates.Invoke(inner, converted)), typeof(TResult), this);
    }
}

using System.Reflection;

namespace Autograder.Worker.Values;

/// <summary>Calls delegates whose types are known at run time only. What they throw comes out as it was thrown.</summary>
internal static class Delegates
{
    internal static Type[] ParameterTypes(Delegate function) =>
        [.. Method(function).GetParameters().Select(parameter => parameter.ParameterType)];

    internal static object? Invoke(Delegate function, object?[] arguments) =>
        Method(function).Invoke(function, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    /// <summary>The delegate's own, whatever is behind it: a lambda's method may have its closure as a first parameter.</summary>
    private static MethodInfo Method(Delegate function) => function.GetType().GetMethod(nameof(Action.Invoke))!;
}

using System.Reflection;
using Autograder.Core.Sampling;

namespace Autograder.Engine.Keys;

/// <summary>The one place where an exception of the staff's code is met; whatever it is, it is theirs and says where.</summary>
internal static class KeyFailure
{
    internal static T Guarded<T>(string what, Func<T> evaluate)
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

    internal static object? Invoke(MethodInfo method, object[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}

using System.Reflection;

namespace Autograder.Worker.Values;

/// <summary>Finds a method by its place in the source, in a key as in a student's program.</summary>
internal static class Overloads
{
    private const BindingFlags AnyMethod =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <param name="overload">
    /// Its place among the methods of that name. Metadata tokens follow the order of the source, which is what the compiler
    /// counts overloads by.
    /// </param>
    internal static MethodInfo Find(Type type, string name, int overload) => type.GetMethods(AnyMethod)
        .Where(method => method.Name == name)
        .OrderBy(method => method.MetadataToken)
        .ElementAt(overload);
}

using System.Reflection;
using System.Text;
using Autograder.Compiler.Compiling;
using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Compiling;

/// <summary>A submission as it comes back from the compiler, with what tests ask of it.</summary>
internal sealed class Submitted(CompileResponse response)
{
    private const string Given = """
        using MathNet.Numerics.LinearAlgebra;
        public static class Given
        {
            public static double Twice(double x) => 2 * Math.Abs(x) * Math.Sign(x);
            public static Vector<double> Ones(int n) => Vector<double>.Build.Dense(n, 1);
        }
        """;

    private static readonly StudentCompiler Compiler = new();

    internal CompileResponse Response { get; } = response;

    /// <summary>"Answers.cs:3:5 CS0103", in the order reported.</summary>
    internal string[] Errors => [.. Response.Errors.Select(Place)];

    /// <summary>The methods that were left out.</summary>
    internal string[] Broken => [.. Response.Methods.Where(method => method.Errors.Length > 0).Select(method => method.Place.Method)];

    /// <summary>The methods that compiled.</summary>
    internal string[] Whole => [.. Response.Methods.Where(method => method.Errors.Length == 0).Select(method => method.Place.Method)];

    internal static Submitted Of(params string[] sources) =>
        Of([.. sources.Select((source, index) => new SourceFile(index == 0 ? "Answers.cs" : $"More{index}.cs", Encoding.UTF8.GetBytes(source)))]);

    internal static Submitted Of(params SourceFile[] files) => new(Compiler.Compile(
        new CompileRequest([new SourceFile("Given.cs", Encoding.UTF8.GetBytes(Given))], files)));

    internal static string Place(SourceError error) => $"{error.File}:{error.Line}:{error.Column} {error.Code}";

    internal MethodDescription Method(string name) => Assert.Single(Response.Methods, method => method.Place.Method == name);

    /// <summary>Runs the static method of that name that the compiler described.</summary>
    internal object? Run(string name, params object[] arguments)
    {
        MethodPlace place = Method(name).Place;
        Type type = Assembly.Load(Response.Program!.Assembly).GetType(place.Type, throwOnError: true)!;
        return type
            .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.Name == place.Method)
            .OrderBy(method => method.MetadataToken)
            .ElementAt(place.Overload)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }
}

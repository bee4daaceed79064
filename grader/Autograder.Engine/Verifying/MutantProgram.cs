using System.Reflection;
using System.Runtime.Loader;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Keys;
using Autograder.Worker.Values;

namespace Autograder.Engine.Verifying;

/// <summary>
/// A key with its mutants, of which it is one at a time, and the given functions; loaded beside the key until it is disposed of.
/// Not for several threads.
/// </summary>
internal sealed class MutantProgram : IDisposable
{
    internal const string TypeName = "__Mutant";
    internal const string FieldName = "Number";

    internal const string Source = $$"""
        internal static class {{TypeName}}
        {
            internal static int {{FieldName}};
        }
        """;

    private readonly AssemblyLoadContext _context = new(name: null, isCollectible: true);
    private readonly Assembly _assembly;
    private readonly ProgramFunctions _functions;
    private readonly FieldInfo _number, _steps;

    internal MutantProgram(MemoryStream image)
    {
        _assembly = _context.LoadFromStream(image);
        _functions = new ProgramFunctions(_assembly);
        _number = Field(TypeName, FieldName);
        _steps = Field(StepLimit.TypeName, StepLimit.FieldName);
    }

    /// <summary>How many steps it may still take.</summary>
    internal long StepsLeft => (long)_steps.GetValue(null)!;

    /// <param name="number">0 for the key as it is.</param>
    /// <param name="steps">How many it may take from now on.</param>
    internal void Become(int number, long steps)
    {
        _number.SetValue(null, number);
        _steps.SetValue(null, steps);
    }

    /// <inheritdoc cref="QuestionKey.Answer"/>
    internal Func<SamplePoint, Value> Answer(Question question, KeyFunction function) =>
        KeyAnswer.Of(question, function, _assembly, _functions);

    public void Dispose() => _context.Unload();

    private FieldInfo Field(string type, string name) =>
        _assembly.GetType(type, throwOnError: true)!.GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!;
}

using System.Reflection;
using System.Runtime.Loader;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Engine.Keys;
using Autograder.Worker.Values;

namespace Autograder.Engine.Verifying;

/// <summary>A mutant with the given functions, loaded beside the key until it is disposed of.</summary>
internal sealed class MutantProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new(name: null, isCollectible: true);
    private readonly Assembly _assembly;
    private readonly ProgramFunctions _functions;
    private readonly FieldInfo _left;

    internal MutantProgram(MemoryStream image)
    {
        _assembly = _context.LoadFromStream(image);
        _functions = new ProgramFunctions(_assembly);
        _left = _assembly.GetType(StepLimit.TypeName, throwOnError: true)!.GetField(StepLimit.FieldName, BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    /// <summary>How many steps it may still take.</summary>
    internal long Left => (long)_left.GetValue(null)!;

    internal void Allow(long steps) => _left.SetValue(null, steps);

    /// <inheritdoc cref="QuestionKey.Answer"/>
    internal Func<SamplePoint, Value> Answer(Question question, KeyFunction function) =>
        KeyAnswer.Of(question, function, _assembly, _functions);

    public void Dispose() => _context.Unload();
}

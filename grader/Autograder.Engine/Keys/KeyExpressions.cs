using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Autograder.Compiler.Compiling;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Autograder.Engine.Keys;

/// <summary>A C# expression of a spec and the variables that it may use.</summary>
/// <param name="Type">The C# type that it must have.</param>
/// <param name="Variables">Name and C# type, in the order in which values are passed.</param>
internal sealed record KeyExpression(SpecPlace Place, string Text, string Type, ImmutableArray<(string Name, string Type)> Variables)
{
    /// <summary>A compiler's message about it, for staff.</summary>
    internal string Failed(Diagnostic error) => $"'{Text}' does not compile: {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
}

/// <param name="Types">Of the variables.</param>
internal sealed record CompiledExpression(Func<object?[], object?> Function, Type[] Types);

/// <summary>
/// Compiles all expressions of a spec as one script: the compiler's start is paid once, and each expression keeps its own
/// place for messages.
/// </summary>
internal static class KeyExpressions
{
    /// <param name="expressions">Each of which parses.</param>
    /// <returns>Null, with problems added, when one of them or the program does not compile.</returns>
    internal static IReadOnlyDictionary<KeyExpression, CompiledExpression>? Compile(
        KeyProgram program, IReadOnlyList<KeyExpression> expressions, SpecProblems problems)
    {
        if (!program.IsGivenWhole || !program.IsReferenceWhole)
        {
            return null;
        }

        if (expressions.Count == 0)
        {
            return ImmutableDictionary<KeyExpression, CompiledExpression>.Empty;
        }

        using var loader = new InteractiveAssemblyLoader();
        if (program.LoadedAssembly is { } assembly)
        {
            loader.RegisterDependency(assembly);
        }

        ScriptOptions options = ScriptOptions.Default
            .WithReferences(ReferenceSet.All)
            .AddReferences(program.Declarations)
            .WithOptimizationLevel(OptimizationLevel.Release);
        (string source, List<int> starts) = Source(program, expressions);
        var script = CSharpScript.Create<(Func<object?[], object?>, Type[])[]>(source, options, assemblyLoader: loader);
        ImmutableArray<Diagnostic> errors = [.. script.Compile().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic error in errors)
        {
            int index = Math.Max(0, starts.FindLastIndex(start => start <= error.Location.SourceSpan.Start));
            problems.Add(expressions[index].Place, expressions[index].Failed(error));
        }

        if (!errors.IsEmpty || program.LoadedAssembly is null)
        {
            return null;
        }

        // A script that only makes delegates: it neither waits nor reads anything.
        (Func<object?[], object?> Function, Type[] Types)[] made = script.RunAsync().GetAwaiter().GetResult().ReturnValue;
        return expressions.Zip(made).ToDictionary(pair => pair.First, pair => new CompiledExpression(pair.Second.Function, pair.Second.Types));
    }

    private static (string Source, List<int> Starts) Source(KeyProgram program, IReadOnlyList<KeyExpression> expressions)
    {
        var source = new StringBuilder();
        source.AppendLine("using System; using System.Linq; using System.Collections.Generic; using MathNet.Numerics.LinearAlgebra;");
        foreach (string type in program.Types)
        {
            source.AppendLine($"using static {type};");
        }

        source.AppendLine("new (Func<object[], object>, Type[])[] {");
        var starts = new List<int>();
        foreach (KeyExpression expression in expressions)
        {
            starts.Add(source.Length);
            source.AppendLine("(__values => {");
            for (int variable = 0; variable < expression.Variables.Length; variable++)
            {
                (string name, string type) = expression.Variables[variable];
                source.AppendLine($"var @{name} = ({type})__values[{variable}];");
            }

            source.AppendLine($"{expression.Type} __result =");
            source.AppendLine(expression.Text);
            source.AppendLine($"; return __result; }}, new Type[] {{ {string.Join(", ", expression.Variables.Select(variable => $"typeof({variable.Type})"))} }}),");
        }

        return (source.Append('}').ToString(), starts);
    }
}

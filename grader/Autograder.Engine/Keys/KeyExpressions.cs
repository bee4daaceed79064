using System.Collections.Immutable;
using System.Text;
using Autograder.Compiler.Compiling;
using Autograder.Engine.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace Autograder.Engine.Keys;

/// <summary>A C# expression of a spec and the variables that it may use.</summary>
/// <param name="Variables">Name and C# type, in the order in which values are passed.</param>
internal sealed record KeyExpression(SpecPlace Place, string Text, ImmutableArray<(string Name, string Type)> Variables);

/// <summary>
/// Compiles all expressions of a spec as one script: the compiler's start is paid once, and each expression keeps its own
/// place for messages.
/// </summary>
internal static class KeyExpressions
{
    /// <returns>For each expression its function; null for one that does not compile, with a problem added.</returns>
    internal static IReadOnlyList<Func<object?[], object?>?> Compile(
        KeyProgram program, IReadOnlyList<KeyExpression> expressions, SpecProblems problems)
    {
        if (expressions.Count == 0)
        {
            return [];
        }

        using var loader = new InteractiveAssemblyLoader();
        loader.RegisterDependency(program.Assembly);
        ScriptOptions options = ScriptOptions.Default
            .WithReferences(ReferenceSet.Load())
            .AddReferences(MetadataReference.CreateFromImage(program.Image))
            .WithOptimizationLevel(OptimizationLevel.Release);
        Script<Func<object?[], object?>[]> script =
            CSharpScript.Create<Func<object?[], object?>[]>(Source(program, expressions), options, assemblyLoader: loader);
        ImmutableArray<Diagnostic> errors = [.. script.Compile().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        foreach (Diagnostic error in errors)
        {
            FileLinePositionSpan at = error.Location.GetMappedLineSpan();
            KeyExpression expression = expressions[int.Parse(at.Path, System.Globalization.CultureInfo.InvariantCulture)];
            problems.Add(expression.Place, $"'{expression.Text}' does not compile: {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        if (!errors.IsEmpty)
        {
            return [.. expressions.Select(_ => (Func<object?[], object?>?)null)];
        }

        // A script that only makes delegates: it neither waits nor reads anything.
        return script.RunAsync().GetAwaiter().GetResult().ReturnValue;
    }

    private static string Source(KeyProgram program, IReadOnlyList<KeyExpression> expressions)
    {
        var source = new StringBuilder();
        source.AppendLine("using System; using System.Linq; using System.Collections.Generic; using MathNet.Numerics.LinearAlgebra;");
        foreach (string type in program.Types)
        {
            source.AppendLine($"using static {type};");
        }

        source.AppendLine("new Func<object[], object>[] {");
        for (int index = 0; index < expressions.Count; index++)
        {
            source.AppendLine("__values => {");
            for (int variable = 0; variable < expressions[index].Variables.Length; variable++)
            {
                (string name, string type) = expressions[index].Variables[variable];
                source.AppendLine($"var {name} = ({type})__values[{variable}];");
            }

            source.AppendLine("return (object)(");
            source.AppendLine($"#line 1 \"{index}\"");
            source.AppendLine(expressions[index].Text);
            source.AppendLine("); },");
        }

        return source.Append('}').ToString();
    }
}

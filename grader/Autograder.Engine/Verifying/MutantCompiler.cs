using Autograder.Engine.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <summary>Compiles mutants like the key, except that their steps are limited.</summary>
internal sealed class MutantCompiler
{
    private readonly SyntaxTree _reference;
    private readonly CSharpCompilation _compilation;

    internal MutantCompiler(KeyProgram program)
    {
        _reference = program.ReferenceTree;
        _compilation = program.Compilation
            .ReplaceSyntaxTree(program.GivenTree, StepLimit.Within(program.GivenTree))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(StepLimit.Source));
    }

    /// <summary>The unchanged text.</summary>
    internal SourceText Reference => _reference.GetText();

    /// <param name="reference">What stands in the place of the reference.</param>
    /// <returns>Null when it does not compile.</returns>
    internal MutantProgram? Compile(SourceText reference)
    {
        SyntaxTree mutant = StepLimit.Within(_reference.WithChangedText(reference));
        using var image = new MemoryStream();
        if (!_compilation.ReplaceSyntaxTree(_reference, mutant).Emit(image).Success)
        {
            return null;
        }

        image.Position = 0;
        return new MutantProgram(image);
    }
}

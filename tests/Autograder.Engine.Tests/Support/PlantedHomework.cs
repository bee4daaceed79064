using Autograder.Core.Verifying;
using Autograder.Engine.Specs;
using Autograder.Engine.Verifying;
using Autograder.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autograder.Engine.Tests.Support;

/// <summary>A copy of a homework in a folder of its own, into which a test plants mistakes.</summary>
internal sealed class PlantedHomework : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autograder-planted-");
    private readonly string _reference;

    internal PlantedHomework(string homework)
    {
        Spec = Path.Combine(_folder.FullName, "problems", homework);
        Directory.CreateDirectory(Spec);
        foreach (string file in Directory.GetFiles(Repository.PathTo("problems", homework)))
        {
            File.Copy(file, Path.Combine(Spec, Path.GetFileName(file)));
        }

        _reference = Path.Combine(_folder.FullName, "reference", string.Concat(homework.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + ".cs");
        Directory.CreateDirectory(Path.GetDirectoryName(_reference)!);
        File.Copy(Repository.PathTo("reference", Path.GetFileName(_reference)), _reference);
    }

    /// <summary>The folder with the spec.</summary>
    internal string Spec { get; }

    /// <summary>Gives a method of the reference another body: a block, or an arrow with an expression.</summary>
    internal PlantedHomework Key(string method, string body)
    {
        string text = File.ReadAllText(_reference);
        MethodDeclarationSyntax found = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Single(declaration => declaration.Identifier.Text == method);
        int start = ((SyntaxNode?)found.Body ?? found.ExpressionBody!).SpanStart;
        File.WriteAllText(_reference, text[..start] + body + text[found.Span.End..]);
        return this;
    }

    /// <summary>One question, without the others.</summary>
    internal QuestionVerification Verify(string question)
    {
        LoadedAssignment loaded = AssignmentLoader.Load(Spec);
        return Assert.Single(Verifier.Run(loaded, loaded.DefaultSeed, [question]).Questions);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

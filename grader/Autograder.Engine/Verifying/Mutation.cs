using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Autograder.Engine.Verifying;

/// <param name="Method">The one that is changed.</param>
/// <param name="Edit">In the text of the reference.</param>
/// <param name="ReachedBy">The places of the answers that the method is part of.</param>
internal sealed record Mutation(Mutant Mutant, MethodDeclarationSyntax Method, TextChange Edit, ImmutableSortedSet<int> ReachedBy);

using System.Text;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;
using Autograder.Engine.Verifying;

namespace Autograder.Engine.Tests.Verifying;

/// <summary>A homework of one question over a matrix, a symmetric matrix, two vectors and a number, and the mutants of its key.</summary>
internal static class MutantsOf
{
    internal const string Inputs = "Matrix<double> A, Matrix<double> S, Vector<double> b, Vector<double> c, double t";

    private const string Question = """
          - id: "1"
            title: A value
            points: 1
            statement: Return it.
            answer: double Answer(Matrix<double> A, Matrix<double> S, Vector<double> b, Vector<double> c, double t)
            definition: { value: {} }
            inputs:
              A: { size: [N, N] }
              S: { size: [N, N], computed: A + A.Transpose() }
              b: { size: N }
              c: { size: N }
              t: {}

        """;

    /// <param name="members">Of the class of the reference, from its line 7 on.</param>
    internal static MutationScore Key(string members, string answer = "double", string more = "")
    {
        using var spec = TinySpec.Written(
            TinySpec.FirstLines + TinySpec.Replace(Question, "double Answer", $"{answer} Answer") + more,
            reference: Reference(members));
        LoadedAssignment loaded = spec.Load();
        return MutationTest.Run(loaded, loaded.Plan("seed"));
    }

    /// <summary>Of a key that returns this; none of them is tried.</summary>
    internal static string[] Expression(string expression, string type = "double")
    {
        var problems = new SpecProblems();
        KeyProgram program = KeyProgram.Compile(
            new KeySource("Given.cs", Encoding.UTF8.GetBytes(TinySpec.Given)),
            new KeySource("Reference.cs", Encoding.UTF8.GetBytes(Reference($"public static {type} Answer({Inputs}) => {expression};"))),
            problems);
        Assert.Empty(problems.Ordered);
        return [.. Mutations.Of(program, new MutationReach(program, [program.Reference["Answer"].Single()])).Select(mutation => mutation.Mutant.Change)];
    }

    internal static string[] With(this MutationScore score, MutantFate fate) =>
        [.. score.Outcomes.Where(outcome => outcome.Fate == fate).Select(outcome => $"{outcome.Mutant.Place.Line}:{outcome.Mutant.Place.Column} {outcome.Mutant.Method}: {outcome.Mutant.Change}")];

    private static string Reference(string members) =>
        $"using MathNet.Numerics.LinearAlgebra;\n\nnamespace Tiny;\n\npublic static class Reference\n{{\n{members}\n}}\n";
}

using Autograder.Core.Assignments;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Documents;

namespace Autograder.Engine.Tests.Specs;

public sealed class SignatureParserTests
{
    private static readonly SpecPlace Place = new("assignment.yaml", 3, 9);

    [Theory]
    [InlineData("double F()", "double F()")]
    [InlineData("double F(double x)", "double F(double x)")]
    [InlineData("  Vector<double>   F( Vector<double>  w ,Matrix<double> X ) ", "Vector<double> F(Vector<double> w, Matrix<double> X)")]
    [InlineData("public static double F(double x)", "double F(double x)")]
    [InlineData("(double loss, Vector<double> gradient) F(double[][] rows)", "(double loss, Vector<double> gradient) F(double[][] rows)")]
    [InlineData("double[,] F(Func<Vector<double>, double> f, int k, bool b, string s)", "double[,] F(Func<Vector<double>, double> f, int k, bool b, string s)")]
    [InlineData("double F(double @class)", "double F(double class)")]
    [InlineData("double Größe(double α)", "double Größe(double α)")]
    [InlineData("double values(double values)", "double values(double values)")]
    public void A_signature_is_read(string written, string read)
    {
        (AnswerSignature? signature, SpecProblem[] problems) = Parse(written);
        Assert.Empty(problems);
        Assert.Equal(read, signature!.ToString());
    }

    [Theory]
    [InlineData("F")]
    [InlineData("F(double x)")]
    [InlineData("double F")]
    [InlineData("double F(double)")]
    [InlineData("double F(x)")]
    [InlineData("double F(double x")]
    [InlineData("double F(double x))")]
    [InlineData("double F(double x);;")]
    [InlineData("double F(double x) => x")]
    [InlineData("double F(double x) { return x; }")]
    [InlineData("double F<T>(double x)")]
    [InlineData("class F { }")]
    [InlineData("double F(double x) double G(double y)")]
    [InlineData("double F(__arglist)")]
    [InlineData("double F(ref double x)")]
    [InlineData("double F(out double x)")]
    [InlineData("double F(params double[] x)")]
    [InlineData("double F(double x = 1)")]
    [InlineData("double F(double x, double x)")]
    [InlineData("double 2F(double x)")]
    [InlineData("double F(double x, )")]
    [InlineData("Gradient von L")]
    [InlineData("\0")]
    [InlineData("}{")]
    public void What_is_no_signature_is_reported_once_with_an_example(string written)
    {
        (AnswerSignature? signature, SpecProblem[] problems) = Parse(written);
        Assert.Null(signature);
        SpecProblem problem = Assert.Single(problems);
        Assert.Equal(Place, problem.Place);
        Assert.StartsWith($"'{written}'", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("a signature reads like 'Vector<double> Gradient(Vector<double> w, Matrix<double> X)'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_that_is_none_of_answers_is_reported()
    {
        (AnswerSignature? signature, SpecProblem[] problems) = Parse("void F(decimal x, double y, List z)");
        Assert.Null(signature);
        Assert.Equal(
            new[] { "void", "decimal", "List" }.Select(type => $"'{type}' is no type of answers; use double, int, bool, string, string[], Vector<double>, Matrix<double>, arrays of double, tuples or Func<…>"),
            problems.Select(problem => problem.Message));
    }

    private static (AnswerSignature? Signature, SpecProblem[] Problems) Parse(string written)
    {
        var problems = new SpecProblems();
        return (SignatureParser.Parse(new TextForm(Place, written), problems), [.. problems.Ordered]);
    }
}

using Autograder.Core.Submissions;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Execution;

/// <summary>Equivalent types are converted both ways, through the real compiler and worker.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class ConversionTests(Programs programs)
{
    private static readonly WireNumbers Vector = new([2], [1, 2]);
    private static readonly WireNumbers Matrix = new([2, 2], [1, 2, 3, 4]);

    [Fact]
    public void Vectors_go_in_and_out_in_every_form()
    {
        string[] types = ["Vector<double>", "DenseVector", "double[]", "List<double>", "IList<double>", "IReadOnlyList<double>", "IEnumerable<double>"];
        using var session = new AskingSession(programs, Source(types.Select((type, index) =>
            $"static {type} F{index}({type} v) {{ Func<double, double> twice = y => 2 * y; double[] w = v.Select(twice).ToArray(); return {Made(type, "w")}; }}")));
        for (int index = 0; index < types.Length; index++)
        {
            QuestionObservations seen = session.Ask(Place(session, $"F{index}"), [Vector]);
            Assert.Equal([2, 4], AskingSession.Numbers(seen.First[0]));
            Assert.Empty(((ReturnedValue)seen.First[0]).ChangedInputs);
        }
    }

    [Fact]
    public void Matrices_go_in_and_out_in_every_form()
    {
        string[] types = ["Matrix<double>", "DenseMatrix", "double[,]", "double[][]"];
        using var session = new AskingSession(programs, Source(types.Select((type, index) => $"static {type} F{index}({type} A) => ({type})A{(index < 3 ? ".Clone()" : ".ToArray()")};")));
        for (int index = 0; index < types.Length; index++)
        {
            Assert.Equal([1, 2, 3, 4], AskingSession.Numbers(session.Ask(Place(session, $"F{index}"), [Matrix]).First[0]));
        }
    }

    [Fact]
    public void A_function_is_handed_over_as_the_method_wants_it()
    {
        using var session = new AskingSession(programs, Source([
            "static double Same(Func<double, double> f) => f(3);",
            "static double ToNullable(Func<double, double?> f) => f(3)!.Value;",
            "static double Throwing(Func<double, double> f) { return f(1e7); }",
            "static double ThrowingConverted(Func<double, double?> f) { return f(1e7)!.Value; }"]));
        WireValue[] arguments = [new WireFunction("Given.Scaled", [new WireNumbers([], [2])])];
        Assert.Equal([6], AskingSession.Numbers(session.Ask(Place(session, "Same"), arguments).First[0]));
        Assert.Equal([6], AskingSession.Numbers(session.Ask(Place(session, "ToNullable"), arguments).First[0]));
        foreach (string method in (string[])["Throwing", "ThrowingConverted"])
        {
            Fault fault = Assert.IsType<FaultObservation>(session.Ask(Place(session, method), arguments).First[0]).Fault;
            Assert.Equal("ArgumentException: too large", fault.Message);
            Assert.Equal(("Answers.cs", session.Methods.Single(description => description.Place.Method == method).Line), (fault.Line?.File, fault.Line?.Line));
        }
    }

    [Fact]
    public void An_argument_that_is_changed_or_returned_is_named()
    {
        using var session = new AskingSession(programs, Source([
            "static Vector<double> Changes(Vector<double> v) { v[0] = 9; return Vector<double>.Build.Dense(2); }",
            "static Vector<double> Returns(Vector<double> v) => v;",
            "static double[] ChangesThroughAnAlias(double[] v) { var alias = Vector<double>.Build.Dense(v); alias[1] = 7; return new double[2]; }",
            "static double[,] ReturnsChanged(double[,] A) { A[0, 0] = -1; return A; }"]));
        Assert.Equal(("p0", null), Named(session, "Changes", Vector));
        Assert.Equal(("", "p0"), Named(session, "Returns", Vector));
        Assert.Equal(("p0", null), Named(session, "ChangesThroughAnAlias", Vector));
        Assert.Equal(("p0", "p0"), Named(session, "ReturnsChanged", Matrix));
    }

    [Fact]
    public void What_is_no_answer_is_a_fault_and_the_worker_lives_on()
    {
        using var session = new AskingSession(programs, Source([
            "static Vector<double> Null(double x) => null!;",
            "static double[][] Jagged(double x) => new double[][] { new double[1], new double[2] };",
            "static double[] Right(double x) => new[] { x };"]));
        Assert.Equal(new Fault(FaultKind.WrongShape, "null was returned"), FaultOf(session, "Null"));
        Assert.Equal(FaultKind.WrongShape, FaultOf(session, "Jagged").Kind);
        Assert.Equal([1], AskingSession.Numbers(session.Ask("Right", 1).First[0]));
        Assert.True(session.IsUsable);
    }

    [Theory]
    [InlineData("static IEnumerable<double> F(double x) { while (true) { yield return x; } }")]
    [InlineData("static IEnumerable<string> F(double x) { while (true) { yield return \"x\"; } }")]
    [InlineData("static double[,] F(double x) => new double[2000, 1000];")]
    [InlineData("static string F(double x) => new string('x', 10_000_000);")]
    [InlineData("static (double[], double[], double[]) F(double x) => (new double[200_000], new double[200_000], new double[200_000]);")]
    public void An_answer_that_is_too_large_is_an_output_limit(string method)
    {
        using var session = new AskingSession(programs, Source([method]));
        Assert.Equal(FaultKind.OutputLimit, FaultOf(session, "F").Kind);
    }

    private static string Made(string type, string array) => type switch
    {
        "Vector<double>" => $"Vector<double>.Build.Dense({array})",
        "DenseVector" => $"new DenseVector({array})",
        "double[]" => array,
        _ => $"new List<double>({array})",
    };

    private static string Source(IEnumerable<string> methods) =>
        $"using MathNet.Numerics.LinearAlgebra;\nusing MathNet.Numerics.LinearAlgebra.Double;\nstatic class Answers {{\n{string.Join('\n', methods)}\n}}";

    private static MethodPlace Place(AskingSession session, string method) =>
        session.Methods.Single(description => description.Place.Method == method).Place;

    private static (string Changed, string? Returned) Named(AskingSession session, string method, WireValue argument)
    {
        var returned = Assert.IsType<ReturnedValue>(session.Ask(Place(session, method), [argument]).First[0]);
        return (string.Join(' ', returned.ChangedInputs), returned.ReturnedInput);
    }

    private static Fault FaultOf(AskingSession session, string method) =>
        Assert.IsType<FaultObservation>(session.Ask(method, 1).First[0]).Fault;
}

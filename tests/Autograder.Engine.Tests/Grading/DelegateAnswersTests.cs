using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Execution;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Grading;

/// <summary>
/// g(a) = ‖A v‖² with A written row by row into a, taken apart into inner(a) = A v and outer(x) = Σx²: functions as an
/// answer, from the spec to the grade and through real processes.
/// </summary>
[Collection(ProgramsCollection.Name)]
public sealed class DelegateAnswersTests(Programs programs)
{
    private const string Spec = """
        id: parts
        title: Parts
        given: Given.cs
        reference: Reference.cs
        limits: { call-seconds: 30, call-cpu-seconds: 20, memory-mebibytes: 64, output-characters: 2000 }
        questions:
          - id: "1"
            title: Parts of a squared norm
            points: 2
            statement: Write it as outer(inner(a)).
            answer: (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v)
            apply: { inner: [a], outer: [inner] }
            definition: { value: {} }
            inputs: { v: { size: 3 }, a: { size: 6 } }
          - id: "2"
            title: Its derivative
            points: 1
            statement: Return the derivative of sin.
            answer: Func<double, double> Slope()
            apply: { answer: [x] }
            definition: { value: {} }
            inputs: { x: {} }

        """;

    private const string Reference = """
        using MathNet.Numerics.LinearAlgebra;

        public static class Reference
        {
            public static (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v) =>
                (a => Matrix<double>.Build.Dense(2, 3, (i, j) => a[(3 * i) + j]) * v, x => x.DotProduct(x));

            public static Func<double, double> Slope() => Math.Cos;
        }
        """;

    private const string Given = """
        using MathNet.Numerics.LinearAlgebra;

        public static class Given
        {
            public static double Whole(Vector<double> v, Vector<double> a) => Math.Pow(a.SubVector(0, 3) * v, 2) + Math.Pow(a.SubVector(3, 3) * v, 2);
        }
        """;

    private const string Inner = "a => Vector<double>.Build.Dense(2, i => a[3 * i] * v[0] + a[3 * i + 1] * v[1] + a[3 * i + 2] * v[2])";
    private const string Product = "Matrix<double>.Build.DenseOfColumnMajor(3, 2, a).TransposeThisAndMultiply(v)";
    private const string Outer = "x => x * x";

    /// <summary>The line of <see cref="Source"/> on which outer stands.</summary>
    private const int OuterLine = 8;

    [Theory]
    [InlineData("Func<Vector<double>, Vector<double>>, Func<Vector<double>, double>", Inner, Outer)]
    [InlineData("Func<Vector<double>, Vector<double>> Inner, Func<Vector<double>, double> Outer", Inner, "x => x.Select(y => y * y).Sum()")]
    [InlineData("Func<double[], double[]> inner, Func<double[], double> outer", "a => Enumerable.Range(0, 2).Select(i => a.Skip(3 * i).Zip(v, (x, y) => x * y).Sum()).ToArray()", "x => x.Sum(y => y * y)")]
    [InlineData("Func<List<double>, IEnumerable<double>> inner, Func<IEnumerable<double>, double> outer", "a => a.Chunk(3).Select(row => row.Zip(v, (x, y) => x * y).Sum())", "Total", "static double Total(IEnumerable<double> x) => x.Sum(y => y * y);")]
    public void Right_functions_are_right_in_whatever_types_they_take(string types, string inner, string outer, string members = "") =>
        Assert.All(Grade(Source(inner, outer, types, members)).Questions, question => Assert.Equal((Verdict.Correct, question.Points.Length), (question.Verdict, SamplePlanner.RandomPoints)));

    [Fact]
    public void A_matrix_read_by_columns_is_wrong()
    {
        QuestionGrade question = Grade(Source("a => Matrix<double>.Build.DenseOfColumnMajor(2, 3, a) * v", Outer)).Questions[0];
        Assert.Equal((Verdict.Wrong, 0), (question.Verdict, question.Score));
        Assert.All(question.Points, point => Assert.Equal(["inner", "outer"], point.Parts.Select(part => part.Name)));
        Assert.All(question.Points, point => Assert.Equal(Agreement.Off, point.Agreement));
    }

    [Fact]
    public void Of_a_wrong_outer_function_the_inner_one_is_right()
    {
        QuestionGrade question = Grade(Source(Inner, "x => x.L2Norm()")).Questions[0];
        Assert.Equal(Verdict.Wrong, question.Verdict);
        Assert.All(question.Points, point => Assert.Equal([Agreement.Agree, Agreement.Off], point.Parts.Select(part => part.Agreement)));
    }

    [Theory]
    [InlineData("a => 2 * " + Product, "x => x * x / 4", Verdict.Correct)]
    [InlineData("a => 2 * " + Product, "x => x * x", Verdict.Wrong)]
    public void Any_two_functions_that_meet_the_condition_are_right(string inner, string outer, Verdict expected)
    {
        const string Condition = "satisfies: [{ condition: 'Math.Abs(answer.outer - Given.Whole(v, a)) <= 1e-9', otherwise: It is another function. }]";
        Assert.Equal(expected, Grade(Source(inner, outer), DefinedBy($"definition: {{ {Condition} }}")).Questions[0].Verdict);
    }

    [Fact]
    public void Parts_that_are_functions_earn_points_of_their_own()
    {
        string spec = DefinedBy("parts: { inner: { points: 1, value: {} }, outer: { points: 1, equals: Whole } }").Replace("    points: 2\n", "", StringComparison.Ordinal);
        QuestionGrade question = Grade(Source(Inner, "x => x.L2Norm()"), spec).Questions[0];
        Assert.Equal((2, 1), (question.MaxPoints, question.EarnedPoints));
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no\")", FaultKind.Exception, "InvalidOperationException: no")]
    [InlineData("x[2]", FaultKind.Exception, "ArgumentOutOfRangeException: ")]
    [InlineData("Deep(0)", FaultKind.Crash, "The stack overflowed", "static int Deep(int n) => Deep(n + 1) + 1;")]
    [InlineData("Exit()", FaultKind.Crash, "Environment.Exit", "static double Exit() { Environment.Exit(0); return 0; }")]
    [InlineData("Print()", FaultKind.OutputLimit, "printed", "static double Print() { Console.Write(new string('x', 5000)); return 0; }")]
    public void What_a_function_does_is_the_fault_of_its_question_alone(string body, FaultKind kind, string message, string members = "")
    {
        Fault fault = FaultOf(Source(Inner, $"x => {body}", members: members));
        Assert.True(kind == fault.Kind && fault.Message.Contains(message, StringComparison.Ordinal), $"{fault}");
        if (kind == FaultKind.Exception)
        {
            Assert.Equal(("Answers.cs", OuterLine), (fault.Line?.File, fault.Line?.Line));
        }
    }

    [Theory]
    [InlineData("x => Loop()", "static double Loop() { while (true) { } }")]
    [InlineData("x => Loop()", "static double Loop() { Thread.Sleep(-1); return 0; }")]
    public void A_function_that_never_returns_is_a_time_limit(string outer, string members) =>
        Assert.Equal(FaultKind.TimeLimit, FaultOf(Source(Inner, outer, members: members), Spec.Replace("call-seconds: 30, call-cpu-seconds: 20", "call-seconds: 2, call-cpu-seconds: 0.7", StringComparison.Ordinal)).Kind);

    [Theory]
    [InlineData("null!", Outer, "part 1 of the answer is null and no function")]
    [InlineData("a => null!", Outer, "part 1 of the answer is a function that returned null")]
    public void A_function_that_is_not_there_or_returns_nothing_is_no_answer(string inner, string outer, string message) =>
        Assert.Equal(new Fault(FaultKind.WrongShape, message), FaultOf(Source(inner, outer)));

    [Theory]
    [InlineData("x => x * x + Calls++", "static int Calls;", "")]
    [InlineData("x => x * x + calls++", "", "int calls = 0;")]
    public void A_function_that_remembers_its_calls_is_wrong(string outer, string members, string before)
    {
        QuestionGrade question = Grade(Source(Inner, outer, members: members, before: before)).Questions[0];
        Assert.Equal(Verdict.Wrong, question.Verdict);
    }

    [Fact]
    public void A_memory_that_shows_in_no_value_at_first_is_found_by_the_second_call()
    {
        QuestionGrade question = Grade(Source(Inner, "x => x * x * (calls++ == 0 ? 1 : 2)", before: "int calls = 0;")).Questions[0];
        Assert.Equal(Verdict.Wrong, question.Verdict);
        Assert.All(question.Points, point => Assert.Equal(Agreement.Agree, point.Agreement));
    }

    [Theory]
    [InlineData("a => { a[0] += 1; return Vector<double>.Build.Dense(2); }", Outer, "argument a")]
    [InlineData("a => { v[0] += 1; return Vector<double>.Build.Dense(2); }", Outer, "argument v")]
    [InlineData(Inner, "x => { x[0] += 1; return 0; }", "argument inner")]
    public void A_function_that_changes_what_it_is_given_is_told(string inner, string outer, string named)
    {
        QuestionGrade question = Grade(Source(inner, outer)).Questions[0];
        Assert.Equal(Verdict.Wrong, question.Verdict);
        Assert.Contains(question.Feedback, feedback => feedback.Rationale.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_where_a_function_is_asked_for_has_another_signature()
    {
        QuestionGrade question = Grade(Source(Inner, "1", "Func<Vector<double>, Vector<double>> inner, double outer")).Questions[0];
        Assert.Equal(Verdict.CompilationError, question.Verdict);
        Assert.Contains("Expected: (Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer) Split(Vector<double> v)", question.Feedback[0].Rationale, StringComparison.Ordinal);
    }

    /// <summary>The first question with something else in the place of its definition.</summary>
    private static string DefinedBy(string definition) =>
        TinySpec.Replace(Spec, "    definition: { value: {} }\n    inputs: { v:", $"    {definition}\n    inputs: {{ v:");

    private static string Source(
        string inner, string outer, string types = "Func<Vector<double>, Vector<double>> inner, Func<Vector<double>, double> outer", string members = "", string before = "") => $$"""
        using MathNet.Numerics.LinearAlgebra;
        public static class Answers
        {
            public static ({{types}}) Split(Vector<double> v)
            {
                {{before}}
                return ({{inner}},
                    {{outer}});
            }

            public static Func<double, double> Slope() => x => Math.Cos(x);
            {{members}}
        }
        """;

    /// <summary>The first fault of the first question, after seeing that the second is right.</summary>
    private Fault FaultOf(string source, string spec = Spec)
    {
        GradeReport report = Grade(source, spec);
        Assert.Equal([Verdict.Fault, Verdict.Correct], report.Questions.Select(question => question.Verdict));
        return report.Questions[0].Points.Select(point => point.Fault).OfType<Fault>().First();
    }

    private GradeReport Grade(string source, string spec = Spec)
    {
        using var folder = TinySpec.Written(spec, Given, Reference);
        LoadedAssignment loaded = folder.Load();
        SamplePlan plan = loaded.Plan("seed");
        var grader = new SubmissionGrader(loaded, plan, programs.Compiler, new SubmissionRunner(programs.Paths, loaded.Assignment.Limits));
        GradeReport report = grader.GradeAsync(Programs.Submission(source)).GetAwaiter().GetResult();
        programs.AssertNoWorkerIsLeft();
        return report;
    }
}

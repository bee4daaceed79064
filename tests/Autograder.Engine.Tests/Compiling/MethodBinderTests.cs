using Autograder.Core.Reports;
using Autograder.Engine.Compiling;
using Autograder.Engine.Tests.Support;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Tests.Compiling;

/// <summary>Why a question has no method is told apart, each with the signature that is expected.</summary>
public sealed class MethodBinderTests
{
    private const string Expected = "Vector<double> Gradient(Vector<double> w, Matrix<double> X)";

    private static readonly SourceError Forbidden = new("Answers.cs", 9, 3, "AG0001", "System.IO.File is not available here");

    private static MethodDescription Fitting => Method("Gradient", "double[]", "double[]", "double[,]");

    [Fact]
    public void The_method_of_that_name_and_kind_is_found_whatever_else_has_its_name() => Assert.Equal(
        "Mine",
        Bind(Method("Gradient", "double", "double") with { Place = new MethodPlace("Other", "Gradient", 0) }, Fitting).Place!.Type);

    [Fact]
    public void Of_overloads_the_one_that_fits_is_found_wherever_it_stands() => Assert.Equal(
        2,
        Bind(
            Method("Gradient", "double[]", "double[,]", "double[]"),
            Method("Gradient", "double", "double[]", "double[,]") with { Place = new MethodPlace("Mine", "Gradient", 1) },
            Fitting with { Place = new MethodPlace("Mine", "Gradient", 2) }).Place!.Overload);

    [Fact]
    public void Where_the_method_stands_is_known_whether_or_not_it_answers() => Assert.All(
        [Bind(Fitting), Bind(Fitting, Fitting), Bind(Method("Gradiant", "double")), Bind(Method("Gradient", "double")), Bind(Fitting with { Errors = [Forbidden] })],
        binding => Assert.Equal("Answers.cs:7:5", $"{binding.Line}"));

    [Fact]
    public void A_method_that_is_missing_stands_nowhere() => Assert.Null(Bind(Method("Loss", "double")).Line);

    [Fact]
    public void A_missing_method_is_told_with_what_is_expected() =>
        AssertTold(Verdict.Missing, "missing", $"There is no method Gradient. Expected: {Expected}", Bind(Method("Loss", "double")));

    [Fact]
    public void A_submission_without_methods_misses_them_all() =>
        AssertTold(Verdict.Missing, "missing", $"There is no method Gradient. Expected: {Expected}", Bind());

    [Theory]
    [InlineData("Gradiant")]
    [InlineData("gradient")]
    [InlineData("Gradients")]
    [InlineData("Graident")]
    public void A_misspelt_method_is_asked_about(string name)
    {
        Binding binding = Bind(Method(name, "double[]"));
        AssertTold(Verdict.Missing, "misnamed", $"There is no method Gradient. Expected: {Expected}", binding);
        Assert.Equal($"Is {name} (Answers.cs:7:5) meant for it? Names must match letter by letter.", binding.Feedback!.Hint);
    }

    [Fact]
    public void Another_questions_method_is_never_taken_for_a_misspelt_one()
    {
        Binding[] bindings = [.. MethodBinder.Bind(
            Signatures.Homework(Expected, "double Gradiant(double x)"), Compiled(Method("Gradiant", "double", "double"), Method("Gradients", "double")))];
        Assert.Equal("Is Gradients (Answers.cs:7:5) meant for it? Names must match letter by letter.", bindings[0].Feedback!.Hint);
        Assert.NotNull(bindings[1].Place);
        Assert.Equal("missing", MethodBinder.Bind(Signatures.Homework(Expected, "double Gradiant(double x)"), Compiled(Method("Gradiant", "double", "double")))[0].Feedback!.Id);
    }

    [Theory]
    [InlineData("Matrix<double> Gradient(double[])", "MathNet.Numerics.LinearAlgebra.Matrix<double>", "double[]")]
    [InlineData("double[] Gradient(double[], double[])", "double[]", "double[]", "double[]")]
    [InlineData("double[] Gradient(double[,], double[])", "double[]", "double[,]", "double[]")]
    [InlineData("double[] Gradient(ref double[], double[,])", "double[]", "ref double[]", "double[,]")]
    [InlineData("void Gradient(double[], double[,])", "void", "double[]", "double[,]")]
    [InlineData("float[] Gradient(double[], double[,])", "float[]", "double[]", "double[,]")]
    [InlineData("List Gradient(List, double[,])", "List", "List", "double[,]")]
    [InlineData("List<double> Gradient()", "System.Collections.Generic.List<double>")]
    public void Another_signature_is_shown_beside_the_expected_one(string shown, string result, params string[] parameters) => AssertTold(
        Verdict.CompilationError,
        "wrong-signature",
        $"Gradient (Answers.cs:7:5) has another signature. Expected: {Expected}; found: {shown}",
        Bind(Method("Gradient", result, parameters)));

    [Fact]
    public void Two_methods_that_fit_are_ambiguous() => AssertTold(
        Verdict.CompilationError,
        "ambiguous",
        $"2 methods could answer this question: Mine.Gradient (Answers.cs:7:5), Other.Gradient (Answers.cs:7:5). Expected one: {Expected}",
        Bind(Fitting, Fitting with { Place = new MethodPlace("Other", "Gradient", 0) }));

    [Fact]
    public void A_method_that_cannot_be_called_says_why_even_behind_one_that_does_not_fit() => AssertTold(
        Verdict.CompilationError,
        "wrong-signature",
        $"Gradient (Answers.cs:7:5) cannot be called: Mine has no constructor without parameters. Expected: {Expected}",
        Bind(Method("Gradient", "double"), Fitting with { WhyNotCallable = "Mine has no constructor without parameters" }));

    [Fact]
    public void A_method_that_can_be_called_is_preferred_to_one_that_cannot() =>
        Assert.Equal("Other", Bind(Fitting with { WhyNotCallable = "Mine cannot be created" }, Fitting with { Place = new MethodPlace("Other", "Gradient", 0) }).Place!.Type);

    [Fact]
    public void A_method_that_does_not_compile_shows_the_compilers_message() => AssertTold(
        Verdict.CompilationError,
        "does-not-compile",
        "Gradient does not compile: Answers.cs:9:3: CS0103: The name 'q' does not exist in the current context",
        Bind(Fitting with { Errors = [new SourceError("Answers.cs", 9, 3, "CS0103", "The name 'q' does not exist in the current context")] }));

    [Fact]
    public void A_program_that_does_not_compile_costs_every_question_and_says_where_the_messages_are()
    {
        SourceError[] errors = [.. Enumerable.Range(1, 5).Select(line => new SourceError("Answers.cs", line, 1, "CS1002", "; expected"))];
        Assert.All(
            MethodBinder.Bind(Signatures.Homework(Expected, "double F()"), new CompiledSubmission(null, [.. errors], [])),
            binding => AssertTold(
                Verdict.CompilationError,
                "does-not-compile",
                "Nothing could be run, because the program does not compile; the compiler's messages stand at the head of the report.",
                binding));
    }

    [Fact]
    public void A_method_that_uses_what_it_may_not_is_told_apart_from_one_that_does_not_compile() => AssertTold(
        Verdict.ForbiddenApi,
        "forbidden-api",
        "Gradient was not run, because of what it uses: Answers.cs:9:3: AG0001: System.IO.File is not available here",
        Bind(Fitting with { Errors = [Forbidden] }));

    [Fact]
    public void A_method_that_also_does_not_compile_does_not_compile() =>
        Assert.Equal(Verdict.CompilationError, Bind(Fitting with { Errors = [Forbidden, Forbidden with { Code = "CS0103" }] }).Verdict);

    [Fact]
    public void A_program_that_uses_what_it_may_not_costs_every_question() => Assert.All(
        MethodBinder.Bind(Signatures.Homework(Expected, "double F()"), new CompiledSubmission(null, [Forbidden with { Code = "CS8019" }, Forbidden], [])),
        binding => AssertTold(
            Verdict.ForbiddenApi,
            "forbidden-api",
            "Nothing could be run, because the program uses what is not available here; the messages at the head of the report say what, and where.",
            binding));

    [Fact]
    public void A_program_on_which_the_compiler_gave_up_says_so() => AssertTold(
        Verdict.CompilationError,
        "does-not-compile",
        "Nothing could be run: the compiler crashed.",
        Assert.Single(MethodBinder.Bind(Signatures.Homework(Expected), new CompiledSubmission(null, [], [], "the compiler crashed"))));

    [Fact]
    public void An_overload_for_arrays_does_not_stand_in_the_way_of_the_one_asked_for()
    {
        MethodDescription exact = Method("Gradient", "MathNet.Numerics.LinearAlgebra.Vector<double>", "MathNet.Numerics.LinearAlgebra.Vector<double>", "MathNet.Numerics.LinearAlgebra.Matrix<double>");

        Assert.Equal("Exact", Bind(Fitting, exact with { Place = new MethodPlace("Exact", "Gradient", 1) }).Place!.Type);
    }

    [Fact]
    public void A_method_that_is_out_of_the_program_altogether_shows_the_compilers_message() => Assert.Equal(
        "does-not-compile",
        Bind(Method("Gradient", "Vectr<double>", "double[]") with { Errors = [new SourceError("Answers.cs", 9, 3, "CS0246", "Vectr?")] }).Feedback!.Id);

    private static MethodDescription Method(string name, string result, params string[] parameters) =>
        new(new MethodPlace("Mine", name, 0), result, parameters, "", "Answers.cs", 7, 5, []);

    private static Binding Bind(params MethodDescription[] methods) =>
        Assert.Single(MethodBinder.Bind(Signatures.Homework(Expected), Compiled(methods)));

    private static CompiledSubmission Compiled(params MethodDescription[] methods) => new(new ProgramImage([], []), [], [.. methods]);

    private static void AssertTold(Verdict verdict, string id, string rationale, Binding binding)
    {
        Assert.Null(binding.Place);
        Assert.Equal((verdict, id, rationale), (binding.Verdict, binding.Feedback!.Id, binding.Feedback.Rationale));
    }
}

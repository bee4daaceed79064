using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Compiling;

/// <summary>A compile error in one method costs that method only.</summary>
public sealed class LeavingOutTests
{
    /// <param name="member">With ¦ where the error is reported.</param>
    [Theory]
    [InlineData("F(double x) { return ¦y; }", "CS0103")]
    [InlineData("F(double x) => ¦y;", "CS0103")]
    [InlineData("F(double x) => ¦\"text\";", "CS0029")]
    [InlineData("¦F(double x) { }", "CS0161")]
    [InlineData("F(double x) { return x ¦}", "CS1002")]
    [InlineData("F(double x) { double Inner(double z) => ¦y; return Inner(x); }", "CS0103")]
    [InlineData("F(double x) { Func<double, double> inner = z => ¦y; return inner(x); }", "CS0103")]
    [InlineData("F(double x) { ¦unsafe { double* p = &x; return *p; } }", "CS0227")]
    [InlineData("F(double x) { ¦await Task.Yield(); return x; }", "CS4032")]
    [InlineData("F(double x) => new ¦Matrix3().Determinant;", "CS0246")]
    public void The_method_with_the_error_is_left_out_and_the_others_run(string member, string code)
    {
        const string Indented = "    public static double ";
        string[] error = [$"Answers.cs:4:{Indented.Length + member.IndexOf('¦', StringComparison.Ordinal) + 1} {code}"];
        var submitted = Submitted.Of($$"""
            public static class Answers
            {
                public static double Before(double x) => x + 1;
            {{Indented}}{{member.Replace("¦", "", StringComparison.Ordinal)}}
                public static double After(double x) => x + 2;
            }
            """);
        Assert.Equal(error, submitted.Errors);
        Assert.Equal(["F"], submitted.Broken);
        Assert.Equal(["Before", "After"], submitted.Whole);
        Assert.Equal(4.0, submitted.Run("Before", 3.0));
        Assert.Equal(5.0, submitted.Run("After", 3.0));
        Assert.Equal(error, submitted.Method("F").Errors.Select(Submitted.Place));
    }

    [Fact]
    public void Errors_of_one_line_stand_in_its_order_whichever_the_compiler_meets_first() => Assert.Equal(
        ["Answers.cs:1:59 CS0103", "Answers.cs:1:101 CS1002"],
        Submitted.Of("static class Answers { static double A(double x) { return y; } static double B(double x) { return x } }").Errors);

    [Fact]
    public void Two_broken_methods_are_both_left_out_each_with_its_own_errors()
    {
        var submitted = Submitted.Of("""
            static class Answers
            {
                internal static double A(double x)
                {
                    return y;
                }

                internal static double B(double x) => z + w;

                internal static double C(double x) => x;
            }
            """);
        Assert.Equal(["Answers.cs:5:16 CS0103", "Answers.cs:8:43 CS0103", "Answers.cs:8:47 CS0103"], submitted.Errors);
        Assert.Equal(["A", "B"], submitted.Broken);
        Assert.Single(submitted.Method("A").Errors);
        Assert.Equal(2, submitted.Method("B").Errors.Length);
        Assert.Equal(3.0, submitted.Run("C", 3.0));
    }

    [Fact]
    public void An_error_that_shows_only_when_the_first_is_out_of_the_way_has_its_true_place()
    {
        // The compiler binds no body as long as something does not parse.
        var submitted = Submitted.Of("""
            static class Answers
            {
                internal static double A(double x)
                {
                    if (x > 0
                    {
                        return 1;
                    }

                    return 2;
                }   internal static double B(double x) => y;

                internal static double C(double x) => x;
            }
            """);
        Assert.Equal(["Answers.cs:5:18 CS1026", "Answers.cs:11:47 CS0103"], submitted.Errors);
        Assert.Equal(["A", "B"], submitted.Broken);
        Assert.Equal((11, 32), (submitted.Method("B").Line, submitted.Method("B").Column));
        Assert.Equal(3.0, submitted.Run("C", 3.0));
    }

    [Fact]
    public void Errors_that_show_one_after_the_other_in_one_line_stay_apart()
    {
        const string A = "static double A(double x) { double very = x; double longer = very; double line = longer; return line + very + longer ";
        const string B = "} static double B(double x) => ";
        var submitted = Submitted.Of($"static class Answers {{\n{A}{B}y; static double C(double x) => x;\n}}");
        Assert.Equal([$"Answers.cs:2:{A.Length + 1} CS1002", $"Answers.cs:2:{A.Length + B.Length + 1} CS0103"], submitted.Errors);
        Assert.Equal(["A", "B"], submitted.Broken);
        Assert.Equal(3.0, submitted.Run("C", 3.0));
    }

    [Fact]
    public void A_method_that_calls_a_broken_one_is_whole_and_says_at_the_call_what_is_missing()
    {
        var submitted = Submitted.Of("""
            static class Answers
            {
                internal static double A(double x) => y;
                internal static double B(double x) => A(x);
            }
            """);
        Assert.Equal(["B"], submitted.Whole);
        Assert.Throws<NotImplementedException>(() => submitted.Run("B", 3.0));
    }

    [Fact]
    public void A_constructor_with_an_error_is_left_out()
    {
        var submitted = Submitted.Of("""
            class Answers
            {
                Answers() { y = 1; }
                internal static double A(double x) => x;
            }
            """);
        Assert.Equal(["Answers.cs:3:17 CS0103"], submitted.Errors);
        Assert.Equal(3.0, submitted.Run("A", 3.0));
    }

    [Fact]
    public void An_operator_with_an_error_is_left_out()
    {
        var submitted = Submitted.Of("""
            class Answers
            {
                public static Answers operator +(Answers a, Answers b) => c;
                internal static double A(double x) => x;
            }
            """);
        Assert.Equal(["Answers.cs:3:63 CS0103"], submitted.Errors);
        Assert.Equal(3.0, submitted.Run("A", 3.0));
    }

    [Theory]
    [InlineData("static double P => y;", "Answers.cs:3:24 CS0103")]
    [InlineData("static double P { get { return y; } }", "Answers.cs:3:36 CS0103")]
    [InlineData("static double f = y;", "Answers.cs:3:23 CS0103")]
    [InlineData("static Matrix3 f;", "Answers.cs:3:12 CS0246")]
    [InlineData("static double F(Matrix3 m) => 1;", "Answers.cs:3:21 CS0246")]
    [InlineData("static double A(double x) => 2;", "Answers.cs:4:28 CS0111")]
    [InlineData("static unsafe double F(double x) => 1;", "Answers.cs:3:26 CS0227")]
    [InlineData("static double F(double x);", "Answers.cs:3:19 CS0501")]
    [InlineData("static Vectr<double> F(double x) => null;", "Answers.cs:3:12 CS0246")]
    public void An_error_outside_of_bodies_costs_its_member_and_is_told_once(string member, string error)
    {
        var submitted = Submitted.Of($$"""
            static class Answers
            {
                {{member}}
                internal static double A(double x) => x;
                internal static double B(double x) => x + 1;
            }
            """);
        Assert.Equal([error], submitted.Errors);
        Assert.Equal(4.0, submitted.Run("B", 3.0));
    }

    [Fact]
    public void A_using_of_something_unknown_costs_nothing_else()
    {
        var submitted = Submitted.Of("""
            using Numpy.Like;
            static class Answers
            {
                internal static double A(double x) => x;
            }
            """);
        Assert.Equal(["Answers.cs:1:7 CS0246"], submitted.Errors);
        Assert.Equal(3.0, submitted.Run("A", 3.0));
    }

    [Fact]
    public void Statements_outside_of_classes_cost_no_class_and_a_method_there_is_told()
    {
        var submitted = Submitted.Of("""
            Console.WriteLine(Answers.A(2));
            double B(double x) => x;
            static class Answers
            {
                internal static double A(double x) => x;
            }
            """);
        Assert.Empty(submitted.Errors);
        Assert.Equal(3.0, submitted.Run("A", 3.0));
        Assert.Equal("it stands outside of any class", submitted.Response.Methods.Single(method => method.Place.Method == "B").WhyNotCallable);
    }

    [Fact]
    public void A_removed_method_is_still_known_with_its_errors()
    {
        var submitted = Submitted.Of("""
            static class Answers
            {
                internal static Vectr<double> A(double x) => null;
                internal static double B(double x) => x;
            }
            """);
        Assert.Equal(["A"], submitted.Broken);
        Assert.Equal(3.0, submitted.Run("B", 3.0));
    }

    [Fact]
    public void A_missing_using_costs_what_needs_it()
    {
        var submitted = Submitted.Of("""
            static class Answers
            {
                internal static double A(double x) => Vector<double>.Build.Dense(2, x).Sum();
                internal static double B(double x) => x;
            }
            """);
        Assert.Equal(["Answers.cs:3:43 CS0103"], submitted.Errors.Select(error => error.Replace("CS0246", "CS0103", StringComparison.Ordinal)));
        Assert.Equal(["A"], submitted.Broken);
        Assert.Equal(3.0, submitted.Run("B", 3.0));
    }

    [Fact]
    public void A_missing_brace_is_told_at_its_place()
    {
        var submitted = Submitted.Of("""
            static class Answers
            {
                internal static double A(double x)
                {
                    if (x > 0) {
                        return 1;
                    return 2;
                }

                internal static double B(double x) => x;
            }
            """);
        Assert.Contains("Answers.cs:8:6 CS1513", submitted.Errors);
        Assert.Equal(["A"], submitted.Broken);
        Assert.Equal(3.0, submitted.Run("B", 3.0));
    }

    [Fact]
    public void A_missing_brace_at_the_end_of_the_file_is_told_at_its_place()
    {
        var submitted = Submitted.Of("static class Answers\n{\n    internal static double A(double x)\n    {\n        return x;\n    }");
        Assert.Null(submitted.Response.Program);
        Assert.Equal(["Answers.cs:6:6 CS1513"], submitted.Errors);
    }

    [Fact]
    public void A_type_named_like_ours_does_not_keep_a_body_from_being_left_out()
    {
        var submitted = Submitted.Of("namespace Homework; class System; static class Answers { static double A(double x) => y; static double B(double x) => x; }");
        Assert.Equal(["A"], submitted.Broken);
        Assert.Equal(["B"], submitted.Whole);
    }

    [Fact]
    public void A_type_that_hides_what_is_imported_for_all_is_told()
    {
        var submitted = Submitted.Of("class System; static class Answers { static double A(double x) => x; }");
        Assert.Null(submitted.Response.Program);
        Assert.NotEmpty(submitted.Errors);
    }

    [Fact]
    public void A_type_that_takes_the_place_of_one_which_the_given_code_needs_is_told()
    {
        // Given.cs says Math.Abs; with this it means the student's Math.
        var submitted = Submitted.Of("public static class Math { public static double F(double x) => x; }");
        Assert.Null(submitted.Response.Program);
        SourceError error = submitted.Response.Errors[0];
        Assert.Equal(("Given.cs", "CS0117"), (error.File, error.Code));
        Assert.Contains("'Math'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_the_students_own_is_told_before_those_in_the_given_code()
    {
        var submitted = Submitted.Of("public static class Math { public static double F(double x) => y; }");
        Assert.Equal("Answers.cs:1:64 CS0103", submitted.Errors[0]);
        Assert.StartsWith("Given.cs:", submitted.Errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_with_errors_does_not_cost_the_others()
    {
        var submitted = Submitted.Of(
            "static class Answers { internal static double A(double x) => x; }",
            "static class More { internal static double B(double x) => y; }");
        Assert.Equal(["More1.cs:1:59 CS0103"], submitted.Errors);
        Assert.Equal(["A"], submitted.Whole);
        Assert.Equal(["B"], submitted.Broken);
    }
}

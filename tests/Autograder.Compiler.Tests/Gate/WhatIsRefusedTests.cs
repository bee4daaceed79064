using Autograder.Compiler.Tests.Compiling;
using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Gate;

/// <summary>What a student is told of something refused, and what it costs.</summary>
public sealed class WhatIsRefusedTests
{
    private const string May = "answers may use System, System.Linq, System.Collections.Generic, System.Numerics and MathNet.Numerics";

    [Fact]
    public void The_message_names_it_with_its_place_in_the_file_as_handed_in()
    {
        CompileResponse response = Compile("""
            static class A
            {
            #line 900 "reference/Key.cs"
                static double F(double x) => System.IO.File.ReadAllText("a").Length;
            #line hidden
                static double G(double x) => Environment.ProcessId;
            }
            """);
        Assert.Equal(
            [
                $"Answers.cs:4:44: AG0001: System.IO.File is not available here: {May}",
                $"Answers.cs:6:46: AG0001: System.Environment.ProcessId is not available here: {May}",
            ],
            response.Errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("[assembly: System.Reflection.AssemblyFlags((System.Reflection.AssemblyNameFlags)0x200)]")]
    [InlineData("[assembly: System.Reflection.AssemblyVersion(\"1.2.3.4\")]")]
    [InlineData("[module: System.Runtime.CompilerServices.SkipLocalsInit]")]
    public void An_attribute_of_the_whole_program_is_refused_though_the_program_may_not_show_it(string attribute)
    {
        CompileResponse response = Compile(attribute + " static class A { static double F(double x) => x; }");
        Assert.Null(response.Program);
        Assert.Contains(response.Errors, error => error.IsForbidden && error is { Line: 1, Column: 1 });
    }

    [Fact]
    public void A_single_character_outside_of_classes_is_no_trap()
    {
        CompileResponse response = Compile(";\nSystem.IO.File.Delete(\"a\");\nstatic class A { static double F(double x) => x; }");
        Assert.NotNull(response.Program);
        Assert.Contains(response.Errors, error => error.Message.StartsWith("System.IO.File", StringComparison.Ordinal) && error.Line == 2);
    }

    [Fact]
    public void A_thing_is_told_once_a_method()
    {
        CompileResponse response = Compile("""
            static class A
            {
                static double F(double x)
                {
                    FileInfo a = new FileInfo("a"), b = new FileInfo("b");
                    var c = a.Directory;
                    return a.Length + b.Length;
                }
            }
            """);
        Assert.Equal(
            ["Answers.cs:5:9 System.IO.FileInfo", "Answers.cs:6:9 System.IO.DirectoryInfo"],
            response.Errors.Select(error => $"{error.File}:{error.Line}:{error.Column} {error.Message.Split(' ')[0]}"));
    }

    [Fact]
    public void What_nothing_names_is_told_where_it_happens()
    {
        CompileResponse response = Compile("static class A { static void F() { _ = CancellationToken.None.WaitHandle; } static double G(double x) => x; }");
        Assert.Equal("Answers.cs:1:36", Assert.Single(response.Errors).ToString()[..15]);
        Assert.Contains("System.Threading.WaitHandle is not", response.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_calls_one_left_out_says_at_the_call_what_is_missing()
    {
        Submitted submitted = new(Compile("static class A { static double F(double x) => Environment.TickCount; static double G(double x) => F(x); }"));
        Assert.Equal(["G"], submitted.Whole);
        Assert.Contains("not available", Assert.Throws<NotImplementedException>(() => submitted.Run("G", 1.0)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using static System.IO.File; static class A { static double F(double x) => x; }")]
    [InlineData("using Files = System.IO.File; static class A { static double F(double x) => x; }")]
    [InlineData("using Files = System.Collections.Generic.List<System.IO.FileInfo>; static class A { static double F(double x) => x; }")]
    [InlineData("class B { B() { Environment.Exit(0); } } static class A { static double F(double x) => x; }")]
    [InlineData("class B { int P => Environment.ProcessId; } static class A { static double F(double x) => x; }")]
    [InlineData("class B { public static B operator +(B a, B b) { Environment.Exit(0); return a; } } static class A { static double F(double x) => x; }")]
    [InlineData("static class A { static double F(double x) => x; static double G(FileInfo f) => 1; }")]
    [InlineData("static class A { static double F(double x) => x; static void Main() { Console.SetOut(TextWriter.Null); } }")]
    public void What_stands_in_a_member_or_directive_costs_no_other(string source)
    {
        Submitted submitted = new(Compile(source));
        Assert.All(submitted.Response.Errors, error => Assert.True(error.IsForbidden, error.ToString()));
        Assert.NotEmpty(submitted.Response.Errors);
        Assert.Equal(2.0, submitted.Run("F", 2.0));
    }

    [Fact]
    public void Statements_outside_of_classes_are_run_by_nobody_and_cost_nothing()
    {
        Submitted submitted = new(Compile("""
            Console.OutputEncoding = System.Text.Encoding.UTF8;
            string text = File.ReadAllText("a");
            Console.WriteLine(text + A.F(2));
            double B(double x) => x;
            static class A { public static double F(double x) => x; }
            """));
        Assert.Equal(["Answers.cs:1:9 AG0001", "Answers.cs:2:15 AG0001"], submitted.Errors);
        Assert.Equal(2.0, submitted.Run("F", 2.0));
    }

    [Fact]
    public void What_does_not_compile_is_told_so_first()
    {
        Submitted submitted = new(Compile("static class A { static double F(double x) => File.Exists(\"a\") ? 1 : y; static double G(double x) => x; }"));
        Assert.Equal(["Answers.cs:1:70 CS0103"], submitted.Errors);
        Assert.Equal(2.0, submitted.Run("G", 2.0));
    }

    [Fact]
    public void What_the_homeworks_own_code_uses_is_told_as_its_own()
    {
        CompileResponse response = Gated.Compile(
            [Source("Given.cs", "public static class Given { public static int Id => Environment.ProcessId; }")],
            [Source("Answers.cs", "static class A { static double F(double x) => x; }")]);
        Assert.Null(response.Program);
        Assert.Equal("Given.cs", Assert.Single(response.Errors).File);
    }

    private static CompileResponse Compile(string source) => Gated.Compile(source, isGated: true);

    private static SourceFile Source(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));
}

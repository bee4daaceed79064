using Autograder.Sandbox.Messages;

namespace Autograder.Compiler.Tests.Gate;

/// <summary>What answers have no need of is refused by name, as source and, nearly always, as an assembly too.</summary>
public sealed class HostileProgramsTests
{
    public static TheoryData<string, string> Statements => HostileCorpus.Statements;

    public static TheoryData<string, string> StatementsOnlyInSource => HostileCorpus.StatementsOnlyInSource;

    public static TheoryData<string, string> Declarations => HostileCorpus.Declarations;

    public static TheoryData<string, string> OnlyInSource => HostileCorpus.OnlyInSource;

    public static TheoryData<string, string> NotCompiled => HostileCorpus.NotCompiled;

    [Theory]
    [MemberData(nameof(Statements))]
    [MemberData(nameof(StatementsOnlyInSource))]
    public void A_method_that_uses_it_is_left_out_and_the_others_run(string statements, string name)
    {
        CompileResponse response = Gated.Compile(Method(statements), isGated: true);
        Assert.NotNull(response.Program);
        Assert.NotEmpty(Errors(response, "Bad"));
        Assert.All(Errors(response, "Bad"), error => Assert.True(error.IsForbidden, error.ToString()));
        Assert.Contains(Errors(response, "Bad"), error => error.Message.StartsWith($"{name} is not available here", StringComparison.Ordinal));
        Assert.Empty(Errors(response, "Good"));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_method_that_uses_it_shows_in_the_assembly(string statements, string name)
    {
        string shown = name == "dynamic" ? "RuntimeBinder" : name.Split('.')[^1];
        Assert.Contains(shown, string.Join(' ', Gated.InAssembly(Method(statements))!), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    [MemberData(nameof(OnlyInSource))]
    public void A_declaration_that_cannot_be_left_out_costs_the_program(string declaration, string name)
    {
        CompileResponse response = Gated.Compile(Beside(declaration), isGated: true);
        Assert.Null(response.Program);
        Assert.All(response.Errors, error => Assert.True(error.IsForbidden, error.ToString()));
        Assert.Contains(response.Errors, error => error.Message.StartsWith(name, StringComparison.Ordinal));
        Assert.All(response.Errors, error => Assert.Equal(("Answers.cs", 2), (error.File, error.Line)));
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_declaration_shows_in_the_assembly(string declaration, string name)
    {
        string[] found = Gated.InAssembly(Beside(declaration))!;
        Assert.True(found.Length > 0, name);
    }

    [Theory]
    [MemberData(nameof(NotCompiled))]
    public void Pointers_and_the_like_are_no_C_sharp_here(string declaration, string code)
    {
        Assert.Contains(code, Gated.Compile(Beside(declaration), isGated: true).Errors.Select(error => error.Code));
    }

    private static string Method(string statements) => $$"""
        {{(statements.StartsWith("Alias", StringComparison.Ordinal) ? "using Alias = System.IO.File;" : "")}}
        {{(statements.StartsWith("ReadAll", StringComparison.Ordinal) ? "using static System.IO.File;" : "")}}
        class A2;
        static class A
        {
            static double Bad(double x) { {{statements}} return x; }
            static double Good(double x) => x;
            static void Generic<T>() { }
        }
        """;

    private static string Beside(string declaration) => $"// The answers stand below.\n{declaration}\nstatic class A {{ static double Good(double x) => x; }}";

    private static SourceError[] Errors(CompileResponse response, string method) =>
        response.Methods.Single(description => description.Place.Method == method).Errors;
}

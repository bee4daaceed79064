namespace Autograder.Compiler.Tests.Compiling;

/// <summary>What C# a submission may be written in.</summary>
public sealed class LanguageTests
{
    [Fact]
    public void The_newest_features_compile()
    {
        var submitted = Submitted.Of("""
            using MathNet.Numerics.LinearAlgebra;

            public static class Extensions
            {
                extension(Vector<double> v)
                {
                    public double Largest => v.Maximum();
                }
            }

            public class Model
            {
                public double Rate { get; set => field = value < 0 ? 0 : value; }
            }

            public record struct Step(double Size);

            public static class Answers
            {
                public static double F(double x)
                {
                    Model? model = new();
                    model?.Rate = x;
                    Span<double> span = [x, .. Given.Ones(2)];
                    return Given.Ones(3).Largest + model!.Rate + span.Length + nameof(List<>).Length + new Step(1).Size;
                }
            }
            """);
        Assert.Empty(submitted.Errors);
        Assert.Equal(11.0, submitted.Run("F", 2.0));
    }

    [Fact]
    public void What_a_project_of_the_SDK_imports_is_imported()
    {
        var submitted = Submitted.Of("static class A { static double F(double x) => new List<double> { Math.PI, x }.Select(y => y).Sum(); }");
        Assert.Empty(submitted.Errors);
    }

    [Fact]
    public void A_nullable_annotation_is_no_error_and_asks_for_nothing()
    {
        Assert.Empty(Submitted.Of("static class A { static string? F(string s) { string t = null; return t ?? s!; } }").Errors);
    }

    [Fact]
    public void A_method_among_top_level_statements_is_told_clearly()
    {
        var submitted = Submitted.Of("Console.WriteLine(F(1));\nstatic double F(double x) => x;");
        Assert.Empty(submitted.Errors);
        Assert.Equal("it stands outside of any class", Assert.Single(submitted.Response.Methods).WhyNotCallable);
    }

    [Theory]
    [InlineData("#r \"System.Private.CoreLib\"\nclass A;", "CS7011")]
    [InlineData("#load \"/etc/passwd\"\nclass A;", "CS8097")]
    [InlineData("[assembly: System.Reflection.AssemblyKeyFile(\"/etc/passwd\")]", "CS7027")]
    public void Nothing_is_read_from_the_machine(string source, string code)
    {
        var submitted = Submitted.Of(source);
        Assert.Equal([code], submitted.Response.Errors.Select(error => error.Code));
        Assert.DoesNotContain("root:", submitted.Response.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\u0001\u0002")]
    [InlineData("// only a comment")]
    [InlineData("this is no C# at all, but an essay.")]
    public void Any_text_gets_a_result(string source)
    {
        Assert.NotNull(Submitted.Of(source).Response);
    }

    [Fact]
    public void The_same_sources_give_the_same_program()
    {
        const string Source = "static class A { static double F(double x) => x; }";
        Assert.Equal(Submitted.Of(Source).Response.ToFrame(), Submitted.Of(Source).Response.ToFrame());
    }
}

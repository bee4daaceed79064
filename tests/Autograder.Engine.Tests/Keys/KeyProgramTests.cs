using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Keys;

/// <summary>How staff may write their code, and names that could be mistaken for something else.</summary>
public sealed class KeyProgramTests
{
    private const string Choice = "public static string Choice() => \"a\";";

    [Theory]
    [InlineData("static string Choice(int n) => \"b\"; " + Choice)]
    [InlineData("private string Choice(double n) => \"b\"; public static string Choice(int n) => \"c\"; " + Choice, "public static class Reference", "public class Reference")]
    [InlineData("public static T Choice<T>() => default!; " + Choice)]
    [InlineData(Choice, "public static class Reference", "static class Reference")]
    [InlineData(Choice, "public static class Reference", "public class Generic<T> { public static string Choice() => \"b\"; }\n\npublic static class Reference")]
    [InlineData(Choice, "public static class Reference", "public class Outer { public static class Inner { public static string Choice() => \"b\"; } }\n\npublic static class Reference")]
    [InlineData(Choice, "public static class Reference", "public record struct Reference")]
    [InlineData(Choice, "public static class Reference", "public static class @class")]
    [InlineData(Choice, "namespace Tiny;", "namespace Tiny.@namespace;")]
    [InlineData(Choice, "namespace Tiny;", "")]
    [InlineData("public static partial string Choice(); public static partial string Choice() => \"a\";", "public static class Reference", "public static partial class Reference")]
    public void The_method_that_fits_is_called_whatever_stands_around_it(string methods, string old = "2 * u", string changed = "2 * u")
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(TinySpec.Reference, Choice, methods)
            .Replace(old, changed, StringComparison.Ordinal)
            .Replace("=> X.Trans", "=> Tiny.Given.Loss(w, X, y) > 1e9 ? w : X.Trans", StringComparison.Ordinal));
        Assert.Empty(spec.Problems());
        Assert.Equal(2, spec.Load().Plan("seed").Questions.Length);
    }

    [Fact]
    public void Two_files_of_one_name_are_told_apart()
    {
        using var spec = TinySpec.With("reference: Reference.cs", "reference: key/Given.cs");
        Directory.CreateDirectory(Path.Combine(spec.Folder, "key"));
        spec.Write("key/Given.cs", TinySpec.Replace(TinySpec.Reference, "2 * u", "2 * v"));
        Assert.Equal(["key/Given.cs:10:49: does not compile: CS0103: The name 'v' does not exist in the current context"], spec.Problems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("not C# at all")]
    [InlineData("// nothing")]
    public void A_reference_that_is_something_else_is_reported(string reference)
    {
        using var spec = TinySpec.Written(reference: reference);
        Assert.NotEmpty(spec.Problems());
    }

    [Fact]
    public void A_reference_that_does_not_parse_brings_no_reports_of_methods_that_only_seem_to_be_missing()
    {
        using var spec = TinySpec.Written(reference: TinySpec.Replace(TinySpec.Reference, "public static class Reference\n{", "public static class Reference\n"));
        Assert.All(spec.Problems(), problem => Assert.StartsWith("Reference.cs:", problem, StringComparison.Ordinal));
        Assert.NotEmpty(spec.Problems());
    }

    [Fact]
    public void A_file_named_by_no_name_for_an_assembly_is_compiled_all_the_same()
    {
        using var spec = TinySpec.With("reference: Reference.cs", "reference: \" a, Version=1; (ü).cs\"");
        spec.Write(" a, Version=1; (ü).cs", TinySpec.Reference);
        Assert.Empty(spec.Problems());
        Assert.Equal(2, spec.Load().Plan("seed").Questions.Length);
    }
}

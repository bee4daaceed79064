namespace Autograder.Engine.Tests.Compiling;

/// <summary>Sources on which a compiler ends, hangs or labours, each small enough to be handed in.</summary>
internal static class BombSources
{
    /// <summary>Nested so deeply that the compiler's own stack ends.</summary>
    internal static TheoryData<string, string> Deep => new()
    {
        { "parentheses", $"class A {{ double x = {Times("(", 100_000)}1{Times(")", 100_000)}; }}" },
        { "blocks", $"class A {{ void F() {Times("{", 100_000)}{Times("}", 100_000)} }}" },
        { "generic types", $"class A {{ {Times("List<", 5_000)}int{Times(">", 5_000)} x; }}" },
        { "directives", $"{Times("#if true\n", 20_000)}{Times("#endif\n", 5_000)}class A;" },
        { "lambdas", $"class A {{ object F() => {Times("() => ", 30_000)}1; }}" },
        { "closures", $"class A {{ static void G(Action a) {{ }} static void F(int x) {{ {Times("G(() => { x++; ", 2_000)}{Times("});", 2_000)} }} }}" },
        { "member access", $"class C {{ public C c = null!; }} class A {{ static C F(C x) => x{Times(".c", 50_000)}; }}" },
        { "minus signs", $"class A {{ double F(double x) => {Times("- ", 50_000)}x; }}" },
        { "choices", $"class A {{ double F(double x) => {Times("x > 0 ? 1 : ", 15_000)}x; }}" },
        { "ifs", $"class A {{ void F(bool x) {{ {Times("if (x) ", 20_000)}F(x); }} }}" },
        { "patterns", $"class A {{ bool F(object x) => x is {Times("not ", 30_000)}null; }}" },
        { "types within types", $"{Times("class A { ", 10_000)}{Times("} ", 10_000)}" },
        { "namespaces", $"{Times("namespace A { ", 10_000)}{Times("} ", 10_000)}" },
        { "comments within comments", Times("/*", 100_000) },
    };

    /// <summary>Little text with much work.</summary>
    internal static TheoryData<string, string> Long => new()
    {
        { "generic types of themselves", $"class A<X,Y,Z,W,V,U>{{class B:A<B,B,B,B,B,B>{{{string.Join('.', Enumerable.Repeat("B", 12))} x;}}}}" },
        { "lambdas in overloads", Overloads(levels: 20) },
        { "interpolated strings", $"class A {{ string F(int x) => {Interpolated(200)}; }}" },
    };

    /// <summary>Much text with no trick; a chain of calls is one that the compiler walks without its stack, on some machines in time.</summary>
    internal static TheoryData<string, string> Large => new()
    {
        { "a switch", $"class A {{ int F(int[] x) => x switch {{ {string.Concat(Enumerable.Range(0, 2_000).Select(arm => $"[{arm}, .., {arm % 7}] => {arm}, "))}_ => 0 }}; }}" },
        { "calls", $"class A {{ A M() => this; A F() => this{Times(".M()", 20_000)}; }}" },
        { "locals", $"class A {{ void F() {{ {string.Concat(Enumerable.Range(0, 15_000).Select(local => $"int a{local}={local};"))} }} }}" },
        { "elements", $"class A {{ static int[] x = {{ {Times("1,", 120_000)} }}; }}" },
        { "a literal", $"class A {{ static string x = \"{Times("a", 250_000)}\"; }}" },
        { "constants that double", $"class A {{ const string s0 = \"0123456789\"; {string.Concat(Enumerable.Range(1, 60).Select(next => $"const string s{next} = s{next - 1} + s{next - 1};"))} }}" },
        { "a constant for gigabytes", $"class A {{ const string s0 = \"0123456789\"; {string.Concat(Enumerable.Range(1, 26).Select(next => $"const string s{next} = s{next - 1} + s{next - 1};"))} static string F() => s26; }}" },
        { "decimals that are folded", $"class A {{ const decimal x = {Times("1.1m*", 40_000)}1; }}" },
        { "errors", $"class A {{ void F() {{ {Times("@ ", 100_000)} }} }}" },
        { "unknown names", $"class A {{ void F() {{ {Times("y;", 80_000)} }} }}" },
    };

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>Overloads that each double the ways in which a lambda inside can be bound.</summary>
    internal static string Overloads(int levels) => $$"""
        class A
        {
            static void F(Func<int, int> f) { }
            static void F(Func<string, int> f) { }
            static int G(Func<int, int> f) => 0;
            static int G(Func<string, int> f) => 0;
            static void Main() => F(x0 => {{string.Concat(Enumerable.Range(1, levels).Select(level => $"G(x{level} => "))}}x{{levels}}.Length{{new string(')', levels)}});
        }
        """;

    private static string Interpolated(int levels) => Times("$\"{", levels) + "x" + Times("}\"", levels);
}

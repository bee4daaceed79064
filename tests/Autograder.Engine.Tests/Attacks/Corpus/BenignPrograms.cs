using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Honest programs that use much of the runtime, under the same walls as the attacks: all right.</summary>
internal static class BenignPrograms
{
    private const Outcome Fine = Outcome.Right;
    private const string MathNet = "MathNet.Numerics.LinearAlgebra.Matrix<double>.Build";

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(153, "linq", Fine, "return Enumerable.Range(1, 100).Select(i => x * x / 100).Where(y => y > 0).OrderBy(y => y).GroupBy(y => y).Sum(group => group.Sum());"),
        new(153, "big_integer", Fine, "return (double)(System.Numerics.BigInteger.Pow(10, 50) / System.Numerics.BigInteger.Pow(10, 50)) * x * x;"),
        new(153, "complex", Fine, "return (new System.Numerics.Complex(x, 0) * new System.Numerics.Complex(x, 0)).Real;"),
        new(153, "regex", Fine, "return System.Text.RegularExpressions.Regex.IsMatch(\"ab\", \"^a.$\") ? x * x : 0;"),
        new(153, "json", Fine, "return double.Parse(System.Text.Json.JsonSerializer.Serialize(x * x));"),
        new(153, "async", Fine, "return Later(x).Result;", "static async Task<double> Later(double x) { await Task.Yield(); await Task.Delay(1); return await Task.Run(() => x * x); }"),
        new(153, "parallel", Fine, "var parts = new double[100]; Parallel.For(0, 100, i => parts[i] = x * x / 100); return parts.Sum();"),
        new(153, "iterators", Fine, "return Parts(x).Sum();", "static IEnumerable<double> Parts(double x) { for (int i = 0; i < 10; i++) { yield return x * x / 10; } }"),
        new(153, "records", Fine, "var p = new P(x, 1) with { B = x }; return p.A * p.B;", "record P(double A, double B);"),
        new(153, "spans", Fine, "Span<double> parts = stackalloc double[8]; parts.Fill(x * x / 8); double sum = 0; foreach (double part in parts) { sum += part; } return sum;"),
        new(153, "collection_expressions", Fine, "List<double> all = [x, .. new double[] { x }]; return all[0] * all[1];"),
        new(153, "deep_recursion", Fine, "return Deep(5000) * 0 + x * x;", "static double Deep(int n) => n == 0 ? 0 : Deep(n - 1) + 1;"),
        new(153, "churn", Fine, "for (int i = 0; i < 200; i++) { GC.KeepAlive(new double[10_000]); } return x * x;"),
        new(153, "exceptions", Fine, "try { throw new Exception(); } catch { return x * x; }"),
        new(153, "console", Fine, "Console.WriteLine(\"\"); Console.Out.Flush(); Console.Out.Dispose(); return Console.ReadLine() is null ? x * x : 0;"),
        new(153, "many_threads", Fine, "var threads = Enumerable.Range(0, 100).Select(_ => new Thread(() => { })).ToList(); threads.ForEach(t => t.Start()); threads.ForEach(t => t.Join()); return x * x;"),
        new(153, "a_pool_of_64", Fine, "ThreadPool.SetMinThreads(64, 64); using var all = new Barrier(64); Task.WaitAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => all.SignalAndWait())).ToArray()); return x * x;"),
        new(153, "mathnet_inverse", Fine, $"return {MathNet}.DenseIdentity(150).Inverse()[0, 0] * x * x;"),
        new(153, "mathnet_random_svd", Fine, $"return {MathNet}.Random(100, 100, 1).Svd().Rank * 0 + x * x;"),
    ];
}

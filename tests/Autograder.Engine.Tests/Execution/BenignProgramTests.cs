using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Engine.Tests.Execution;

/// <summary>Honest programs are not accused, however they go about it.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class BenignProgramTests(Programs programs)
{
    private const int Repetitions = 30;
    private readonly ThreeQuestions _homework = new(programs);

    private const string Threads = """
        static double WithTimer(double x)
        {
            using var rang = new ManualResetEventSlim();
            using (var timer = new Timer(_ => rang.Set(), null, 1, Timeout.Infinite))
            {
                rang.Wait();
            }

            return x * x;
        }

        static async Task<double> Later(double x)
        {
            await Task.Yield();
            await Task.Delay(1);
            return await Task.Run(() => x * x);
        }

        static double WithThread(double x)
        {
            double result = 0;
            var thread = new Thread(() => result = x * x);
            thread.Start();
            thread.Join();
            return result;
        }

        static readonly Lazy<double> Two = new(() => 2);
        static readonly ThreadLocal<double> Local = new(() => 1);
        """;

    [Theory]
    [InlineData("var parts = new double[100]; Parallel.For(0, 100, i => parts[i] = x * x / 100); return parts.Sum();")]
    [InlineData("var bag = new System.Collections.Concurrent.ConcurrentBag<double>(); Parallel.ForEach(Enumerable.Range(0, 50), i => bag.Add(x * x / 50)); return bag.Sum();")]
    [InlineData("Task<double> task = Task.Run(() => x * x); task.Wait(); return task.Result;")]
    [InlineData("return Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => x * x / 20))).Result.Sum();")]
    [InlineData("return Enumerable.Range(0, 1000).AsParallel().Select(i => x * x / 1000).Sum();")]
    [InlineData("return Enumerable.Range(0, 1000).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(i => x * x / 1000).ToArray().Sum();")]
    [InlineData("return WithTimer(x);")]
    [InlineData("return Math.Pow(x, Two.Value) * Local.Value;")]
    [InlineData("return Later(x).Result;")]
    [InlineData("return Later(x).GetAwaiter().GetResult();")]
    [InlineData("return WithThread(x);")]
    [InlineData("return Task.Factory.StartNew(() => x * x, TaskCreationOptions.LongRunning).Result;")]
    public void Threads_that_end_are_not_accused(string body)
    {
        // One worker, asked again and again, as one homework of many questions would.
        string questions = string.Join('\n', Enumerable.Range(0, Repetitions).Select(index => $"public static double Q{index}(double x) {{ {body} }}"));
        using var session = new AskingSession(programs, $"using System.Diagnostics; public static class Answers {{ {questions} {Threads} }}");
        for (int index = 0; index < Repetitions; index++)
        {
            QuestionObservations seen = session.Ask($"Q{index}", 1.5, 0.5, -2);
            Assert.All(seen.First.Concat(seen.Second), observation => Assert.IsType<ReturnedValue>(observation));
            Assert.True(session.IsUsable);
        }
    }

    [Theory]
    [InlineData("for (int i = 0; i < 200; i++) { GC.KeepAlive(new double[10_000]); } return x * x;", "")]
    [InlineData("return Deep(5000) * 0 + x * x;", "static double Deep(int n) => n == 0 ? 0 : Deep(n - 1) + 1;")]
    [InlineData("return double.Parse(System.Text.Json.JsonSerializer.Serialize(x * x));", "")]
    [InlineData("return System.Text.RegularExpressions.Regex.IsMatch(\"ab\", \"^a.$\") ? x * x : 0;", "")]
    [InlineData("return (double)(System.Numerics.BigInteger.Pow(10, 50) / System.Numerics.BigInteger.Pow(10, 50)) * x * x;", "")]
    [InlineData("return (new System.Numerics.Complex(x, 0) * new System.Numerics.Complex(x, 0)).Real;", "")]
    [InlineData("try { throw new Exception(); } catch { return x * x; }", "")]
    [InlineData("Console.WriteLine(\"\"); Console.Out.Flush(); Console.Out.Dispose(); return Console.ReadLine() is null ? x * x : 0;", "")]
    [InlineData("var threads = Enumerable.Range(0, 100).Select(_ => new Thread(() => { })).ToList(); threads.ForEach(t => t.Start()); threads.ForEach(t => t.Join()); return x * x;", "")]
    [InlineData("ThreadPool.SetMinThreads(64, 64); using var all = new Barrier(64); Task.WaitAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => all.SignalAndWait())).ToArray()); return x * x;", "")]
    [InlineData("return MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(150).Inverse()[0, 0] * x * x;", "")]
    [InlineData("return MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Random(100, 100, 1).Svd().Rank * 0 + x * x;", "")]
    public void Programs_that_use_more_of_the_runtime_are_right(string body, string members)
    {
        Assert.All(_homework.Grade(body, members).Questions, question =>
            Assert.True(question.Verdict == Verdict.Correct, $"{question.Id}: {string.Join(' ', question.Feedback)}"));
    }
}

using Autograder.Core.Submissions;

namespace Autograder.Engine.Tests.Execution;

/// <summary>Honest programs are not accused, however they go about it. More of them stand beside the attacks.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class BenignProgramTests(Programs programs)
{
    private const int Repetitions = 30;

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
}

using Autograder.Benchmarks;

// dotnet run -c Release --project tests/Autograder.Benchmarks [repeats]
int repeats = args.Length > 0 ? int.Parse(args[0]) : 10;
Console.WriteLine($"One submission to matrix-calculus, {repeats} repeats after a warm-up. Read ratios, not milliseconds.");
PhaseBenchmark.Run(repeats);
SandboxBenchmark.Run(repeats);
await ProcessBenchmark.RunAsync(repeats);

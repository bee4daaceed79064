using Autograder.Engine.Compiling;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Processes;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>
/// Runs attacks two at a time: whoever waits for one finds the next on its way. The compiler lets everything through that
/// compiles, so that the walls of the process are tested and not the reading of sources.
/// </summary>
public sealed class AttackLab : IDisposable
{
    private const int AtATime = 2;
    private readonly CompilerClient _compiler = new(ProcessPaths.Installed, patience: TimeSpan.FromSeconds(60), isGated: false);
    private readonly ChildProcess _sibling = ChildProcess.StartConfined(
        ProcessPaths.Installed.Worker, new ResourceLimits(CpuSeconds: 60, 64L << 20), LayersExtensions.OfThisMachine, maxErrorCharacters: 1000);

    private readonly SemaphoreSlim _places = new(AtATime);
    private readonly Dictionary<(string, Layers), Task<AttackResult>> _results = [];

    /// <summary>Another worker, whom no attack may reach.</summary>
    internal bool IsSiblingAlive => !_sibling.HasExited(TimeSpan.Zero);

    /// <param name="plan">What is going to be asked for under these layers.</param>
    internal AttackResult ResultOf(Attack attack, Layers layers, IEnumerable<Attack> plan)
    {
        Task<AttackResult> result;
        lock (_results)
        {
            result = Begin(attack, layers);
            if (plan.FirstOrDefault(next => !_results.ContainsKey((next.Id, layers))) is { } next)
            {
                _ = Begin(next, layers);
            }
        }

        return result.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Task.WaitAll([.. _results.Values.Select(result => result.ContinueWith(_ => { }, TaskScheduler.Default))]);
        _sibling.Dispose();
        _compiler.Dispose();
        _places.Dispose();
    }

    private Task<AttackResult> Begin(Attack attack, Layers layers) =>
        _results.TryGetValue((attack.Id, layers), out Task<AttackResult>? begun) ? begun
        : _results[(attack.Id, layers)] = Task.Factory.StartNew(() => Run(attack, layers), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private AttackResult Run(Attack attack, Layers layers)
    {
        _places.Wait();
        try
        {
            return AttackRun.Of(attack, layers, _compiler, _sibling.Id);
        }
        finally
        {
            _places.Release();
        }
    }
}

/// <summary>By itself: what is measured is the attack.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AttackCollection : ICollectionFixture<AttackLab>
{
    public const string Name = "attacks";
}

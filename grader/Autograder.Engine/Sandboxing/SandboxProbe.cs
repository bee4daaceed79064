using System.Collections.Immutable;
using Autograder.Sandbox.Confinement;

namespace Autograder.Engine.Sandboxing;

/// <summary>Whether a layer can be had on this machine.</summary>
/// <param name="Failure">Why it cannot; null when it can.</param>
/// <param name="Remedy">What to do about that; null where nothing can be done.</param>
public sealed record LayerState(Layers Layer, string? Failure, string? Remedy);

/// <summary>What holds strangers' code on this machine, tried out.</summary>
/// <param name="Layers">By layer, from the outside in; only those in question when all of them worked at once.</param>
/// <param name="Attempts">What the canary tried, under all layers that work.</param>
public sealed record SandboxReport(ImmutableArray<LayerState> Layers, ImmutableArray<Attempt> Attempts)
{
    public Layers Working => Layers.Where(state => state.Failure is null).Aggregate(Sandbox.Confinement.Layers.None, (all, state) => all | state.Layer);

    public bool HasPassed => Attempts.All(attempt => attempt.IsStopped);

    /// <summary>What is promised: layers that let something through hold less than their names say.</summary>
    public SandboxLevel Level => Working.Level() is var level && level >= SandboxLevel.Confined && !HasPassed ? SandboxLevel.Limited : level;
}

/// <summary>Tries the layers and lets the canary run under them. Takes a few starts of a worker.</summary>
public static class SandboxProbe
{
    /// <summary>The quick way: all at once, and one by one only when that fails.</summary>
    /// <param name="worker">The worker's program.</param>
    /// <param name="wanted">Layers that are to be tried.</param>
    public static SandboxReport Check(string worker, Layers wanted)
    {
        using var test = new SelfTest(worker);
        try
        {
            return new SandboxReport([.. wanted.Each().Select(layer => new LayerState(layer, Failure: null, Remedy: null))], test.Run(wanted));
        }
        catch (SandboxException)
        {
            return Examine(test, wanted, wanted);
        }
    }

    /// <summary>Every layer by itself, the excluded ones too, then the canary under those that work.</summary>
    /// <param name="wanted">Layers that are to be tried; the others are said to be left out.</param>
    public static SandboxReport Examine(string worker, Layers wanted)
    {
        using var test = new SelfTest(worker);
        return Examine(test, LayersExtensions.All, wanted);
    }

    private static SandboxReport Examine(SelfTest test, Layers all, Layers wanted)
    {
        ImmutableArray<LayerState> states = [.. all.Each().Select(layer => State(test, layer, wanted))];
        var report = new SandboxReport(states, []);
        return report with { Attempts = test.Run(report.Working) };
    }

    private static LayerState State(SelfTest test, Layers layer, Layers wanted)
    {
        if (!LayersExtensions.Possible.HasFlag(layer))
        {
            return OperatingSystem.IsLinux()
                ? new LayerState(layer, "only root can", "run as root; not needed for level confined")
                : new LayerState(layer, "only on Linux", "use Linux, in a virtual machine or a container for instance");
        }

        if (!wanted.HasFlag(layer))
        {
            return new LayerState(layer, "left out (--without)", Remedy: null);
        }

        try
        {
            test.Try(layer);
            return new LayerState(layer, Failure: null, Remedy: null);
        }
        catch (SandboxException failure)
        {
            return new LayerState(layer, FirstLine(failure.Message), Remedy(layer));
        }
    }

    private static string? Remedy(Layers layer) => layer switch
    {
        Layers.SystemCalls => "needs a kernel with seccomp filters (CONFIG_SECCOMP_FILTER) on x86-64 or arm64; in a container, its own profile must allow seccomp(2), as Docker's default does",
        Layers.Landlock => "needs Linux 5.13 with landlock among its security modules (lsm=landlock,…); not needed for level confined",
        Layers.Namespaces => "needs CAP_SYS_ADMIN, which containers withhold; not needed for level confined",
        Layers.PrivateUser => "needs CAP_SETUID and CAP_SETGID; not needed for level confined",
        _ => null,
    };

    /// <summary>A child that fails to start says why on standard error, as an unhandled exception.</summary>
    private static string FirstLine(string message)
    {
        const string Marker = "InvalidOperationException: ";
        int start = message.IndexOf(Marker, StringComparison.Ordinal);
        return (start < 0 ? message : message[(start + Marker.Length)..]).Split('\n')[0].Trim();
    }
}

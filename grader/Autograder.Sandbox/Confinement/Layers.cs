namespace Autograder.Sandbox.Confinement;

/// <summary>What keeps a child process in. Each is a request: one that is asked for and fails ends the process.</summary>
[Flags]
public enum Layers
{
    None = 0,

    /// <summary>Processor time, memory, files, descriptors: setrlimit(2).</summary>
    Limits = 1,

    /// <summary>The kernel ends it when its parent dies: PR_SET_PDEATHSIG.</summary>
    ParentDeath = 2,

    /// <summary>No other process of the same user may look into it: PR_SET_DUMPABLE.</summary>
    NonDumpable = 4,

    /// <summary>A user and group of its own, without groups and capabilities. Root only.</summary>
    PrivateUser = 8,

    /// <summary>The system-call filter on every thread, with no-new-privileges. What confinement stands on.</summary>
    SystemCalls = 16,

    /// <summary>Files, TCP ports and signals by Landlock, from before the first instruction of the runtime.</summary>
    Landlock = 32,

    /// <summary>A network, System V objects and a host name of its own: unshare(2). Root only.</summary>
    Namespaces = 64,
}

/// <summary>How far a stranger's code is held, from what holds it.</summary>
public enum SandboxLevel
{
    /// <summary>Nothing holds it.</summary>
    None,

    /// <summary>It can use up little of the machine, but may read and send what its user may.</summary>
    Limited,

    /// <summary>It can ask the system for memory, time and threads of its own, and for nothing else.</summary>
    Confined,

    /// <summary>Confined, and even without the filter it would stand alone: Landlock and a user of its own.</summary>
    Isolated,
}

public static class LayersExtensions
{
    private const Layers ForConfined = Layers.SystemCalls | Layers.Limits;
    private const Layers ForIsolated = ForConfined | Layers.Landlock | Layers.PrivateUser;

    /// <summary>Everything that costs nothing to speak of; the two that are left need a second start of the runtime.</summary>
    public const Layers Swift = Layers.Limits | Layers.ParentDeath | Layers.NonDumpable | Layers.PrivateUser | Layers.SystemCalls;

    public const Layers All = Swift | BeforeStart;

    /// <summary>
    /// Those that hold for a thread and its descendants only. The runtime has threads before it runs any code of ours (the
    /// finalizer's, for one), so that they are applied by a process that then starts itself again.
    /// </summary>
    public const Layers BeforeStart = Layers.Landlock | Layers.Namespaces;

    /// <summary>What can be asked for on this machine without a second start; whether it then works, only trying tells.</summary>
    public static Layers OfThisMachine => For(SandboxLevel.Confined);

    /// <summary>What to try for a level: everything that costs nothing, and what else it needs.</summary>
    public static Layers For(SandboxLevel level) => (level == SandboxLevel.Isolated ? All : Swift) & Possible;

    /// <summary>What makes sense to try here.</summary>
    public static Layers Possible =>
        !OperatingSystem.IsLinux() ? Layers.None
        : LinuxCalls.EffectiveUser() == 0 ? All
        : All & ~(Layers.PrivateUser | Layers.Namespaces);

    /// <summary>One at a time, from the outside in.</summary>
    public static IEnumerable<Layers> Each(this Layers layers) =>
        Enum.GetValues<Layers>().Where(layer => layer != Layers.None && layers.HasFlag(layer));

    /// <summary>As people and reports name one: system-calls.</summary>
    public static string Name(this Layers layer) =>
        string.Concat(layer.ToString().Select((letter, place) => char.IsUpper(letter) ? (place == 0 ? "" : "-") + char.ToLowerInvariant(letter) : $"{letter}"));

    public static SandboxLevel Level(this Layers layers) =>
        (layers & ForIsolated) == ForIsolated ? SandboxLevel.Isolated
        : (layers & ForConfined) == ForConfined ? SandboxLevel.Confined
        : layers.HasFlag(Layers.Limits) ? SandboxLevel.Limited
        : SandboxLevel.None;
}

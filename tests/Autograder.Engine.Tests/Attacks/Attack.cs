using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>What a question with an attack in it may come to.</summary>
[Flags]
internal enum Outcome
{
    None = 0,

    /// <summary>The attack was refused, caught that, and answered.</summary>
    Right = 1,
    Wrong = 2,
    Exception = 4,
    TimeLimit = 8,
    MemoryLimit = 16,
    OutputLimit = 32,
    ThreadLeftRunning = 64,
    WrongShape = 128,
    NonFinite = 256,
    Crash = 512,
    Security = 1024,
    Protocol = 2048,
}

/// <summary>What kind of harm an attack is after.</summary>
internal enum Family
{
    Files,
    Threads,
    Processes,
    Signals,
    Network,
    Resources,
    Hangs,
    Exits,
    Channel,
    Persistence,
    Benign,
}

/// <summary>
/// A stranger's answer to the second of three questions, x². It says "through: …" in an exception when it has achieved something,
/// and answers right when it was refused and lives. In a harmless form: signal 0, attaching without stopping, small files, at
/// most 3 GB, so that a sandbox that fails hurts nobody.
/// </summary>
/// <param name="Number">Of the list of attacks; several forms of one share it.</param>
/// <param name="Body">Of <c>double Second(double x)</c>; <see cref="AttackProgram"/> says what it can refer to.</param>
/// <param name="Expected">Each of these is as it should be, confined.</param>
internal sealed record Attack(int Number, string Name, Outcome Expected, string Body, string Members = "")
{
    /// <summary>What the question's answer is declared as.</summary>
    internal string ResultType { get; init; } = "double";

    /// <summary>Runs until it is stopped: gets little time.</summary>
    internal bool IsHasty => Expected.HasFlag(Outcome.TimeLimit);

    /// <summary>Fills memory: its peak is measured.</summary>
    internal bool FillsMemory { get; init; }

    /// <summary>Spoils its own program for the other questions too, as a module initializer does: they may be wrong.</summary>
    internal bool SpoilsOthers { get; init; }

    /// <summary>Would leave something behind, or do harm, with less around it than a system-call filter.</summary>
    internal bool NeedsFilter { get; init; }

    /// <summary>Part of what the verdict must say; empty where nothing in particular.</summary>
    internal string Says { get; init; } = "";

    internal string Id => $"{Number} {Name}";
}

internal static class AttackCorpus
{
    internal static ImmutableArray<(Family Family, Attack Attack)> All { get; } =
    [
        .. Of(Family.Files, FileAttacks.All),
        .. Of(Family.Threads, ThreadAttacks.All),
        .. Of(Family.Processes, ProcessAttacks.All),
        .. Of(Family.Signals, SignalAttacks.All),
        .. Of(Family.Network, NetworkAttacks.All),
        .. Of(Family.Resources, ResourceAttacks.All),
        .. Of(Family.Hangs, HangAttacks.All),
        .. Of(Family.Exits, ExitAttacks.All),
        .. Of(Family.Channel, ChannelAttacks.All),
        .. Of(Family.Persistence, PersistenceAttacks.All),
        .. Of(Family.Benign, BenignPrograms.All),
    ];

    internal static Attack ById(string id) => All.Single(entry => entry.Attack.Id == id).Attack;

    private static IEnumerable<(Family, Attack)> Of(Family family, ImmutableArray<Attack> attacks) => attacks.Select(attack => (family, attack));
}

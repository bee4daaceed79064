using System.Runtime.InteropServices;
using static Autograder.Sandbox.Confinement.LinuxCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>
/// Landlock: a thread takes file access, TCP ports and signals from itself and its descendants, landlock(7). Up to version 7 of
/// its interface no other thread of the process is touched, which is why <see cref="Walls"/> exists.
/// </summary>
internal static class Landlock
{
    private const nint AskForVersion = 1;
    private const nint PathBeneathRule = 1;
    private const ulong Execute = 1 << 0;
    private const ulong WriteFile = 1 << 1;
    private const ulong ReadFile = 1 << 2;
    private const ulong ReadDirectory = 1 << 3;

    [StructLayout(LayoutKind.Sequential)]
    private struct Ruleset
    {
        internal ulong Files;
        internal ulong Ports;
        internal ulong Scopes;
    }

    /// <summary>Packed: 12 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PathBeneath
    {
        internal ulong Access;
        internal int Directory;
    }

    /// <summary>0 where the kernel has none.</summary>
    internal static int Version => (int)Math.Max(0, Call(Number(SystemCalls.LandlockCreate), 0, 0, AskForVersion));

    /// <param name="readable">Files and directories that may be read and run; those that do not exist are passed over.</param>
    internal static unsafe void RestrictThread(IEnumerable<string> readable)
    {
        int version = Version;
        Confined.Require(version > 0, "landlock");
        var ruleset = new Ruleset
        {
            // 13 rights at first; then refer, truncate and, with version 5, the control of devices.
            Files = (1UL << (version switch { 1 => 13, 2 => 14, 3 or 4 => 15, _ => 16 })) - 1,
            Ports = version >= 4 ? 3UL : 0,
            Scopes = version >= 6 ? 3UL : 0,
        };
        int size = version switch { < 4 => 8, < 6 => 16, _ => 24 };
        int rules = (int)Call(Number(SystemCalls.LandlockCreate), (nint)(&ruleset), size, 0);
        Confined.Require(rules >= 0, "landlock_create_ruleset");
        foreach (string path in readable.Where(Path.Exists))
        {
            Allow(rules, path, Directory.Exists(path) ? Execute | ReadFile | ReadDirectory : ReadFile);
        }

        Allow(rules, "/dev/null", ReadFile | WriteFile);
        Confined.Require(Call(Number(SystemCalls.LandlockRestrict), rules, 0, 0) == 0, "landlock_restrict_self");
        _ = Close(rules);
    }

    private static unsafe void Allow(int rules, string path, ulong access)
    {
        int descriptor = Open(path, OpenPathOnly);
        Confined.Require(descriptor >= 0, $"open {path}");
        var rule = new PathBeneath { Access = access, Directory = descriptor };
        Confined.Require(Call(Number(SystemCalls.LandlockAdd), rules, PathBeneathRule, (nint)(&rule)) == 0, $"landlock_add_rule {path}");
        _ = Close(descriptor);
    }

    private static nint Number(SystemCall call) => call.On(RuntimeInformation.ProcessArchitecture)
        ?? throw new PlatformNotSupportedException($"there is no {call.Name} on {RuntimeInformation.ProcessArchitecture}");
}

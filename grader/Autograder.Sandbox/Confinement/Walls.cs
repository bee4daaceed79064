using System.Runtime.InteropServices;
using System.Text;
using static Autograder.Sandbox.Confinement.LinuxCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>
/// The layers that hold for a thread and its descendants only (<see cref="LayersExtensions.BeforeStart"/>). Theory of operation:
/// the runtime's finalizer and signal threads exist before the first line of ours and would stay outside; so the process lays the
/// walls round its main thread and starts its own program again from there. What execve(2) leaves is that one thread, and every
/// thread of the new runtime descends from it.
/// </summary>
public static class Walls
{
    private const string Flag = "--walls=";

    /// <summary>The argument that asks a child for them; null when none is asked for.</summary>
    public static string? Argument(Layers layers) => (layers & LayersExtensions.BeforeStart) is not Layers.None and var walls
        ? Flag + ((int)walls).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>Returns when no walls are asked for, or when they stand.</summary>
    /// <exception cref="InvalidOperationException">A layer failed; the process must not go on.</exception>
    public static void Raise(string[] arguments)
    {
        if (arguments is not [.., var last] || !last.StartsWith(Flag, StringComparison.Ordinal))
        {
            return;
        }

        var layers = (Layers)int.Parse(last.AsSpan(Flag.Length), System.Globalization.CultureInfo.InvariantCulture);
        if (layers.HasFlag(Layers.Namespaces))
        {
            Confined.Require(Unshare(UnshareNetwork | UnshareSystemV | UnshareHostName) == 0, "unshare");
        }

        if (layers.HasFlag(Layers.Landlock))
        {
            Confined.ForbidNewPrivileges();
            Landlock.RestrictThread(Readable());
        }

        string?[] command = [.. Strings("/proc/self/cmdline").SkipLast(1), null];
        string?[] environment = [.. Strings("/proc/self/environ"), null];
        Confined.Require(Execute("/proc/self/exe", command, environment) == 0, "execve");
    }

    /// <summary>What the runtime reads as it starts.</summary>
    private static IEnumerable<string> Readable() =>
    [
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        AppContext.BaseDirectory,
        "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/proc", "/sys/fs/cgroup", "/sys/devices/system/cpu", "/dev/urandom",
    ];

    /// <summary>Strings of which each ends with a zero.</summary>
    private static IEnumerable<string> Strings(string file) =>
        Encoding.UTF8.GetString(File.ReadAllBytes(file)).Split('\0').SkipLast(1);
}

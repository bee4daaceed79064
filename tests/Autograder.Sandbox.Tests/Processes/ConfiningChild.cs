using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Autograder.Sandbox.Confinement;

namespace Autograder.Sandbox.Tests.Processes;

/// <summary>What <see cref="TestChild"/> does to itself in the tests of confinement.</summary>
internal static class ConfiningChild
{
    private static string finalizer = "";

    /// <summary>As <see cref="Confined.Seal"/>, but for the thread that asks alone.</summary>
    internal static unsafe void FilterThread()
    {
        Architecture architecture = RuntimeInformation.ProcessArchitecture;
        FilterInstruction[] instructions = SystemCallFilter.For(architecture, Environment.ProcessId);
        Confined.ForbidNewPrivileges();
        fixed (FilterInstruction* first = instructions)
        {
            nint* filter = stackalloc nint[2] { instructions.Length, (nint)first };
            Confined.Require(LinuxCalls.Call(SystemCalls.Filter.On(architecture)!.Value, 1, 0, (nint)filter) == 0, "seccomp");
        }
    }

    internal static void RestrictThread()
    {
        Confined.ForbidNewPrivileges();
        Landlock.RestrictThread(["/usr", "/lib", "/lib64", "/proc"]);
    }

    /// <summary>What this thread and the finalizer's are told when they read a file.</summary>
    internal static string ReadEverywhere(string file)
    {
        string itself = Read(file);
        Abandon(file);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return $"itself: {itself}, its finalizer: {finalizer}";
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (UnauthorizedAccessException)
        {
            return "refused";
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(string file) => GC.KeepAlive(new Reader(file));

    // Its thread is what these tests are about.
#pragma warning disable MA0055
    private sealed class Reader(string file)
    {
        ~Reader() => finalizer = Read(file);
    }
#pragma warning restore MA0055
}

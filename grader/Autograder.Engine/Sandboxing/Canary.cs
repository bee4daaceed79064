namespace Autograder.Engine.Sandboxing;

/// <summary>
/// The program of the self-test: does, in harmless forms, what a stranger's must not be able to. Each method returns 1 when it got
/// through and 0 when it was stopped; those that should end the program come last.
/// </summary>
internal static class Canary
{
    /// <summary>What each method tries, as doctor prints it.</summary>
    internal static readonly (string Method, string What)[] Attempts =
    [
        ("ReadsAFile", "read a file"),
        ("ReadsAFileInAFinalizer", "read a file from the finalizer's thread"),
        ("ReadsAFileInThePool", "read a file from a pool thread"),
        ("StatsAFile", "see that a file exists"),
        ("ListsAFolder", "list a folder"),
        ("WritesAFile", "write a file"),
        ("OpensASocket", "open a network socket"),
        ("OpensALocalSocket", "open a local socket"),
        ("SharesMemory", "share memory past its limit"),
        ("RaisesALimit", "raise its own limit"),
        ("RunsAProgram", "run another program"),
        ("SignalsItsParent", "send its parent a signal"),
    ];

    /// <param name="secret">A file that anyone may read and the runtime has no need to.</param>
    /// <param name="target">A file that does not exist, in a folder in which anyone may write.</param>
    internal static string Source(string secret, string target) => $$"""
        using System;
        using System.IO;
        using System.Net.Sockets;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Threading;
        using System.Threading.Tasks;

        public static class Canary
        {
            private const string Secret = {{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(secret, quote: true)}};
            private const string Target = {{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(target, quote: true)}};
            private static readonly ManualResetEventSlim Finalized = new();
            private static double finalizer;

            public static double ReadsAFile() => Try(() => File.ReadAllBytes(Secret));

            public static double ReadsAFileInAFinalizer()
            {
                Abandon();
                GC.Collect();
                GC.WaitForPendingFinalizers();
                Finalized.Wait();
                return finalizer;
            }

            public static double ReadsAFileInThePool() => Task.Run(ReadsAFile).Result;

            public static double StatsAFile() => File.Exists(Secret) ? 1 : 0;

            public static double ListsAFolder() => Try(() => Directory.GetFileSystemEntries("/"));

            public static double WritesAFile() => Try(() => File.WriteAllText(Target, "x"));

            public static double OpensASocket() => Try(() => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp).Dispose());

            public static double OpensALocalSocket() => Try(() => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified).Dispose());

            public static double SharesMemory() => mmap(0, 1 << 20, 3, 0x21, -1, 0) == -1 ? 0 : 1;

            public static double RaisesALimit() => setrlimit(1, new long[] { 1 << 20, 1 << 20 }) == 0 ? 1 : 0;

            // There is no such program; whoever comes to hear that has been let through.
            public static double RunsAProgram()
            {
                execve("/nonexistent/program", new string?[] { null }, new string?[] { null });
                return 1;
            }

            // Signal 0 only asks whether it could be sent.
            public static double SignalsItsParent() => kill(getppid(), 0) == 0 ? 1 : 0;

            private static double Try(Action attempt)
            {
                try
                {
                    attempt();
                    return 1;
                }
                catch (Exception)
                {
                    return 0;
                }
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            private static void Abandon() => GC.KeepAlive(new Reader());

            private sealed class Reader
            {
                ~Reader()
                {
                    finalizer = ReadsAFile();
                    Finalized.Set();
                }
            }

            [DllImport("libc.so.6")] private static extern nint mmap(nint address, nint length, int protection, int flags, int descriptor, long offset);
            [DllImport("libc.so.6")] private static extern int setrlimit(int resource, long[] limit);
            [DllImport("libc.so.6")] private static extern int execve(string path, string?[] arguments, string?[] environment);
            [DllImport("libc.so.6")] private static extern int kill(int process, int signal);
            [DllImport("libc.so.6")] private static extern int getppid();
        }
        """;
}

using System.Globalization;
using Autograder.Engine.Tests.Execution;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>The whole file of an attack, with what its body can refer to: where its targets are, and any system call.</summary>
internal static class AttackProgram
{
    internal static string Source(Attack attack, AttackTargets targets, int sibling) =>
        ThreeQuestions.Source(attack.Body, $"{attack.Members}\n{Members(targets, sibling)}")
            .Replace("public static double Second(", $"public static {attack.ResultType} Second(", StringComparison.Ordinal);

    private static string Members(AttackTargets targets, int sibling) => string.Create(CultureInfo.InvariantCulture, $$"""
        const string Folder = "{{targets.Folder}}";
        const string Secret = "{{targets.Secret}}";
        const string Target = "{{targets.Target}}";
        const string UnixPath = "{{targets.UnixPath}}";
        const string AbstractName = "\0{{targets.AbstractName}}";
        const string Sleep = "{{targets.SleepSeconds}}";
        const int TcpPort = {{targets.TcpPort}};
        const int UdpPort = {{targets.UdpPort}};
        const int Grader = {{Environment.ProcessId}};
        const int Sibling = {{sibling}};

        static double Through(string how) => throw new InvalidOperationException("{{AttackRun.ThroughMark}}" + how);

        static double Refused(nint result, double x, string how) => result < 0 ? x * x : Through(how);

        // By number on x86-64 and on arm64; the library is loaded already, so that no file is opened for it.
        static nint Call(int x64, int arm64, nint a = 0, nint b = 0, nint c = 0, nint d = 0, nint e = 0, nint f = 0) =>
            syscall(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? x64 : arm64, a, b, c, d, e, f);

        static nint WithPath(string path, Func<nint, nint> call)
        {
            nint text = Marshal.StringToHGlobalAnsi(path);
            try
            {
                return call(text);
            }
            finally
            {
                Marshal.FreeHGlobal(text);
            }
        }

        [DllImport("libc.so.6")] static extern nint syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);
        """);
}

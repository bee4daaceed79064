using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>
/// What an attack is after: a secret that anybody may read and a file that anybody may write, in a folder that is open to all,
/// and listeners to whom nobody speaks. Whatever is done to them, shows.
/// </summary>
internal sealed class AttackTargets : IDisposable
{
    internal const string SecretText = "the reference says: two times x to the first";
    private const string TargetText = """{ "score": 0 }""";
    private const int OpenReadWrite = 2;
    private static int count;
    private readonly int _number = Interlocked.Increment(ref count);
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly Socket _udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket _unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Socket _abstract = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly SafeHandle _leaked;
    private readonly string[] _before;

    internal AttackTargets()
    {
        Folder = Directory.CreateTempSubdirectory("autograder-targets-").FullName;
        Write(Secret, SecretText, "0644");
        Write(Target, TargetText, "0666");
        _tcp.Start();
        _udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _unix.Bind(new UnixDomainSocketEndPoint(UnixPath));
        _abstract.Bind(new UnixDomainSocketEndPoint($"\0{AbstractName}"));
        _unix.Listen();
        _abstract.Listen();
        SetMode(UnixPath, "0777");
        SetMode(Folder, "0777");

        // Without the close-on-exec flag, as a library of the grader's might.
        _leaked = new Microsoft.Win32.SafeHandles.SafeFileHandle(Open(Target, OpenReadWrite), ownsHandle: true);
        _before = State();
    }

    internal string Folder { get; }

    internal string Secret => Path.Combine(Folder, "secret.txt");

    internal string Target => Path.Combine(Folder, "results.json");

    internal string UnixPath => Path.Combine(Folder, "listener");

    internal string AbstractName => Path.GetFileName(Folder);

    /// <summary>An argument of sleep by which a process that was started is known.</summary>
    internal string SleepSeconds => string.Create(CultureInfo.InvariantCulture, $"61.{Environment.ProcessId}{_number:D4}");

    internal int TcpPort => ((IPEndPoint)_tcp.LocalEndpoint).Port;

    internal int UdpPort => ((IPEndPoint)_udp.LocalEndPoint!).Port;

    /// <summary>What was done to them.</summary>
    internal IEnumerable<string> Traces()
    {
        if (!State().SequenceEqual(_before))
        {
            yield return $"files have changed: {string.Join("; ", State().Except(_before))}";
        }

        if (_tcp.Pending() || _udp.Available > 0 || HasVisitor(_unix) || HasVisitor(_abstract))
        {
            yield return "somebody has spoken to a listener";
        }
    }

    public void Dispose()
    {
        _leaked.Dispose();
        _tcp.Dispose();
        _udp.Dispose();
        _unix.Dispose();
        _abstract.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static bool HasVisitor(Socket listener) => listener.Poll(0, SelectMode.SelectRead);

    private string[] State() =>
        [.. new DirectoryInfo(Folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => string.Create(
            CultureInfo.InvariantCulture, $"{entry.Name} {entry.UnixFileMode} {entry.LastWriteTimeUtc.Ticks} {ContentOf(entry.FullName)}"))];

    private string ContentOf(string path) => path == Secret || path == Target ? File.ReadAllText(path) : "";

    private static void Write(string path, string text, string mode)
    {
        File.WriteAllText(path, text);
        SetMode(path, mode);
    }

    private static void SetMode(string path, string octal)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(octal, 8));
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}

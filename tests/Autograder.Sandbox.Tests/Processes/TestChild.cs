using System.Diagnostics;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;

namespace Autograder.Sandbox.Tests.Processes;

/// <summary>
/// The other side of the tests: what <c>dotnet exec</c> of this assembly runs. Its first frame names the scenario, because a
/// child gets no environment, and no arguments but the one for its walls.
/// </summary>
internal static class TestChild
{
    /// <summary>Kind of every frame of these tests; <see cref="FrameReader"/> wants one.</summary>
    internal const byte Kind = 1;

    internal static string Program => typeof(TestChild).Assembly.Location;

    /// <summary>Scenarios that the path of a file follows.</summary>
    internal const string RestrictsItsThread = "restricts its own thread and reads ";
    internal const string ReadsInAFinalizer = "reads ";

    private static void Main(string[] arguments)
    {
        Walls.Raise(arguments);
        (Stream fromParent, Stream toParent) = ProtocolStreams.Take();
        string scenario = new FrameReader(FrameStream.Read(fromParent)!).ReadString();
        switch (scenario)
        {
            case "echo":
                while (FrameStream.Read(fromParent) is { } frame)
                {
                    FrameStream.Write(toParent, frame);
                }

                break;
            case "environment":
                Say(toParent, string.Join('\n', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)));
                break;
            case "descriptors":
                Say(toParent, string.Join('\n', Descriptors.OfThisProcess()));
                break;
            case "limits":
                Confined.Enter(Limits(7));
                Say(toParent, File.ReadAllText("/proc/self/limits"));
                break;
            case "busy":
                Confined.Enter(Limits(1));
                Say(toParent, "busy");
                Spin();
                break;
            case "deaf":
                Say(toParent, "deaf");
                WaitForever();
                break;
            case "deaf after closing its own pipe":
                toParent.Dispose();
                WaitForever();
                break;
            case "flood":
                Flood(Console.OpenStandardError());
                break;
            case "flood of standard output":
                Flood(Console.OpenStandardOutput());
                break;
            case "chatter":
                while (true)
                {
                    Say(toParent, "again");
                }

            case "no frame":
                toParent.Write([0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
                WaitForever();
                break;
            case "half a frame":
                toParent.Write([100, 0, 0, 0, 1, 2, 3]);
                break;
            case "exit 3":
                Console.OpenStandardError().Write("farewell"u8);
                Environment.Exit(3);
                break;
            case "reads standard input":
                Say(toParent, $"{Console.OpenStandardInput().ReadByte()}");
                break;
            case "grandchild":
                StartGrandchild(toParent);
                WaitForever();
                break;
            case "leaves a grandchild":
                StartGrandchild(toParent);
                Confined.Exit();
                break;
            case "ends without ceremony":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => WaitForever();
                new Thread(WaitForever).Start();
                Confined.Exit();
                break;
            case "says that it is there":
                Say(toParent, "here");
                WaitForever();
                break;
            case "filters its own thread":
                Say(toParent, "soon");
                ConfiningChild.FilterThread();
                Say(toParent, "filtered");
                WaitForever();
                break;
            case "filters every thread":
                Say(toParent, "soon");
                Confined.Enter(Limits(60));
                Confined.Seal(Layers.SystemCalls);
                Say(toParent, "filtered");
                WaitForever();
                break;
            case var reads when reads.StartsWith(RestrictsItsThread, StringComparison.Ordinal):
                ConfiningChild.RestrictThread();
                Say(toParent, ConfiningChild.ReadEverywhere(reads[RestrictsItsThread.Length..]));
                break;
            case var reads when reads.StartsWith(ReadsInAFinalizer, StringComparison.Ordinal):
                Say(toParent, ConfiningChild.ReadEverywhere(reads[ReadsInAFinalizer.Length..]));
                break;
            default:
                throw new InvalidOperationException($"no scenario '{scenario}'");
        }
    }

    private static ConfinementRequest Limits(int cpuSeconds) => new(new ResourceLimits(cpuSeconds, 64L << 20), Layers.Limits, Parent: 0);

    private static void StartGrandchild(Stream toParent)
    {
        Confined.Enter(Limits(60));
        using var grandchild = Process.Start("/bin/sh", ["-c", "sleep 600 & sleep 600"]);
        Say(toParent, $"{grandchild.Id}");
    }

    private static void Say(Stream stream, string text) => FrameStream.Write(stream, new FrameWriter(Kind).Write(text).ToArray());

    private static void Flood(Stream stream)
    {
        byte[] line = new byte[1000];
        line.AsSpan().Fill((byte)'x');
        while (true)
        {
            stream.Write(line);
        }
    }

    private static void Spin()
    {
        while (true)
        {
        }
    }

    private static void WaitForever()
    {
        using var never = new ManualResetEvent(initialState: false);
        never.WaitOne();
    }
}

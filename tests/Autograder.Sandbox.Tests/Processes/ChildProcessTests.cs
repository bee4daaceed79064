using System.Globalization;
using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Processes;

namespace Autograder.Sandbox.Tests.Processes;

/// <summary>With real processes; <see cref="TestChild"/> is the other side. One after the other, because they count processes.</summary>
public sealed class ChildProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Frames_go_there_and_back()
    {
        using ChildProcess child = Start("echo");
        byte[] large = new FrameWriter(TestChild.Kind).Write(new string('a', 1 << 20)).ToArray();
        Assert.True(child.TrySend(large, Patience));
        Assert.Equal(large, child.Receive(Patience));
        Assert.False(child.HasEnded);
    }

    [Fact]
    public void A_child_sees_nothing_but_settings_of_the_runtime_in_its_environment()
    {
        Environment.SetEnvironmentVariable("AUTOGRADER_TEST_SECRET", "42");
        using ChildProcess child = Start("environment");
        string[] names = Text(child).Split('\n');
        Assert.Contains("DOTNET_GCHeapHardLimit", names);
        Assert.All(names, name => Assert.StartsWith("DOTNET_", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_child_inherits_three_pipes_and_nothing_else()
    {
        // Opened after the first child may have started, and without the close-on-exec flag, as a native library would.
        Start("exit 3").Dispose();
        int leaked = LinuxCalls.Open("/dev/zero", LinuxCalls.OpenReadWrite);
        Assert.True(leaked >= 0);

        using ChildProcess child = Start("descriptors");
        string[] theirs = Text(child).Split('\n');
        string[] ours = [.. Descriptors.OfThisProcess().Select(Target)];

        Assert.Contains("/dev/zero", ours);
        string[] standard = [.. theirs.Where(descriptor => descriptor[0] is '0' or '1' or '2' && descriptor[1] == ' ').Select(Target)];
        string[] further = [.. theirs.Select(Target).Where(IsNoFileOfTheRuntime).Except(standard)];

        // The protocol's two pipes, moved away from 0 and 1, are shared with this process; so is standard error.
        Assert.Equal(2, further.Intersect(ours).Count());
        Assert.DoesNotContain("/dev/zero", theirs.Select(Target));
    }

    [Fact]
    public void A_child_reads_nothing_from_standard_input()
    {
        using ChildProcess child = Start("reads standard input");
        Assert.Equal("-1", Text(child));
    }

    [Fact]
    public void How_a_child_ended_is_known()
    {
        using ChildProcess child = Start("exit 3");
        Assert.Equal(new ProcessEnd(3, "farewell"), child.WaitForEnd());
        Assert.Null(child.Receive(Patience));
        Assert.True(child.HasEnded);
        Assert.False(child.BrokeProtocol);
    }

    [Fact]
    public void An_end_waits_for_no_thread_and_no_handler()
    {
        using ChildProcess child = Start("ends without ceremony");
        Assert.Equal(0, child.WaitForEnd().ExitCode);
    }

    [Fact]
    public void A_session_has_limits_on_what_it_takes()
    {
        using ChildProcess child = Start("limits");
        Dictionary<string, string> limits = Text(child).Split('\n').Skip(1).Where(line => line.Length > 26)
            .ToDictionary(line => line[..26].Trim(), line => string.Join(' ', line[26..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)));
        Assert.Equal("7 8", limits["Max cpu time"]);
        Assert.Equal("0 0", limits["Max file size"]);
        Assert.Equal("0 0", limits["Max core file size"]);
        Assert.Equal("1024 1024", limits["Max open files"]);
        Assert.Equal($"{320L << 20} {320L << 20}", limits["Max data size"]);
    }

    [Fact]
    public void Too_much_processor_time_ends_a_child_with_the_signal_for_it()
    {
        const int SignalCpuTime = 24;
        using ChildProcess child = Start("busy");
        Assert.Equal("busy", Text(child));
        Assert.Null(child.Receive(Patience));
        Assert.Equal(128 + SignalCpuTime, child.WaitForEnd().ExitCode);
    }

    [Fact]
    public void The_processor_time_of_a_child_that_was_killed_is_not_forgotten()
    {
        using ChildProcess child = Start("busy");
        Assert.Equal("busy", Text(child));
        Assert.True(SpinWait.SpinUntil(() => child.CpuTime > TimeSpan.FromSeconds(0.3), Patience));
        child.Kill();
        child.WaitForEnd();
        Assert.InRange(child.CpuTime.TotalSeconds, 0.3, 2);
    }

    [Theory]
    [InlineData("flood")]
    [InlineData("flood of standard output")]
    public void A_flood_of_text_ends_the_child(string scenario)
    {
        using ChildProcess child = Start(scenario, maxErrorCharacters: 10_000);
        Assert.Null(child.Receive(Patience));
        ProcessEnd end = child.WaitForEnd();
        Assert.True(child.IsFlooding);
        Assert.True(child.HasEnded);
        Assert.InRange(end.Errors.Length, 10_000, 64 << 10);
    }

    [Fact]
    public void Something_that_is_no_frame_ends_the_child()
    {
        using ChildProcess child = Start("no frame");
        Assert.Null(child.Receive(Patience));
        Assert.True(child.BrokeProtocol);
        Assert.True(IsGone(child.Id));
    }

    [Fact]
    public void Half_a_frame_is_the_end_and_no_frame()
    {
        using ChildProcess child = Start("half a frame");
        Assert.Null(child.Receive(Patience));
        Assert.True(child.HasEnded);
    }

    [Fact]
    public void A_child_that_does_not_read_is_not_waited_for()
    {
        using ChildProcess child = Start("deaf");
        Assert.Equal("deaf", Text(child));
        Assert.False(child.TrySend(new byte[1 << 20], TimeSpan.FromMilliseconds(100)));
        Assert.Null(child.Receive(TimeSpan.FromMilliseconds(1)));
        Assert.False(child.HasEnded);
    }

    [Fact]
    public void Sending_does_not_wait_for_a_thread_pool_that_is_busy()
    {
        using ChildProcess child = Start("echo");
        using var gate = new ManualResetEvent(initialState: false);
        using var blocked = new CountdownEvent(500);
        for (int index = 0; index < blocked.InitialCount; index++)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                gate.WaitOne();
                blocked.Signal();
            });
        }

        bool isSent = child.TrySend([1, 2], TimeSpan.FromSeconds(5));
        gate.Set();
        blocked.Wait();
        Assert.True(isSent);
    }

    [Fact]
    public void The_end_of_a_child_does_not_wait_for_the_children_that_it_left()
    {
        using ChildProcess child = Start("leaves a grandchild");
        int grandchild = int.Parse(Text(child), CultureInfo.InvariantCulture);
        Assert.Equal(0, child.WaitForEnd().ExitCode);
        Assert.True(IsGone(grandchild));
    }

    [Fact]
    public void A_child_that_is_gone_takes_nothing()
    {
        using ChildProcess child = Start("exit 3");
        child.WaitForEnd();
        Assert.False(child.TrySend(new byte[1 << 20], Patience));
    }

    [Fact]
    public void Killing_a_child_ends_its_own_children_too()
    {
        using ChildProcess child = Start("grandchild");
        int grandchild = int.Parse(Text(child), CultureInfo.InvariantCulture);
        int[] sleepers = ChildrenOf(grandchild);
        Assert.NotEmpty(sleepers);
        child.Kill();
        Assert.All([child.Id, grandchild, .. sleepers], process => Assert.True(IsGone(process)));
    }

    [Fact]
    public void Disposing_a_child_that_has_ended_ends_the_children_that_it_left()
    {
        ChildProcess child = Start("leaves a grandchild");
        int grandchild = int.Parse(Text(child), CultureInfo.InvariantCulture);
        Assert.Null(child.Receive(Patience));
        Assert.True(child.HasEnded);
        child.Dispose();
        Assert.True(IsGone(grandchild));
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("deaf")]
    [InlineData("deaf after closing its own pipe")]
    [InlineData("chatter")]
    [InlineData("grandchild")]
    [InlineData("no frame")]
    [InlineData("exit 3")]
    public async Task Disposing_leaves_no_process_and_does_not_hang(string scenario)
    {
        ChildProcess child = Start(scenario);
        child.Receive(TimeSpan.FromMilliseconds(200));
        int id = child.Id;
        await Task.Run(child.Dispose).WaitAsync(TimeSpan.FromSeconds(3));
        Assert.True(IsGone(id));
    }

    [Fact]
    public void Disposing_twice_is_once()
    {
        ChildProcess child = Start("echo");
        child.Dispose();
        child.Dispose();
    }

    [Fact]
    public async Task Disposing_while_a_frame_is_on_its_way_does_not_hang()
    {
        ChildProcess child = Start("deaf");
        Assert.Equal("deaf", Text(child));
        child.TrySend(new byte[1 << 20], TimeSpan.FromMilliseconds(10));
        await Task.Run(child.Dispose).WaitAsync(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Children_that_are_disposed_leave_no_descriptor_open()
    {
        Start("exit 3").Dispose();
        int before = Descriptors.OfThisProcess().Count(descriptor => Target(descriptor).StartsWith("pipe:", StringComparison.Ordinal));
        for (int count = 0; count < 5; count++)
        {
            Start("exit 3").Dispose();
        }

        int after = Descriptors.OfThisProcess().Count(descriptor => Target(descriptor).StartsWith("pipe:", StringComparison.Ordinal));
        Assert.Equal(before, after);
    }

    private static ChildProcess Start(string scenario, int maxErrorCharacters = 1 << 20)
    {
        var child = ChildProcess.Start(TestChild.Program, 64L << 20, maxErrorCharacters);
        Assert.True(child.TrySend(new FrameWriter(TestChild.Kind).Write(scenario).ToArray(), Patience));
        return child;
    }

    private static string Text(ChildProcess child) => child.Receive(Patience) is { } frame
        ? new FrameReader(frame).ReadString()
        : throw new InvalidOperationException($"The child said nothing: {child.WaitForEnd()}");

    private static string Target(string descriptor) => descriptor[(descriptor.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static bool IsNoFileOfTheRuntime(string target) =>
        target != "/dev/null" && !target.EndsWith(".dll", StringComparison.Ordinal) && !target.StartsWith("/proc/", StringComparison.Ordinal);

    /// <summary>Waits for it; a zombie that nobody has collected yet counts as gone.</summary>
    private static bool IsGone(int process) => SpinWait.SpinUntil(() => StateOf(process) is 'Z' or 'X', Patience);

    private static char StateOf(int process)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{process}/stat");
            return status[status.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return 'X';
        }
    }

    private static int[] ChildrenOf(int process)
    {
        string children = "";
        SpinWait.SpinUntil(() => (children = File.ReadAllText($"/proc/{process}/task/{process}/children").Trim()).Split(' ').Length == 2, Patience);
        return [.. children.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }
}

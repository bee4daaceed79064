using System.Runtime.InteropServices;
using Autograder.Sandbox.Confinement;

namespace Autograder.Sandbox.Tests.Confinement;

/// <summary>What the filter says of every call, on the machine it is made for.</summary>
public sealed class SystemCallFilterTests
{
    private const int Self = 4711;
    private const uint Unknown = 0x00050000 | 38;
    private const ulong High = 1UL << 32;

    public static TheoryData<Architecture> Architectures => [Architecture.X64, Architecture.Arm64];

    [Theory]
    [MemberData(nameof(Architectures))]
    public void What_is_allowed_is_allowed_whatever_its_arguments(Architecture architecture)
    {
        Assert.All(Numbers(architecture, SystemCalls.Allowed), number =>
        {
            Assert.Equal(SystemCallFilter.Allow, Run(architecture, number));
            Assert.Equal(SystemCallFilter.Allow, Run(architecture, number, [.. Enumerable.Repeat(ulong.MaxValue, 6)]));
        });
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void What_nobody_does_by_accident_is_the_end(Architecture architecture) =>
        Assert.All(Numbers(architecture, SystemCalls.Fatal), number => Assert.Equal(SystemCallFilter.Kill, Run(architecture, number)));

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Every_call_that_is_not_named_is_refused(Architecture architecture)
    {
        uint[] named = Numbers(architecture, [.. SystemCalls.Named]);
        uint[] landlock = Numbers(architecture, [SystemCalls.LandlockCreate, SystemCalls.LandlockAdd, SystemCalls.LandlockRestrict]);
        Assert.All(Enumerable.Range(0, 1000).Select(number => (uint)number).Except(named).Concat(landlock), number =>
            Assert.Equal(SystemCallFilter.Refuse, Run(architecture, number)));
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void A_clone_is_a_thread_or_the_end(Architecture architecture)
    {
        const ulong Thread = 0x00010000;

        // What the C library asks for: CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID and CHILD_CLEARTID.
        Assert.Equal(SystemCallFilter.Allow, Run(architecture, SystemCalls.Clone, 0x003D0F00));
        Assert.Equal(SystemCallFilter.Allow, Run(architecture, SystemCalls.Clone, Thread));
        Assert.Equal(SystemCallFilter.Kill, Run(architecture, SystemCalls.Clone, 17));
        Assert.Equal(SystemCallFilter.Kill, Run(architecture, SystemCalls.Clone, 0x4100 | 17));
        ulong[] namespaces = [0x80, 0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000];
        Assert.All(namespaces, flag => Assert.Equal(SystemCallFilter.Kill, Run(architecture, SystemCalls.Clone, Thread | flag)));
        Assert.Equal(Unknown, Run(architecture, SystemCalls.Clone3));
    }

    [Theory]
    [InlineData(0x22, 3, true)]
    [InlineData(0x22, 7, true)]
    [InlineData(0x02, 3, true)]
    [InlineData(0x01, 1, true)]
    [InlineData(0x01, 5, true)]
    [InlineData(0x01, 3, false)]
    [InlineData(0x03, 3, false)]
    [InlineData(0x21, 3, false)]
    [InlineData(0x21, 1, false)]
    [InlineData(0x21, 0, false)]
    [InlineData(0x4022, 3, true)]
    [InlineData(0x20022, 3, true)]
    [InlineData(0x122, 3, false)]
    [InlineData(0x40022, 3, false)]
    public void Memory_is_mapped_for_oneself_or_to_be_read(uint flags, uint protection, bool isAllowed)
    {
        foreach (Architecture architecture in (Architecture[])[Architecture.X64, Architecture.Arm64])
        {
            uint verdict = Run(architecture, SystemCalls.MemoryMap, 0, 4096, protection, flags, ulong.MaxValue, 0);
            Assert.Equal(isAllowed ? SystemCallFilter.Allow : SystemCallFilter.Refuse, verdict);
        }
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void A_signal_goes_to_oneself_or_is_the_end(Architecture architecture)
    {
        ulong[] others = [0, 1, Self + 1, uint.MaxValue, ulong.MaxValue, unchecked((uint)-Self)];
        foreach (SystemCall call in (SystemCall[])[SystemCalls.Signal, SystemCalls.SignalThread])
        {
            Assert.Equal(SystemCallFilter.Allow, Run(architecture, call, Self, 9));
            Assert.All(others, process => Assert.Equal(SystemCallFilter.Kill, Run(architecture, call, process, 0)));
        }
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Controls_are_those_that_the_runtime_needs(Architecture architecture)
    {
        AssertOnly(architecture, SystemCalls.ProcessControl, [3, 15, 16, 0x53564D41], from: [0, 1, 2, 4, 22, 24, 36, 38, 59], place: 0);
        AssertOnly(architecture, SystemCalls.DeviceControl, [0x5401, 0x5413, 0x541B], from: [0, 0x5402, 0x5412, 0x5423, 0x8933], place: 1);
        AssertOnly(architecture, SystemCalls.DescriptorControl, [0, 1, 2, 3, 1030], from: [4, 5, 6, 7, 8, 37, 1024, 1031, 1033], place: 1);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Limits_are_read_and_not_set(Architecture architecture)
    {
        Assert.Equal(SystemCallFilter.Allow, Run(architecture, SystemCalls.ProcessLimit, 0, 1, 0, 0x7FFF0000));
        Assert.Equal(SystemCallFilter.Refuse, Run(architecture, SystemCalls.ProcessLimit, 0, 1, 0x7FFF0000, 0));
        Assert.Equal(SystemCallFilter.Refuse, Run(architecture, SystemCalls.ProcessLimit, 0, 1, High, 0));
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Processors_are_chosen_for_oneself_and_files_are_not_locked(Architecture architecture)
    {
        Assert.Equal(SystemCallFilter.Allow, Run(architecture, SystemCalls.SetAffinity, 0));
        Assert.Equal(SystemCallFilter.Refuse, Run(architecture, SystemCalls.SetAffinity, Self));
        Assert.Equal(Unknown, Run(architecture, SystemCalls.FileLock, 3, 6));
    }

    [Fact]
    public void Another_architecture_is_the_end()
    {
        const uint AuditI386 = 0x40000003;
        const uint AuditArm = 0x40000028;
        foreach (Architecture architecture in (Architecture[])[Architecture.X64, Architecture.Arm64])
        {
            FilterInstruction[] program = SystemCallFilter.For(architecture, Self);
            uint other = Audit(architecture == Architecture.X64 ? Architecture.Arm64 : Architecture.X64);
            Assert.All((uint[])[AuditI386, AuditArm, other, 0], audit => Assert.Equal(SystemCallFilter.Kill, FilterInterpreter.Run(program, audit, number: 39)));
        }
    }

    [Fact]
    public void Calls_of_the_x32_abi_are_the_end()
    {
        uint[] numbers = [0, 1, 39, 520, 0x3FFFFFFF];
        Assert.All(numbers, number => Assert.Equal(SystemCallFilter.Kill, Run(Architecture.X64, 0x40000000 | number)));
        Assert.Equal(SystemCallFilter.Kill, Run(Architecture.X64, uint.MaxValue));
    }

    [Fact]
    public void There_is_no_filter_for_another_machine() =>
        Assert.Throws<PlatformNotSupportedException>(() => SystemCallFilter.For(Architecture.S390x, Self));

    /// <summary>BPF_MAXINSNS of linux/bpf_common.h.</summary>
    [Theory]
    [MemberData(nameof(Architectures))]
    public void The_kernel_takes_a_program_of_this_length(Architecture architecture) =>
        Assert.InRange(SystemCallFilter.For(architecture, Self).Length, 100, 4096);

    private static void AssertOnly(Architecture architecture, SystemCall call, ulong[] allowed, ulong[] from, int place)
    {
        Assert.All(allowed, value => Assert.Equal(SystemCallFilter.Allow, Run(architecture, call, At(place, value))));
        Assert.All(from, value => Assert.Equal(SystemCallFilter.Refuse, Run(architecture, call, At(place, value))));
    }

    private static ulong[] At(int place, ulong value) => [.. Enumerable.Range(0, place + 1).Select(index => index == place ? value : 0)];

    private static uint[] Numbers(Architecture architecture, SystemCall[] calls) =>
        [.. calls.Select(call => call.On(architecture)).OfType<int>().Select(number => (uint)number)];

    private static uint Run(Architecture architecture, SystemCall call, params ulong[] arguments) =>
        Run(architecture, (uint)call.On(architecture)!.Value, arguments);

    private static uint Run(Architecture architecture, uint number, params ulong[] arguments) =>
        FilterInterpreter.Run(SystemCallFilter.For(architecture, Self), Audit(architecture), number, arguments);

    private static uint Audit(Architecture architecture) => architecture == Architecture.X64 ? 0xC000003E : 0xC00000B7;
}

using System.Runtime.InteropServices;

namespace Autograder.Sandbox.Confinement;

/// <summary>One instruction of a classic BPF program: struct sock_filter of linux/filter.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FilterInstruction(ushort Code, byte IfTrue, byte IfFalse, uint Operand);

/// <summary>
/// The instructions of a system-call filter, seccomp(2). Each rule is a block of its own that begins with a test of the call's
/// number and ends in a verdict, so that no jump is long.
/// </summary>
internal sealed class FilterProgram
{
    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint ArgumentsOffset = 16;
    private readonly List<FilterInstruction> _instructions = [];

    internal FilterInstruction[] ToArray() => [.. _instructions];

    internal FilterProgram LoadNumber() => Add(Load, NumberOffset);

    internal FilterProgram LoadArchitecture() => Add(Load, ArchitectureOffset);

    /// <summary>The lower half of an argument, which is all of it for flags and descriptors.</summary>
    internal FilterProgram LoadLower(int argument) => Add(Load, ArgumentsOffset + (8 * (uint)argument));

    internal FilterProgram LoadUpper(int argument) => Add(Load, ArgumentsOffset + (8 * (uint)argument) + 4);

    internal FilterProgram End(uint verdict) => Add(Return, verdict);

    internal FilterProgram EndIfEqual(uint value, uint verdict) => Add(JumpIfEqual, value, ifTrue: 0, ifFalse: 1).End(verdict);

    internal FilterProgram EndUnlessEqual(uint value, uint verdict) => Add(JumpIfEqual, value, ifTrue: 1, ifFalse: 0).End(verdict);

    internal FilterProgram EndIfAtLeast(uint value, uint verdict) => Add(JumpIfAtLeast, value, ifTrue: 0, ifFalse: 1).End(verdict);

    internal FilterProgram EndIfAnyBit(uint bits, uint verdict) => Add(JumpIfAnyBit, bits, ifTrue: 0, ifFalse: 1).End(verdict);

    internal FilterProgram EndUnlessAnyBit(uint bits, uint verdict) => Add(JumpIfAnyBit, bits, ifTrue: 1, ifFalse: 0).End(verdict);

    /// <summary>A rule about the arguments of one call; it must end in a verdict on every way.</summary>
    internal FilterProgram When(uint number, Action<FilterProgram> rule)
    {
        var block = new FilterProgram();
        rule(block);
        Add(JumpIfEqual, number, ifTrue: 0, ifFalse: checked((byte)block._instructions.Count));
        _instructions.AddRange(block._instructions);
        return this;
    }

    private FilterProgram Add(ushort code, uint operand, byte ifTrue = 0, byte ifFalse = 0)
    {
        _instructions.Add(new FilterInstruction(code, ifTrue, ifFalse, operand));
        return this;
    }
}

using System.Runtime.InteropServices;
using Autograder.Sandbox.Confinement;

namespace Autograder.Sandbox.Tests.Confinement;

/// <summary>Runs a filter as the kernel would, on the machine of either architecture: net/core/filter.c, as far as the filter goes.</summary>
internal static class FilterInterpreter
{
    /// <param name="audit">The architecture that the kernel reports: AUDIT_ARCH_….</param>
    internal static uint Run(FilterInstruction[] program, uint audit, uint number, params ulong[] arguments)
    {
        byte[] data = Data(audit, number, arguments);
        uint accumulator = 0;
        for (int place = 0; place < program.Length; place++)
        {
            (ushort code, byte ifTrue, byte ifFalse, uint operand) = program[place];
            switch (code)
            {
                case 0x20:
                    Assert.True(operand % 4 == 0 && operand < data.Length, $"a load at {operand}");
                    accumulator = MemoryMarshal.Read<uint>(data.AsSpan((int)operand));
                    break;
                case 0x15:
                    place += accumulator == operand ? ifTrue : ifFalse;
                    break;
                case 0x35:
                    place += accumulator >= operand ? ifTrue : ifFalse;
                    break;
                case 0x45:
                    place += (accumulator & operand) != 0 ? ifTrue : ifFalse;
                    break;
                case 0x06:
                    return operand;
                default:
                    throw new InvalidOperationException($"instruction {place} has the code {code}");
            }
        }

        throw new InvalidOperationException("it runs off its end");
    }

    /// <summary>struct seccomp_data of linux/seccomp.h; both machines are little-endian.</summary>
    private static byte[] Data(uint audit, uint number, ulong[] arguments)
    {
        byte[] data = new byte[64];
        MemoryMarshal.Write(data, number);
        MemoryMarshal.Write(data.AsSpan(4), audit);
        arguments.CopyTo(MemoryMarshal.Cast<byte, ulong>(data.AsSpan(16)));
        return data;
    }
}

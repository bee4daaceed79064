using Microsoft.Win32.SafeHandles;
using static Autograder.Sandbox.Confinement.LinuxCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>
/// The child's ends of the pipes to the grader, taken away from descriptors 0 and 1: what a student's code prints or reads
/// there must not meet the protocol. Descriptor 0 becomes the null device, 1 the same as 2.
/// </summary>
public static class ProtocolStreams
{
    private const int FirstPrivateDescriptor = 10;

    public static (Stream FromGrader, Stream ToGrader) Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (Console.OpenStandardInput(), Console.OpenStandardOutput());
        }

        int input = Control(0, FcntlDuplicateCloseOnExec, FirstPrivateDescriptor);
        int output = Control(1, FcntlDuplicateCloseOnExec, FirstPrivateDescriptor);
        int nothing = Open("/dev/null", OpenReadWrite);
        Confined.Require(input >= 0 && output >= 0 && nothing >= 0, "private descriptors");
        Confined.Require(Duplicate(nothing, 0) == 0 && Duplicate(2, 1) == 1, "standard descriptors");
        return (StreamOn(input, FileAccess.Read), StreamOn(output, FileAccess.Write));
    }

    private static FileStream StreamOn(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);
}

using static Autograder.Sandbox.Confinement.LinuxCalls;

namespace Autograder.Sandbox.Confinement;

/// <summary>A user of the process's own, for root to become: no files, no other processes, no capabilities.</summary>
public static class PrivateUser
{
    /// <summary>Users that nobody keeps: service managers lend some of them while a service runs. A container's map of 65,536 has them too.</summary>
    private const int First = 61000;
    private const int Count = 4000;
    private const int MostCapabilities = 64;

    /// <summary>By process, so that no two at a time share one.</summary>
    public static uint Of(int process) => (uint)(First + (process % Count));

    internal static void Become()
    {
        uint user = Of(Environment.ProcessId);
        for (int capability = 0; capability < MostCapabilities && Control(ProcessOption.DropBoundingCapability, capability) == 0; capability++)
        {
            // Until the kernel knows no more of them.
        }

        Confined.Require(SetGroups(0, 0) == 0, "setgroups");
        Confined.Require(SetGroup(user, user, user) == 0, "setresgid");
        Confined.Require(SetUser(user, user, user) == 0, "setresuid");
        Confined.Require(SetUser(0, 0, 0) != 0, "the way back to root is open");
    }
}

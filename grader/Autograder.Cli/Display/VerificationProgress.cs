using Autograder.Core.Verifying;
using Spectre.Console;

namespace Autograder.Cli.Display;

/// <summary>A sign of life on standard error while a homework is verified, where that is a terminal.</summary>
internal static class VerificationProgress
{
    internal static Verification Show(Func<Verification> verify) =>
        Consoles.IsErrorScreen ? Consoles.ErrorScreen.Status().Start("Verifying", _ => verify()) : verify();
}

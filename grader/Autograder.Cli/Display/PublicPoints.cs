using Autograder.Engine.Specs;

namespace Autograder.Cli.Display;

/// <summary>Told to whoever makes or grades something with points that students can draw themselves. On standard error, because it is no result.</summary>
internal static class PublicPoints
{
    internal static void Tell(LoadedAssignment loaded)
    {
        if (loaded.ArePointsPublic)
        {
            Consoles.Error.WriteLine($"Note: students can draw the points by which they are graded, because the spec has no 'seed'. Give {AssignmentLoader.FileName} one, or grade with --seed.");
        }
    }
}

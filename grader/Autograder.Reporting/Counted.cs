namespace Autograder.Reporting;

/// <summary>Numbers of things, as people say them.</summary>
public static class Counted
{
    /// <param name="thing">One of them; several have an s more.</param>
    public static string Of(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";
}

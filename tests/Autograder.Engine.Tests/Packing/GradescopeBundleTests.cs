using Autograder.Engine.Packing;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Packing;

public sealed class GradescopeBundleTests
{
    /// <summary>Bonus questions are not among the points of the assignment.</summary>
    [Theory]
    [InlineData("matrix-calculus", "27")]
    [InlineData("gradients-and-backpropagation", "25")]
    public void Staff_are_told_what_only_gradescope_can_be_told(string homework, string points)
    {
        string[] settings = [.. GradescopeBundle.Settings(AssignmentLoader.Load(Repository.PathTo("problems", homework)).Assignment)];

        Assert.Equal(["Autograder", "Autograder points", "Base image", "Container"], settings.Select(line => line.Split(':')[0]));
        Assert.StartsWith($"Autograder points: {points} ", settings[1], StringComparison.Ordinal);
    }
}

using Autograder.Core.Submissions;
using Autograder.Engine.Execution;
using Autograder.Sandbox.Processes;

namespace Autograder.Engine.Tests.Execution;

public sealed class ProcessEndsTests
{
    [Theory]
    [InlineData(0, "", FaultKind.Crash, "Environment.Exit")]
    [InlineData(3, "", FaultKind.Crash, "Environment.Exit")]
    [InlineData(128 + 6, "Unhandled exception.", FaultKind.Crash, "FailFast")]
    [InlineData(128 + 6, "Stack overflow.\n   at Answers.F", FaultKind.Crash, "stack overflowed")]
    [InlineData(128 + 6, "Out of memory.", FaultKind.MemoryLimit, "memory")]
    [InlineData(128 + 6, "Unhandled exception. System.OutOfMemoryException: …", FaultKind.MemoryLimit, "memory")]
    [InlineData(128 + 9, "", FaultKind.Crash, "was killed")]
    [InlineData(128 + 11, "", FaultKind.Crash, "signal 11")]
    [InlineData(128 + 24, "", FaultKind.TimeLimit, "submission")]
    [InlineData(128 + 25, "", FaultKind.Security, "write a file")]
    public void How_a_program_ended_says_what_it_did(int exitCode, string errors, FaultKind kind, string message)
    {
        Fault fault = ProcessEnds.Describe(new ProcessEnd(exitCode, errors), outOfTime: null, isFlooding: false);
        Assert.Equal(kind, fault.Kind);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_runtime_says_as_it_dies_comes_before_the_limits_that_it_then_meets()
    {
        var end = new ProcessEnd(128 + 9, "Stack overflow.\nRepeat 24000 times");
        Assert.Equal(FaultKind.Crash, ProcessEnds.Describe(end, ProcessEnds.CallOutOfTime, isFlooding: true).Kind);
    }

    [Fact]
    public void Why_the_grader_ended_it_comes_before_how_it_ended()
    {
        Assert.Equal(ProcessEnds.SubmissionOutOfTime, ProcessEnds.Describe(new ProcessEnd(128 + 9, ""), ProcessEnds.SubmissionOutOfTime, isFlooding: false));
        Assert.Equal(FaultKind.OutputLimit, ProcessEnds.Describe(new ProcessEnd(128 + 9, ""), outOfTime: null, isFlooding: true).Kind);
    }
}

using Autograder.Sandbox.Confinement;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Sandbox.Tests.Messages;

public sealed class MessageRoundTripTests
{
    [Fact]
    public void Limits_come_out_as_they_went_in()
    {
        var request = new ConfinementRequest(new ResourceLimits(61, 5L << 30), Layers.Limits | Layers.SystemCalls, Parent: 4711);
        Assert.Equal(request, ConfinementRequest.From(new FrameReader(request.ToFrame())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_request_to_compile_comes_out_as_it_went_in(bool isGated)
    {
        var request = new CompileRequest(
            [new SourceFile("Given.cs", [1, 2])], [new SourceFile("ä/Answers.cs", []), new SourceFile("B.cs", [255])], isGated);
        byte[] frame = request.ToFrame();
        Assert.Equal(isGated, CompileRequest.From(new FrameReader(frame)).IsGated);
        Assert.Equal(frame, CompileRequest.From(new FrameReader(frame)).ToFrame());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_response_of_the_compiler_comes_out_as_it_went_in(bool compiled)
    {
        var error = new SourceError("Answers.cs", 3, 5, "CS0103", "The name 'y' does not exist");
        var response = new CompileResponse(
            compiled ? new ProgramImage([77, 90], [66]) : null,
            [error],
            [new MethodDescription(new MethodPlace("N.A+B", "F", 3), "double", ["ref int"], "it is generic", "Answers.cs", 7, 9, [error])]);
        byte[] frame = response.ToFrame();
        Assert.Equal(frame, CompileResponse.From(new FrameReader(frame)).ToFrame());
    }

    [Fact]
    public void A_source_that_is_refused_comes_out_with_its_reason() =>
        Assert.Equal("nesting too deep", CompileResponse.From(new FrameReader(CompileResponse.Refused("nesting too deep").ToFrame())).WhyNot);

    [Fact]
    public void Calls_come_out_as_they_went_in()
    {
        var calls = new QuestionCalls(
            new MethodPlace("A", "F", 1), [], [[], [new WireNumbers([2], [1, 2]), new WireFunction("Given.G", [new WireText("s")])]], AreRepeated: true, 16_384);
        byte[] frame = calls.ToFrame();
        Assert.Equal(frame, QuestionCalls.From(new FrameReader(frame)).ToFrame());
    }

    [Fact]
    public void Calls_of_delegates_come_out_as_they_went_in()
    {
        QuestionCalls calls = WithDelegates(new DelegateCall(1, [0, 1]), new DelegateCall(-1, []), new DelegateCall(0, [3, 2]));
        byte[] frame = calls.ToFrame();
        QuestionCalls read = QuestionCalls.From(new FrameReader(frame));
        Assert.Equal(frame, read.ToFrame());
        Assert.Equal([1, -1, 0], read.Delegates.Select(call => call.Member));
        Assert.Equal([3, 2], read.Delegates[2].Arguments);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_delegate_that_is_to_be_called_with_what_is_not_there_is_refused(int argument)
    {
        byte[] frame = WithDelegates(new DelegateCall(0, [argument])).ToFrame();
        Assert.Throws<FrameException>(() => QuestionCalls.From(new FrameReader(frame)));
    }

    [Fact]
    public void Points_that_differ_in_length_have_no_delegates()
    {
        byte[] frame = (WithDelegates(new DelegateCall(0, [0])) with { Points = [[new WireText("a")], []] }).ToFrame();
        Assert.Throws<FrameException>(() => QuestionCalls.From(new FrameReader(frame)));
    }

    [Fact]
    public void What_became_of_a_call_comes_out_as_it_went_in()
    {
        CallResult[] results =
        [
            new CallReturned(new WireNumbers([], [double.NaN]), [2, 0], -1) { Console = "x\n" },
            new CallReturned(new WireTexts(["a"]), [], 3),
            new CallFailed(CallOutcome.OutOfMemory, "OutOfMemoryException", "", 0),
            new CallFailed(CallOutcome.NoValue, "null was returned", "Answers.cs", int.MaxValue) { Console = "\ufffd" },
        ];
        foreach (CallResult result in results)
        {
            byte[] frame = result.ToFrame();
            Assert.Equal(frame, CallResult.From(new FrameReader(frame)).ToFrame());
        }
    }

    /// <summary>At one point of two values.</summary>
    private static QuestionCalls WithDelegates(params DelegateCall[] delegates) =>
        new(new MethodPlace("A", "F", 0), delegates, [[new WireNumbers([], [1]), new WireText("s")]], AreRepeated: true, 100);
}

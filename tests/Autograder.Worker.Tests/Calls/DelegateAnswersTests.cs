using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Calls;

namespace Autograder.Worker.Tests.Calls;

/// <summary>A method may answer with functions; what they return for the inputs is the answer.</summary>
public sealed class DelegateAnswersTests
{
    private static readonly WireNumbers One = new([], [1]);
    private static readonly WireNumbers Pair = new([2], [1, 2]);
    private static readonly WireNumbers Tens = new([2], [10, 20]);

    /// <summary>The first part of the tuple called with the second input, the second part with what the first returned.</summary>
    private static readonly DelegateCall[] Chain = [new(0, [1]), new(1, [2])];

    [Theory]
    [InlineData("Split")]
    [InlineData("SplitOverArrays")]
    [InlineData("SplitOverSequences")]
    public void Functions_are_called_one_after_the_other_in_whatever_types_they_take(string method)
    {
        WireValue[] members = Members(Method(method, Chain).Call([Pair, Tens]));
        Assert.Equal([11, 22], Entries(members[0]));
        Assert.Equal([33], Entries(members[1]));
        Assert.Empty(((WireNumbers)members[1]).Extents);
    }

    [Fact]
    public void Functions_keep_their_places_in_whatever_order_they_are_called()
    {
        WireValue[] members = Members(Method("Split", new(1, [1]), new(0, [0])).Call([Pair, Tens]));
        Assert.Equal([2, 4], Entries(members[0]));
        Assert.Equal([30], Entries(members[1]));
    }

    [Fact]
    public void What_stands_beside_a_function_is_taken_down_before_the_function_can_change_it()
    {
        var returned = Assert.IsType<CallReturned>(Method("BesideAValue", new DelegateCall(1, [1])).Call([Pair, One]));
        WireValue[] members = Members(returned);
        Assert.Equal([1, 2], Entries(members[0]));
        Assert.Equal([2], Entries(members[1]));
        Assert.Equal([0], returned.ChangedArguments);
    }

    [Fact]
    public void A_function_takes_no_argument_or_several()
    {
        Assert.Equal([7], Entries(Value(Method("OfNothing", new DelegateCall(-1, [])).Call([]))));
        Assert.Equal([10], Entries(Value(Method("OfTwo", new DelegateCall(-1, [0, 1])).Call([One, Tens]))));
    }

    [Fact]
    public void A_function_may_return_a_group()
    {
        WireValue[] members = Assert.IsType<WireGroup>(Value(Method("ToAGroup", new DelegateCall(-1, [0])).Call([One]))).Members;
        Assert.Equal([1], Entries(members[0]));
        Assert.Equal([1, 1], Entries(members[1]));
    }

    [Theory]
    [InlineData("Static", 3)]
    [InlineData("Several", 7)]
    public void A_function_may_be_a_static_method_or_several(string method, double expected) =>
        Assert.Equal([expected], Entries(Value(Method(method, new DelegateCall(-1, [0])).Call([Pair]))));

    [Theory]
    [InlineData("Throws", "InvalidOperationException: inside the function", "throw new InvalidOperationException(\"inside the function\")")]
    [InlineData("ThrowsLater", "InvalidOperationException: at the end", "\"at the end\"")]
    public void What_a_function_throws_is_told_with_the_students_own_line(string method, string message, string line)
    {
        var failed = Assert.IsType<CallFailed>(Method(method, new DelegateCall(-1, [0])).Call([One]));
        Assert.Equal((CallOutcome.Threw, message), (failed.Outcome, failed.Message));
        Assert.Contains(line, File.ReadAllLines(failed.File)[failed.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ToNull", -1, "the answer is a function that returned null")]
    [InlineData("NoFunction", -1, "the answer is null and no function")]
    [InlineData("NoFunctionInATuple", 1, "part 2 of the answer is null and no function")]
    [InlineData("NoFunctions", 0, "part 1 of the answer is Double and no function")]
    [InlineData("NoFunctions", int.MaxValue - 1, "part 2147483647 of the answer is null and no function")]
    public void Where_there_is_no_function_or_no_value_there_is_no_answer(string method, int member, string message)
    {
        var failed = Assert.IsType<CallFailed>(Method(method, new DelegateCall(member, [0])).Call([One]));
        Assert.Equal((CallOutcome.NoValue, message), (failed.Outcome, failed.Message));
    }

    [Fact]
    public void What_functions_return_is_limited_alone_and_together()
    {
        Assert.Equal(CallOutcome.TooMuchOutput, Assert.IsType<CallFailed>(Method("Endless", new DelegateCall(-1, [0])).Call([One])).Outcome);
        Assert.Equal(CallOutcome.TooMuchOutput, Assert.IsType<CallFailed>(Method("LargeTogether", new(0, [0]), new(1, [0])).Call([One])).Outcome);
    }

    [Fact]
    public void An_input_that_a_function_changed_is_found_and_the_next_call_gets_a_fresh_one()
    {
        StudentMethod student = Method("ChangesItsArgument", new DelegateCall(-1, [0]));
        Assert.Equal([0], Assert.IsType<CallReturned>(student.Call([Pair])).ChangedArguments);
        Assert.Equal([0], Assert.IsType<CallReturned>(student.CallAgain([Pair])).ChangedArguments);
        Assert.Equal([1, 2], Pair.Entries);
    }

    [Fact]
    public void A_function_gets_a_copy_of_what_another_returned()
    {
        var returned = Assert.IsType<CallReturned>(Method("ChangesTheOthersResult", new(0, [0]), new(1, [1])).Call([Pair]));
        Assert.Equal([1, 2], Entries(Members(returned)[0]));
        Assert.Equal([1], returned.ChangedArguments);
    }

    [Theory]
    [InlineData("Identity", 0)]
    [InlineData("Captured", 1)]
    public void An_input_that_a_function_itself_returned_is_named(string method, int argument)
    {
        WireValue[] inputs = [Pair, Tens];
        Assert.Equal(0, Assert.IsType<CallReturned>(Method(method, new DelegateCall(-1, [argument])).Call(inputs)).ReturnedArgument);
    }

    [Theory]
    [InlineData("Counts")]
    [InlineData("CountsInAVariableOfItsOwn")]
    public void A_function_that_remembers_its_calls_shows_in_the_second_call(string method)
    {
        StudentMethod student = Method(method, new DelegateCall(-1, [0]));
        Assert.NotEqual(Entries(Value(student.Call([One]))), Entries(Value(student.CallAgain([One]))));
    }

    [Fact]
    public void A_function_that_remembers_the_calls_of_another_shows_in_the_second_call()
    {
        StudentMethod student = Method("CountsTheOthersCalls", new(0, [0]), new(1, [0]));
        Assert.Equal([2], Entries(Members(student.Call([One]))[1]));
        Assert.NotEqual([2], Entries(Members(student.CallAgain([One]))[1]));
    }

    [Theory]
    [InlineData("HandsOverTheLast")]
    [InlineData("HandsOverTheFirst")]
    public void A_function_that_is_none_of_its_argument_but_of_anothers_call_shows_in_the_second_call(string method)
    {
        StudentMethod student = Method(method, new(0, [0]), new(1, [1]));
        var input = new WireNumbers([], [1.5]);
        Assert.Equal([1.5], Entries(Members(student.Call([input]))[1]));
        Assert.NotEqual([1.5], Entries(Members(student.CallAgain([input]))[1]));
    }

    [Fact]
    public void A_function_that_throws_for_numbers_that_nobody_asked_about_is_judged_by_those_that_count()
    {
        StudentMethod student = Method("OnlyAboveOne", new DelegateCall(-1, [0]));
        Assert.Equal([1.25], Entries(Value(student.CallAgain([new WireNumbers([], [1.25])]))));
    }

    [Fact]
    public void A_function_without_memory_returns_the_same_in_the_second_call()
    {
        StudentMethod student = Method("Split", Chain);
        Assert.Equal(student.Call([Pair, Tens]).ToFrame(), student.CallAgain([Pair, Tens]).ToFrame());
    }

    private static StudentMethod Method(string method, params DelegateCall[] delegates) =>
        new(typeof(Functions).Assembly, new MethodPlace(typeof(Functions).FullName!, method, 0), delegates);

    private static WireValue Value(CallResult result) => Assert.IsType<CallReturned>(result).Value;

    private static WireValue[] Members(CallResult result) => Assert.IsType<WireGroup>(Value(result)).Members;

    private static double[] Entries(WireValue value) => Assert.IsType<WireNumbers>(value).Entries;
}

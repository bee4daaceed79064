using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;
using Autograder.Worker.Calls;

namespace Autograder.Worker.Tests.Calls;

public sealed class StudentMethodTests
{
    private static readonly WireNumbers One = new([], [1]);
    private static readonly WireNumbers Pair = new([2], [1, 2]);
    private static readonly WireNumbers Square = new([2, 2], [1, 2, 3, 4]);

    [Fact]
    public void A_method_is_called_with_the_arguments()
    {
        Assert.Equal(2, Number(Call("Twice", One)));
    }

    [Fact]
    public void Overloads_are_counted_in_the_order_of_the_source()
    {
        Assert.Equal(1, Number(Method("Answers", "Over", 0).Call([One])));
        Assert.Equal(10, Number(Method("Answers", "Over", 1).Call([One])));
        Assert.Equal(100, Number(Method("Answers", "Over", 2).Call([Pair])));
    }

    [Theory]
    [InlineData("Stateful", "Count", 2)]
    [InlineData("Valued", "Sum", 2)]
    public void An_instance_lives_for_all_calls_so_that_state_shows(string type, string method, double second)
    {
        StudentMethod student = Method(type, method);
        Assert.Equal(1, Number(student.Call([One])));
        Assert.Equal(second, Number(student.Call([One])));
    }

    [Fact]
    public void Static_state_shows_in_the_next_call()
    {
        StudentMethod student = Method("Answers", "Counting");
        Assert.NotEqual(Number(student.Call([One])), Number(student.Call([One])));
    }

    [Fact]
    public void A_changed_argument_is_found_and_the_next_call_gets_a_fresh_one()
    {
        StudentMethod student = Method("Answers", "ChangesVector");
        for (int call = 0; call < 2; call++)
        {
            var returned = Assert.IsType<CallReturned>(student.Call([Pair]));
            Assert.Equal([0], returned.ChangedArguments);
            Assert.Equal([4, 4], Assert.IsType<WireNumbers>(returned.Value).Entries);
        }

        Assert.Equal([1, 2], Pair.Entries);
    }

    [Theory]
    [InlineData("RowTakenOut", 2)]
    [InlineData("RowsCut", 2)]
    [InlineData("Filled", 1)]
    [InlineData("Cleared", 1)]
    public void An_argument_that_is_no_value_any_more_was_changed(string method, int rank)
    {
        var returned = Assert.IsType<CallReturned>(Call(method, rank == 2 ? Square : Pair));
        Assert.Equal([0], returned.ChangedArguments);
    }

    [Fact]
    public void An_argument_that_was_written_to_but_kept_its_value_is_not_changed()
    {
        Assert.Empty(Assert.IsType<CallReturned>(Call("SignOfZero", Pair)).ChangedArguments);
    }

    [Theory]
    [InlineData("ReturnsArgument", 1)]
    [InlineData("ReturnsCopy", -1)]
    public void An_argument_that_is_itself_the_result_is_named(string method, int index)
    {
        Assert.Equal(index, Assert.IsType<CallReturned>(Call(method, One, Pair)).ReturnedArgument);
    }

    [Fact]
    public void A_text_is_never_taken_for_the_argument_itself()
    {
        Assert.Equal(-1, Assert.IsType<CallReturned>(Call("ReturnsText", new WireText("a"))).ReturnedArgument);
    }

    [Theory]
    [InlineData("Throws", "InvalidOperationException: no", "throw new InvalidOperationException(\"no\")")]
    [InlineData("NotWritten", "not written yet; it throws NotImplementedException", "throw new NotImplementedException()")]
    [InlineData("NotWrittenFor", "NotImplementedException: x > 0 is missing", "x > 0 is missing")]
    [InlineData("Lazily", "InvalidOperationException: in the middle", "\"in the middle\"")]
    [InlineData("ThrowsReflection", "ArgumentException: deep inside", "new ArgumentException")]
    [InlineData("ThrowsInTask", "AggregateException: One or more errors occurred. (in a task)", "\"in a task\"")]
    [InlineData("UsesBrokenType", "InvalidOperationException: broken type", "static BrokenType()")]
    [InlineData("UsesUserOfBrokenType", "InvalidOperationException: broken type", "static BrokenType()")]
    [InlineData("ThrowsNull", "SilentException: ", "new SilentException")]
    [InlineData("ThrowsHostile", "HostileException: (its message cannot be read: HostileException)", "throw new HostileException();")]
    [InlineData("ThrowsControls", "InvalidOperationException: \u001b[31m\0 red", "red")]
    public void What_is_thrown_is_told_with_the_students_own_line(string method, string message, string line)
    {
        var failed = Assert.IsType<CallFailed>(Call(method, One));
        Assert.Equal((CallOutcome.Threw, message), (failed.Outcome, failed.Message));
        Assert.EndsWith("StudentsProgram.cs", failed.File, StringComparison.Ordinal);
        Assert.Contains(line, File.ReadAllLines(failed.File)[failed.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_constructor_throws_is_told_with_its_line()
    {
        var failed = Assert.IsType<CallFailed>(Method("Unborn", "Method").Call([One]));
        Assert.Equal("InvalidOperationException: not today", failed.Message);
        Assert.Contains("public Unborn()", File.ReadAllLines(failed.File)[failed.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_message_is_cut()
    {
        var failed = Assert.IsType<CallFailed>(Call("ThrowsLongMessage", One));
        Assert.InRange(failed.Message.Length, 2000, 2100);
        Assert.EndsWith("…", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lack_of_memory_is_told_apart()
    {
        Assert.Equal(CallOutcome.OutOfMemory, Assert.IsType<CallFailed>(Call("ThrowsMemory", One)).Outcome);
    }

    [Theory]
    [InlineData("NoSuchType", "Twice", 0)]
    [InlineData("Answers", "NoSuchMethod", 0)]
    [InlineData("Answers", "Twice", 1)]
    public void A_method_that_the_program_does_not_have_fails_the_call_and_not_the_worker(string type, string method, int overload)
    {
        Assert.Equal(CallOutcome.Threw, Assert.IsType<CallFailed>(Method(type, method, overload).Call([One])).Outcome);
    }

    private static CallResult Call(string method, params WireValue[] arguments) => Method("Answers", method).Call(arguments);

    private static StudentMethod Method(string type, string method, int overload = 0) =>
        new(typeof(Answers).Assembly, new MethodPlace($"{typeof(Answers).Namespace}.{type}", method, overload), []);

    private static double Number(CallResult result) => Assert.IsType<WireNumbers>(Assert.IsType<CallReturned>(result).Value).Entries.Single();
}

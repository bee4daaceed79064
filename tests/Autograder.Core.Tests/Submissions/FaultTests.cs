using Autograder.Core.Submissions;

namespace Autograder.Core.Tests.Submissions;

public sealed class FaultTests
{
    [Theory]
    [InlineData("IndexOutOfRangeException: Index was outside the bounds of the array.")]
    [InlineData("ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')")]
    [InlineData("ArgumentException: Matrix dimensions must agree: op1 is 2x3, op2 is 4x4.")]
    [InlineData("ArgumentException: All vectors must have the same dimensionality. (Parameter 'other')")]
    [InlineData("InvalidCastException: Unable to cast object of type 'System.Int32' to type 'System.String'.")]
    [InlineData("Mine: Exception of type 'Answers+Mine' was thrown.")]
    [InlineData("not written yet; it throws NotImplementedException")]
    public void A_message_that_says_sizes_and_names_only_is_told(string message) =>
        Assert.Equal(message, new Fault(FaultKind.Exception, message).MessageForStudent);

    [Theory]
    [InlineData("Exception: 0.25, -1.5", "Exception, whose message is kept for the staff")]
    [InlineData("FormatException: The input string '0.25' was not in a correct format.", "FormatException, whose message is kept for the staff")]
    [InlineData("ArgumentException: Matrix must be square. 0.25", "ArgumentException, whose message is kept for the staff")]
    [InlineData("ArgumentException: Matrix must be square.\n0.25", "ArgumentException, whose message is kept for the staff")]
    [InlineData("ArgumentException: Matrix must be square. (Parameter '0.25')", "ArgumentException, whose message is kept for the staff")]
    [InlineData("ArgumentException: Matrix dimensions must agree: op1 is 250000x3, op2 is 4x4.", "ArgumentException, whose message is kept for the staff")]
    [InlineData("SilentException: ", "SilentException")]
    [InlineData("0.25", "an exception")]
    [InlineData("0.25: Attempted to divide by zero.", "an exception")]
    [InlineData("Score: 100\n", "Score, whose message is kept for the staff")]
    [InlineData("", "an exception")]
    public void A_message_that_may_hold_inputs_is_not(string message, string told)
    {
        var fault = new Fault(FaultKind.Exception, message);

        Assert.Equal(told, fault.MessageForStudent);
        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void What_the_grader_says_is_told() =>
        Assert.Equal("expected a vector, found 3", new Fault(FaultKind.WrongShape, "expected a vector, found 3").MessageForStudent);
}

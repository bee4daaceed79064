using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Autograder.Core.Submissions;

/// <summary>
/// What of an exception's text its student is told. A program can throw its inputs as a message, so a message is told only where it is one of
/// those of .NET and Math.NET that help and say nothing but sizes and names; that the program may have written it itself changes nothing then.
/// </summary>
internal static class ThrownText
{
    /// <summary>What the worker says of a starter's method.</summary>
    internal const string NotWritten = "not written yet; it throws NotImplementedException";

    private static readonly FrozenSet<string> Sentences = FrozenSet.Create(
        StringComparer.Ordinal,
        "Arithmetic operation resulted in an overflow.",
        "Array dimensions exceeded supported range.",
        "Attempted to divide by zero.",
        "Collection was modified; enumeration operation may not execute.",
        "Index was out of range. Must be non-negative and less than the size of the collection.",
        "Index was outside the bounds of the array.",
        "Nullable object must have a value.",
        "Object reference not set to an instance of an object.",
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
        "Operation is not valid due to the current state of the object.",
        "Sequence contains more than one element",
        "Sequence contains more than one matching element",
        "Sequence contains no elements",
        "Sequence contains no matching element",
        "Specified argument was out of the range of valid values.",
        "Specified cast is not valid.",
        "Specified method is not supported.",
        "Value cannot be null.",
        "All vectors must have the same dimensionality.",
        "Arguments must be different objects.",
        "Matrices can not be empty and must have at least one row and column.",
        "Matrix column dimensions must agree.",
        "Matrix dimensions must agree.",
        "Matrix must be positive definite.",
        "Matrix must be square.",
        "Matrix must be symmetric.",
        "Matrix must not be rank deficient.",
        "Matrix must not be singular.",
        "Matrix row dimensions must agree.",
        "The array arguments must have the same length.",
        "Value must be positive.",
        "Value must not be negative (zero is ok).");

    /// <summary>Texts are strangers', so the time that matching takes grows with their length only.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Type = new(@"^[\p{L}_][\w`]{0,79}\z", Linear);

    private static readonly Regex Parameter = new(@" \(Parameter '[A-Za-z]{1,16}'\)\z", Linear);

    private static readonly Regex Sizes = new(
        @"^Matrix dimensions must agree: op1 is \d{1,4}(x\d{1,4})?, op2 is \d{1,4}(x\d{1,4})?(, op3 is \d{1,4}(x\d{1,4})?)?\.?\z", Linear);

    private static readonly Regex Types = new(
        @"^(Exception of type '[\w.+`]{1,80}' was thrown\.|Unable to cast object of type '[\w.+`]{1,80}' to type '[\w.+`]{1,80}'\.)\z", Linear);

    /// <param name="text">A type's name and a message, as the worker sends them.</param>
    internal static string ForStudent(string text)
    {
        if (text == NotWritten)
        {
            return text;
        }

        int end = text.IndexOf(':');
        if (end < 0 || !Type.IsMatch(text[..end]))
        {
            return "an exception";
        }

        string message = Parameter.Replace(text[(end + 1)..].TrimStart(), "");
        return message.Length == 0 ? text[..end]
            : Sentences.Contains(message) || Sizes.IsMatch(message) || Types.IsMatch(message) ? text
            : $"{text[..end]}, whose message is kept for the staff";
    }
}

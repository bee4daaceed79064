using Autograder.Sandbox.Frames;

namespace Autograder.Worker.Values;

/// <summary>
/// The inputs of one call, each handed over as a fresh copy. Afterwards it shows which copies were changed, and whether one
/// of them was itself returned.
/// </summary>
internal sealed class InputCopies(IReadOnlyList<WireValue> inputs, ProgramFunctions functions)
{
    private readonly List<(int Place, WireValue Value, object Copy)> _copies = [];

    internal int Count => inputs.Count;

    internal object Make(int place, Type type) => Make(place, inputs[place], type);

    /// <param name="place">Beyond the inputs for what a delegate has returned, which others are called with.</param>
    internal object Make(int place, WireValue value, Type type)
    {
        object copy = ClrValue.From(value, type, functions);
        _copies.Add((place, value, copy));
        return copy;
    }

    internal int[] Changed() =>
        [.. _copies.Where(made => made.Value is WireNumbers numbers && !IsSame(numbers, made.Copy)).Select(made => made.Place).Distinct()];

    /// <returns>−1 when it is none of them.</returns>
    internal int PlaceOf(object? result) =>
        _copies.FindIndex(made => IsSameObject(made.Copy, result)) is >= 0 and int index ? _copies[index].Place : -1;

    private static bool IsSameObject(object copy, object? result) =>
        copy is not string && !copy.GetType().IsValueType && ReferenceEquals(copy, result);

    private static bool IsSame(WireNumbers before, object after)
    {
        try
        {
            return ClrValue.ToWire(after, before.Entries.Length) is WireNumbers numbers
                && before.Extents.AsSpan().SequenceEqual(numbers.Extents)
                && before.Entries.AsSpan().SequenceEqual(numbers.Entries);
        }
        catch (Exception exception) when (exception is NoValueException or TooLargeException)
        {
            // A row was taken out, or a list filled beyond measure: no value any more, and certainly not the same.
            return false;
        }
    }
}

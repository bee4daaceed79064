using System.Runtime.CompilerServices;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

namespace Autograder.Worker.Values;

/// <summary>What a method's result is judged by: the result, with what each of its delegates returns in the delegate's place.</summary>
/// <param name="Returned">The object itself that was returned, by the method or by the delegate that is its result.</param>
internal sealed record JudgedResult(WireValue Value, object? Returned)
{
    /// <param name="between">Done before each delegate is called, if anything.</param>
    /// <exception cref="NoValueException">There is no delegate where one is to be called, or no value where one is to be judged.</exception>
    internal static JudgedResult Of(object? result, DelegateCall[] delegates, InputCopies inputs, Action? between = null)
    {
        if (delegates is [{ Member: < 0 } whole])
        {
            between?.Invoke();
            object returned = Call(result, "the answer", whole, inputs, []);
            return new JudgedResult(ClrValue.ToWire(returned), returned);
        }

        return new JudgedResult(
            result is ITuple tuple && delegates.Length > 0 ? Members(tuple, delegates, inputs, between) : ClrValue.ToWire(result), result);
    }

    private static WireValue Members(ITuple tuple, DelegateCall[] delegates, InputCopies inputs, Action? between)
    {
        var called = delegates.Select(call => call.Member).ToHashSet();

        // Taken down first: a delegate may change what was returned beside it.
        var members = Enumerable.Range(0, tuple.Length).Where(member => !called.Contains(member))
            .ToDictionary(member => member, member => ClrValue.ToWire(tuple[member]));
        var results = new List<WireValue>();
        foreach (DelegateCall call in delegates)
        {
            between?.Invoke();
            object? function = call.Member < tuple.Length ? tuple[call.Member] : null;
            results.Add(ClrValue.ToWire(Call(function, $"part {call.Member + 1} of the answer", call, inputs, results)));
            members[call.Member] = results[^1];
        }

        return ClrValue.Limited(new WireGroup([.. members.OrderBy(member => member.Key).Select(member => member.Value)]));
    }

    /// <param name="results">Of the delegates before this one.</param>
    private static object Call(object? member, string what, DelegateCall call, InputCopies inputs, List<WireValue> results)
    {
        Delegate function = member as Delegate ?? throw new NoValueException($"{what} is {(member is null ? "null" : member.GetType().Name)} and no function");
        Type[] types = Delegates.ParameterTypes(function);
        object[] arguments = [.. call.Arguments.Select((place, index) => place < inputs.Count
            ? inputs.Make(place, types[index])
            : inputs.Make(place, results[place - inputs.Count], types[index]))];
        return Delegates.Invoke(function, arguments) ?? throw new NoValueException($"{what} is a function that returned null");
    }
}

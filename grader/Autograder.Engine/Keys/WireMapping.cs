using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Values;
using Autograder.Sandbox.Frames;

namespace Autograder.Engine.Keys;

/// <summary>Between the vocabulary of grading and the bare data that crosses to other processes.</summary>
internal static class WireMapping
{
    internal static WireValue ToWire(Value value) => value switch
    {
        NumericValue number => new WireNumbers([.. number.Tensor.Shape.Extents], [.. number.Tensor.Entries]),
        TextValue text => new WireText(text.Text),
        TextListValue list => new WireTexts([.. list.Texts]),
        GroupValue group => new WireGroup([.. group.Members.Select(member => ToWire(member.Value))]),
        FunctionValue function => new WireFunction(function.Factory, [.. function.Arguments.Select(ToWire)]),
        _ => throw new ArgumentException($"{value.GetType()} has no wire form", nameof(value)),
    };

    /// <summary>Names the members of a group as the signature does.</summary>
    internal static Value FromWire(WireValue value, AnswerType type) => value switch
    {
        WireNumbers numbers => new NumericValue(new Tensor(new Shape([.. numbers.Extents]), [.. numbers.Entries])),
        WireText text => new TextValue(text.Text),
        WireTexts texts => new TextListValue([.. texts.Texts]),
        WireGroup group => new GroupValue([.. Name(group, type)]),
        _ => throw new FrameException("a function cannot be an answer"),
    };

    private static ImmutableArray<(string, Value)> Name(WireGroup group, AnswerType type) =>
        [.. group.Members.Select((member, index) =>
            type is GroupType declared && index < declared.Members.Length
                ? (declared.Members[index].Name, FromWire(member, declared.Members[index].Type))
                : ($"{index + 1}", FromWire(member, type)))];
}

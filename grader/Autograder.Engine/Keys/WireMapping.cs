using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Sandbox.Frames;
using Autograder.Sandbox.Messages;

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

    /// <summary>What a call of the answer needs at a point.</summary>
    internal static WireValue[] ToWire(SamplePoint point, AnswerSignature answer) => [.. point.Arguments(answer).Select(ToWire)];

    /// <summary>The calls of an answer's delegates, with places instead of names.</summary>
    internal static DelegateCall[] ToWire(AnswerSignature answer)
    {
        ImmutableArray<string> places = Places(answer), members = [.. (answer.Result as GroupType)?.Members.Select(member => member.Name) ?? []];
        return [.. answer.Applications.Select(application => new DelegateCall(
            members.IndexOf(application.Member), [.. application.Arguments.Select(argument => places.IndexOf(argument))]))];
    }

    /// <summary>What the places of a call's inputs stand for: the inputs, then the results of the answer's delegates.</summary>
    internal static ImmutableArray<string> Places(AnswerSignature answer) =>
        [.. answer.Inputs, .. answer.Applications.Select(application => application.Member)];

    /// <summary>Names the members of a group as the signature does.</summary>
    internal static Value FromWire(WireValue value, AnswerType type) => value switch
    {
        WireNumbers numbers => new NumericValue(new Tensor(new Shape([.. numbers.Extents]), [.. numbers.Entries])),
        WireText text => new TextValue(text.Text),
        WireTexts texts => new TextListValue([.. texts.Texts]),
        WireGroup group => new GroupValue([.. Name(group, type)]),
        _ => throw new FrameException("a function cannot be an answer"),
    };

    /// <summary>Whether a group has as many members as declared, and of those kinds; what is no group is judged by its shape.</summary>
    internal static bool HasPartsOf(WireValue value, AnswerType type) => (value, type) switch
    {
        (WireGroup group, GroupType declared) => group.Members.Length == declared.Members.Length
            && group.Members.Zip(declared.Members).All(pair => IsOfKind(pair.First, pair.Second.Type)),
        _ => true,
    };

    private static bool IsOfKind(WireValue value, AnswerType type) => (value, type) switch
    {
        (WireGroup, GroupType) => HasPartsOf(value, type),
        (WireNumbers, ScalarType or TensorType) or (WireText, TextType) or (WireTexts, TextListType) => true,
        _ => false,
    };

    private static ImmutableArray<(string, Value)> Name(WireGroup group, AnswerType type) =>
        [.. group.Members.Select((member, index) =>
            type is GroupType declared && index < declared.Members.Length
                ? (declared.Members[index].Name, FromWire(member, declared.Members[index].Type))
                : ($"{index + 1}", FromWire(member, type)))];
}

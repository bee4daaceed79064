using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using Autograder.Core.Verifying;

namespace Autograder.Core.Checking;

/// <summary>
/// The right answer to a question as far as its definition fixes it, by differences of the given functions: the place of a key
/// in a student's own check. Parts that nothing given fixes are zeros of their size, and so is a part where nothing can be computed.
/// </summary>
public sealed class DefinitionAnswer
{
    /// <summary>Of a difference, in units of ε · max |f| / hⁿ: what is left of a derivative that is zero.</summary>
    private const double RoundingUnits = 100;

    /// <summary>Of the second computation against the first: truncation, which grows with the fourth power, becomes five times as large.</summary>
    private const double Wider = 1.5;

    /// <summary>Second derivatives, as differences of differences, lose the least at ε^(1/6).</summary>
    private const double OfSecondDerivatives = 3;

    private const double UnitRoundoff = 1.0 / (1UL << 53);

    private readonly Question _question;
    private readonly QuestionKey _key;

    private DefinitionAnswer(Question question, QuestionKey key)
    {
        _question = question;
        _key = key;
    }

    /// <summary>The key with the definition in the place of the staff's answer. A question without numbers has none.</summary>
    public static QuestionKey Complete(Question question, QuestionKey key)
    {
        var answer = new DefinitionAnswer(question, key);
        return !HasNumbers(question.Answer.Judged) || question.Definition is TrainingDefinition ? key with { Answer = null } : key with
        {
            Answer = point => answer.Of("", question.Answer.Judged, point, widening: 1),
            Recomputed = point => answer.Of("", question.Answer.Judged, point, Wider),
        };
    }

    private static bool HasNumbers(AnswerType type) =>
        type is ScalarType or TensorType || (type is GroupType group && group.Members.Any(member => HasNumbers(member.Type)));

    private Value Of(string name, AnswerType type, SamplePoint point, double widening) => type switch
    {
        GroupType group => new GroupValue([.. group.Members.Select(member =>
            (member.Name, Of(name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Type, point, widening)))]),
        TextListType => new TextListValue([]),
        ScalarType or TensorType => new NumericValue(Part(name, type, point, widening)),
        _ => new TextValue(""),
    };

    private Tensor Part(string name, AnswerType type, SamplePoint point, double widening)
    {
        Definition definition = _question.DefinitionOf(name);
        try
        {
            return !definition.IsDetermined ? Zeros(name, type, point)
                : definition is MinimiserDefinition minimiser ? Minimiser.Find(minimiser, _key, point, Zeros(name, type, point).Shape, widening)
                : Differences(definition, point, IsSecond(definition) ? OfSecondDerivatives * widening : widening);
        }
        catch (KeyFailureException)
        {
            return Zeros(name, type, point).Map(_ => double.NaN);
        }
    }

    /// <summary>Without entries where the size is not known.</summary>
    private Tensor Zeros(string name, AnswerType type, SamplePoint point)
    {
        int[] extents = _question.AnswerSizes.TryGetValue(name, out var sizes)
            ? [.. sizes.Select(extent => extent.At(point.Sizes))]
            : new int[type is TensorType tensor ? tensor.Rank : 0];
        var shape = new Shape([.. extents]);
        return new Tensor(shape, [.. new double[shape.Count]]);
    }

    private static bool IsSecond(Definition definition) =>
        definition is DerivativeDefinition { Kind: DerivativeKind.Hessian } or TaylorDefinition { Order: 2 };

    /// <summary>A derivative that is nothing but rounding errors is zero.</summary>
    private Tensor Differences(Definition definition, SamplePoint point, double widening)
    {
        Tensor truth = DefinitionTruth.Of(definition, _key, point, widening)!;
        if (definition is not DerivativeDefinition derivative)
        {
            return truth;
        }

        double step = widening * NumericalDerivative.RelativeStep;
        double noise = RoundingUnits * UnitRoundoff * _key.Given(derivative.Function, point).LargestMagnitude
            / (derivative.Kind == DerivativeKind.Hessian ? step * step : step);
        return truth.LargestMagnitude <= noise ? truth.Map(_ => 0) : truth;
    }
}

using System.Collections.Immutable;
using Autograder.Core.Comparing;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

/// <summary>What holds of every comparison at one point, whatever the numbers.</summary>
public sealed class ComparisonLaws
{
    private const double Relative = 1e-7;
    private const double Reject = 1e-4;

    /// <summary>Numbers of very different size beside each other, and zeros.</summary>
    private static readonly Gen<Tensor> References = Draw.Tensors(Gen.Frequency((6, Draw.Moderate), (1, Draw.Zero)));

    /// <summary>A reference, and the same with an error of any size in each entry.</summary>
    private static readonly Gen<(Tensor Reference, Tensor Answer)> Pairs =
        from reference in References
        from error in Draw.RelativeError
        from share in Gen.Choose(0, 8).Select(eighths => eighths / 8.0).ArrayOf(reference.Entries.Length)
        select (reference, Erroneous(reference, index => error * share[index]));

    [Fact]
    public void A_reference_agrees_with_itself() => Law.Holds(
        Gen.OneOf(Draw.Tensors(Draw.Finite), Draw.Tensors(Gen.OneOf(Draw.Zero, Draw.Subnormal))),
        reference => Classroom.Compare(reference, reference) is { Agreement: Agreement.Agree, Fault: null, LargestDifference: 0 });

    [Fact]
    public void Minus_zero_is_zero() => Law.Holds(Draw.Tensors(Draw.Finite), reference =>
        Classroom.Compare(reference, reference.Map(entry => entry == 0 ? -entry : entry)).LargestDifference == 0);

    [Fact]
    public void Rounding_in_the_last_place_agrees() => Law.Holds(
        from reference in References
        from up in Gen.Elements(true, false).ArrayOf(reference.Entries.Length)
        select (reference, up),
        @case =>
        {
            ImmutableArray<double> rounded = [.. @case.reference.Entries.Select((entry, index) =>
                @case.up[index] ? Math.BitIncrement(entry) : Math.BitDecrement(entry))];
            return Classroom.Compare(@case.reference, new Tensor(@case.reference.Shape, rounded)).Agreement == Agreement.Agree;
        });

    [Fact]
    public void The_relative_error_decides_between_agreeing_gray_and_off() => Law.Holds(
        from reference in Draw.Tensors(Draw.Moderate)
        from error in Draw.RelativeError.Where(error => IsAwayFrom(error, Relative) && IsAwayFrom(error, Reject))
        from sign in Gen.Elements(1.0, -1.0)
        select (reference, error: sign * error),
        @case => Classroom.Compare(@case.reference, @case.reference.Map(entry => entry * (1 + @case.error))).Agreement
            == (Math.Abs(@case.error) < Relative ? Agreement.Agree : Math.Abs(@case.error) < Reject ? Agreement.Gray : Agreement.Off),
        times: 500);

    [Fact]
    public void Scaling_answer_and_key_by_a_power_of_two_changes_nothing() => Law.Holds(
        from pair in Pairs
        from power in Draw.PowerOfTwo
        select (pair.Reference, pair.Answer, power),
        @case => IsSame(
            Classroom.Compare(@case.Reference, @case.Answer),
            Classroom.Compare(@case.Reference.Map(entry => entry * @case.power), @case.Answer.Map(entry => entry * @case.power))),
        times: 500);

    [Fact]
    public void The_order_of_the_entries_changes_nothing() => Law.Holds(
        from pair in Pairs
        from order in Gen.Shuffle(Enumerable.Range(0, pair.Reference.Entries.Length).ToArray())
        select (pair.Reference, pair.Answer, order),
        @case => IsSame(
            Classroom.Compare(@case.Reference, @case.Answer),
            Classroom.Compare(Permuted(@case.Reference, @case.order), Permuted(@case.Answer, @case.order))),
        times: 500);

    [Fact]
    public void Mirroring_answer_and_key_changes_nothing() => Law.Holds(Pairs, pair => IsSame(
        Classroom.Compare(pair.Reference, pair.Answer),
        Classroom.Compare(pair.Reference.Map(entry => -entry), pair.Answer.Map(entry => -entry))));

    [Fact]
    public void An_entry_that_is_not_finite_is_a_fault_wherever_it_stands() => Law.Holds(
        from reference in Draw.Tensors(Draw.Finite)
        from place in Gen.Choose(0, reference.Entries.Length - 1)
        from bad in Draw.NonFinite
        select (reference, place, bad),
        @case =>
        {
            var answer = new Tensor(@case.reference.Shape, @case.reference.Entries.SetItem(@case.place, @case.bad));
            return Classroom.Compare(@case.reference, answer) is { Agreement: Agreement.Off, Fault.Kind: FaultKind.NonFinite };
        });

    [Fact]
    public void Any_finite_answer_has_a_difference_that_is_a_number() => Law.Holds(
        from reference in Draw.Tensors(Draw.Finite)
        from entries in Draw.Finite.ArrayOf(reference.Entries.Length)
        select (reference, answer: new Tensor(reference.Shape, [.. entries])),
        @case => Classroom.Compare(@case.reference, @case.answer).LargestDifference >= 0,
        times: 500);

    [Fact]
    public void A_stub_of_zeros_is_off_unless_the_reference_is_zero() => Law.Holds(References, reference =>
        Classroom.Compare(reference, reference.Map(_ => 0)).Agreement
            == (reference.LargestMagnitude == 0 ? Agreement.Agree : Agreement.Off));

    [Fact]
    public void A_key_of_zeros_is_compared_with_one() => Law.Holds(
        from answer in Draw.Tensors(Draw.Magnitude(-1000, 1000))
        where IsAwayFrom(answer.LargestMagnitude / 1e-3, Relative) && IsAwayFrom(answer.LargestMagnitude / 1e-3, Reject)
        select answer,
        answer => Classroom.Compare(answer.Map(_ => 0), answer).Agreement
            == (answer.LargestMagnitude / 1e-3 < Relative ? Agreement.Agree : answer.LargestMagnitude / 1e-3 < Reject ? Agreement.Gray : Agreement.Off));

    [Fact]
    public void A_tiny_part_cannot_hide_behind_a_big_one() => Law.Holds(
        from big in Draw.Tensors(Draw.Magnitude(0, 10))
        from tiny in Draw.Tensors(Draw.Magnitude(0, 3))
        from power in Gen.Choose(-250, 0).Select(power => Math.ScaleB(1, power))
        from error in Draw.Magnitude(-10, 2)
        select (big, tiny: tiny.Map(entry => entry * power), error),
        @case =>
        {
            PointComparison comparison = Classroom.Compare(
                Group(@case.big, @case.tiny), Group(@case.big, @case.tiny.Map(entry => entry * (1 + @case.error))));
            return comparison is { Agreement: Agreement.Off, Parts: [{ Name: "dW", Agreement: Agreement.Agree }, { Name: "db", Agreement: Agreement.Off }] };
        });

    [Fact]
    public void The_worst_part_decides() => Law.Holds(
        from reference in Draw.Tensors(Draw.Moderate)
        from errors in Gen.Elements(0, 1e-5, 1e-2).ArrayOf(3)
        select (reference, errors),
        @case =>
        {
            Value Parts(Func<double, double> factor) => Examples.Group(
                [.. @case.errors.Select((error, index) => ($"{index}", (Value)new NumericValue(@case.reference.Map(entry => entry * factor(error)))))]);
            return Classroom.Compare(Parts(_ => 1), Parts(error => 1 + error)).Agreement
                == @case.errors.Max() switch { 0 => Agreement.Agree, 1e-5 => Agreement.Gray, _ => Agreement.Off };
        });

    [Fact]
    public void Another_shape_is_told_before_anything_else() => Law.Holds(
        from reference in Draw.Tensors(Draw.Moderate)
        from other in Draw.Tensors(Gen.OneOf(Draw.NonFinite, Draw.Moderate))
        where other.Shape != reference.Shape
        select (reference, other),
        @case => Classroom.Compare(@case.reference, @case.other) is { Agreement: Agreement.Off, Fault.Kind: FaultKind.WrongShape });

    private static bool IsSame(PointComparison left, PointComparison right) =>
        left.Agreement == right.Agreement && left.LargestDifference.Equals(right.LargestDifference);

    /// <summary>Rounding blurs a threshold by less than that.</summary>
    private static bool IsAwayFrom(double error, double threshold) => Math.Abs((error / threshold) - 1) > 1e-6;

    private static GroupValue Group(Tensor weights, Tensor bias) =>
        Examples.Group(("dW", new NumericValue(weights)), ("db", new NumericValue(bias)));

    private static Tensor Permuted(Tensor tensor, int[] order) => new(tensor.Shape, [.. order.Select(index => tensor.Entries[index])]);

    private static Tensor Erroneous(Tensor reference, Func<int, double> error) =>
        new(reference.Shape, [.. reference.Entries.Select((entry, index) => entry * (1 + error(index)))]);
}

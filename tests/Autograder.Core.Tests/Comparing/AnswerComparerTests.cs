using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Comparing;

public sealed class AnswerComparerTests
{
    [Fact]
    public void An_entry_much_smaller_than_its_part_is_measured_against_a_thousandth_of_the_part()
    {
        Tensor reference = Tensor.Vector(1000, 1e-9);
        Assert.Equal(1e-9, Classroom.Compare(reference, Tensor.Vector(1000, 0)).LargestDifference, 1e-20);
        Assert.Equal(Agreement.Off, Classroom.Compare(reference, Tensor.Vector(1000, 1e-3)).Agreement);
    }

    [Fact]
    public void Of_the_entries_the_worst_counts()
    {
        Tensor reference = Tensor.Vector(1, 1, 1);
        Assert.Equal(0.5, Classroom.Compare(reference, Tensor.Vector(1.25, 0.5, 1)).LargestDifference);
        Assert.Equal(0.5, Classroom.Compare(reference, Tensor.Vector(0.5, 1.25, 1)).LargestDifference);
    }

    [Fact]
    public void A_difference_too_large_for_a_double_is_infinite()
    {
        PointComparison comparison = Classroom.Compare(Tensor.Scalar(-1e308), Tensor.Scalar(1e308));
        Assert.Equal((Agreement.Off, double.PositiveInfinity), (comparison.Agreement, comparison.LargestDifference));
    }

    [Fact]
    public void A_reference_that_is_no_number_agrees_with_nothing()
    {
        // No plan has one; should one come about, a comparison that lets NaN pass would make every answer right.
        PointComparison comparison = Classroom.Compare(Tensor.Vector(1, double.NaN), Tensor.Vector(1, 2));
        Assert.Equal((Agreement.Off, double.PositiveInfinity), (comparison.Agreement, comparison.LargestDifference));
    }

    [Fact]
    public void A_subnormal_reference_agrees_with_itself() =>
        Assert.Equal(0, Classroom.Compare(Tensor.Vector(double.Epsilon, 0), Tensor.Vector(double.Epsilon, 0)).LargestDifference);

    [Fact]
    public void A_tolerance_that_measures_every_entry_against_itself_lets_zeros_agree()
    {
        Question question = Examples.LeastSquares with { Tolerance = new Tolerance { SmallEntry = 0 } };
        PlannedPoint planned = Classroom.Planned(Examples.Vector(1, 0));
        Assert.Equal(Agreement.Agree, AnswerComparer.Compare(question, planned, Classroom.Returned(Examples.Vector(1, 0))).Agreement);
        Assert.Equal(Agreement.Off, AnswerComparer.Compare(question, planned, Classroom.Returned(Examples.Vector(1, 1e-9))).Agreement);
    }

    [Fact]
    public void Empty_vectors_agree() => Assert.Equal(Agreement.Agree, Classroom.Compare(Tensor.Vector(), Tensor.Vector()).Agreement);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_says_what_was_expected_and_what_came(Value answer, string message) =>
        Assert.Equal(message, Classroom.Compare(Reference, answer).Fault?.Message);

    public static TheoryData<Value, string> Faults => new()
    {
        { Examples.Group(("dW", Examples.Vector(1, 2)), ("db", Examples.Vector(1, double.NaN))), "1 of 2 entries for db is NaN or infinite" },
        { Examples.Group(("dW", Examples.Vector(double.NaN, double.NegativeInfinity)), ("db", Examples.Vector(1, 2))), "2 of 2 entries for dW are NaN or infinite" },
        { Examples.Group(("dW", Examples.Vector(1, 2)), ("db", Examples.Vector(1, 2, 3))), "expected a vector of 2 for db, found a vector of 3" },
        { Examples.Group(("dW", Examples.Vector(1, 2))), "expected 2 numeric parts, found 1" },
        { Examples.Group(("dW", Examples.Vector(1, 2)), ("db", Examples.Vector(1, 2)), ("more", Examples.Vector(1, 2))), "expected 2 numeric parts, found 3" },
        { Examples.Group(("dW", Examples.Number(1)), ("db", Examples.Vector(1, 2))), "expected a vector of 2 for dW, found a number" },
        { new TextValue("1, 2"), "expected 2 numeric parts, found 0" },
    };

    [Fact]
    public void A_transposed_matrix_is_named()
    {
        Tensor reference = Tensor.Matrix(2, 3, 1, 2, 3, 4, 5, 6);
        Assert.Equal(
            "expected a matrix of 2 × 3, found a matrix of 3 × 2 (the transpose?)",
            Classroom.Compare(reference, Tensor.Matrix(3, 2, 1, 4, 2, 5, 3, 6)).Fault?.Message);
        Assert.Equal("expected a matrix of 2 × 3, found a vector of 6", Classroom.Compare(reference, Tensor.Vector(1, 2, 3, 4, 5, 6)).Fault?.Message);
    }

    [Fact]
    public void A_single_number_that_is_not_finite_is_not_counted() =>
        Assert.Equal("the value is NaN or infinite", Classroom.Compare(Tensor.Scalar(1), Tensor.Scalar(double.NaN)).Fault?.Message);

    [Fact]
    public void A_fault_of_the_method_is_passed_on_and_never_agrees()
    {
        Observation failed = Classroom.Failed(FaultKind.Exception, "IndexOutOfRangeException");
        PointComparison comparison = AnswerComparer.Compare(Examples.LeastSquares, Classroom.Planned(Reference, "label"), failed);
        Assert.Equal(("label", Agreement.Off, FaultKind.Exception), (comparison.Label, comparison.Agreement, comparison.Fault?.Kind));
    }

    [Fact]
    public void Prose_agrees_whatever_it_says()
    {
        PlannedPoint prose = Classroom.Planned(Reference) with { Reference = null, Parts = [] };
        Assert.Equal(Agreement.Agree, AnswerComparer.Compare(Examples.LeastSquares, prose, Classroom.Returned(new TextValue("Proof."))).Agreement);
    }

    [Fact]
    public void Texts_in_a_group_are_compared_beside_its_numbers()
    {
        GroupValue reference = Examples.Group(("at", Examples.Vector(1, 2)), ("kind", new TextValue("saddle")));
        Assert.Equal(Agreement.Agree, Compare(Examples.Vector(1, 2), " Saddle "));
        Assert.Equal(Agreement.Off, Compare(Examples.Vector(1, 2), "minimum"));
        Assert.Equal(Agreement.Off, Compare(Examples.Vector(1, 3), "saddle"));

        Agreement Compare(Value at, string kind) =>
            Classroom.Compare(reference, Examples.Group(("at", at), ("kind", new TextValue(kind)))).Agreement;
    }

    [Fact]
    public void A_group_of_texts_is_compared_text_by_text()
    {
        GroupValue reference = Examples.Group(("a", new TextValue("x")), ("b", new TextValue("")));
        Assert.Equal(Agreement.Agree, Classroom.Compare(reference, reference).Agreement);
        Assert.Equal(Agreement.Off, Classroom.Compare(reference, Examples.Group(("a", new TextValue("")), ("b", new TextValue("x")))).Agreement);
        Assert.Equal(Agreement.Off, Classroom.Compare(reference, new TextValue("x")).Agreement);
    }

    private static GroupValue Reference => Examples.Group(("dW", Examples.Vector(1, 2)), ("db", Examples.Vector(3, 4)));

    [Fact]
    public void Entries_are_told_apart_by_the_measure_of_their_part()
    {
        PlannedPoint planned = Classroom.Planned(Examples.Vector(1000, 1, 0.001, 0));
        Assert.Equal(
            [Agreement.Agree, Agreement.Gray, Agreement.Agree, Agreement.Off],
            AnswerComparer.CompareEntries(Examples.LeastSquares, planned.Parts[0], Tensor.Vector(1000.00000001, 1.00001, 0.0010000001, double.NaN)).ToArray());
    }
}

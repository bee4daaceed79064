using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

/// <summary>Extents of something, as whole numbers: equal or not.</summary>
public sealed class ShapeAnswerTests
{
    private static readonly Question Question = Examples.Question("11") with { Definition = new ShapeDefinition() };

    [Theory]
    [InlineData(3, 4, Verdict.Correct)]
    [InlineData(4, 3, Verdict.Wrong)]
    [InlineData(3, 5, Verdict.Wrong)]
    [InlineData(0, 0, Verdict.Wrong)]
    [InlineData(12, 1, Verdict.Wrong)]
    public void Every_extent_must_be_right(int rows, int columns, Verdict verdict) =>
        Assert.Equal(verdict, Grade(Extents(3, 4), Extents(rows, columns)).Verdict);

    [Fact]
    public void An_extent_that_is_one_off_is_wrong_however_large_it_is() => Law.Holds(
        from extent in Gen.Choose(1, 2_000_000_000)
        from off in Gen.Elements(-1, 1)
        select (extent, off),
        @case => Grade(Extents(@case.extent, 2), Extents(@case.extent, 2)).Verdict == Verdict.Correct
            && Grade(Extents(@case.extent, 2), Extents(@case.extent + @case.off, 2)).Verdict == Verdict.Wrong);

    [Fact]
    public void A_shape_may_be_a_part_with_points_of_its_own()
    {
        Question question = Examples.Question("12") with
        {
            Definition = new PartsDefinition([new QuestionPart("value", 1, new ValueDefinition()), new QuestionPart("rows", 1, new ShapeDefinition())]),
        };
        Value right = Both(100_000), wrong = Both(100_001);
        Assert.Equal([1.0, 1.0], Classroom.Grade(Classroom.Plan(question, right), _ => right).Parts.Select(part => part.Score!.Value));
        Assert.Equal([1.0, 0.0], Classroom.Grade(Classroom.Plan(question, right), _ => wrong).Parts.Select(part => part.Score!.Value));

        static GroupValue Both(int rows) => Examples.Group(("value", Examples.Number(0.5)), ("rows", Examples.Number(rows)));
    }

    [Fact]
    public void An_extent_is_right_or_as_wrong_as_can_be()
    {
        Assert.All(Grade(Extents(3, 4), Extents(3, 4)).Points, point => Assert.Equal(0, point.LargestDifference));
        Assert.All(Grade(Extents(3, 4), Extents(3, 5)).Points, point => Assert.Equal(1, point.LargestDifference));
    }

    [Fact]
    public void Another_number_of_extents_is_a_fault() =>
        Assert.Equal(Verdict.Fault, Grade(Extents(3, 4), Examples.Number(12)).Verdict);

    private static QuestionGrade Grade(Value reference, Value answer) => Classroom.Grade(Classroom.Plan(Question, reference), _ => answer);

    private static GroupValue Extents(int rows, int columns) => Examples.Group(("rows", Examples.Number(rows)), ("columns", Examples.Number(columns)));
}

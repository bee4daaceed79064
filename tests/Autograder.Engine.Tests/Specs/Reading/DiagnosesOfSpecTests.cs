using Autograder.Core.Assignments;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>What a spec says of mistakes: the diagnoses that it gives hints or credit for are those that the grader makes.</summary>
public sealed class DiagnosesOfSpecTests
{
    private const string Tolerance = "tolerance: { relative: 1e-7 }";

    [Fact]
    public void A_diagnosis_has_hints_and_credit_of_the_spec()
    {
        using var spec = TinySpec.With(Tolerance, "diagnoses: { sign: { hint: [Which way is down?, Compare with a difference quotient.], credit: 0.5 }, factor/1-over-N: { hint: A sum or a mean? } }");
        Assert.Empty(spec.Problems());
        Question question = spec.Load().Assignment.Questions[0];
        Assert.Equal((2, 0.5), (question.Diagnoses["sign"].Hints.Length, question.Diagnoses["sign"].Credit));
        Assert.Equal(0, question.Diagnoses["factor/1-over-N"].Credit);
    }

    [Theory]
    [InlineData("diagnoses: { transpsed: { credit: 0.5 } }", "23:18: the grader makes no diagnosis 'transpsed' of this question; did you mean 'transposed'?")]
    [InlineData("diagnoses: { factor/K: { credit: 0.5 } }", "23:18: the grader makes no diagnosis 'factor/K' of this question; did you mean 'factor/2'?")]
    [InlineData("diagnoses: { misconception/squared: { credit: 0.5 } }", "23:18: the grader makes no diagnosis 'misconception/squared' of this question")]
    [InlineData("diagnoses: { input-changed: { credit: 0.5 } }", "23:18: the grader makes no diagnosis 'input-changed' of this question")]
    public void One_that_the_grader_does_not_make_is_reported_with_the_nearest(string diagnoses, string expected)
    {
        using var spec = TinySpec.With(Tolerance, diagnoses);
        spec.Reports(expected);
    }
}

using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Specs;
using Autograder.Engine.Tests.Support;
using Autograder.Engine.Verifying;

namespace Autograder.Engine.Tests.Verifying;

public sealed class VerifiedPlanTests
{
    public static TheoryData<string> Names() => HomeworkTests.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_homeworks_are_fit_to_grade_by(string homework)
    {
        LoadedAssignment loaded = HomeworkTests.Homeworks[homework].Value;
        Assert.True(VerifiedPlan.Of(loaded, loaded.Plan("any")).IsVerified);
    }

    [Fact]
    public void Every_wrong_key_is_refused_with_its_place()
    {
        using PlantedHomework copy = new PlantedHomework("matrix-calculus")
            .Key("RidgeLossGradient", "=> WeightedLossGradient(theta, X, Y, w) + 2 * lambda * theta;")
            .Key("DerivativeOfV", "=> Math.Exp(a * u) * (a * u - 3) / Math.Pow(u, 3) - 6 * u + 2 * a;");
        LoadedAssignment loaded = AssignmentLoader.Load(copy.Spec);

        SpecException refused = Assert.Throws<SpecException>(() => VerifiedPlan.Of(loaded, loaded.Plan(loaded.DefaultSeed)));

        Assert.Equal(2, refused.Problems.Count);
        Assert.StartsWith("question 1.1: the key is not the derivative of V by u: at random point ", refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("question 3.4: the key is not the gradient of RidgeLoss by theta: at random point ", refused.Problems[1].Message, StringComparison.Ordinal);
        Assert.EndsWith("'grade --unverified' grades all the same.", refused.Problems[1].Message, StringComparison.Ordinal);
        Assert.All(refused.Problems, problem => Assert.EndsWith("MatrixCalculus.cs", problem.Place.File, StringComparison.Ordinal));
    }
}

using Autograder.Core.Verifying;
using Autograder.Reporting.Verifications;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Verifications;

public sealed class VerificationJsonTests
{
    private static readonly Verification Sample = new(
        "tiny",
        "Tiny",
        "seed",
        "abc",
        [
            new QuestionVerification("1", "A gradient", "assignment.yaml:8:5",
            [
                StepResult.Of(VerificationStep.Key, "largest difference 0.5 at 32 random points", "0.5", new VerificationFailure("the key is not the gradient of F by x.", "Correct it.")),
                StepResult.Nothing(VerificationStep.Accepted, "no other answers are named"),
                StepResult.Of(VerificationStep.Mutants, "1 of 2 rejected, 1 unseen", "1/2", new VerificationFailure("the points cannot see this change.", "Choose others.") { Place = "Reference.cs:3:7" }),
            ])
            {
                WhyEnded = "the key is wrong",
            },
            new QuestionVerification("2", "A text", "assignment.yaml:20:5", [StepResult.Nothing(VerificationStep.Key, "a text, which people read")]),
        ],
        [new VerificationFailure("this judgement is about no mutant that survives.", "Take it away.") { Place = "Reference.cs:1:1" }]);

    [Fact]
    public void A_verification_reads_well() => Snapshot.Verify(VerificationJson.Write(Sample), "verification");

    [Fact]
    public void The_kept_schema_is_the_one_of_the_types()
    {
        string kept = File.ReadAllText(Repository.PathTo("grader", "Autograder.Reporting", "verification.schema.json"));

        Assert.True(
            kept == VerificationJson.Schema(),
            "verification.schema.json has drifted: dotnet run --project grader/Autograder.Cli -- schema verification > grader/Autograder.Reporting/verification.schema.json");
    }
}

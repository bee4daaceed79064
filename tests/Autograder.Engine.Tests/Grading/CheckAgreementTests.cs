using System.Text;
using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Grading;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Grading;

/// <summary>
/// A student's own check, which has no key, comes to what the staff's grader comes to: on every sample of every homework an
/// answer is right in both or in neither, and what only the key can judge is listed.
/// </summary>
public sealed class CheckAgreementTests
{
    public static TheoryData<string> Homeworks() =>
        new(Directory.GetDirectories(Repository.PathTo("submissions-sample")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Homeworks))]
    public async Task A_check_without_a_key_says_right_exactly_where_the_staff_do(string homework)
    {
        LoadedAssignment loaded = AssignmentLoader.LoadPublic(Repository.PathTo("problems", homework));
        SamplePlan plan = loaded.Plan(loaded.DefaultSeed);
        IntakeResult intake = new SubmissionReader(loaded.GivenFileName).Read([Repository.PathTo("submissions-sample", homework)]);
        using var grader = new ClassGrader(ProcessPaths.Installed);

        Gradebook gradebook = await grader.GradeAsync(loaded, plan, intake.Submissions, jobs: 2, store: null, _ => { });

        var table = new StringBuilder();
        var disagreements = new List<string>();
        foreach (GradeReport report in gradebook.Reports)
        {
            Dictionary<string, string> staff = Expected(homework, report.Submission);
            table.Append(report.Submission).Append(':');
            foreach (QuestionGrade question in report.Questions)
            {
                table.Append($" {question.Id} {Word(question.Verdict)},");
                if (question.Verdict != Verdict.Pending && (question.Verdict == Verdict.Correct) != (staff[question.Id] == nameof(Verdict.Correct)))
                {
                    disagreements.Add($"{report.Submission} {question.Id}: {question.Verdict}, and {staff[question.Id]} with the key. {string.Join(' ', question.Feedback.Select(feedback => feedback.Rationale))}");
                }
            }

            table.Length--;
            table.Append('\n');
        }

        Assert.Empty(disagreements);
        Snapshot.Verify(table.ToString(), $"check-{homework}");
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Correct => "right",
        Verdict.Pending or Verdict.Manual => "later",
        Verdict.Missing => "missing",
        _ => "wrong",
    };

    private static Dictionary<string, string> Expected(string homework, string sample) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathTo("submissions-sample", homework, sample, "expected.json"))).RootElement
            .GetProperty("verdicts").EnumerateObject().ToDictionary(verdict => verdict.Name, verdict => verdict.Value.GetString()!);
}

using System.Text;
using Autograder.Core.Assignments;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Verifying;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

/// <summary>
/// What each mistake of the samples is called, over many seeds. A diagnosis that depends on the points would fit by chance, and
/// one that fits by chance is worse than none.
/// </summary>
public sealed class ConfusionTests
{
    private const int Seeds = 20;

    /// <summary>About the method and about the marks, which numbers alone do not show.</summary>
    private static readonly string[] NotByValues = ["input-changed", "not-repeatable", "input-returned", "follow-through", "single-precision"];

    [Fact]
    public void Every_mistake_is_called_the_same_at_all_points()
    {
        var counts = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
        foreach (string homework in HomeworkTests.Homeworks.Keys.Order(StringComparer.Ordinal))
        {
            foreach ((string planted, string named) in Named(homework))
            {
                SortedDictionary<string, int> row = counts.TryGetValue(planted, out var known) ? known : counts[planted] = new(StringComparer.Ordinal);
                row[named] = row.GetValueOrDefault(named) + 1;
            }
        }

        Snapshot.Verify(Table(counts), "confusion");
    }

    private static IEnumerable<(string Planted, string Named)> Named(string homework)
    {
        LoadedAssignment loaded = HomeworkTests.Homeworks[homework].Value;
        SamplePlan[] plans = [.. Enumerable.Range(0, Seeds).AsParallel().AsOrdered().Select(seed => loaded.Plan($"confusion {seed}"))];
        var answers = SampleAnswers.Diagnosed(homework).Where(sample => !sample.Ids.Intersect(NotByValues).Any())
            .GroupBy(sample => sample.Folder)
            .SelectMany(folder =>
            {
                SampleAnswers program = SampleAnswers.Compile(loaded, folder.Key);
                return folder.Select(sample => (Index: IndexOf(loaded, sample.Question), Planted: Shown(sample.Ids), Program: program));
            })
            .Where(answer => loaded.Assignment.Questions[answer.Index].Definition is not TrainingDefinition)      // a run takes seconds
            .ToArray();
        return plans.AsParallel().AsOrdered().SelectMany(plan => answers.Select(answer =>
        {
            QuestionPlan question = plan.Questions[answer.Index];
            return (answer.Planted, Shown(Diagnoses(Rehearsal.Grade(question, answer.Program.AnswerTo(question.Question)))));
        }));
    }

    private static int IndexOf(LoadedAssignment loaded, string question) =>
        loaded.Assignment.Questions.Select(asked => asked.Id).ToList().IndexOf(question);

    private static IEnumerable<string> Diagnoses(QuestionGrade grade) => grade.Feedback
        .Where(feedback => feedback.Audience == Audience.Student).Select(feedback => feedback.Id).Distinct()
        .Where(id => id is not ("agreement" or "parts" or "right" or "not-right") && !id.StartsWith("fault/", StringComparison.Ordinal));

    private static string Shown(IEnumerable<string> ids) => string.Join(" + ", ids.Order(StringComparer.Ordinal).DefaultIfEmpty("(nothing)"));

    private static string Table(SortedDictionary<string, SortedDictionary<string, int>> counts)
    {
        var table = new StringBuilder($"Planted mistakes, and what they are called at the points of {Seeds} seeds.\n\n");
        foreach ((string planted, SortedDictionary<string, int> named) in counts)
        {
            table.Append($"{named.GetValueOrDefault(planted),6} of {named.Values.Sum(),-6} {planted}\n");
            foreach ((string other, int times) in named.Where(other => other.Key != planted))
            {
                table.Append($"{times,14} called {other}\n");
            }
        }

        return table.ToString();
    }
}

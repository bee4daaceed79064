using System.Collections.Immutable;
using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Cli.Display.Replays;
using Autograder.Core.Comparing;
using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Engine.Compiling;
using Autograder.Engine.Execution;
using Autograder.Engine.Grading;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder replay REPORT QUESTION [--point K] [--without-reference]</c></summary>
internal static class ReplayCommand
{
    private sealed record Request(Task<ProcessPaths> Sandbox, string Report, string Question, int? Point, string? Assignment, string? Submission, bool ShowsReference);

    internal static Command Create()
    {
        var report = new Argument<string>("report") { Description = "A report.json that grade --out has written, or its folder." };
        var question = new Argument<string>("question") { Description = "The id of a question." };
        var point = new Option<int?>("--point") { Description = "Which point, counted from 1 as in the report; the first that does not agree unless given." };
        var assignment = new Option<string?>("--assignment") { Description = "What was graded with, where it is not where run.json says." };
        var submission = new Option<string?>("--submission") { Description = "What was graded, where it is not where run.json says." };
        var blind = new Option<bool>("--without-reference") { Description = "Shows nothing of the right answer, nor what only staff are told: for a screen that the student sees." };
        var sandbox = new SandboxOptions();
        var command = new Command("replay", "Run one point of a report again and show everything about it.") { report, question, point, assignment, submission, blind };
        sandbox.AddTo(command);
        command.SetAction((parsed, _) => RunAsync(new Request(
            sandbox.ChooseAsync(parsed),
            parsed.GetRequiredValue(report),
            parsed.GetRequiredValue(question),
            parsed.GetValue(point),
            parsed.GetValue(assignment),
            parsed.GetValue(submission),
            !parsed.GetValue(blind))));
        return command;
    }

    private static async Task<int> RunAsync(Request request)
    {
        var source = ReplaySource.Find(request.Report, request.Assignment, request.Submission);
        QuestionDocument question = source.Report.Questions.FirstOrDefault(question => question.Id == request.Question) ?? throw new UsageException(
            $"the report has no question '{request.Question}'; it has {string.Join(", ", source.Report.Questions.Select(question => question.Id))}");
        string seed = source.Report.Provenance.Seed;
        SamplePlan sample = source.Assignment.Plan(seed);
        QuestionPlan plan = sample.Questions.FirstOrDefault(plan => plan.Question.Id == question.Id) ?? throw new UsageException(
            $"the homework has no question '{question.Id}', so the report was not made from it: it has been changed");
        int point = PointOf(request.Point, question, plan);

        ProcessPaths paths = await request.Sandbox;
        using var compiler = new CompilerClient(paths);
        var replay = new QuestionReplay(
            source.Assignment, sample, plan, source.Submission, compiler, new SubmissionRunner(paths, source.Assignment.Assignment.Limits));
        PointDocument? reported = question.Points.ElementAtOrDefault(point);
        ReplayedPoint replayed = await replay.RunAloneAsync(point);
        string[] changes = Changes(reported, replayed);
        string conclusion = Conclusion(source.Report, reported, replayed, changes);
        if (changes.Length > 0 && source.Report.IsIntact && await replay.RunInOrderAsync(point) is var inOrder && Changes(reported, inOrder).Length == 0)
        {
            replayed = inOrder;
            conclusion = "As in the report, but only when the method is called at all points in order. Called at this point alone it comes to something else"
                + $" ({string.Join("; ", changes)}): something outlives its calls.";
        }

        ImmutableArray<EarlierReplay> earlier = replayed.WhyNotRun is null && question.Verdict != Verdict.Correct ? await replay.RunEarlierAsync(point) : [];
        Show(source, question,
        [
            .. ReplayText.Of(plan, replayed, seed, point + 1, request.ShowsReference),
            .. ReplayText.OfEarlier(earlier, request.ShowsReference),
            .. replayed.WhyNotRun is null ? ReplayText.OfFeedback(question.Feedback, request.ShowsReference) : [],
            "",
            conclusion,
        ]);
        return (int)ExitCode.Done;
    }

    /// <returns>Counted from 0.</returns>
    private static int PointOf(int? asked, QuestionDocument question, QuestionPlan plan)
    {
        if (asked is int number)
        {
            return number >= 1 && number <= plan.Points.Length ? number - 1 : throw new UsageException(
                $"question {question.Id} has the point{(plan.Points.Length == 1 ? " 1" : $"s 1 to {plan.Points.Length}")}; {number} is none of them");
        }

        int first = question.Points.TakeWhile(point => point.Agreement == Agreement.Agree).Count();
        return first < question.Points.Length ? first : 0;
    }

    private static string[] Changes(PointDocument? reported, ReplayedPoint replayed) =>
        reported is null || replayed.WhyNotRun is not null ? [] : [.. ReplayChanges.Between(reported, replayed.Comparison)];

    private static string Conclusion(ReportDocument report, PointDocument? reported, ReplayedPoint replayed, string[] changes) =>
        !report.IsIntact ? $"{(changes.Length > 0 ? $"Not as in the report: {string.Join("; ", changes)}. " : "")}This report has been changed since it was written, so it was not made by this: grade again."
        : changes.Length > 0 ? $"Not as in the report: {string.Join("; ", changes)}. Something outlives the calls, is drawn at random, or depends on time or machine."
        : replayed.WhyNotRun is not null ? "There is nothing to run, as in the report."
        : reported is null ? "The report has nothing to compare this point with."
        : "As in the report.";

    private static void Show(ReplaySource source, QuestionDocument question, IEnumerable<string> lines)
    {
        string earned = question is { MaxPoints: double max, Score: double score } ? $", {VerdictText.Points(score * max)} of {VerdictText.Points(max)} points" : "";
        Consoles.Out.WriteLine($"{source.Report.Submission}, question {question.Id}: {question.Title} ({question.Verdict}{earned})");
        foreach (string line in lines)
        {
            Consoles.Out.WriteLine(line);
        }
    }
}

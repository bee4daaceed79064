using Autograder.Core.Reports;
using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Engine.Grading;
using Autograder.Reporting;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Display.Replays;

/// <summary>One point of a question that was run again, for two people at one screen.</summary>
internal static class ReplayText
{
    /// <summary>Of a line of numbers.</summary>
    internal const int Width = 150;

    /// <param name="number">Of the point, counted from 1.</param>
    /// <param name="showsReference">False for those who are not to see the right answers.</param>
    internal static IEnumerable<string> Of(QuestionPlan plan, ReplayedPoint replayed, string seed, int number, bool showsReference)
    {
        if (replayed.WhyNotRun is { } why)
        {
            // No point has anything to do with it.
            foreach (string line in (IEnumerable<string>)[why.Rationale, .. replayed.Errors])
            {
                yield return $"  {StudentText.Clean(line)}";
            }

            yield break;
        }

        foreach (string line in PointText.Of(plan.Question, replayed.Planned.Point, seed, number, plan.Points.Length))
        {
            yield return line;
        }

        yield return "";
        yield return $"Answer: {plan.Question.Answer}";
        foreach (string line in OfObservation(plan, replayed, showsReference))
        {
            yield return line;
        }

        if (replayed.Console.Length > 0)
        {
            yield return "";
            yield return "Printed by the method";
            foreach (string line in StudentText.Clean(replayed.Console).TrimEnd('\n').Split('\n'))
            {
                yield return $"  {line}";
            }
        }
    }

    /// <summary>The answers that this one builds on, as they are at its point.</summary>
    internal static IEnumerable<string> OfEarlier(IEnumerable<EarlierReplay> earlier, bool showsReference) => earlier.SelectMany(answer => (IEnumerable<string>)
    [
        "",
        $"Builds on {answer.Name}, the answer to question {answer.Plan.Question.Id}, here",
        .. answer.Replayed.WhyNotRun is { } why ? [$"  {StudentText.Clean(why.Rationale)}"] : OfObservation(answer.Plan, answer.Replayed, showsReference),
    ]);

    /// <summary>What the report says of the answer; staff are told more.</summary>
    internal static IEnumerable<string> OfFeedback(IEnumerable<FeedbackDocument> feedback, bool forStaff)
    {
        string[] said = [.. feedback.Where(one => forStaff || one.Audience == Audience.Student).Select(one =>
            $"  {StudentText.Clean(one.Rationale)}{(one.Audience == Audience.Staff ? " (staff only)" : "")}{(one.Hint is { } hint ? $" Hint: {hint}" : "")}")];
        return said.Length == 0 ? [] : ["", "Said in the report", .. said];
    }

    /// <summary>In brackets, when there is anything to say.</summary>
    internal static string Aside(string text) => text.Length == 0 ? "" : $"  ({text})";

    private static IEnumerable<string> OfObservation(QuestionPlan plan, ReplayedPoint replayed, bool showsReference) => replayed.Observation switch
    {
        ReturnedValue returned => AnswerText.Of(
            plan.Question, replayed.Planned.Point, returned, replayed.Comparison, showsReference ? replayed.Planned : null),
        FaultObservation { Fault: { } fault } => [$"  {fault.Kind}: {StudentText.Clean(fault.Message)}{(fault.Line is { } line ? $" ({StudentText.Clean($"{line}")})" : "")}"],
        _ => ["  The program ended before this point."],
    };
}

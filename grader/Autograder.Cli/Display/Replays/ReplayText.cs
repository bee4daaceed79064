using Autograder.Core.Sampling;
using Autograder.Core.Submissions;
using Autograder.Engine.Grading;
using Autograder.Reporting;

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

    /// <summary>In brackets, when there is anything to say.</summary>
    internal static string Aside(string text) => text.Length == 0 ? "" : $"  ({text})";

    private static IEnumerable<string> OfObservation(QuestionPlan plan, ReplayedPoint replayed, bool showsReference) => replayed.Observation switch
    {
        ReturnedValue returned => AnswerText.Of(
            plan.Question, replayed.Planned.Point, returned, replayed.Comparison, showsReference ? replayed.Planned : null),
        FaultObservation { Fault: { } fault } => [$"  {fault.Kind}: {StudentText.Clean(fault.Message)}{(fault.Line is { } line ? $" ({line})" : "")}"],
        _ when replayed.WhyNotRun is { } why => [$"  {StudentText.Clean(why.Rationale)}"],
        _ => ["  The program ended before this point."],
    };
}

using Autograder.Core.Reports;

namespace Autograder.Reporting;

/// <summary>
/// A question's feedback as paragraphs of plain text. Nothing that a student's program has made while it ran is in it: a program can print
/// the inputs by which it is judged, or sentences that look like the grader's. Staff find it in report.json.
/// </summary>
public static class FeedbackText
{
    /// <param name="attempt">Which try of the student's this is, counted from 1: so many hints are shown.</param>
    public static string For(QuestionGrade question, Audience audience, int attempt = 1)
    {
        var paragraphs = new List<string>();
        foreach (Feedback feedback in question.Feedback.Where(feedback => feedback.Audience <= audience))
        {
            paragraphs.Add(string.Join('\n', [feedback.Rationale, .. feedback.HintsAt(attempt).Select(hint => $"Hint: {hint}")]));
        }

        if (question.Console.Length > 0)
        {
            paragraphs.Add("What the method printed is kept for the staff.");
        }

        return StudentText.Clean(string.Join("\n\n", paragraphs));
    }
}

using Autograder.Core.Reports;

namespace Autograder.Reporting;

/// <summary>A question's feedback as paragraphs of plain text.</summary>
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

        if (question.Text is { Length: > 0 } text)
        {
            paragraphs.Add($"Handed in:\n{text}");
        }

        if (question.Console.Length > 0)
        {
            paragraphs.Add($"Printed by the method:\n{question.Console}");
        }

        return StudentText.Clean(string.Join("\n\n", paragraphs));
    }
}

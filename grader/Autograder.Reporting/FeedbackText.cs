using Autograder.Core.Reports;

namespace Autograder.Reporting;

/// <summary>A question's feedback as paragraphs of plain text.</summary>
public static class FeedbackText
{
    public static string For(QuestionGrade question, Audience audience)
    {
        var paragraphs = new List<string>();
        foreach (Feedback feedback in question.Feedback.Where(feedback => feedback.Audience <= audience))
        {
            paragraphs.Add(feedback.Hint is null ? feedback.Rationale : $"{feedback.Rationale}\nHint: {feedback.Hint}");
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

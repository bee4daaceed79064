using System.Text.Json;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Reporting.Formats;

/// <summary>Something to tell a student at a line.</summary>
/// <param name="Rule">What kind of thing it is: a compiler's code, or the family of a diagnosis.</param>
/// <param name="Place">Null where it has none: a method that is missing.</param>
/// <param name="Title">One line.</param>
/// <param name="IsError">False for what is still to be written, and for what is not graded.</param>
internal sealed record Finding(string Rule, SourceLine? Place, string Title, string Text, bool IsError)
{
    internal static Finding Of(CompilerMessage message)
    {
        string text = StudentText.Clean(message.Text).Replace('\n', ' ');
        return new Finding(message.Code, message.Place, message.Code, text, IsError: true);
    }

    /// <summary>The first diagnosis that says more than how often an answer agreed; where there is none, the verdict.</summary>
    internal static string RuleOf(QuestionGrade question) => question.Feedback
        .Where(feedback => feedback.Audience == Audience.Student && !FeedbackIds.IsOutcome(feedback.Id))
        .Select(feedback => FeedbackIds.Family(feedback.Id))
        .FirstOrDefault(JsonNamingPolicy.KebabCaseLower.ConvertName(question.Verdict.ToString()));
}

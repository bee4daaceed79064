using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Core.Submissions;

namespace Autograder.Reporting.Formats;

/// <summary>A report as its student is to read it, and where the files stand that it speaks of.</summary>
/// <param name="Folder">Of the submission's files, from where the reader stands, with slashes; empty where that is the same folder.</param>
/// <param name="Attempt">Which try of the student's this is, counted from 1: so many hints are shown.</param>
public sealed record StudentReport(GradeReport Report, string Folder, int Attempt = 1)
{
    private const int FirstMessages = 3;

    internal string Feedback(QuestionGrade question) => FeedbackText.For(question, Audience.Student, Attempt);

    /// <summary>With the compiler's first messages where it is by these that nothing could be run: for a reader who sees a question alone.</summary>
    internal string WholeFeedback(QuestionGrade question) =>
        question.Method is null && IsToldByTheCompiler(question) ? $"{Feedback(question)}\n\n{string.Join('\n', CompilerMessages.Take(FirstMessages))}" : Feedback(question);

    /// <summary>A line each.</summary>
    internal IEnumerable<string> CompilerMessages => Report.CompilerMessages.Select(Finding.Of).Select(message =>
        $"{(message.Place is { } place ? $"{PathOf(place)}:{place.Line}:{place.Column}: " : "")}{message.Rule}: {message.Text}");

    /// <summary>With slashes.</summary>
    internal string PathOf(SourceLine place)
    {
        string file = StudentText.Clean(place.File).Replace('\n', ' ');
        return Folder.Length == 0 ? file : $"{Folder}/{file}";
    }

    /// <summary>Such as "2.1 Gradient of the loss".</summary>
    internal static string NameOf(QuestionGrade question) => StudentText.Clean($"{question.Id} {question.Title}").Replace('\n', ' ');

    internal static string Word(QuestionGrade question) => question.IsToDo ? "To do" : question.Verdict.ToString();

    /// <summary>Whether there is something to put right.</summary>
    internal static bool IsLost(QuestionGrade question) => question.Verdict.IsGraded() && question.Verdict != Verdict.Correct;

    /// <summary>Whether it is judged after submission, or by people.</summary>
    internal static bool IsLater(QuestionGrade question) => question.Verdict is Verdict.Pending or Verdict.Manual;

    /// <summary>What there is to tell at a place, or of a question without one: first what does not compile, then the questions in order.</summary>
    internal ImmutableArray<Finding> Findings => [.. Report.CompilerMessages.Select(Finding.Of), .. Report.Questions.Select(OfQuestion).OfType<Finding>()];

    private Finding? OfQuestion(QuestionGrade question) =>
        (!IsLost(question) && !question.IsUngraded) || IsToldByTheCompiler(question) ? null : new Finding(
            Finding.RuleOf(question),
            question.Points.Select(point => point.Fault?.Line).FirstOrDefault(line => line is { Line: > 0 }) ?? question.Method,
            $"{NameOf(question)}: {Word(question)}",
            Feedback(question),
            IsError: IsLost(question) && !question.IsToDo);

    /// <summary>Its own feedback would say the same once more, at a less exact place.</summary>
    private bool IsToldByTheCompiler(QuestionGrade question) =>
        !Report.CompilerMessages.IsEmpty && question.Feedback.Any(feedback => feedback.Id is "does-not-compile" or "forbidden-api");
}

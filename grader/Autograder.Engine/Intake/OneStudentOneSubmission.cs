using Autograder.Core.Reports;

namespace Autograder.Engine.Intake;

/// <summary>Marks go to students by their ids, so an id in two submissions would give one student two marks, and another none.</summary>
internal static class OneStudentOneSubmission
{
    /// <exception cref="IntakeException">It is so.</exception>
    internal static void Check(IEnumerable<Submission> submissions)
    {
        IGrouping<string, (Student Student, Submission Submission)>? twice = submissions
            .SelectMany(submission => submission.HandIn.Students.Select(student => (Student: student, Submission: submission)))
            .Where(handed => handed.Student.Id.Length > 0)
            .GroupBy(handed => handed.Student.Id, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new IntakeException(
                $"the student id {SubmissionName.Shown(twice.Key)} stands for {string.Join(" and ", twice.Select(handed => $"{SubmissionName.Shown(handed.Student.ToString())} in {handed.Submission.Name}"))}:"
                + " marks could not be told apart; correct one of them, or take it out");
        }
    }
}

using Autograder.Core.Reports;

namespace Autograder.Engine.Intake;

/// <summary>Marks go to students by their ids, and without ids by their addresses, so one in two submissions would give one student two marks, and another none.</summary>
internal static class OneStudentOneSubmission
{
    /// <exception cref="IntakeException">It is so.</exception>
    internal static void Check(IEnumerable<Submission> submissions)
    {
        IGrouping<string, (Student Student, Submission Submission)>? twice = submissions
            .SelectMany(submission => submission.HandIn.Students.Select(student => (Student: student, Submission: submission)))
            .Where(handed => KeyOf(handed.Student).Length > 0)
            .GroupBy(handed => KeyOf(handed.Student), StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new IntakeException(
                $"{(twice.Key.Contains('@') ? "the address" : "the student id")} {SubmissionName.Shown(twice.Key)} stands for {string.Join(" and ", twice.Select(handed => $"{SubmissionName.Shown(handed.Student.ToString())} in {handed.Submission.Name}"))}:"
                + " marks could not be told apart; correct one of them, or take it out");
        }
    }

    private static string KeyOf(Student student) => student.Id.Length > 0 ? student.Id : student.Email;
}

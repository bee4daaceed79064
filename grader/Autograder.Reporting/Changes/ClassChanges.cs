using System.Collections.Immutable;
using Autograder.Core.Reports;
using Autograder.Reporting.Reports;

namespace Autograder.Reporting.Changes;

/// <summary>A submission of an earlier run.</summary>
/// <param name="Students">Empty where that run did not say.</param>
public sealed record EarlierSubmission(ReportDocument Report, ImmutableArray<Student> Students);

/// <summary>What has changed in a class since it was graded before.</summary>
/// <param name="New">Submissions that were not there.</param>
/// <param name="Gone">Submissions that are no longer there.</param>
public sealed record ClassChanges(ImmutableArray<ScoreChange> Scores, ImmutableArray<string> New, ImmutableArray<string> Gone)
{
    /// <summary>
    /// A submission is the earlier one of its name. Platforms put a number of their own into the name, which is another when a student hands in
    /// again: those left over are found by the ids of all their students, then by the addresses.
    /// </summary>
    public static ClassChanges Between(IEnumerable<EarlierSubmission> before, Gradebook after)
    {
        List<EarlierSubmission> gone = [.. before];
        List<GradeReport> added = [.. after.Reports];
        var earlier = new Dictionary<string, ReportDocument>(StringComparer.Ordinal);
        Pair(then => then.Report.Submission, now => now.Submission);
        Pair(then => Key(then.Students, student => student.Id), now => Key(now.HandIn.Students, student => student.Id));
        Pair(then => Key(then.Students, student => student.Email), now => Key(now.HandIn.Students, student => student.Email));
        return new ClassChanges(
            [.. after.Reports.Select(now => earlier.TryGetValue(now.Submission, out ReportDocument? then) ? ScoreChange.Between(then, now) : null).OfType<ScoreChange>()],
            [.. added.Select(now => now.Submission)],
            [.. gone.Select(then => then.Report.Submission).Order(StringComparer.Ordinal)]);

        void Pair(Func<EarlierSubmission, string> keyBefore, Func<GradeReport, string> keyAfter)
        {
            ILookup<string, EarlierSubmission> known = gone.ToLookup(keyBefore, StringComparer.OrdinalIgnoreCase);
            foreach (IGrouping<string, GradeReport> alike in added.ToLookup(keyAfter, StringComparer.OrdinalIgnoreCase))
            {
                // What two have tells neither apart.
                if (alike.Key.Length > 0 && alike.Take(2).ToArray() is [var now] && known[alike.Key].Take(2).ToArray() is [var then])
                {
                    earlier.Add(now.Submission, then.Report);
                    added.Remove(now);
                    gone.Remove(then);
                }
            }
        }
    }

    /// <returns>Empty where it is not known of all.</returns>
    private static string Key(ImmutableArray<Student> students, Func<Student, string> what) =>
        students.All(student => what(student).Length > 0) ? string.Join('\n', students.Select(what).Order(StringComparer.OrdinalIgnoreCase)) : "";
}

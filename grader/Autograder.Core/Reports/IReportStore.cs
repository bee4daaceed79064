namespace Autograder.Core.Reports;

/// <summary>Keeps reports by what they were made from, so that a run that was interrupted goes on where it was.</summary>
public interface IReportStore
{
    /// <param name="key">A hash of all that a report depends on.</param>
    /// <returns>Null where there is none, or none that is whole.</returns>
    GradeReport? Find(string key);

    /// <exception cref="IOException">It cannot be kept.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    void Keep(string key, GradeReport report);
}

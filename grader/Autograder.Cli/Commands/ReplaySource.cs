using System.Collections.Immutable;
using System.Text.Json;
using Autograder.Engine.Intake;
using Autograder.Engine.Specs;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Runs;

namespace Autograder.Cli.Commands;

/// <summary>A report with what it was made from, found again and held to the report's fingerprints.</summary>
internal sealed record ReplaySource(ReportDocument Report, LoadedAssignment Assignment, Submission Submission)
{
    /// <param name="path">Of report.json, or of its folder.</param>
    /// <param name="assignment">Null where run.json says it.</param>
    /// <param name="submission">Null where run.json says it.</param>
    /// <exception cref="UsageException">Something is not there, or not what the report was made from.</exception>
    internal static ReplaySource Find(string path, string? assignment, string? submission)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, "report.json") : path;
        ReportDocument report = Read(file, ReportJson.Read, "a report that grade --out has written");
        RunDocument? run = assignment is null || submission is null ? FindRun(file) : null;
        string homework = assignment ?? run!.Assignment;
        LoadedAssignment loaded = AssignmentLoader.Load(homework);
        if (loaded.Assignment.Fingerprint != report.Provenance.AssignmentFingerprint)
        {
            throw new UsageException(
                $"{homework} is not what the report was made from: spec, given functions or key have changed since, and so may points and reference."
                + $" Say where the version is that was graded (--assignment), or grade again and replay the new report ({Fingerprints(report.Provenance.AssignmentFingerprint, loaded.Assignment.Fingerprint)}).");
        }

        ImmutableArray<string> paths = submission is null ? run!.Submissions : [submission];
        Submission found = Pick(new SubmissionReader(loaded.GivenFileName, run?.Layout ?? SubmissionReader.AutoLayout).Read(paths), report, paths);
        return found.Fingerprint == report.Provenance.SubmissionFingerprint ? new ReplaySource(report, loaded, found) : throw new UsageException(
            $"the files of {found.Name} are not those that the report was made from: they have changed since."
            + $" Say where those are that were graded (--submission), or grade again and replay the new report ({Fingerprints(report.Provenance.SubmissionFingerprint, found.Fingerprint)}).");
    }

    /// <summary>The one of that name, or of that content under another name.</summary>
    private static Submission Pick(IntakeResult intake, ReportDocument report, IEnumerable<string> paths) =>
        intake.Submissions.FirstOrDefault(submission => submission.Name == report.Submission)
        ?? intake.Submissions.FirstOrDefault(submission => submission.Fingerprint == report.Provenance.SubmissionFingerprint)
        ?? (intake.IsSingle ? intake.Submissions[0] : throw new UsageException(
            $"there is no submission {report.Submission} in {string.Join(", ", paths)}; say where it is: --submission PATH"));

    /// <summary>Beside the report of a single submission, or beside the folders of a class.</summary>
    private static RunDocument FindRun(string report)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(report))!;
        string file = new[] { folder, Path.GetDirectoryName(folder) ?? folder }.Select(place => Path.Combine(place, ResultsFolder.RunFile)).FirstOrDefault(File.Exists)
            ?? throw new UsageException($"there is no {ResultsFolder.RunFile} beside {report}; say what it was made from: --assignment PATH --submission PATH");
        RunDocument run = Read(file, RunJson.Read, "a record of a run that grade --out has written");
        string place = Path.GetDirectoryName(file)!;
        string Found(string relative) => Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(Path.Combine(place, relative)));
        return run with { Assignment = Found(run.Assignment), Submissions = [.. run.Submissions.Select(Found)] };
    }

    private static T Read<T>(string file, Func<string, T> read, string expected)
    {
        try
        {
            return read(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"{file} cannot be read as {expected}: {exception.Message}");
        }
    }

    private static string Fingerprints(string reported, string found) => $"the report has {reported[..Math.Min(8, reported.Length)]}, this is {found[..8]}";
}

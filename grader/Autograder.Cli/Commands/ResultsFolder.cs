using Autograder.Core.Reports;
using Autograder.Reporting;
using Autograder.Reporting.Gradebooks;
using Autograder.Reporting.Gradescope;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Commands;

/// <summary>Where results are written: a folder for each submission, or the folder itself for a single one.</summary>
internal sealed class ResultsFolder(string path, bool isSingle)
{
    internal void Write(GradeReport report)
    {
        string folder = isSingle ? path : Path.Combine(path, report.Submission);
        AtomicFile.Write(Path.Combine(folder, "report.json"), ReportJson.Write(report));
        AtomicFile.Write(Path.Combine(folder, "results.json"), GradescopeResults.Write(report));
    }

    internal void Write(Gradebook gradebook)
    {
        if (!isSingle)
        {
            AtomicFile.Write(Path.Combine(path, "gradebook.csv"), GradebookCsv.Write(gradebook));
        }
    }
}

using System.Globalization;
using Autograder.Core.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Autograder.Cli.Display;

/// <summary>While a class is graded: a bar on standard error with the rate, the time that is left and the faults so far, where that is a terminal.</summary>
internal sealed class GradingProgress(int submissions)
{
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);

    internal int Graded { get; private set; }

    internal Task<Gradebook> ShowAsync(Func<Action<GradeReport>, Task<Gradebook>> grade) =>
        submissions < 2 || !Consoles.IsErrorScreen
            ? grade(Count)
            : Consoles.ErrorScreen.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
                .StartAsync(async context =>
                {
                    ProgressTask task = context.AddTask($"Grading {submissions}", maxValue: submissions);
                    return await grade(report =>
                    {
                        Count(report);
                        task.Description = Markup.Escape(Description);
                        task.Increment(1);
                    });
                });

    /// <summary>Such as "Grading 500; faults: 2 crash, 31 time".</summary>
    internal string Description => _faults.Count == 0
        ? $"Grading {submissions}"
        : $"Grading {submissions}; faults: {string.Join(", ", _faults.Select(fault => $"{fault.Value} {fault.Key}"))}";

    internal void Count(GradeReport report)
    {
        Graded++;
        foreach (QuestionGrade question in report.Questions.Where(question => question.Verdict == Verdict.Fault))
        {
            string kind = VerdictText.Short(question);
            _faults[kind] = _faults.GetValueOrDefault(kind) + 1;
        }
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is double speed ? $"{speed.ToString("0.0", CultureInfo.InvariantCulture)}/s" : "");
    }
}
